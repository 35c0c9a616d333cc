// Writes one row of the log. The only code that inserts into `scan`.
#pragma once

#include "common/store/sqlite/chain.h"
#include "common/store/sqlite/database.h"

namespace turnout::sqlite {

// Fills in seq, privateHash and hash, inserts the row (and its private part when there is one), moves the chain's head
// and counts the verdict for the door. Inside the caller's write transaction. Answers the rowid.
std::int64_t writeScan(Database& database, ScanRow& row, const std::optional<PrivatePart>& part);

}  // namespace turnout::sqlite
