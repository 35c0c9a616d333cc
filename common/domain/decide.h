// The entry rules. Pure: no clock, no store, no words for people. This is the only place where they stand.
#pragma once

#include <cstdint>
#include <optional>

#include "common/base/time.h"
#include "common/domain/verdict.h"

namespace turnout {

// What was read, compared with the event's list.
enum class Reading {
    notATicket,
    mistyped,
    otherEvent,
    unknown,          // well-formed for this event, but not on the list
    genuineUnlisted,  // signed for this event, but not on this door's list
    known,            // a ticket of a guest on the list
};

enum class Presence { neverIn, inside, left };

struct GuestState {
    Reading reading = Reading::notATicket;
    bool revoked = false;                   // the ticket, or the guest's registration
    Presence presence = Presence::neverIn;  // the guest's, whichever of their tickets was shown
};

struct DoorRules {
    bool admitsCategory = true;            // this door admits the guest's category
    std::optional<TimePoint> opens;        // the door's own times, else the event's
    std::optional<TimePoint> closes;       // not_open from this instant on
    bool clockPlausible = true;            // false: times are not applied
    bool reEntry = true;                   // the event lets guests return after an exit
    std::optional<std::int64_t> capacity;  // places in the hall; not set for a guest of an uncounted category
    std::int64_t inside = 0;               // counted guests inside now
};

// Whether a door lets anybody in by its times.
enum class DoorHours { open, early, late };
DoorHours hoursOf(const DoorRules& door, TimePoint now);

// The first rule of the table in docs/data_model.md that holds. Never undone or notRecorded.
Verdict decide(const GuestState& guest, const DoorRules& door, Direction direction, TimePoint now);

// May the event's rules let a volunteer admit this guest after all? (amber answers to an entry scan, but not
// already_in, which a second admission would make a double)
bool canOverride(Verdict verdict);

// How long the same guest at the same door gets the calm "you are in", or "you have left", instead of a warning.
inline constexpr std::chrono::seconds kCalmRepeat{10};

}  // namespace turnout
