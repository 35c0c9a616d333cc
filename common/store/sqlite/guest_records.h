// Guests of the list as the organiser corrects them one by one.
#pragma once

#include <functional>
#include <vector>

#include "common/base/result.h"
#include "common/store/guest_record.h"
#include "common/store/sqlite/database.h"

namespace turnout::sqlite {

void eachRecord(Database& database, const std::function<void(GuestRecord)>& take);

// Inside the caller's write transaction; tallies included. Refused: no name, a category the event does not have, an
// outside id that another guest has, a guest who is not on the list.
Status changeRecord(Database& database, const GuestRecord& guest, TimePoint now);

// The organiser's look at these names. Inside the caller's write transaction.
void checkNames(Database& database, const std::vector<AttendeeId>& guests, bool checked, TimePoint now);

}  // namespace turnout::sqlite
