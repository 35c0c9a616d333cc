#include "display/views/layouts.h"

#include <algorithm>

#include "display/app/wall_grid.h"

namespace turnout::display {
namespace {

constexpr float kLeastColumnFlag = 84;

// Tiles for a few, a roll for some more.
Wall kindFor(const LayoutRooms& rooms, std::size_t places, bool roll) {
    constexpr std::size_t kRollFrom = 4;
    const std::size_t most = roll ? kRollFrom - 1 : kTilePlaces;
    if (places <= most && tileGrid(static_cast<int>(places), rooms.wall.w, rooms.wall.h)) return Wall::tiles;
    return roll && places <= kRollPlaces ? Wall::roll : Wall::flags;
}

LayoutRooms wideRooms(ui::Size units, std::size_t places, bool foot) {
    LayoutRooms rooms;
    const float w = units.w, h = units.h;
    rooms.bandTop = h - 208;
    rooms.card = {48, rooms.bandTop - 10, 772, 176};
    rooms.band = foot;
    rooms.wall = {868, 186, w - rooms.margin - 868, (foot ? rooms.bandTop - 34 : h - 64) - 186};
    rooms.kind = kindFor(rooms, places, true);
    if (rooms.kind != Wall::flags || !foot ||
        wallGrid(static_cast<int>(places), rooms.wall.w, rooms.wall.h).width >= kLeastColumnFlag)
        return rooms;
    rooms.layout = Layout::across;
    rooms.wall = {rooms.margin, 358, w - 2 * rooms.margin, rooms.bandTop - 26 - 358};
    rooms.glow = {w * 0.4F, 260};
    rooms.glowX = 1200;
    rooms.glowY = 640;
    return rooms;
}

}  // namespace

LayoutRooms roomsOf(Shape shape, ui::Size units, std::size_t places, bool foot) {
    const float w = units.w, h = units.h;
    LayoutRooms rooms;
    switch (shape) {
        case Shape::wide: return wideRooms(units, places, foot);
        case Shape::squarish:
            rooms = {Layout::squarish, {60, 468, w - 120, h - 193 - 30 - 468}, {36, h - 203, w * 0.5F - 14, 166}};
            rooms.kind = kindFor(rooms, places, false);
            rooms.margin = 60;
            rooms.bandTop = h - 193;
            rooms.glow = {w * 0.3F, 320};
            break;
        case Shape::portrait:
            rooms = {Layout::portrait, {64, 962, w - 128, h - 344 - 962}, {40, h - 314, w - 80, 160}};
            if (!foot) rooms.wall.h += 90, rooms.card.y += 90;
            rooms.kind = kindFor(rooms, places, true);
            rooms.margin = 64;
            rooms.bandTop = h;
            rooms.left = w - 128;
            rooms.glow = {w * 0.36F, 520};
            break;
        case Shape::ledWall:
            rooms = {Layout::ledWall, {}, {}};
            rooms.left = std::clamp(w * 0.26F, 760.0F, 1010.0F);
            rooms.bandTop = h - 233;
            rooms.wall = {rooms.left + 170, 208, w - 72 - rooms.left - 170, (foot ? rooms.bandTop - 66 : h - 64) - 208};
            rooms.kind = kindFor(rooms, places, false);
            if (rooms.kind == Wall::tiles) rooms.wall.y += 28, rooms.wall.h -= 28;  // around the middle of the count
            rooms.card = {48, rooms.bandTop - 12, rooms.left + 14, 198};
            rooms.glow = {560, 500};
            rooms.glowX = 1300;
            break;
    }
    rooms.band = foot;
    return rooms;
}

void drawCountries(const Stage& stage, const CountScreen& screen, const LayoutRooms& rooms) {
    switch (rooms.kind) {
        case Wall::flags: return drawWall(stage, screen, rooms.wall);
        case Wall::roll: return drawRoll(stage, screen, rooms.wall);
        case Wall::tiles: return drawTiles(stage, screen, rooms.wall);
    }
}

void drawColumn(const Stage& stage, const CountScreen& screen, const LayoutRooms& rooms) {
    const float x = rooms.margin, right = x + rooms.left, edge = stage.width() - rooms.margin;
    const float extra = std::max(0.0F, stage.height() - 1080);  // taller than 16:9: shared by the column of people
    const float count = 590 + extra * 0.7F, bar = 628 + extra * 0.8F, foot = 800 + extra;

    const float demo = drawDemo(stage, screen, right, 84);
    drawTitle(stage, screen, x, 86, 138, rooms.left - demo, rooms.left);
    const Names arrived = stage.words("display.arrived");
    stage.pair(x, 246 + extra * 0.2F, arrived, {60, 66, theme::kWhite, theme::kSoft, 20}, rooms.left, false);
    drawCount(stage, screen, x, count, 404, rooms.left);
    drawBar(stage, screen, x, right, bar, bar + 33, 66);
    if (screen.group) {
        const float end = drawTally(stage, screen.group->countries, x, foot, 124, 66, stage.sky());
        const float label = std::max(end + 40, x + 220);
        drawStacked(stage, screen.group->name, label, foot - 67, foot, right - label, 52, 66);
    }

    const float end = drawTally(stage, screen.countries, rooms.wall.x, 140, 124, 66, stage.gold());
    const float clock = drawClock(stage, screen, edge, 140);
    stage.pair(end + 40, 140, countriesWord(stage, screen.countries), {54, 66, theme::kWhite, theme::kSoft, 20},
               clock - 40 - end - 40, screen.otherLanguage);
    drawCountries(stage, screen, rooms);

    if (rooms.band) drawBand(stage, rooms.bandTop);
    drawLane(stage, screen, {rooms.card});
    drawProgramme(
        stage, screen,
        {.x = rooms.wall.x, .right = edge, .firstBaseline = rooms.bandTop + 78, .secondBaseline = rooms.bandTop + 156});
}

}  // namespace turnout::display
