// What a door on another machine recorded, brought into this event file: its rows of the log as they stand, its doors,
// its walk-ins and the tickets it issued.
#pragma once

#include "common/store/event_store.h"
#include "common/store/sqlite/database.h"

namespace turnout::sqlite {

// Inside the caller's write transaction. `there` is a sound event file of the current schema. Fault::badInput when it
// is another event, or when both files went on as the same machine; then the caller rolls back.
Result<UniteOutcome> uniteFrom(Database& here, Database& there, const std::filesystem::path& file, TimePoint now);

}  // namespace turnout::sqlite
