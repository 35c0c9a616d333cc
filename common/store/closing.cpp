#include "common/store/closing.h"

#include <algorithm>
#include <fstream>
#include <random>
#include <unordered_map>

#include "common/domain/ticket_code.h"
#include "common/store/event_reader.h"
#include "common/store/event_store.h"
#include "common/store/gate.h"
#include "common/store/sqlite/chain.h"
#include "common/store/sqlite/database.h"
#include "common/store/sqlite/derived.h"
#include "common/store/sqlite/schema.h"
#include "common/store/sqlite/verifying.h"

namespace turnout {
namespace {

namespace fs = std::filesystem;
using sqlite::Blob;
using sqlite::Database;
using sqlite::Transaction;

constexpr std::int64_t kRounding = 5 * 60 * 1000;
constexpr std::size_t kShortestSought = 5;  // bytes; shorter ones stand in any file by chance

std::vector<std::string> column(Database& database, const char* sql) {
    std::vector<std::string> all;
    auto rows = database.query(sql);
    while (rows.step()) all.push_back(rows.text(0));
    return all;
}

// What may not be found in the file afterwards; less what the file keeps rightly (a guest named as a country is).
std::vector<std::string> soughtNames(Database& database) {
    std::vector<std::string> names =
        column(database,
               "select name from attendee union select native_name from attendee union select screen_name from attendee"
               " union select outside_id from attendee union select email from contact union select code from ticket"
               " union select note from attendee union select volunteer from scan_private");
    std::string kept;
    for (const char* sql :
         {"select name_en || ' ' || name_zh || ' ' || venue_en || ' ' || venue_zh || ' ' || uid || ' ' || zone from "
          "event",
          "select id || ' ' || name_en || ' ' || name_zh from category",
          "select key || ' ' || name_en || ' ' || name_zh || ' ' || short_en || ' ' || short_zh from affiliation",
          "select alias from affiliation_alias", "select id || ' ' || name_en || ' ' || name_zh from country_group",
          "select part_en || part_zh || name_en || ' ' || name_zh || ' ' || performers from programme",
          "select name || ' ' || value from setting", "select name from door", "select sql from sqlite_schema"})
        for (const std::string& text : column(database, sql)) kept += text + "\n";
    std::erase_if(names, [&](const std::string& name) {
        return name.size() < kShortestSought || kept.find(name) != std::string::npos;
    });
    return names;
}

constexpr std::int64_t kCloseSteps = 5;

// Only while this process has no connection to the file.
bool bytesHold(const fs::path& path, const std::vector<std::string>& names) {
    std::ifstream file(path, std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    std::unordered_map<std::string_view, std::vector<std::string_view>> byBeginning;
    for (const std::string& name : names)
        byBeginning[std::string_view(name).substr(0, kShortestSought)].push_back(name);
    const std::string_view all(bytes);
    for (std::size_t at = 0; at + kShortestSought <= all.size(); ++at) {
        const auto found = byBeginning.find(all.substr(at, kShortestSought));
        if (found == byBeginning.end()) continue;
        for (const std::string_view name : found->second)
            if (all.substr(at, name.size()) == name) return true;
    }
    return false;
}

// A number for each ticket that says nothing about it: not its order, not its time.
void renumberTickets(Database& database) {
    std::vector<std::string> codes = column(database, "select code from ticket");
    std::mt19937_64 shuffle([] {
        const std::string seed = sqlite::randomBytes(8);
        std::uint64_t number = 0;
        for (const char c : seed) number = number << 8 | static_cast<unsigned char>(c);
        return number;
    }());
    std::shuffle(codes.begin(), codes.end(), shuffle);
    std::int64_t number = 0;
    for (const std::string& code : codes) {
        const std::string fresh = "closed-" + std::to_string(++number);
        database.query("update scan set ticket = ? where ticket = ?").bind(fresh, code).run();
        database.query("update ticket set code = ?, issued = 0, reason = '' where code = ?").bind(fresh, code).run();
    }
    database.query("update ticket set revoked = 0 where revoked is not null").run();
}

// Each machine's chain from its beginning, over the rows as they stand now.
void hashAgain(Database& database) {
    struct Row {
        std::int64_t id = 0;
        sqlite::ScanRow scan;
    };
    std::vector<Row> rows;
    {
        auto log = database.query(
            "select s.id, s.scan_id, s.machine, s.seq, s.at, coalesce(e.door_there, s.door), s.direction, s.source,"
            " s.ticket, s.verdict, s.undoes, s.overrides, s.rehearsal from scan s left join door_elsewhere e"
            " on e.machine = s.machine and e.door = s.door order by s.machine, s.seq");
        const auto text = [&](int at) { return log.isNull(at) ? std::nullopt : std::optional(log.text(at)); };
        while (log.step())
            rows.push_back({log.integer(0),
                            {log.text(1),
                             log.text(2),
                             log.integer(3),
                             log.integer(4),
                             log.integer(5),
                             log.text(6),
                             log.text(7),
                             text(8),
                             log.text(9),
                             text(10),
                             text(11),
                             log.integer(12) != 0,
                             {}}});
    }
    std::string machine, previous;
    for (const Row& row : rows) {
        if (row.scan.machine != machine) previous.assign(sqlite::kHashBytes, '\0');
        machine = row.scan.machine;
        previous = sqlite::chainHash(previous, row.scan);
        database.query("update scan set private_hash = null, hash = ? where id = ?").bind(Blob{previous}, row.id).run();
        database.query("update chain_head set hash = ? where machine = ?").bind(Blob{previous}, machine).run();
    }
}

void closeRows(Database& database, const std::string& told) {
    for (const char* trigger : {"scan_is_never_updated", "scan_is_never_deleted", "scan_is_never_replaced"})
        database.exec((std::string("drop trigger ") + trigger).c_str());
    for (const char* sql :
         {"delete from scan_private", "delete from contact", "delete from remark",
          "update attendee set outside_id = '', name = '', native_name = '', screen_name = '', seat = '', note = '',"
          " on_screen = 0, name_checked = 0, hidden = 0, added = 0, changed = 0",
          "delete from setting where name in ('pin', 'rehearsal', 'recovered')"})
        database.exec(sql);
    database.query("create index closing_ticket on scan(ticket)").run();
    renumberTickets(database);
    database.query("drop index closing_ticket").run();
    database.query("update scan set at = at - at % ?").bind(kRounding).run();
    hashAgain(database);
    database.query("insert into setting(name, value) values('closed', ?)").bind(told).run();
    const auto expected = sqlite::expectedSchema();
    for (const char* trigger : {"scan_is_never_updated", "scan_is_never_deleted", "scan_is_never_replaced"})
        database.exec(expected.at(trigger).c_str());
}

// What stays to tell: when, the fingerprint of before, the old chains' heads.
std::string toldOf(Database& database, TimePoint now) {
    std::string told = Zone().iso(now) + " " + sqlite::fingerprintOf(database);
    auto heads = database.query("select machine, seq, hash from chain_head order by machine");
    while (heads.step())
        told += " " + heads.text(0) + ":" + std::to_string(heads.integer(1)) + ":" + sqlite::hex(heads.text(2));
    return told;
}

Error inUse(const fs::path& event) {
    return makeError(Fault::inUse, "store.close_in_use", {{"file", event.filename().string()}});
}

Status rewrite(const fs::path& real, TimePoint now, std::vector<std::string>& sought, const CloseProgress& step) {
    Database database(real, sqlite::Mode::readWrite);
    {
        // Leaving the log behind succeeds only for the one connection that there is, and takes -wal and -shm away.
        auto mode = database.query("pragma journal_mode=delete");
        if (!mode.step() || mode.text(0) != "delete") return inUse(real);
    }
    database.exec("pragma locking_mode=exclusive");
    database.exec("pragma secure_delete=on");
    step(1, kCloseSteps);
    if (const auto findings = sqlite::verifyAll(database); !findings.empty())
        return makeError(Fault::corrupt, "store.close_damaged", {{"file", real.filename().string()}});
    step(2, kCloseSteps);
    sought = soughtNames(database);
    {
        Transaction transaction(database, Transaction::Kind::write);
        closeRows(database, toldOf(database, now));
        sqlite::rewriteDerived(database);
        transaction.commit();
    }
    step(3, kCloseSteps);
    database.exec("vacuum");
    step(4, kCloseSteps);
    if (const auto findings = sqlite::verifyAll(database); !findings.empty())
        return makeError(Fault::corrupt, "store.close_damaged", {{"file", real.filename().string()}});
    return Done{};
}

// A file that Turnout, a form tool or a spreadsheet makes of people.
bool mayHoldPeople(const fs::path& path) {
    const std::string ending = path.extension();
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
    auto reader = EventReader::open(event);
    if (!reader) return reader.error();
    const auto closed = reader->setting("closed");
    if (!closed) return closed.error();
    try {
        const fs::path real = fs::canonical(event);
        Database database(real, sqlite::isReadOnlyPlace(real) ? sqlite::Mode::immutable : sqlite::Mode::readOnly);
        auto counts = database.query(
            "select (select count(*) from attendee), (select count(*) from contact), (select count(*) from ticket),"
            " (select count(*) from remark), (select count(*) from scan_private), (select count(*) from scan)");
        counts.step();
        return ClosePreview{counts.integer(0), counts.integer(1), counts.integer(2),  counts.integer(3),
                            counts.integer(4), counts.integer(5), closed->has_value()};
    } catch (const SQLite::Exception& exception) {
        return sqlite::translate(exception, event);
    }
}

Status closeEvent(const fs::path& event, TimePoint now, const CloseProgress& progress) {
    const auto preview = previewClose(event);
    if (!preview) return preview.error();
    if (preview->closed) return makeError(Fault::refusedByRules, "store.closed", {{"file", event.filename().string()}});
    const fs::path real = fs::canonical(event);
    if (sqlite::isReadOnlyPlace(real))
        return makeError(Fault::readOnly, "store.read_only", {{"file", event.filename().string()}});
    Gate gate(real, "turnout close");
    const auto turn = gate.enter(Millis{2000});
    if (!turn) return turn.error();
    const auto step = [&](std::int64_t number, std::int64_t steps) {
        if (progress) progress(number, steps);
    };
    std::vector<std::string> sought;
    try {
        if (const Status done = rewrite(real, now, sought, step); !done) return done;
    } catch (const SQLite::Exception& exception) {
        const Error error = sqlite::translate(exception, event);
        return error.fault == Fault::busy ? inUse(real) : error;
    }
    step(kCloseSteps, kCloseSteps);
    if (bytesHold(real, sought))
        return makeError(Fault::corrupt, "store.close_found", {{"file", event.filename().string()}});
    return Done{};
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

Status forgetPerson(const fs::path& event, AttendeeId guest, TimePoint now) {
    if (const auto store = EventStore::open(event); !store) return store.error();  // the place, the schema
    const fs::path real = fs::canonical(event);
    Gate gate(real, "turnout forget");
    const auto turn = gate.enter(Millis{2000});
    if (!turn) return turn.error();
    try {
        Database database(real, sqlite::Mode::readWrite);
        database.exec("pragma secure_delete=on");
        {
            Transaction transaction(database, Transaction::Kind::write);
            database.query("delete from contact where attendee = ?").bind(guest.value).run();
            database
                .query(
                    "delete from scan_private where scan in (select s.id from scan s join ticket t on t.code = s.ticket"
                    " where t.attendee = ?)")
                .bind(guest.value)
                .run();
            database
                .query(
                    "update attendee set outside_id = '', name = '', native_name = '', screen_name = '', seat = '',"
                    " note = '', on_screen = 0, name_checked = 0, hidden = 1 where id = ?")
                .bind(guest.value)
                .run();
            database.query("update ticket set revoked = coalesce(revoked, ?), reason = '' where attendee = ?")
                .bind(now.time_since_epoch().count(), guest.value)
                .run();
            transaction.commit();
        }
        if (!database.checkpoint(SQLITE_CHECKPOINT_TRUNCATE))
            return makeError(Fault::busy, "store.forget_log", {{"file", event.filename().string()}});
        database.removeLogOnClose();
    } catch (const SQLite::Exception& exception) {
        return sqlite::translate(exception, event);
    }
    return Done{};
}

}  // namespace turnout
