#include "display/views/stage.h"

#include <algorithm>
#include <cmath>

namespace turnout::display {

TextStyle latin(float size) {
    return theme::text(size, ui::Weight::semibold);
}
TextStyle chinese(float size) {
    return theme::bold(size);
}

Rect Stage::area(const Rect& units) const {
    const Point corner = at(units.x, units.y);
    return {corner.x, corner.y, px(units.w), px(units.h)};
}

Rect Stage::sharp(const Rect& units) const {
    const Rect exact = area(units);
    const float x = std::round(exact.x), y = std::round(exact.y);
    return {x, y, std::max(1.0F, std::round(exact.right()) - x), std::max(1.0F, std::round(exact.bottom()) - y)};
}

float Stage::hair() const {
    return std::max(1.0F, std::round(scale_ * 1.5F));
}

float Stage::text(float x, float baseline, std::string_view utf8, const TextStyle& style, Colour colour,
                  ui::Align align) const {
    return canvas_.text(at(x, baseline), utf8, scaled(style), colour, {.align = align}) / scale_;
}

float Stage::advance(std::string_view utf8, const TextStyle& style) const {
    return canvas_.measure(utf8, scaled(style)).width / scale_;
}

Rect Stage::ink(std::string_view utf8, const TextStyle& style) const {
    const Rect& ink = canvas_.measure(utf8, scaled(style)).ink;
    return {ink.x / scale_, ink.y / scale_, ink.w / scale_, ink.h / scale_};
}

float Stage::number(float x, float baseline, std::string_view utf8, const TextStyle& style, Colour top,
                    Colour bottom) const {
    const Rect box = ink(utf8, style);
    canvas_.textGradient(at(x - box.x, baseline), utf8, scaled(style), top, bottom);
    return x + box.w;
}

float Stage::fitted(float x, float baseline, std::string_view utf8, const TextStyle& style, Colour colour,
                    float room) const {
    const float least = std::min(kFloor, style.size);
    TextStyle fit = scaled(style);
    const ui::TextBox box{.maxWidth = px(room), .maxLines = 1};
    if (canvas_.measure(utf8, fit).width > px(room))
        fit.size = canvas_.fitSize(utf8, fit, box, px(least), fit.size, std::max(0.5F, scale_));
    const bool whole = canvas_.measure(utf8, fit).width <= px(room);
    return canvas_.text(at(x, baseline), utf8, fit, colour, whole ? ui::TextBox{} : box) / scale_;
}

float Stage::pair(float x, float baseline, const Names& names, const Pair& look, float room, bool other) const {
    const bool both = !names.zh.empty() && !names.en.empty() && names.zh.find(names.en) == std::string::npos;
    if (both) {
        const float least = std::max(kFloor / look.zhSize, kFloor / look.enSize);
        for (float share = 1; share >= std::min(least, 1.0F) - 0.001F; share -= 0.04F) {
            const TextStyle zh = chinese(look.zhSize * share);
            const TextStyle en = latin(std::max(look.enSize * share, std::min(kFloor, look.enSize)));
            const float first = advance(names.zh, zh);
            if (first + look.gap + advance(names.en, en) > room) continue;
            text(x, baseline, names.zh, zh, look.zh);
            return x + first + look.gap + text(x + first + look.gap, baseline, names.en, en, look.en);
        }
    }
    const bool showEn = names.zh.empty() || (both && other);
    if (showEn) return x + fitted(x, baseline, names.en, latin(look.enSize), look.en, room);
    return x + fitted(x, baseline, names.zh, chinese(look.zhSize), look.zh, room);
}

}  // namespace turnout::display
