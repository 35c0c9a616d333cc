#include "display/views/frame.h"

#include <algorithm>
#include <cmath>

namespace turnout::display {
namespace {

constexpr float kPortraitBelow = 0.9F, kSquarishBelow = 1.55F, kLedAbove = 3, kMostMargin = 0.1F;
constexpr Colour kKey = Colour::hex(0x00B140);  // the green of vision mixers

ui::Size leastUnits(Shape shape) {
    switch (shape) {
        case Shape::portrait: return {1080, 1760};
        case Shape::squarish: return {1440, 1080};
        case Shape::wide: return {1920, 1080};
        case Shape::ledWall: return {3240, 1080};
    }
    return {};
}

}  // namespace

Shape shapeOf(ui::Size size) {
    const float aspect = size.w / std::max(1.0F, size.h);
    if (aspect < kPortraitBelow) return Shape::portrait;
    if (aspect < kSquarishBelow) return Shape::squarish;
    return aspect > kLedAbove ? Shape::ledWall : Shape::wide;
}

float unitOf(ui::Size size, float safeMargin) {
    const float margin = size.h * std::clamp(safeMargin, 0.0F, kMostMargin);
    const ui::Size least = leastUnits(shapeOf(size));
    return std::min((size.w - 2 * margin) / least.w, (size.h - 2 * margin) / least.h);
}

Stage stageOn(ui::Canvas& canvas, const Frame& frame) {
    const ui::Size size = canvas.size();
    const float margin = size.h * std::clamp(frame.safeMargin, 0.0F, kMostMargin);
    const float scale = unitOf(size, frame.safeMargin);
    return {canvas, scale, {margin, margin}, {(size.w - 2 * margin) / scale, (size.h - 2 * margin) / scale}, frame};
}

void drawGround(const Stage& stage, Point glow, float radiusX, float radiusY, float strength) {
    ui::Canvas& canvas = stage.canvas();
    const ui::Size size = canvas.size();
    if (stage.frame().backdrop == Backdrop::keyColour) {
        canvas.fill({0, 0, size.w, size.h}, kKey);
        return;
    }
    const float middle = std::round(size.h * theme::kGroundMiddleAt);
    canvas.gradientDown({0, 0, size.w, middle}, theme::kGroundTop, theme::kGroundMiddle);
    canvas.gradientDown({0, middle, size.w, size.h - middle}, theme::kGroundMiddle, theme::kGroundBottom);
    canvas.glow(stage.at(glow.x, glow.y), stage.px(radiusX), stage.px(radiusY), theme::kGlow.faded(strength));
}

void drawRidges(const Stage& stage, float height, float opacity) {
    const Frame& frame = stage.frame();
    if (frame.scenery == nullptr || frame.backdrop == Backdrop::keyColour) return;
    const ui::Size size = stage.canvas().size();
    const float high = std::round(stage.px(height) + stage.at(0, 0).y);
    const ui::Texture& texture =
        frame.scenery->ridges(stage.canvas(), static_cast<int>(size.w), static_cast<int>(high));
    stage.canvas().pushOpacity(opacity);
    stage.canvas().image(texture, {0, size.h - high, size.w, high});
    stage.canvas().popOpacity();
}

}  // namespace turnout::display
