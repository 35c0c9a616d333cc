#include "common/tickets/pen.h"

#include <array>
#include <cmath>
#include <cstring>
#include <memory>

#include "common/domain/ticket_code.h"

namespace turnout {

void setColour(cairo_t* cairo, paint::Colour colour) {
    cairo_set_source_rgba(cairo, colour.r / 255.0, colour.g / 255.0, colour.b / 255.0, colour.a / 255.0);
}

void fillRect(cairo_t* cairo, double x, double y, double w, double h, paint::Colour colour) {
    setColour(cairo, colour);
    cairo_rectangle(cairo, x, y, w, h);
    cairo_fill(cairo);
}

void roundedRect(cairo_t* cairo, double x, double y, double w, double h, double radius) {
    cairo_new_sub_path(cairo);
    cairo_arc(cairo, x + w - radius, y + radius, radius, -M_PI / 2, 0);
    cairo_arc(cairo, x + w - radius, y + h - radius, radius, 0, M_PI / 2);
    cairo_arc(cairo, x + radius, y + h - radius, radius, M_PI / 2, M_PI);
    cairo_arc(cairo, x + radius, y + radius, radius, M_PI, 3 * M_PI / 2);
    cairo_close_path(cairo);
}

Written writeFitted(cairo_t* cairo, float x, float baseline, const std::string& utf8, paint::TextStyle style,
                    paint::Colour colour, float maxWidth, float least, float most, int maxLines, paint::Align align) {
    if (utf8.empty()) return {baseline, 0, 0};
    const paint::TextBox box{maxWidth, maxLines, align, true};
    const float step = most > 60 ? 2.0F : 0.5F;
    style.size = paint::fitSize(utf8, style, box, least, most, step);
    const paint::TextMetrics metrics = paint::drawText(cairo, x, baseline, utf8, style, colour, box);
    const float more = static_cast<float>(metrics.lines - 1) * style.size * style.lineHeight;
    return {baseline + more, style.size, metrics.width};
}

Written writeName(cairo_t* cairo, float x, float baseline, float higher, const std::string& utf8,
                  const paint::TextStyle& style, paint::Colour colour, float maxWidth, float least, float two,
                  float most) {
    const paint::TextMetrics line = paint::measure(utf8, style.sized(two), {maxWidth, 1});
    if (!line.cut) return writeFitted(cairo, x, baseline, utf8, style, colour, maxWidth, two, most);
    return writeFitted(cairo, x, higher, utf8, style, colour, maxWidth, least, two, 2);
}

paint::TextStyle ticketStyle(paint::Face face, paint::Weight weight, float tracking) {
    paint::TextStyle made;
    made.face = face;
    made.weight = weight;
    made.tracking = tracking;
    made.lineHeight = 1.18F;
    return made;
}

void drawQr(cairo_t* cairo, const QrSymbol& symbol, double x, double y, double edge) {
    fillRect(cairo, x, y, edge, edge, ink::white);
    const double module = edge / (symbol.size + 2 * kQuietZone);
    const double left = x + kQuietZone * module, top = y + kQuietZone * module;
    for (int row = 0; row < symbol.size; ++row)
        for (int from = 0; from < symbol.size;) {
            int to = from;
            while (to < symbol.size && symbol.dark(to, row)) ++to;
            if (to > from)
                cairo_rectangle(cairo, left + from * module, top + row * module, (to - from) * module, module);
            from = to + 1;
        }
    cairo_set_source_rgb(cairo, 0, 0, 0);  // one colour and one path: no seams between rows, plain black in print
    cairo_fill(cairo);
}

std::vector<std::string> codeLines(const std::string& code) {
    const std::string grouped = cleanForScreen(groupedCode(code));
    if (grouped.size() != kTicketCodeLength + 3) return {grouped};
    return {grouped.substr(0, 11), grouped.substr(12)};
}

void drawFlag(cairo_t* cairo, const paint::Bitmap& flag, double x, double y, double width, const std::string& id) {
    if (flag.empty()) return;
    const double height = width * flag.height / flag.width, scale = width / flag.width;
    using Surface = std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)>;
    const Surface surface(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, flag.width, flag.height),
                          cairo_surface_destroy);
    cairo_surface_flush(surface.get());
    const int stride = cairo_image_surface_get_stride(surface.get());
    for (int row = 0; row < flag.height; ++row)
        std::memcpy(cairo_image_surface_get_data(surface.get()) + row * stride,
                    flag.pixels.data() + static_cast<std::ptrdiff_t>(row) * flag.stride(),
                    static_cast<std::size_t>(flag.stride()));
    cairo_surface_mark_dirty(surface.get());
    // The same picture on a hundred tickets is stored in the file once.
    auto* name = new std::string(id);
    cairo_surface_set_mime_data(
        surface.get(), CAIRO_MIME_TYPE_UNIQUE_ID, reinterpret_cast<const unsigned char*>(name->data()), name->size(),
        [](void* owned) { delete static_cast<std::string*>(owned); }, name);
    cairo_save(cairo);
    roundedRect(cairo, x, y, width, height, width * 0.06);
    cairo_clip_preserve(cairo);
    cairo_translate(cairo, x, y);
    cairo_scale(cairo, scale, scale);
    cairo_set_source_surface(cairo, surface.get(), 0, 0);
    cairo_pattern_set_filter(cairo_get_source(cairo), CAIRO_FILTER_BEST);
    cairo_paint(cairo);
    cairo_restore(cairo);
    roundedRect(cairo, x, y, width, height, width * 0.06);
    setColour(cairo, ink::soft.faded(0.55F));
    cairo_set_line_width(cairo, width * 0.012);
    cairo_stroke(cairo);
}

void drawRidges(cairo_t* cairo, double x, double y, double w, double h, paint::Colour far, paint::Colour near) {
    constexpr int kRidges = 3;
    cairo_save(cairo);
    cairo_rectangle(cairo, x, y, w, h);
    cairo_clip(cairo);
    for (int ridge = 0; ridge < kRidges; ++ridge) {
        const double depth = static_cast<double>(ridge) / (kRidges - 1), base = y + h * (0.34 + 0.26 * depth);
        cairo_move_to(cairo, x, y + h);
        for (int i = 0; i <= 120; ++i) {
            const double t = i / 120.0 * 6.0, phase = ridge * 2.1;
            const double height = 0.55 * std::sin(t * 0.9 + phase) + 0.3 * std::sin(t * 2.3 + phase * 1.7) +
                                  0.15 * std::sin(t * 5.1 + phase * 0.6);
            cairo_line_to(cairo, x + w * i / 120.0, base - height * h * 0.2);
        }
        cairo_line_to(cairo, x + w, y + h);
        cairo_close_path(cairo);
        setColour(cairo, paint::mix(far, near, static_cast<float>(depth)));
        cairo_fill(cairo);
    }
    cairo_restore(cairo);
}

std::string bothNames(const Names& names) {
    const std::string en = cleanForScreen(names.en), zh = cleanForScreen(names.zh);
    if (en.empty() || zh.empty() || en == zh) return en.empty() ? zh : en;
    return en + "  ·  " + zh;
}

std::string bothSay(const std::string& key) {
    return say(key, Lang::en) + "  ·  " + say(key, Lang::zh);
}

}  // namespace turnout
