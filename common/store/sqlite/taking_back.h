// An admission or an exit that is taken back: a row of its own, and what is derived from the log.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "common/store/scan.h"
#include "common/store/sqlite/database.h"

namespace turnout::sqlite {

struct Undoing {
    std::string machine;
    DoorId door;
    std::string reason, volunteer;
    TimePoint now{};
};

// Both inside the caller's write transaction; answer the rowid of the new row.

// The door's last admission or exit that is not undone; Fault::refusedByRules when there is none, or when it is another
// scan than the one `expected`.
Result<std::int64_t> takeBackLast(Database& database, const Undoing& how, const std::optional<ScanId>& expected);

// This admission or exit of the door, whoever has come after. Fault::refusedByRules when there is no such row that is
// not undone, or when its own guest has come in or left since, at any door: that is another story then.
Result<std::int64_t> takeBackScan(Database& database, const Undoing& how, const ScanId& scan);

// The door's admissions and exits from `since` on that are not undone, the oldest first; a thousand at most.
std::vector<std::int64_t> notTakenBack(Database& database, DoorId door, TimePoint since);

}  // namespace turnout::sqlite
