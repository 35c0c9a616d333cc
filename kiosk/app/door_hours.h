// The times of a door as decide() will apply them to the next ticket.
#pragma once

#include <string>

#include "common/base/text.h"
#include "common/base/time.h"
#include "common/domain/decide.h"
#include "common/store/event_reader.h"

namespace turnout::kiosk {

// The times alone. A rehearsal has none.
inline DoorRules timesOf(const DoorStatus& door, bool clockJumped) {
    DoorRules rules;
    rules.clockPlausible = !clockJumped;
    if (door.rehearsal) return rules;
    rules.opens = door.opens;
    rules.closes = door.closes;
    return rules;
}

// An exit has no hours.
inline DoorHours hoursOf(const DoorStatus& door, Direction direction, bool clockJumped, TimePoint now) {
    return direction == Direction::exit ? DoorHours::open : hoursOf(timesOf(door, clockJumped), now);
}

// "This door closed at 22:00": why it admits nobody now by its times or by hand; empty when it is open.
std::string shutWords(const DoorStatus& door, Direction direction, bool clockJumped, TimePoint now, const Zone& zone,
                      Lang lang);

}  // namespace turnout::kiosk
