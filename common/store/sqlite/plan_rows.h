// The organiser's plan as rows of the event file.
#pragma once

#include "common/domain/event.h"
#include "common/store/sqlite/database.h"

namespace turnout::sqlite {

void writePlan(Database& database, const EventPlan& plan, const std::string& uid, const std::string& tag,
               TimePoint now);
EventPlan readPlan(Database& database);

// The key under which an affiliation's name or alias is found: upper and lower case, spaces and points do not matter.
std::string affiliationKey(std::string_view name);

}  // namespace turnout::sqlite
