// Whether a door lets anybody in by its times now, as decide() will apply them to the next ticket.
#pragma once

#include "common/store/event_reader.h"

namespace turnout::kiosk {

enum class DoorHours { open, early, late };

// A rehearsal has no hours, nor has an exit; a clock that jumped applies none.
inline DoorHours hoursOf(const DoorStatus& door, Direction direction, bool clockJumped, TimePoint now) {
    if (direction == Direction::exit || door.rehearsal || clockJumped) return DoorHours::open;
    if (door.closes && now >= *door.closes) return DoorHours::late;
    return door.opens && now < *door.opens ? DoorHours::early : DoorHours::open;
}

}  // namespace turnout::kiosk
