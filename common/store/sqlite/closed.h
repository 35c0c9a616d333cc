// Whether an event still takes something in.
#pragma once

#include <filesystem>
#include <optional>

#include "common/base/result.h"
#include "common/store/sqlite/database.h"

namespace turnout::sqlite {

// Asked inside the write transaction, so that a close in another program cannot come between: the sentence that
// refuses the write, or nothing while the event is open.
std::optional<Error> refusalOfClosed(Database& database, const std::filesystem::path& event);

}  // namespace turnout::sqlite
