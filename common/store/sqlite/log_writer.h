// Writes one row of the log. The only code that inserts into `scan`.
#pragma once

#include "common/store/sqlite/chain.h"
#include "common/store/sqlite/database.h"

namespace turnout::sqlite {

// With a salt of its own. `noTicket`: the text, of one that is no ticket. Nothing when there is nothing to keep.
std::optional<PrivatePart> privatePart(const std::string& volunteer, const std::string& reason,
                                       const std::optional<std::string>& noTicket = {});

// Fills in seq, privateHash and hash, inserts the row (and its private part when there is one), moves the chain's head
// and counts the verdict for the door. Inside the caller's write transaction. Answers the rowid.
std::int64_t writeScan(Database& database, ScanRow& row, const std::optional<PrivatePart>& part);

}  // namespace turnout::sqlite
