#include "common/store/closing.h"

#include <algorithm>

#include "common/store/event_reader.h"
#include "common/store/event_store.h"
#include "common/store/gate.h"
#include "common/store/sqlite/closed.h"
#include "common/store/sqlite/database.h"
#include "common/store/sqlite/derived.h"
#include "common/store/sqlite/rewriting.h"
#include "common/store/sqlite/traces.h"
#include "common/store/sqlite/verifying.h"

namespace turnout {
namespace {

namespace fs = std::filesystem;
using sqlite::Database;
using sqlite::Transaction;

constexpr std::int64_t kRounding = 5 * 60 * 1000;
constexpr std::int64_t kCloseSteps = 5;

void closeRows(Database& database, const std::string& told) {
    sqlite::LogRewrite log(database);
    for (const char* sql :
         {"delete from scan_private", "delete from contact", "delete from remark",
          "update attendee set outside_id = '', name = '', native_name = '', screen_name = '', seat = '', note = '',"
          " on_screen = 0, name_checked = 0, hidden = 0, added = 0, changed = 0",
          "update attendee set cancelled = 0 where cancelled is not null", "update ticket set issued = 0, reason = ''",
          "update ticket set revoked = 0 where revoked is not null",
          // When a door was tried, and whose drive carried a copy.
          "delete from setting where name in ('pin', 'rehearsal', 'recovered', 'self_test') or name glob 'door.*.copy'"
          " or name glob 'forgotten.*'",
          "update scan set private_hash = null"})
        database.exec(sql);
    std::vector<std::string> codes;
    {
        auto tickets = database.query("select code from ticket");
        while (tickets.step()) codes.push_back(tickets.text(0));
    }
    sqlite::renumberTickets(database, std::move(codes), "closed-");
    for (const char* rounded : {"update scan set at = at - at % ?", "update list_import set at = at - at % ?"})
        database.query(rounded).bind(kRounding).run();
    log.finish();
    database.query("insert into setting(name, value) values('closing', ?)").bind(told).run();
}

Error aboutFile(Fault fault, const char* key, const fs::path& event) {
    return makeError(fault, key, {{"file", event.filename().string()}});
}

// Leaving the log behind succeeds only for the one connection that there is, and takes -wal and -shm away.
bool isAlone(Database& database) {
    auto mode = database.query("pragma journal_mode=delete");
    return mode.step() && mode.text(0) == "delete";
}

Result<Done> checkPeopleGone(Database& database, const fs::path& event) {
    const auto column = sqlite::columnAboutPeople(database);
    if (!column) return Done{};
    return makeError(Fault::corrupt, "store.close_left", {{"file", event.filename().string()}, {"column", *column}});
}

// Deletes and rewrites, or changes nothing. Answers what may not be found in the file afterwards.
Result<std::vector<std::string>> deletePeople(Database& database, const fs::path& event, TimePoint now) {
    std::vector<std::string> words = sqlite::wordsOfPeople(database);
    Transaction transaction(database, Transaction::Kind::write);
    closeRows(database, sqlite::toldBefore(database, now));
    sqlite::rewriteDerived(database);
    if (const auto gone = checkPeopleGone(database, event); !gone) return gone.error();
    sqlite::leaveOnlyDeleted(database, words);
    transaction.commit();
    return words;
}

// The last step: only now it is said to be closed.
void markClosed(const fs::path& real) {
    Database database(real, sqlite::Mode::readWrite);
    Transaction transaction(database, Transaction::Kind::write);
    database.query("update setting set name = 'closed' where name = 'closing'").run();
    transaction.commit();
    database.checkpoint(SQLITE_CHECKPOINT_TRUNCATE);
    database.removeLogOnClose();
}

// A close that was killed while it wrote leaves a journal; readers cannot take back what it half wrote.
Status takeBackHalfWritten(const fs::path& event) {
    std::error_code failed;
    const fs::path real = fs::canonical(event, failed);
    if (failed || !fs::exists(real.string() + "-journal", failed)) return Done{};
    const auto store = EventStore::open(event);
    return store ? Status(Done{}) : store.error();
}

// Answers what may not be found in the file afterwards.
Result<std::vector<std::string>> rewrite(const fs::path& real, TimePoint now, const CloseProgress& step) {
    Database database(real, sqlite::Mode::readWrite);
    if (!isAlone(database)) return aboutFile(Fault::inUse, "store.close_in_use", real);
    database.exec("pragma locking_mode=exclusive");
    database.exec("pragma secure_delete=on");
    const bool begun = sqlite::closingOf(database) == sqlite::Closing::begun;
    step(1, kCloseSteps);
    if (!sqlite::verifyAll(database).empty())
        return aboutFile(Fault::corrupt, begun ? "store.closing_damaged" : "store.close_damaged", real);
    step(2, kCloseSteps);
    Result<std::vector<std::string>> words = std::vector<std::string>();
    if (!begun) words = deletePeople(database, real, now);
    if (!words) return words;
    step(3, kCloseSteps);
    database.exec("vacuum");
    step(4, kCloseSteps);
    if (!sqlite::verifyAll(database).empty()) return aboutFile(Fault::corrupt, "store.closing_damaged", real);
    if (const auto gone = checkPeopleGone(database, real); !gone) return gone.error();
    return words;
}

// A file that Turnout, a form tool or a spreadsheet makes of people.
bool mayHoldPeople(const fs::path& path) {
    std::string ending = path.extension();
    for (char& c : ending) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    for (const char* one : {".turnout", ".csv", ".tsv", ".xlsx", ".xls", ".pdf", ".log"})
        if (ending == one) return true;
    return false;
}

// A folder of tickets, also with one folder for each university in it; or of attendance sheets, a PDF and a workbook of
// each university.
bool holdsPeople(const fs::path& folder) {
    std::error_code failed;
    if (fs::exists(folder / "tickets.csv", failed)) return true;
    for (fs::directory_iterator at(folder, failed), end; !failed && at != end; at.increment(failed)) {
        std::error_code ignored;
        fs::path twin = at->path();
        if (at->is_directory(ignored) && fs::exists(twin / "tickets.csv", ignored)) return true;
        if (twin.extension() == ".pdf" && fs::exists(twin.replace_extension(".xlsx"), ignored)) return true;
    }
    return false;
}

}  // namespace

Result<ClosePreview> previewClose(const fs::path& event) {
    if (const Status whole = takeBackHalfWritten(event); !whole) return whole.error();
    if (const auto reader = EventReader::open(event); !reader) return reader.error();  // the place, the schema
    try {
        const fs::path real = fs::canonical(event);
        Database database(real, sqlite::isReadOnlyPlace(real) ? sqlite::Mode::immutable : sqlite::Mode::readOnly);
        auto counts = database.query(
            "select (select count(*) from attendee), (select count(*) from contact), (select count(*) from ticket),"
            " (select count(*) from remark), (select count(*) from scan_private), (select count(*) from scan)");
        counts.step();
        const auto closing = sqlite::closingOf(database);
        return ClosePreview{counts.integer(0),
                            counts.integer(1),
                            counts.integer(2),
                            counts.integer(3),
                            counts.integer(4),
                            counts.integer(5),
                            closing == sqlite::Closing::done,
                            closing == sqlite::Closing::begun};
    } catch (const SQLite::Exception& exception) {
        return sqlite::translate(exception, event);
    }
}

Result<CloseOutcome> closeEvent(const fs::path& event, TimePoint now, const CloseProgress& progress) {
    const auto preview = previewClose(event);
    if (!preview) return preview.error();
    if (preview->closed) return aboutFile(Fault::refusedByRules, "store.closed", event);
    const fs::path real = fs::canonical(event);
    if (sqlite::isReadOnlyPlace(real)) return aboutFile(Fault::readOnly, "store.read_only", event);
    Gate gate(real, "turnout close");
    const auto turn = gate.enter(Millis{2000});
    if (!turn) return turn.error();
    const auto step = [&](std::int64_t number, std::int64_t steps) {
        if (progress) progress(number, steps);
    };
    try {
        const auto words = rewrite(real, now, step);
        if (!words) return words.error();
        step(kCloseSteps, kCloseSteps);
        const auto found = sqlite::fileHolds(real, *words);
        if (!found) return found.error();
        if (*found) return aboutFile(Fault::corrupt, "store.close_found", event);
        markClosed(real);
        return CloseOutcome{static_cast<std::int64_t>(words->size()), preview->begun};
    } catch (const SQLite::Exception& exception) {
        const Error error = sqlite::translate(exception, event);
        return error.fault == Fault::busy ? aboutFile(Fault::inUse, "store.close_in_use", real) : error;
    }
}

std::vector<fs::path> leftoversBeside(const fs::path& event) {
    std::vector<fs::path> found;
    std::error_code failed;
    const fs::path folder = fs::absolute(event).parent_path();
    for (fs::directory_iterator at(folder, failed), end; !failed && at != end; at.increment(failed)) {
        const fs::path path = at->path();
        std::error_code ignored;
        const bool isFolder = at->is_directory(ignored) && !at->is_symlink(ignored);
        if (isFolder ? holdsPeople(path) : mayHoldPeople(path) && !fs::equivalent(path, event, ignored))
            found.push_back(path);
    }
    std::sort(found.begin(), found.end());
    return found;
}

}  // namespace turnout
