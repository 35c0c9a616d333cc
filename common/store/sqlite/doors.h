// What changes about a door while it runs. All inside the caller's transaction.
#pragma once

#include <string>

#include "common/base/result.h"
#include "common/base/time.h"
#include "common/domain/ids.h"
#include "common/store/sqlite/database.h"

namespace turnout::sqlite {

inline constexpr std::size_t kLongestDoorName = 60;  // characters

// Another name. Fault::refusedByRules when it is blank or another door has it, in any case of letters.
Status renameDoor(Database& database, DoorId door, const std::string& name);

// Closes the door at `now`, or opens it again with the closing time it had before. Done when it is so already.
void closeDoor(Database& database, DoorId door, bool closed, TimePoint now);

// Closed by hand.
bool isClosed(Database& database, DoorId door);

}  // namespace turnout::sqlite
