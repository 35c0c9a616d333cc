// One scan: what was read is compared with the list, decided, written, and described for the screen.
#pragma once

#include <optional>
#include <vector>

#include "common/store/scan.h"
#include "common/store/sqlite/database.h"
#include "common/store/sqlite/derived.h"

namespace turnout::sqlite {

// The rowid of a scan already in the log.
std::optional<std::int64_t> findScan(Database& database, const ScanId& scan);

// Decides and writes inside the caller's write transaction; answers the rowid of the new row. Fault::notFound for a
// guest who is not on the list, Fault::refusedByRules for a walk-in where the event takes none or rehearses.
Result<std::int64_t> record(Database& database, const std::string& machine, const Scan& scan);

// The answer that the row stands for: the same for a fresh scan and for one offered again.
Answer describe(Database& database, std::int64_t scanRow);
std::vector<Answer> describe(Database& database, const std::vector<std::int64_t>& scanRows);

}  // namespace turnout::sqlite
