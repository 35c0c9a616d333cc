// What the organiser changes about an event after it was made: its doors, programme, groups, rules and what the hall is
// told. Doors may be open meanwhile: each call takes its turn at the gate, does all or nothing in one transaction and
// has returned when it is on disk. Fault::refusedByRules with a sentence when the wish makes no sense or the event is
// closed. Nothing here touches the log.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/base/result.h"
#include "common/domain/event.h"
#include "common/domain/ids.h"

namespace turnout {

struct DoorCopy {         // the newest copy of the event that was made for a door
    std::string label;    // of the drive or laptop, as the person knows it
    std::string machine;  // the copy's own id: its scans carry it once they are merged
    TimePoint at{};
    bool operator==(const DoorCopy&) const = default;
};

struct DoorRecord {
    DoorId id;
    DoorPlan plan;         // closes: the time planned, also while it is closed by hand
    bool closed = false;   // by hand
    bool removed = false;  // taken off the list of doors; its scans stay
    std::int64_t scans = 0, admitted = 0;
    std::int64_t scansHere = 0;           // made by this copy of the file; the others were merged
    std::optional<TimePoint> lastHere;    // the newest of them
    std::optional<TimePoint> lastMerged;  // the newest made elsewhere
    std::optional<DoorCopy> copy;
    bool copyCameBack = false;     // scans of that copy were merged
    std::int64_t newerGuests = 0;  // added to the list or changed since the copy was made
    bool operator==(const DoorRecord&) const;
};

// In the order they were made, removed ones too.
Result<std::vector<DoorRecord>> doorRecords(const std::filesystem::path& event);

// A name already in use is refused, in any case of letters; the name of a removed door brings that one back.
Result<DoorId> addDoor(const std::filesystem::path& event, const DoorPlan& door);
Status changeDoor(const std::filesystem::path& event, DoorId door, const DoorPlan& plan);
// A door without scans is deleted (answers true); one with scans is closed and taken off the list, its scans stay.
Result<bool> removeDoor(const std::filesystem::path& event, DoorId door, TimePoint now);
// The event was copied for this door.
Status noteCopy(const std::filesystem::path& event, DoorId door, const DoorCopy& copy);

// The PIN of all doors, as pinHash() makes it; empty: there is none any more.
Status changePin(const std::filesystem::path& event, const std::string& hash);

// What the event says of itself and how its doors decide.
struct EventRules {
    Names name, venue;
    TimePoint starts{};
    std::optional<TimePoint> ends, doorsOpen, doorsClose;
    std::optional<std::int64_t> capacity;
    bool walkIns = false, reEntry = true, strictDoors = false, namesOnScreen = true;
    OverrideRule overrides = OverrideRule::anyone;
    int retainDays = 30;
    std::string theme;
    bool operator==(const EventRules&) const = default;
};
EventRules rulesOf(const EventPlan& plan);
Status changeRules(const std::filesystem::path& event, const EventRules& rules);

// The whole programme, in order. Every act has a name.
Status changeProgramme(const std::filesystem::path& event, const std::vector<Act>& acts);

// The whole list of country groups, in order; a group without an id gets one from its name. The first is the one the
// event is told by.
Status changeGroups(const std::filesystem::path& event, std::vector<CountryGroup> groups);

// Settings of [display] by name; an empty value takes one out. Others stay. A picture or font that is named anew is
// read from beside the event file into it; readEventFile() tells what is refused.
Status changeDisplay(const std::filesystem::path& event, const std::map<std::string, std::string>& settings);

}  // namespace turnout
