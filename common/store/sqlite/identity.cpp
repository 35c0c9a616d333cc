#include "common/store/sqlite/identity.h"

namespace turnout::sqlite {

std::optional<FileIdentity> identityOf(Database& database) {
    auto row = database.query(
        "select tag, m.uid, (select scan_id from scan where machine = m.uid order by seq desc limit 1)"
        " from event, machine m");
    if (!row.step()) return {};
    return FileIdentity{row.text(0), row.text(1), row.isNull(2) ? std::string() : row.text(2)};
}

Error olderCopy(const std::filesystem::path& path) {
    return makeError(Fault::replaced, "store.older_copy", {{"file", path.filename().string()}});
}

std::int64_t seqOf(Database& database, const FileIdentity& identity) {
    auto row = database.query("select seq from chain_head where machine = ?");
    return row.bind(identity.machine).step() ? row.integer(0) : 0;
}

Status isStill(Database& database, const FileIdentity& before) {
    const auto found = identityOf(database);
    if (!found || found->eventTag != before.eventTag || found->machine != before.machine)
        return makeError(Fault::replaced, "store.replaced", {{"file", database.path().filename().string()}});
    if (before.lastScan.empty()) return Done{};
    auto row = database.query("select 1 from scan where scan_id = ?");
    if (!row.bind(before.lastScan).step()) return olderCopy(database.path());
    return Done{};
}

std::optional<std::int64_t> seqInFile(const std::filesystem::path& path, const FileIdentity& identity) {
    try {
        Database file(path, Mode::immutable);
        auto row = file.query(
            "select tag, m.uid, coalesce((select seq from chain_head where machine = m.uid), 0) from event, machine m");
        if (!row.step() || row.text(0) != identity.eventTag || row.text(1) != identity.machine) return {};
        return row.integer(2);
    } catch (const SQLite::Exception&) {
        return {};  // half of a copy
    }
}

}  // namespace turnout::sqlite
