// How many columns of flags the wall has, and how large they are, for N countries in a given room.
#pragma once

#include <cstddef>
#include <optional>

namespace turnout::display {

struct WallGrid {
    int columns = 1, rows = 1;
    float width = 0;           // of a flag; its height is 3/4 of it
    float gapX = 0, gapY = 0;  // between flags
    bool operator==(const WallGrid&) const = default;
};

inline constexpr float kWallGap = 0.14F;  // least gap, in widths of a flag

// The grid for `places` flags (at least 1) in width x height: the largest flags, but an exact rectangle is worth 8 % of
// their size, and a hole in the last row costs up to 25 %. With more than 30 places one that leaves more than a fifth
// of the room's width or height empty is no such rectangle, and worth the less the more it leaves; of fewer nobody
// misses it. Left- and top-aligned.
WallGrid wallGrid(int places, float width, float height);

// Places on a wall without a list of who is expected: the next of 7, 12, 20, 30 ... 200, so that the wall is laid out
// anew at most ten times in an evening.
int placesWithoutList(int arrived);

// A few countries stand large on a wall of their own, each with its names beside its flag or under it.
struct TileGrid {
    int columns = 1, rows = 1;
    bool beside = false;
    float flag = 0;                // its width
    float pitchX = 0, pitchY = 0;  // from one tile to the next
    float names = 0;               // room for a name
    bool operator==(const TileGrid&) const = default;
};

// From a flag's lower edge to the second line of the names under it, in widths of the flag.
inline constexpr float kNamesUnder = 0.526F;

// The largest flags without a hole in the last row; in a low room two columns of smaller ones; nothing where flags or
// names would have too little room even so.
std::optional<TileGrid> tileGrid(int places, float width, float height);

// Up to so many where there is no roll.
inline constexpr int kTilePlaces = 8;

// A roll (one line a country, with its names) up to 7 countries.
inline constexpr int kRollPlaces = 7;

}  // namespace turnout::display
