#include "common/ui/widgets.h"

#include <algorithm>
#include <cmath>

namespace turnout::ui {
namespace {

struct Parts {
    float icon = 0, label = 0, cap = 0, gap = 0, capGap = 0;
    float width() const { return icon + (icon > 0 ? gap : 0) + label + (cap > 0 ? capGap + cap : 0); }
};

TextStyle labelStyle(const Button& look, float k) {
    return theme::text(look.textSize * k, Weight::semibold);
}

Parts partsOf(Canvas& canvas, const Button& look, const TextStyle& style, float k) {
    Parts parts;
    parts.gap = 12 * k;
    parts.capGap = 14 * k;
    parts.icon = look.icon ? std::round(style.size * 1.15F) : 0;
    parts.label = canvas.measure(look.label, style).width;
    parts.cap = look.keyCap.empty() ? 0 : keyCap(canvas, {}, look.keyCap, {}, k, false);
    return parts;
}

// The baseline that puts capitals in the middle of a line; Inter's are 0.727 of the size.
float middleBaseline(float middle, float size) {
    return middle + size * 0.727F / 2;
}

Colour lighter(Colour colour, float share) {
    return mix(colour, theme::kWhite, share);
}

}  // namespace

bool button(Canvas& canvas, const Rect& area, const Button& look, float k) {
    const bool held = look.enabled && canvas.pointer().held(area);
    Colour fill = theme::kRaise, text = theme::kWhite;
    switch (look.kind) {
        case ButtonKind::primary: fill = theme::kSky, text = theme::kInk; break;
        case ButtonKind::filled: break;
        case ButtonKind::ghost: fill = look.ground, text = look.colour; break;
        case ButtonKind::ink: fill = theme::kInk; break;
    }
    if (held) fill = look.kind == ButtonKind::primary ? mix(fill, theme::kInk, 0.18F) : lighter(fill, 0.14F);
    canvas.pushOpacity(look.enabled ? 1 : 0.45F);
    const float radius = theme::kRadius * k;
    if (look.kind != ButtonKind::ghost || held) canvas.fill(area, fill, radius);
    if (look.kind == ButtonKind::ghost) {
        const Colour edge = look.colour == theme::kWhite ? theme::kEdge : look.colour;
        canvas.outline(area, edge, std::max(1.0F, std::round(2 * k)), radius);
    }
    if (look.focused) canvas.outline(area.inset(-6 * k), theme::kSky, 4 * k, radius + 6 * k);

    // Words give way before they touch the edge: smaller letters, then no key cap, then an ellipsis.
    TextStyle style = labelStyle(look, k);
    const float room = area.w - 24 * k;
    Parts parts = partsOf(canvas, look, style, k);
    while (parts.width() > room && style.size > theme::kLeastText * k) {
        style.size = std::max(style.size - 1, theme::kLeastText * k);
        parts = partsOf(canvas, look, style, k);
    }
    if (parts.width() > room) parts.cap = 0;
    TextBox box{0, 1};
    if (parts.width() > room) {
        box.maxWidth = std::max(1.0F, room - (parts.width() - parts.label));
        parts.label = box.maxWidth;
    }
    float x = area.x + (area.w - parts.width()) / 2;
    const float middle = area.y + area.h / 2;
    if (look.icon) {
        canvas.icon(*look.icon, {x, middle - parts.icon / 2, parts.icon, parts.icon}, text);
        x += parts.icon + parts.gap;
    }
    canvas.text({x, middleBaseline(middle, style.size)}, look.label, style, text, box);
    x += parts.label + parts.capGap;
    if (parts.cap > 0) keyCap(canvas, {x, middle}, look.keyCap, text, k);
    canvas.popOpacity();
    return look.enabled && canvas.pointer().clicked(area);
}

float buttonWidth(Canvas& canvas, const Button& look, float k) {
    return std::ceil(partsOf(canvas, look, labelStyle(look, k), k).width() + 48 * k);
}

float keyCap(Canvas& canvas, Point leftMiddle, std::string_view label, Colour colour, float k, bool draw) {
    const TextStyle style = theme::text(16 * k, Weight::semibold);
    const float width = std::max(28 * k, canvas.measure(label, style).width + 16 * k), height = 26 * k;
    if (!draw) return width;
    canvas.outline({std::round(leftMiddle.x), std::round(leftMiddle.y - height / 2), width, height},
                   colour.faded(0.75F), std::max(1.0F, 1.5F * k), 5 * k);
    canvas.text({leftMiddle.x + width / 2, middleBaseline(leftMiddle.y, style.size)}, label, style, colour,
                {0, 0, Align::centre});
    return width;
}

float chip(Canvas& canvas, Point leftMiddle, Icon icon, std::string_view label, Colour fill, Colour text, float k,
           bool draw) {
    const TextStyle style = theme::bold(18 * k);
    const float side = std::round(22 * k), height = 38 * k;
    const float width = 10 * k + side + 6 * k + canvas.measure(label, style).width + 13 * k;
    if (!draw) return width;
    canvas.fill({leftMiddle.x, leftMiddle.y - height / 2, width, height}, fill, theme::kRadiusSmall * k);
    canvas.icon(icon, {leftMiddle.x + 10 * k, leftMiddle.y - side / 2, side, side}, text, 2.6F);
    canvas.text({leftMiddle.x + 16 * k + side, middleBaseline(leftMiddle.y, style.size)}, label, style, text);
    return width;
}

void field(Canvas& canvas, const Rect& area, std::string_view typed, std::string_view hint, bool focused, float k) {
    canvas.fill(area, theme::kPanel, theme::kRadius * k);
    canvas.outline(area, focused ? theme::kSky : theme::kEdge, (focused ? 4 : 2) * k, theme::kRadius * k);
    const TextStyle style = theme::text(26 * k, Weight::medium);
    const float left = area.x + 20 * k, room = area.w - 44 * k,
                baseline = middleBaseline(area.y + area.h / 2, style.size);
    // The end of what is typed stays in sight.
    const float width = canvas.measure(typed, style).width, x = left - std::max(0.0F, width - room);
    canvas.pushClip({area.x + 12 * k, area.y, area.w - 24 * k, area.h});
    if (typed.empty())
        canvas.text({left + 10 * k, baseline}, hint, style, theme::kHint, {room - 10 * k, 1});  // beside the cursor
    canvas.text({x, baseline}, typed, style, theme::kWhite);
    canvas.popClip();
    if (focused)
        canvas.fill({std::round(x + width + 2 * k), area.y + area.h / 2 - 17 * k, std::max(2.0F, 2 * k), 34 * k},
                    theme::kSky);
}

bool tick(Canvas& canvas, const Rect& area, bool on, std::string_view label, float k) {
    const float side = 32 * k;
    const Rect box{area.x, std::round(area.y + (area.h - side) / 2), side, side};
    if (on) {
        canvas.fill(box, theme::kSky, 6 * k);
        canvas.icon(Icon::check, box.inset(3 * k), theme::kInk, 2.8F);
    } else {
        canvas.outline(box, theme::kEdge, 2 * k, 6 * k);
    }
    const TextStyle style = theme::text(24 * k, Weight::medium);
    canvas.text({area.x + side + 14 * k, middleBaseline(area.y + area.h / 2, style.size)}, label, style, theme::kWhite,
                {std::max(1.0F, area.w - side - 14 * k), 1});
    return canvas.pointer().clicked(area);
}

}  // namespace turnout::ui
