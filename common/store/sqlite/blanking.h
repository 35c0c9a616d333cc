// Guests who asked to be forgotten: their rows stay, blank, so that the numbers stay. The setting "forgotten.ID" names
// each, with what is told of the file before. Inside the caller's write transaction.
#pragma once

#include <string>
#include <vector>

#include "common/base/time.h"
#include "common/store/sqlite/database.h"

namespace turnout::sqlite {

// A chain in which somebody was forgotten was hashed again: it differs from the same chain in a copy made before.
bool anybodyForgotten(Database& database);

// Deletes what tells who this guest is, gives the tickets numbers that say nothing and hashes the chains again. Answers
// what may not be found in the file afterwards.
std::vector<std::string> forgetGuest(Database& database, std::int64_t attendee, TimePoint now);

// A copy made before still knew them: what was brought in from it is forgotten again, and the chains are hashed again.
void forgetAgain(Database& database, TimePoint now);

// A list brought in at `now` may hold somebody forgotten, who is a new guest then: a blank row of the same country,
// affiliation and category is taken off the list, so that one person is not registered twice.
void countForgottenOnce(Database& database, TimePoint now);

}  // namespace turnout::sqlite
