#include "common/paint/text.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "common/paint/layout.h"

namespace turnout::paint {
namespace {

constexpr int kMostPixels = 16384;  // the side of the largest texture that every OpenGL 3.3 driver we met takes

}  // namespace

TextStyle TextStyle::sized(float newSize) const {
    TextStyle style = *this;
    style.size = newSize;
    return style;
}

TextMetrics measure(std::string_view utf8, const TextStyle& style, const TextBox& box) {
    return Layout(utf8, style, box, Medium::screen).metrics();
}

std::vector<std::pair<float, float>> across(std::string_view utf8, const TextStyle& style, const TextBox& box,
                                            std::size_t begin, std::size_t end) {
    return Layout(utf8, style, box, Medium::screen).across(begin, end);
}

namespace {

// Most texts of a list are short: a look at their length spares laying them out.
bool surelyFits(std::string_view utf8, const TextStyle& style, const TextBox& box) {
    constexpr float kWidest = 1.1F;  // of the size: no plain letter of our faces is wider
    const auto plain = [](char c) { return c >= ' ' && c <= '~'; };
    return style.tracking <= 0 && static_cast<float>(utf8.size()) * style.size * kWidest <= box.maxWidth &&
           std::all_of(utf8.begin(), utf8.end(), plain);
}

}  // namespace

float fitSize(std::string_view utf8, const TextStyle& style, const TextBox& box, float least, float most, float step) {
    if (most <= least || surelyFits(utf8, style.sized(most), box) || Layout::fits(utf8, style.sized(most), box))
        return std::max(least, most);
    int tooLarge = 0, small = std::max(1, static_cast<int>(std::floor((most - least) / step)));
    auto size = [&](int steps) { return std::max(least, most - static_cast<float>(steps) * step); };
    if (!Layout::fits(utf8, style.sized(size(small)), box)) return least;
    while (small - tooLarge > 1) {
        const int middle = (small + tooLarge) / 2;
        (Layout::fits(utf8, style.sized(size(middle)), box) ? small : tooLarge) = middle;
    }
    return size(small);
}

TextPicture renderText(std::string_view utf8, const TextStyle& style, const TextBox& box) {
    const Layout layout(utf8, style, box, Medium::screen);
    TextPicture picture;
    picture.metrics = layout.metrics();
    const Rect& ink = picture.metrics.ink;
    if (ink.w <= 0 || ink.h <= 0) return picture;
    picture.coloured = layout.coloured();
    const int left = static_cast<int>(std::floor(ink.x)) - 1, top = static_cast<int>(std::floor(ink.y)) - 1;
    const int width = static_cast<int>(std::ceil(ink.right())) + 1 - left;
    const int height = static_cast<int>(std::ceil(ink.bottom())) + 1 - top;
    picture.bitmap = Bitmap(std::min(width, kMostPixels), std::min(height, kMostPixels));
    picture.originX = -left;
    picture.originY = -top;

    const SurfaceOwned surface(cairo_image_surface_create_for_data(picture.bitmap.pixels.data(), CAIRO_FORMAT_ARGB32,
                                                                   picture.bitmap.width, picture.bitmap.height,
                                                                   picture.bitmap.stride()));
    const CairoOwned cairo(cairo_create(surface.get()));
    cairo_set_source_rgb(cairo.get(), 1, 1, 1);
    cairo_move_to(cairo.get(), -left + layout.left(), -top + layout.top());
    if (picture.coloured) {
        pango_cairo_show_layout(cairo.get(), layout.get());
    } else {
        // As outlines: Cairo 1.16 sets glyphs on whole pixels only, which makes small text stumble.
        pango_cairo_layout_path(cairo.get(), layout.get());
        cairo_fill(cairo.get());
    }
    cairo_surface_flush(surface.get());
    return picture;
}

TextMetrics drawText(cairo_t* cairo, float x, float baseline, std::string_view utf8, const TextStyle& style,
                     Colour colour, const TextBox& box) {
    const Layout layout(utf8, style, box, Medium::paper);
    cairo_save(cairo);
    cairo_set_source_rgba(cairo, colour.r / 255.0, colour.g / 255.0, colour.b / 255.0, colour.a / 255.0);
    cairo_move_to(cairo, x + layout.left(), baseline + layout.top());
    pango_cairo_show_layout(cairo, layout.get());
    cairo_restore(cairo);
    return layout.metrics();
}

void warmUpFonts() {
    static constexpr std::array<std::string_view, 14> kSamples{"Ágñ0123", "欢迎入场", "ようこそ", "환영합니다", "أهلا",
                                                               "ยินดี",     "ຍິນດີ",      "សូម",       "ကြို",         "ආයු",
                                                               "स्वा",     "স্বা",      "Дзяк",     "🙂"};
    for (std::string_view sample : kSamples) {
        renderText(sample, {Face::text, 20, Weight::regular});
        renderText(sample, {Face::display, 40, Weight::bold});
    }
}

}  // namespace turnout::paint
