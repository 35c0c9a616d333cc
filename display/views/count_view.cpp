#include "display/views/count_view.h"

#include <algorithm>
#include <cmath>

#include "display/app/wall_grid.h"
#include "display/views/layouts.h"

namespace turnout::display {
namespace {

constexpr float kPortraitBelow = 0.9F, kSquarishBelow = 1.55F, kLedAbove = 3;

ui::Size leastUnits(Shape shape) {
    switch (shape) {
        case Shape::portrait: return {1080, 1760};
        case Shape::squarish: return {1440, 1080};
        case Shape::wide: return {1920, 1080};
        case Shape::ledWall: return {3240, 1080};
    }
    return {};
}

Stage stageOn(ui::Canvas& canvas, ui::Size size, float safeMargin) {
    const float margin = size.h * std::clamp(safeMargin, 0.0F, 0.1F);
    const ui::Size safe{size.w - 2 * margin, size.h - 2 * margin}, least = leastUnits(shapeOf(size));
    const float scale = std::min(safe.w / least.w, safe.h / least.h);
    return {canvas, scale, {margin, margin}, {safe.w / scale, safe.h / scale}};
}

void drawGround(const Stage& stage, Point glow, float radiusX, float radiusY) {
    ui::Canvas& canvas = stage.canvas();
    const ui::Size size = canvas.size();
    const float middle = std::round(size.h * theme::kGroundMiddleAt);
    canvas.gradientDown({0, 0, size.w, middle}, theme::kGroundTop, theme::kGroundMiddle);
    canvas.gradientDown({0, middle, size.w, size.h - middle}, theme::kGroundMiddle, theme::kGroundBottom);
    canvas.glow(stage.at(glow.x, glow.y), stage.px(radiusX), stage.px(radiusY), theme::kGlow.faded(0.22F));
}

}  // namespace

Shape shapeOf(ui::Size size) {
    const float aspect = size.w / std::max(1.0F, size.h);
    if (aspect < kPortraitBelow) return Shape::portrait;
    if (aspect < kSquarishBelow) return Shape::squarish;
    return aspect > kLedAbove ? Shape::ledWall : Shape::wide;
}

void drawCountScene(ui::Canvas& canvas, const CountScreen& screen, float safeMargin) {
    const Stage stage = stageOn(canvas, canvas.size(), safeMargin);
    const LayoutRooms rooms = roomsOf(shapeOf(canvas.size()), {stage.width(), stage.height()}, screen.wall.size());
    drawGround(stage, rooms.glow, rooms.glowX, rooms.glowY);
    switch (rooms.layout) {
        case Layout::column: return drawColumn(stage, screen, rooms);
        case Layout::across: return drawAcross(stage, screen, rooms);
        case Layout::squarish: return drawSquarish(stage, screen, rooms);
        case Layout::portrait: return drawPortrait(stage, screen, rooms);
        case Layout::ledWall: return drawLedWall(stage, screen, rooms);
    }
}

FlagWidths flagWidths(ui::Size size, std::size_t places, float safeMargin) {
    const float margin = size.h * std::clamp(safeMargin, 0.0F, 0.1F);
    const ui::Size safe{size.w - 2 * margin, size.h - 2 * margin}, least = leastUnits(shapeOf(size));
    const float scale = std::min(safe.w / least.w, safe.h / least.h);
    const LayoutRooms rooms = roomsOf(shapeOf(size), {safe.w / scale, safe.h / scale}, places);
    const WallGrid grid = wallGrid(static_cast<int>(places), rooms.wall.w, rooms.wall.h);
    const float wall = rooms.roll ? rollFlagWidth(places, rooms.wall) : grid.width;
    return {std::round(wall * scale), std::round((rooms.card.h - 40) / 0.75F * scale)};
}

}  // namespace turnout::display
