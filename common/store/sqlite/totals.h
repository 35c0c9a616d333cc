// The numbers of the event, read from the tallies: O(countries), whatever the attendance.
#pragma once

#include "common/store/event_reader.h"
#include "common/store/sqlite/database.h"

namespace turnout::sqlite {

Totals readTotals(Database& database);
std::vector<Arrival> readNewest(Database& database, std::size_t count);
DoorStatus readDoorStatus(Database& database, DoorId door, TimePoint now);

}  // namespace turnout::sqlite
