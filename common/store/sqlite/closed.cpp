#include "common/store/sqlite/closed.h"

namespace turnout::sqlite {

std::optional<Error> refusalOfClosed(Database& database, const std::filesystem::path& event) {
    if (!database.query("select 1 from setting where name = 'closed'").step()) return std::nullopt;
    return makeError(Fault::refusedByRules, "store.closed", {{"file", event.filename().string()}});
}

}  // namespace turnout::sqlite
