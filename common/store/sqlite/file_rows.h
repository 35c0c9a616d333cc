// The event's pictures and fonts as columns of its row: logo, background, and fonts, which is the length of the first
// in four bytes (the highest first), the first and the one of titles.
#pragma once

#include "common/store/event_files.h"
#include "common/store/sqlite/database.h"

namespace turnout::sqlite {

void writeFiles(Database& database, const EventFiles& files);
EventFiles readFiles(Database& database);  // one that is larger than it may be is left out

}  // namespace turnout::sqlite
