#include <algorithm>
#include <array>

#include "display/views/scene_views.h"

namespace turnout::display {

namespace {

constexpr float kLogoWidest = 3;  // times as wide as ours

// The event's own logo; nothing where it has none, or one that cannot be read.
const ui::Texture* ownLogo(const Stage& stage, float width) {
    if (stage.frame().scenery == nullptr || stage.palette().logo.empty()) return nullptr;
    const int side = static_cast<int>(stage.px(width * kLogoWidest));
    const ui::Texture& own = stage.frame().scenery->file(stage.canvas(), stage.palette().logo, side, side);
    return own ? &own : nullptr;
}

// Whole, in its own proportions.
ui::Size logoSize(const ui::Texture& own, float width) {
    const float w = static_cast<float>(own.width()), h = static_cast<float>(own.height());
    const float fit = std::min(width * kLogoWidest / w, width / h);
    return {w * fit, h * fit};
}

}  // namespace

float logoWidth(const Stage& stage, float width) {
    const ui::Texture* own = ownLogo(stage, width);
    return own == nullptr ? width : logoSize(*own, width).w;
}

float drawLogo(const Stage& stage, float x, float y, float width) {
    ui::Canvas& canvas = stage.canvas();
    if (const ui::Texture* own = ownLogo(stage, width)) {
        const ui::Size size = logoSize(*own, width);
        canvas.image(*own, stage.area({x, y - width * 0.1F + (width - size.h) / 2, size.w, size.h}));
        return size.w;
    }
    const float height = width * 0.8F, thick = stage.px(width * 0.105F);
    const float middle = y + height / 2, join = x + width * 0.62F, end = x + width * 0.88F;
    for (const float from : {y + height * 0.07F, y + height * 0.93F}) {
        std::array<Point, 17> bend;
        for (std::size_t i = 0; i < bend.size(); ++i) {
            const float t = static_cast<float>(i) / static_cast<float>(bend.size() - 1);
            const float s = t * t * (3 - 2 * t);
            bend[i] = stage.at(x + (join - x) * t, from + (middle - from) * s);
        }
        canvas.polyline(bend, stage.sky(), thick, false, true);
    }
    canvas.line(stage.at(x, middle), stage.at(end, middle), stage.gold(), thick, true);
    canvas.circle(stage.at(end, middle), stage.px(width * 0.13F), stage.gold());
    return width;
}

void drawHeadLine(const Stage& stage, const Heading& heading, float margin, float baseline) {
    const float edge = stage.width() - margin;
    const float clock = drawClock(stage, heading, edge, baseline, 66, Label::below);  // above it is too near the edge
    const float old = drawAsOf(stage, heading, clock - 48, baseline);
    const float demo = old > 0 ? 0 : drawDemo(stage, heading, clock - 48, baseline - 2);
    stage.pair(margin, baseline, heading.title, {56, 42, theme::kWhite, theme::kSoft, 30},
               clock - 48 - old - demo - margin, heading.otherLanguage);
}

void numberRight(const Stage& stage, float x, float baseline, const std::string& text, const TextStyle& style,
                 Colour colour) {
    stage.number(x - stage.ink(text, style).w, baseline, text, style, colour, colour);
}

}  // namespace turnout::display
