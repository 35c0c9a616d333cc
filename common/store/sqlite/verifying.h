// What `turnout verify` looks at. Each answers what is wrong; nothing wrong = empty.
#pragma once

#include <vector>

#include "common/store/event_reader.h"
#include "common/store/sqlite/database.h"

namespace turnout::sqlite {

// Inside one read transaction, so that all of it is about one state of the file.
std::vector<Finding> verifyAll(Database& database);

// BLAKE2b-256 over the contents through SQL, without what belongs to one copy only (machine, settings, contacts).
std::string fingerprintOf(Database& database);

}  // namespace turnout::sqlite
