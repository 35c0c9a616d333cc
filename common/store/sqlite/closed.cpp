#include "common/store/sqlite/closed.h"

namespace turnout::sqlite {

Closing closingOf(Database& database) {
    auto setting = database.query("select name from setting where name in ('closing', 'closed')");
    if (!setting.step()) return Closing::open;
    return setting.text(0) == "closed" ? Closing::done : Closing::begun;
}

std::optional<Error> refusalOfClosed(Database& database, const std::filesystem::path& event) {
    const Closing closing = closingOf(database);
    if (closing == Closing::open) return std::nullopt;
    return makeError(Fault::refusedByRules, closing == Closing::done ? "store.closed" : "store.closing",
                     {{"file", event.filename().string()}});
}

}  // namespace turnout::sqlite
