// What changes about a door while it runs. All inside the caller's transaction.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "common/base/result.h"
#include "common/base/time.h"
#include "common/domain/ids.h"
#include "common/store/scan.h"
#include "common/store/sqlite/database.h"

namespace turnout::sqlite {

inline constexpr std::size_t kLongestDoorName = 60;  // characters

// The door that has this name, exactly or else in another case of letters; else the one that had it before it was
// renamed, for a machine may start its door by that name for ever; else door "A" by the "Door A" or "A 门" that a
// screen calls it.
std::optional<Door> findDoor(Database& database, const std::string& name);

// Another name; the one before finds the door still. Fault::refusedByRules when it is blank or another door has it, in
// any case of letters.
Status renameDoor(Database& database, DoorId door, const std::string& name);

// Closes the door at `now`, or opens it again with the closing time it had before. Done when it is so already.
void closeDoor(Database& database, DoorId door, bool closed, TimePoint now);

// Closed by hand.
bool isClosed(Database& database, DoorId door);

// The rows of what was answered at the door last, the oldest of them first: of the rehearsal while there is one. Looks
// through the newest thousand scans of all doors.
std::vector<std::int64_t> newestScans(Database& database, DoorId door, std::size_t most);

}  // namespace turnout::sqlite
