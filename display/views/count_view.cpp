#include "display/views/count_view.h"

#include <cmath>

#include "display/app/wall_grid.h"
#include "display/views/layouts.h"

namespace turnout::display {

void drawCountScene(ui::Canvas& canvas, const CountScreen& screen, const Frame& frame) {
    const Stage stage = stageOn(canvas, frame);
    const LayoutRooms rooms =
        roomsOf(shapeOf(canvas.size()), {stage.width(), stage.height()}, screen.wall.size(), screen.foot);
    drawGround(stage, rooms.glow, rooms.glowX, rooms.glowY);
    switch (rooms.layout) {
        case Layout::column: return drawColumn(stage, screen, rooms);
        case Layout::across: return drawAcross(stage, screen, rooms);
        case Layout::squarish: return drawSquarish(stage, screen, rooms);
        case Layout::portrait: return drawPortrait(stage, screen, rooms);
        case Layout::ledWall: return drawLedWall(stage, screen, rooms);
    }
}

FlagWidths flagWidths(ui::Size size, std::size_t places, float safeMargin, bool foot) {
    const float scale = unitOf(size, safeMargin);
    const LayoutRooms rooms = roomsOf(shapeOf(size), unitsOf(size, safeMargin), places, foot);
    const auto count = static_cast<int>(places);
    float wall = 0;
    switch (rooms.kind) {
        case Wall::flags: wall = wallGrid(count, rooms.wall.w, rooms.wall.h).width; break;
        case Wall::roll: wall = rollFlagWidth(places, rooms.wall); break;
        case Wall::tiles: wall = tileGrid(count, rooms.wall.w, rooms.wall.h)->flag; break;
    }
    return {std::round(wall * scale), std::round((rooms.card.h - 40) / 0.75F * scale)};
}

}  // namespace turnout::display
