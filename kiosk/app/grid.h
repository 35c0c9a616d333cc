// Arrows in boxes that are laid in rows.
#pragma once

#include <algorithm>
#include <cstddef>

#include "kiosk/app/door_screen.h"

namespace turnout::kiosk {

// Where a key goes from box `at` of `count`, laid row by row in so many columns; it stays where nothing lies that way.
// A page's buttons say in `value` how many boxes they show at once.
inline std::size_t boxAfter(const DoorPress& press, std::size_t at, std::size_t count, std::size_t columns) {
    const std::size_t shown = press.value > 0 ? press.value : 10;
    switch (press.action) {
        case DoorAction::left: return at % columns > 0 ? at - 1 : at;
        case DoorAction::right: return at % columns + 1 < columns && at + 1 < count ? at + 1 : at;
        case DoorAction::up: return at >= columns ? at - columns : at;
        case DoorAction::down:
            if (at + columns < count) return at + columns;
            return at / columns < (count - 1) / columns ? count - 1 : at;  // the last row is shorter
        case DoorAction::pageUp: return at - std::min(at, shown);
        case DoorAction::pageDown: return std::min(at + shown, count - 1);
        default: return at;
    }
}

// Lists of universities and the like: two columns, upright one.
inline std::size_t columnsOfLists(bool upright) {
    return upright ? 1 : 2;
}

}  // namespace turnout::kiosk
