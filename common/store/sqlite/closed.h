// Whether an event still takes something in.
#pragma once

#include <filesystem>
#include <optional>

#include "common/base/result.h"
#include "common/store/sqlite/database.h"

namespace turnout::sqlite {

// begun: the names are deleted, and the file was not yet found to be rid of them. The settings "closing" and "closed"
// say so, with what is told of the file before.
enum class Closing { open, begun, done };
Closing closingOf(Database& database);

// Asked inside the write transaction, so that a close in another program cannot come between: the sentence that
// refuses the write, or nothing while the event is open.
std::optional<Error> refusalOfClosed(Database& database, const std::filesystem::path& event);

}  // namespace turnout::sqlite
