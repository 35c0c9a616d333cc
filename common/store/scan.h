// What goes into the store from a door, and what comes back.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/base/result.h"
#include "common/base/time.h"
#include "common/domain/attendee.h"
#include "common/domain/ids.h"
#include "common/domain/verdict.h"

namespace turnout {

struct Door {
    DoorId id;
    std::string name;
    DoorWay way = DoorWay::both;
};

// A new random nonce. Thread-safe.
ScanId newScanId();

// Somebody without a registration, let in at the door where the event allows it.
struct WalkIn {
    std::string name, nativeName;
    CountryCode country;
    std::string affiliation;  // id, a name or an alias; an unknown one is added. Empty = none
    bool onScreen = false;    // consent to be named on the hall screen; the organiser still has to look at the name
    bool operator==(const WalkIn&) const = default;
};

// One presentation of one ticket at one door; or of a person who has none at hand: `guest`, found on the list (their
// valid ticket is taken; one is issued to whoever never had any), or `walkIn`, who becomes a guest with a ticket in the
// same transaction; one whom the rules do not admit is Fault::refusedByRules, and nothing is written (decision 0075).
// At most one of `text`, `guest` and `walkIn` is set.
struct Scan {
    ScanId id;       // from newScanId(), kept by the caller so that it can offer the scan again
    TimePoint at{};  // when it was shown; a label, never an order
    DoorId door;
    Direction direction = Direction::entry;
    Source source = Source::camera;
    std::string text;  // the bytes as read, any length
    std::optional<AttendeeId> guest;
    std::optional<WalkIn> walkIn;
    std::string volunteer;            // may be empty
    bool clockPlausible = true;       // false: opening times are not applied
    std::optional<ScanId> overrides;  // the amber answer that a volunteer overrules; needs a reason
    std::string reason;
};

// A scan with a new id.
Scan newScan(const Door& door, Direction direction, Source source, std::string text, TimePoint at);

// Do both stand for the same person shown at the same door in the same direction?
bool samePresentation(const Scan& a, const Scan& b);

// Who holds a ticket that is in already.
enum class Remark { samePerson, anotherPerson };

// Reserved for the link to a hub; a store alone passes nothing.
struct HubAnswer {
    Verdict verdict = Verdict::admitted;
};

struct Entry {  // or an exit
    DoorId door;
    std::string doorName;
    TimePoint at{};
};

// The answer to one scan, as stored. Asking again with the same scan id gives the same answer.
struct Answer {
    ScanId scan;
    std::int64_t seq = 0;  // of this machine, 1, 2, 3 ...
    TimePoint at{};
    Door door;
    Direction direction = Direction::entry;
    Source source = Source::camera;
    Verdict verdict = Verdict::notRecorded;
    std::string code;  // canonical ticket code when it is a ticket; else the text, cleaned, at most 64 characters
    std::optional<Guest> guest;          // for every known ticket
    std::optional<Entry> first;          // already_in: the entry that holds; exited: where they came in
    std::optional<Entry> left;           // not_inside: their last exit; nothing = they never came in
    bool calm = false;                   // already_in and not_inside: the same door, less than kCalmRepeat ago
    std::int64_t admittedHere = 0;       // admissions of this door not undone, this one included
    bool rehearsal = false;              // recorded as a rehearsal: stands in no number
    std::int64_t walkIns = 0;            // of a walk-in's admission: walk-ins at this event, this one included
    std::optional<TimePoint> revokedAt;  // revoked: when, and why
    std::string revokedReason;
    std::string newerCodeEnding;  // revoked by a newer ticket: its last four characters
    std::string otherTag;         // other_event: the tag read
    std::string
        admittingDoors;  // wrong_door: the doors that do, now if any does, ", " between; not_open: those open now
    std::optional<TimePoint> opens, closes;  // not_open: the times that apply
    bool listEmpty = false;                  // unknown: there is nobody on the list
    std::int64_t listSize = 0;               // unknown: valid tickets on the list, of uncounted guests too
    std::string undoneReason;                // undone: why
};

}  // namespace turnout
