#include "common/domain/decide.h"

namespace turnout {

DoorHours hoursOf(const DoorRules& door, TimePoint now) {
    if (!door.clockPlausible) return DoorHours::open;
    if (door.opens && now < *door.opens) return DoorHours::early;
    return door.closes && now >= *door.closes ? DoorHours::late : DoorHours::open;
}

Verdict decide(const GuestState& guest, const DoorRules& door, Direction direction, TimePoint now) {
    switch (guest.reading) {
        case Reading::notATicket: return Verdict::notATicket;
        case Reading::mistyped: return Verdict::mistyped;
        case Reading::otherEvent: return Verdict::otherEvent;
        case Reading::unknown: return Verdict::unknown;
        case Reading::genuineUnlisted: return Verdict::genuineUnlisted;
        case Reading::known: break;
    }
    if (direction == Direction::exit) return guest.presence == Presence::inside ? Verdict::exited : Verdict::notInside;
    if (guest.revoked) return Verdict::revoked;
    if (guest.presence == Presence::inside) return Verdict::alreadyIn;
    if (hoursOf(door, now) != DoorHours::open) return Verdict::notOpen;
    if (!door.admitsCategory) return Verdict::wrongDoor;
    if (!door.reEntry && guest.presence == Presence::left) return Verdict::noReEntry;
    if (door.capacity && door.inside >= *door.capacity) return Verdict::full;
    return Verdict::admitted;
}

bool canOverride(Verdict verdict) {
    return toneOf(verdict) == Tone::amber && verdict != Verdict::alreadyIn && verdict != Verdict::notInside;
}

}  // namespace turnout
