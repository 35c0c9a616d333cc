// What a person said about a list, put into the list.
#pragma once

#include "common/roster/roster_file.h"
#include "organizer/desk/app/list_review.h"

namespace turnout::desk {

TableOptions tableOptions(const ListAnswers& answers);

// The table with the answers in it, every row on the line it had. `name`: of the file, for sentences.
Result<RosterTable> answered(RosterTable table, const ListAnswers& answers, const std::string& name);

// Gives rows that were said to be two people what tells them apart.
void keepApart(std::vector<RosterRow>& rows, const ListAnswers& answers);

}  // namespace turnout::desk
