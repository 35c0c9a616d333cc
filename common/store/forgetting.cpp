#include "common/store/closing.h"
#include "common/store/event_store.h"
#include "common/store/gate.h"
#include "common/store/sqlite/blanking.h"
#include "common/store/sqlite/closed.h"
#include "common/store/sqlite/database.h"
#include "common/store/sqlite/traces.h"

namespace turnout {

namespace fs = std::filesystem;
using sqlite::Database;
using sqlite::Transaction;

namespace {

Error aboutFile(Fault fault, const char* key, const fs::path& event) {
    return makeError(fault, key, {{"file", event.filename().string()}});
}

// Answers what may not be found in the bytes of the file.
Result<std::vector<std::string>> forgetIn(const fs::path& real, AttendeeId guest, TimePoint now) {
    Database database(real, sqlite::Mode::readWrite);
    database.exec("pragma secure_delete=on");
    if (!database.checkpoint(SQLITE_CHECKPOINT_TRUNCATE)) return aboutFile(Fault::busy, "store.forget_busy", real);
    std::vector<std::string> words;
    {
        Transaction transaction(database, Transaction::Kind::write);
        if (auto closed = sqlite::refusalOfClosed(database, real)) return *std::move(closed);
        words = sqlite::forgetGuest(database, guest.value, now);
        transaction.commit();
    }
    if (!database.checkpoint(SQLITE_CHECKPOINT_TRUNCATE)) return aboutFile(Fault::busy, "store.forget_log", real);
    database.removeLogOnClose();
    return words;
}

// Rows that moved leave what they were in the gaps of their pages; a file written anew has no gaps.
Status writeAnew(const fs::path& real) {
    Database database(real, sqlite::Mode::readWrite);
    database.exec("vacuum");
    if (!database.checkpoint(SQLITE_CHECKPOINT_TRUNCATE)) return aboutFile(Fault::busy, "store.forget_log", real);
    database.removeLogOnClose();
    return Done{};
}

}  // namespace

Status forgetPerson(const fs::path& event, AttendeeId guest, TimePoint now) {
    if (const auto store = EventStore::open(event); !store) return store.error();  // the place, the schema
    const fs::path real = fs::canonical(event);
    Gate gate(real, "turnout forget");
    const auto turn = gate.enter(Millis{2000});
    if (!turn) return turn.error();
    try {
        const auto words = forgetIn(real, guest, now);
        if (!words) return words.error();
        auto found = sqlite::fileHolds(real, *words);
        if (found && *found) {
            if (const Status anew = writeAnew(real); !anew) return anew;
            found = sqlite::fileHolds(real, *words);
        }
        if (!found) return found.error();
        if (*found) return aboutFile(Fault::corrupt, "store.forget_found", event);
        return Done{};
    } catch (const SQLite::Exception& exception) {
        return sqlite::translate(exception, event);
    }
}

}  // namespace turnout
