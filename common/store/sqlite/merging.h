// A registration list into the event: who is already there, what changes, what is doubtful.
#pragma once

#include "common/store/event_store.h"
#include "common/store/sqlite/database.h"

namespace turnout::sqlite {

// Inside the caller's write transaction, which the caller commits only when the outcome says so
// (MergeOutcome::written).
MergeOutcome mergeRows(Database& database, const RowSource& rows, const MergeOptions& options, TimePoint now);

}  // namespace turnout::sqlite
