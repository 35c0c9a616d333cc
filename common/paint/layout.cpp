#include "common/paint/layout.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <map>
#include <utility>

#include "common/paint/fonts.h"
#include "common/paint/line_breaks.h"

namespace turnout::paint {
namespace {

constexpr std::size_t kMostBytes = 16384;  // nobody reads more; a hostile list must not cost memory

// Latin first and always a CJK family and the scripts by name: "Noto Sans" alone lets fontconfig take a Japanese face
// for Chinese and DejaVu for Arabic.
constexpr const char* kScripts =
    "Noto Sans CJK SC,Noto Sans Arabic,Noto Sans Thai,Noto Sans Lao,Noto Sans Khmer,Noto Sans Myanmar,Noto Sans "
    "Sinhala,"
    "Noto Sans Devanagari,Noto Sans Bengali,Noto Sans Tamil,Noto Sans Telugu,Noto Sans Kannada,Noto Sans Malayalam,"
    "Noto Sans Gujarati,Noto Sans Gurmukhi,Noto Sans Oriya,Noto Sans Ethiopic,Noto Sans Hebrew,Noto Sans Georgian,"
    "Noto Sans Armenian,Noto Sans Thaana,Noto Serif Tibetan,Noto Sans Mongolian,Noto Sans Tifinagh,Noto Sans NKo,"
    "Noto Sans Adlam,Noto Sans Syriac,Noto Sans Symbols,Noto Sans Symbols2,Noto Sans Math";

std::string ourFamilies(Face face) {
    switch (face) {
        case Face::text: return std::string("Inter,Noto Sans,") + kScripts;
        case Face::display: return std::string("Inter Display,Inter,Noto Sans,") + kScripts;
        case Face::ceremony: return std::string("Noto Serif CJK SC,Noto Serif,") + kScripts;
        case Face::mono: return std::string("Noto Sans Mono,") + kScripts;
    }
    return kScripts;
}

std::string families(Face face) {
    const EventFonts own = eventFonts();
    const std::string& first = face == Face::ceremony ? own.titles : own.words;
    return first.empty() || face == Face::mono ? ourFamilies(face) : first + "," + ourFamilies(face);
}

// One context a thread and medium: Pango's font maps are not shared between threads.
PangoContext* contextOf(Medium medium) {
    auto make = [](cairo_hint_style_t hinting) {
        GOwned<PangoContext> context(pango_font_map_create_context(pango_cairo_font_map_get_default()));
        cairo_font_options_t* options = cairo_font_options_create();
        cairo_font_options_set_hint_style(options, hinting);
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
        cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
        pango_cairo_context_set_font_options(context.get(), options);
        cairo_font_options_destroy(options);
        pango_context_set_round_glyph_positions(context.get(), FALSE);
        pango_context_set_language(context.get(), pango_language_from_string("zh-cn"));
        return context;
    };
    thread_local const GOwned<PangoContext> screen = make(CAIRO_HINT_STYLE_NONE);
    thread_local const GOwned<PangoContext> paper = make(CAIRO_HINT_STYLE_NONE);
    return medium == Medium::screen ? screen.get() : paper.get();
}

// Valid UTF-8 without control characters; '\n' stays.
std::string prepared(std::string_view utf8) {
    const bool tooLong = utf8.size() > kMostBytes;
    if (utf8.empty()) return {};  // an empty view may have no bytes at all
    gchar* valid = g_utf8_make_valid(utf8.data(), static_cast<gssize>(std::min(utf8.size(), kMostBytes)));
    std::string text(valid);
    g_free(valid);
    for (char& c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte < 0x20 && c != '\n') || byte == 0x7F) c = ' ';
    }
    if (tooLong) text += "\u2026";
    return text;
}

int units(double pixels) {
    return static_cast<int>(std::lround(pixels * PANGO_SCALE));
}
float pixels(int units) {
    return static_cast<float>(units) / PANGO_SCALE;
}

using DigitWidths = std::array<double, 10>;

// The advance of each tabular figure, in shares of the size.
DigitWidths measuredDigits(PangoLayout* like, double size) {
    DigitWidths widths{};
    const GOwned<PangoLayout> layout(pango_layout_new(pango_layout_get_context(like)));
    pango_layout_set_font_description(layout.get(), pango_layout_get_font_description(like));
    PangoAttrList* list = pango_attr_list_new();
    pango_attr_list_insert(list, pango_attr_font_features_new("tnum=1"));
    pango_layout_set_attributes(layout.get(), list);
    pango_attr_list_unref(list);
    for (std::size_t digit = 0; digit < widths.size(); ++digit) {
        const char text = static_cast<char>('0' + digit);
        pango_layout_set_text(layout.get(), &text, 1);
        PangoRectangle logical;
        pango_layout_get_extents(layout.get(), nullptr, &logical);
        widths[digit] = logical.width / size;
    }
    return widths;
}

}  // namespace

Layout::Layout(std::string text, const TextStyle& style, Medium medium)
    : text_(std::move(text)), style_(style), layout_(pango_layout_new(contextOf(medium))) {
    PangoFontDescription* font = pango_font_description_new();
    pango_font_description_set_family(font, families(style.face).c_str());
    pango_font_description_set_weight(font, static_cast<PangoWeight>(style.weight));
    pango_font_description_set_absolute_size(font, std::max(1.0F, style.size) * PANGO_SCALE);
    pango_layout_set_font_description(layout_.get(), font);

    PangoAttrList* list = pango_attr_list_new();
    pango_attr_list_insert(list, pango_attr_line_height_new_absolute(units(style.size * style.lineHeight)));
    pango_attr_list_insert(list, pango_attr_insert_hyphens_new(FALSE));
    if (style.tabular) pango_attr_list_insert(list, pango_attr_font_features_new("tnum=1"));
    if (style.tracking != 0)
        pango_attr_list_insert(list, pango_attr_letter_spacing_new(units(style.size * style.tracking / 100)));
    pango_font_description_free(font);
    keepTogether(text_, list);
    pango_layout_set_attributes(layout_.get(), list);
    pango_attr_list_unref(list);

    pango_layout_set_text(layout_.get(), text_.c_str(), static_cast<int>(text_.size()));
    rightToLeft_ = pango_layout_get_direction(layout_.get(), 0) == PANGO_DIRECTION_RTL;
}

Layout::Layout(std::string_view utf8, const TextStyle& style, const TextBox& box, Medium medium)
    : Layout(prepared(utf8), style, medium) {
    if (box.maxLines == 1 && text_.find('\n') != std::string::npos) {
        std::replace(text_.begin(), text_.end(), '\n', ' ');
        pango_layout_set_text(layout_.get(), text_.c_str(), static_cast<int>(text_.size()));
    }
    wrapInto(box);
    if (style.tabular) evenFigures();
}

void Layout::wrapInto(const TextBox& box) {
    // Pango turns left and right round for a right-to-left paragraph; ours are the sides of the screen.
    PangoAlignment side = PANGO_ALIGN_CENTER;
    if (box.align != Align::centre)
        side = (box.align == Align::right) != rightToLeft_ ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT;
    pango_layout_set_alignment(layout_.get(), side);
    if (box.maxWidth <= 0) return;
    pango_layout_set_wrap(layout_.get(), PANGO_WRAP_WORD_CHAR);
    pango_layout_set_width(layout_.get(), units(box.maxWidth));
    if (box.maxLines > 0) {
        pango_layout_set_height(layout_.get(), -box.maxLines);
        pango_layout_set_ellipsize(layout_.get(), PANGO_ELLIPSIZE_END);
    }
    if (box.balanced && pango_layout_get_line_count(layout_.get()) > 1 && !pango_layout_is_ellipsized(layout_.get()))
        balance(box.maxWidth);
    const float width = pixels(pango_layout_get_width(layout_.get()));
    if (box.align == Align::centre) left_ = (box.maxWidth - width) / 2;
    if (box.align == Align::right) left_ = box.maxWidth - width;
}

// Inter Display 4.0 says tnum and leaves the 1 narrow: its clocks would jump. The missing width is put around the
// figure, in the shaped line itself, because Pango takes letter spacing away at a line's ends.
void Layout::evenFigures() {
    if (pango_layout_get_line_count(layout_.get()) != 1) return;
    thread_local std::map<std::pair<Face, Weight>, DigitWidths> known;
    const auto [entry, isNew] = known.try_emplace({style_.face, style_.weight});
    if (isNew) entry->second = measuredDigits(layout_.get(), std::max(1.0F, style_.size) * PANGO_SCALE);
    const DigitWidths& widths = entry->second;
    const double widest = *std::max_element(widths.begin(), widths.end());
    for (GSList* run = pango_layout_get_line(layout_.get(), 0)->runs; run; run = run->next) {
        auto* item = static_cast<PangoLayoutRun*>(run->data);
        for (int i = 0; i < item->glyphs->num_glyphs; ++i) {
            const auto at = static_cast<std::size_t>(item->item->offset + item->glyphs->log_clusters[i]);
            if (at >= text_.size() || text_[at] < '0' || text_[at] > '9') continue;
            const int lacks = units(style_.size * (widest - widths[static_cast<std::size_t>(text_[at] - '0')]));
            item->glyphs->glyphs[i].geometry.width += lacks;
            item->glyphs->glyphs[i].geometry.x_offset += lacks / 2;
        }
    }
}

// The narrowest width that needs no more lines and breaks no word.
void Layout::balance(float maxWidth) {
    const int lines = pango_layout_get_line_count(layout_.get());
    pango_layout_set_wrap(layout_.get(), PANGO_WRAP_WORD);
    float narrow = maxWidth / 2 / static_cast<float>(lines), wide = maxWidth;
    for (int step = 0; step < 10 && wide - narrow > 1; ++step) {
        const float middle = (narrow + wide) / 2;
        pango_layout_set_width(layout_.get(), units(middle));
        const bool same = pango_layout_get_line_count(layout_.get()) <= lines &&
                          !pango_layout_is_ellipsized(layout_.get()) && widest() <= middle;
        (same ? wide : narrow) = middle;
    }
    pango_layout_set_width(layout_.get(), units(wide));
    pango_layout_set_wrap(layout_.get(), PANGO_WRAP_WORD_CHAR);
}

float Layout::widest() const {
    int most = 0;
    for (const GSList* line = pango_layout_get_lines_readonly(layout_.get()); line; line = line->next) {
        PangoRectangle logical;
        pango_layout_line_get_extents(static_cast<PangoLayoutLine*>(line->data), nullptr, &logical);
        most = std::max(most, logical.width);
    }
    return pixels(most);
}

bool Layout::fits(std::string_view utf8, const TextStyle& style, const TextBox& box) {
    Layout layout(prepared(utf8), style, Medium::screen);
    if (box.maxWidth <= 0) return true;
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD);
    pango_layout_set_width(layout.get(), units(box.maxWidth));
    return layout.widest() <= box.maxWidth &&
           (box.maxLines <= 0 || pango_layout_get_line_count(layout.get()) <= box.maxLines);
}

double Layout::top() const {
    return -pixels(pango_layout_get_baseline(layout_.get()));
}

TextMetrics Layout::metrics() const {
    TextMetrics m;
    PangoRectangle ink, logical;
    pango_layout_get_extents(layout_.get(), &ink, &logical);
    m.width = widest();
    m.lines = pango_layout_get_line_count(layout_.get());
    m.height = static_cast<float>(m.lines) * style_.size * style_.lineHeight;
    if (ink.width > 0 && ink.height > 0) {
        m.ink = {pixels(ink.x) + static_cast<float>(left_), pixels(ink.y) + static_cast<float>(top()),
                 pixels(ink.width), pixels(ink.height)};
    }
    m.cut = pango_layout_is_ellipsized(layout_.get());
    m.missingGlyphs = pango_layout_get_unknown_glyphs_count(layout_.get());
    return m;
}

std::vector<std::pair<float, float>> Layout::across(std::size_t begin, std::size_t end) const {
    std::vector<std::pair<float, float>> spans;
    int* ranges = nullptr;
    int count = 0;
    pango_layout_line_get_x_ranges(pango_layout_get_line_readonly(layout_.get(), 0), static_cast<int>(begin),
                                   static_cast<int>(end), &ranges, &count);
    for (int i = 0; i < count; ++i)
        spans.emplace_back(pixels(ranges[2 * i]) + static_cast<float>(left_),
                           pixels(ranges[2 * i + 1]) + static_cast<float>(left_));
    g_free(ranges);
    return spans;
}

bool Layout::coloured() const {
    for (const GSList* line = pango_layout_get_lines_readonly(layout_.get()); line; line = line->next) {
        for (const GSList* run = static_cast<PangoLayoutLine*>(line->data)->runs; run; run = run->next) {
            const PangoFont* font = static_cast<PangoLayoutRun*>(run->data)->item->analysis.font;
            if (!font) continue;
            PangoFontDescription* description = pango_font_describe(const_cast<PangoFont*>(font));
            const char* family = pango_font_description_get_family(description);
            const bool emoji = family && std::strstr(family, "Emoji");
            pango_font_description_free(description);
            if (emoji) return true;
        }
    }
    return false;
}

}  // namespace turnout::paint
