// Where the pieces of the count scene stand on each shape. Units of the stage.
#pragma once

#include "display/views/count_view.h"
#include "display/views/parts.h"

namespace turnout::display {

enum class Wall { flags, roll, tiles };  // the latter two with names
enum class Layout { column, across, squarish, portrait, ledWall };

struct LayoutRooms {
    Layout layout = Layout::column;
    Rect wall, card;
    Wall kind = Wall::flags;
    float margin = 72;
    float bandTop = 872;
    bool band = true;
    float left = 728;  // width of the column of people
    Point glow{380, 430};
    float glowX = 900, glowY = 720;
};

// `units`: the stage's size; `places` on the wall decide between the column and the wall across. Without a `foot` there
// is no band, and the wall takes its room but at 4:3, where the arriving guests keep theirs.
LayoutRooms roomsOf(Shape shape, ui::Size units, std::size_t places, bool foot = true);

// The wall of its kind.
void drawCountries(const Stage& stage, const CountScreen& screen, const LayoutRooms& rooms);

void drawColumn(const Stage& stage, const CountScreen& screen, const LayoutRooms& rooms);    // 16:9, up to ~80 places
void drawAcross(const Stage& stage, const CountScreen& screen, const LayoutRooms& rooms);    // 16:9, more
void drawSquarish(const Stage& stage, const CountScreen& screen, const LayoutRooms& rooms);  // 4:3
void drawPortrait(const Stage& stage, const CountScreen& screen, const LayoutRooms& rooms);
void drawLedWall(const Stage& stage, const CountScreen& screen, const LayoutRooms& rooms);  // 32:9

}  // namespace turnout::display
