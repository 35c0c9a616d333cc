#include "common/domain/ticket_code.h"
#include "common/store/closing.h"
#include "common/store/event_reader.h"
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

Result<std::vector<HeldPerson>> heldAbout(const fs::path& event, const std::string& person) {
    if (const auto reader = EventReader::open(event); !reader) return reader.error();
    std::vector<HeldPerson> all;
    try {
        const fs::path real = fs::canonical(event);
        Database database(real, sqlite::isReadOnlyPlace(real) ? sqlite::Mode::immutable : sqlite::Mode::readOnly);
        const ParsedCode code = parseTicketCode(person);
        auto rows = database.query(
            "select a.id, a.name, a.native_name, a.screen_name, a.outside_id, a.country, coalesce(f.name_en, ''),"
            " a.category, a.seat, a.note, coalesce(c.email, ''), coalesce(c.language, ''),"
            " (select count(*) from scan s join ticket t on t.code = s.ticket where t.attendee = a.id)"
            " from attendee a left join contact c on c.attendee = a.id left join affiliation f on f.id = a.affiliation"
            " where ?1 <> '' and (a.outside_id = ?1 or lower(a.name) = lower(?1) or a.native_name = ?1"
            " or lower(c.email) = lower(?1) or a.id in (select attendee from ticket where code in (?1, ?2)))"
            " order by a.id");
        rows.bind(person, code.shape == CodeShape::ours ? code.code : person);
        while (rows.step()) {
            HeldPerson held{AttendeeId{rows.integer(0)}, {}, {}, rows.integer(12)};
            constexpr const char* kColumns[] = {"name",    "native_name", "screen_name", "id",
                                                "country", "affiliation", "category",    "seat",
                                                "note",    "email",       "language"};
            for (int at = 0; at < 11; ++at)
                if (const std::string text = rows.text(at + 1); !text.empty())
                    held.fields.emplace_back(kColumns[at], text);
            auto tickets = database.query("select code from ticket where attendee = ? order by issued, code");
            tickets.bind(held.id.value);
            while (tickets.step()) held.tickets.push_back(tickets.text(0));
            all.push_back(std::move(held));
        }
    } catch (const SQLite::Exception& exception) {
        return sqlite::translate(exception, event);
    }
    if (all.empty())
        return makeError(Fault::notFound, "store.no_such_person", {{"person", shorten(cleanForScreen(person), 60)}});
    return all;
}

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
