#include "kiosk/views/page.h"

#include <algorithm>
#include <cmath>

namespace turnout::kiosk {
namespace {

constexpr float kLeastPortraitHeight = 1240;  // dp; a page less high is made smaller as a whole

}  // namespace

Page::Page(ui::Canvas& canvas, float top) : canvas_(canvas), top_(top) {
    const ui::Size size = canvas.size();
    portrait_ = size.h > size.w * 1.15F;
    if (portrait_)
        k_ = std::min(size.w / 720, size.h / (kLeastPortraitHeight + top));
    else
        k_ = std::min(size.w / 1280, size.h / (720 + top));
    width_ = size.w / k_;
    height_ = size.h / k_ - top;
}

void Page::fill(const Rect& area, Colour colour, float radius, ui::Corners corners) {
    canvas_.fill(px(area), colour, radius * k_, corners);
}

void Page::outline(const Rect& area, Colour colour, float thickness, float radius) {
    canvas_.outline(px(area), colour, std::max(1.0F, thickness * k_), radius * k_);
}

void Page::hairline(Point from, Point to, Colour colour, float thickness) {
    const float t = std::max(1.0F, std::round(thickness * k_));
    const Point a = px(from), b = px(to);
    if (from.y == to.y)
        canvas_.fill({a.x, std::round(a.y - t / 2), b.x - a.x, t}, colour);
    else
        canvas_.fill({std::round(a.x - t / 2), a.y, t, b.y - a.y}, colour);
}

void Page::icon(Icon icon, const Rect& square, Colour colour, float stroke) {
    canvas_.icon(icon, px(square), colour, stroke);
}

void Page::sign(SignShape shape, Icon glyph, const Rect& square, Colour colour, Colour field, float scale) {
    canvas_.sign(shape, glyph, px(square), colour, field, scale);
}

bool Page::flag(const CountryCode& code, Point topLeft, float width, float radius, bool onLight) {
    return canvas_.flag(code, px(topLeft), width * k_, radius * k_, onLight);
}

ui::TextBox Page::boxOf(Limit limit) const {
    ui::TextBox box;
    box.maxWidth = limit.width * k_;
    box.maxLines = limit.lines;
    box.align = limit.align;
    return box;
}

float Page::text(Point baseline, std::string_view utf8, const TextStyle& style, Colour colour, Limit limit) {
    if (utf8.empty()) return 0;
    return canvas_.text(px(baseline), utf8, scaled(style), colour, boxOf(limit)) / k_;
}

float Page::textMarked(Point baseline, std::string_view utf8, const TextStyle& style, Colour colour, Colour mark,
                       const std::vector<ByteSpan>& marked, Limit limit) {
    if (utf8.empty()) return 0;
    std::vector<std::pair<std::size_t, std::size_t>> spans;
    for (const ByteSpan& span : marked) spans.emplace_back(span.begin, span.end);
    return canvas_.textMarked(px(baseline), utf8, scaled(style), colour, mark, spans, boxOf(limit)) / k_;
}

float Page::widthOf(std::string_view utf8, const TextStyle& style) {
    if (utf8.empty()) return 0;
    return canvas_.measure(utf8, scaled(style)).width / k_;
}

ui::TextMetrics Page::measure(std::string_view utf8, const TextStyle& style, Limit limit) {
    ui::TextMetrics m = canvas_.measure(utf8, scaled(style), boxOf(limit));
    m.width /= k_;
    m.height /= k_;
    m.ink = {m.ink.x / k_, m.ink.y / k_, m.ink.w / k_, m.ink.h / k_};
    return m;
}

float Page::fitSize(std::string_view utf8, const TextStyle& style, Limit limit, float least, float most) {
    least = std::max(least, theme::kLeastText);
    most = std::max(most, least);
    if (utf8.empty()) return most;
    return canvas_.fitSize(utf8, scaled(style), boxOf(limit), least * k_, most * k_, k_) / k_;
}

Page::Fitted Page::fit(std::string_view utf8, TextStyle style, float width, float least, int lines) {
    least = std::max(least, theme::kLeastText);
    const float one = fitSize(utf8, style, {width, 1}, least, style.size);
    if (one > least + 0.01F || lines == 1 || widthOf(utf8, style.sized(least)) <= width) return {style.sized(one), 1};
    return {style.sized(fitSize(utf8, style, {width, lines}, least * 0.7F, std::max(least, style.size * 0.84F))),
            lines};
}

}  // namespace turnout::kiosk
