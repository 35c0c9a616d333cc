#include "display/views/frame.h"

#include <algorithm>
#include <cmath>

namespace turnout::display {
namespace {

constexpr float kPortraitBelow = 0.9F, kSquarishBelow = 1.55F, kLedAbove = 3, kMostMargin = 0.1F;
constexpr Colour kKey = Colour::hex(0xFF00FF);  // no flag has it; the green of vision mixers is in many

ui::Size leastUnits(Shape shape) {
    switch (shape) {
        case Shape::portrait: return {1080, 1760};
        case Shape::squarish: return {1440, 1080};
        case Shape::wide: return {1920, 1080};
        case Shape::ledWall: return {3240, 1080};
    }
    return {};
}

float marginOf(ui::Size size, float safeMargin) {
    return size.h * std::clamp(safeMargin, 0.0F, kMostMargin);
}

// The organiser's picture fills the screen, cut where it does not fit, dark enough for white text.
void drawBackground(const Stage& stage) {
    constexpr float kSeen = 0.35F;
    const Frame& frame = stage.frame();
    if (frame.scenery == nullptr || stage.palette().background.empty()) return;
    const ui::Size size = stage.canvas().size();
    const ui::Texture& picture = frame.scenery->background(stage.canvas(), stage.palette().background,
                                                           static_cast<int>(size.w), static_cast<int>(size.h));
    if (!picture) return;
    const float w = static_cast<float>(picture.width()), h = static_cast<float>(picture.height());
    const float scale = std::max(size.w / w, size.h / h), part = size.w / (w * scale), down = size.h / (h * scale);
    stage.canvas().pushOpacity(kSeen);
    stage.canvas().image(picture, {0, 0, size.w, size.h}, 0, {(1 - part) / 2, (1 - down) / 2, part, down});
    stage.canvas().popOpacity();
}

}  // namespace

Shape shapeOf(ui::Size size) {
    const float aspect = size.w / std::max(1.0F, size.h);
    if (aspect < kPortraitBelow) return Shape::portrait;
    if (aspect < kSquarishBelow) return Shape::squarish;
    return aspect > kLedAbove ? Shape::ledWall : Shape::wide;
}

float unitOf(ui::Size size, float safeMargin) {
    const float margin = marginOf(size, safeMargin);
    const ui::Size least = leastUnits(shapeOf(size));
    return std::min((size.w - 2 * margin) / least.w, (size.h - 2 * margin) / least.h);
}

ui::Size unitsOf(ui::Size size, float safeMargin) {
    const float margin = marginOf(size, safeMargin), unit = unitOf(size, safeMargin);
    return {(size.w - 2 * margin) / unit, (size.h - 2 * margin) / unit};
}

Stage stageOn(ui::Canvas& canvas, const Frame& frame) {
    const ui::Size size = canvas.size();
    const float margin = marginOf(size, frame.safeMargin);
    return {canvas, unitOf(size, frame.safeMargin), {margin, margin}, unitsOf(size, frame.safeMargin), frame};
}

void drawGround(const Stage& stage, Point glow, float radiusX, float radiusY, float strength) {
    ui::Canvas& canvas = stage.canvas();
    const ui::Size size = canvas.size();
    if (stage.frame().backdrop == Backdrop::keyColour) {
        canvas.fill({0, 0, size.w, size.h}, kKey);
        return;
    }
    const float middle = std::round(size.h * theme::kGroundMiddleAt);
    canvas.gradientDown({0, 0, size.w, middle}, stage.palette().groundTop, stage.palette().groundMiddle);
    canvas.gradientDown({0, middle, size.w, size.h - middle}, stage.palette().groundMiddle,
                        stage.palette().groundBottom);
    drawBackground(stage);
    canvas.glow(stage.at(glow.x, glow.y), stage.px(radiusX), stage.px(radiusY), stage.palette().glow.faded(strength));
}

SceneryHue hueOf(const Stage& stage) {
    return {stage.palette().glow, stage.gold(), !stage.palette().background.empty()};
}

void drawRidges(const Stage& stage, float height, float opacity) {
    const Frame& frame = stage.frame();
    if (frame.scenery == nullptr || frame.backdrop == Backdrop::keyColour) return;
    if (!stage.palette().background.empty()) return;  // one picture is enough
    const ui::Size size = stage.canvas().size();
    const float high = std::round(stage.px(height) + stage.at(0, 0).y);
    const ui::Texture& texture =
        frame.scenery->ridges(stage.canvas(), static_cast<int>(size.w), static_cast<int>(high), hueOf(stage));
    stage.canvas().pushOpacity(opacity);
    stage.canvas().image(texture, {0, size.h - high, size.w, high});
    stage.canvas().popOpacity();
}

}  // namespace turnout::display
