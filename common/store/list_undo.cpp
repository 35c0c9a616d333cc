#include "common/store/list_undo.h"

#include <array>
#include <map>
#include <set>
#include <string>

#include "common/store/event_reader.h"
#include "common/store/sqlite/changing.h"
#include "common/store/sqlite/derived.h"

namespace turnout {
namespace {

namespace fs = std::filesystem;
using sqlite::Database;

struct TicketState {
    std::int64_t issued = 0;
    std::optional<std::int64_t> revoked;
    std::string reason;
    bool operator==(const TicketState&) const = default;
};

struct GuestState {
    std::array<std::string, 8> texts;                    // kTexts
    std::array<std::optional<std::int64_t>, 8> numbers;  // kNumbers
    std::optional<std::array<std::string, 2>> contact;   // e-mail, language
    std::map<std::string, TicketState> tickets;          // by code
    bool operator==(const GuestState&) const = default;
};

using Guests = std::map<std::int64_t, GuestState>;

Guests readGuests(Database& database) {
    Guests guests;
    auto rows = database.query(
        "select id, outside_id, name, native_name, screen_name, country, category, seat, note, affiliation, on_screen,"
        " name_checked, walk_in, cancelled, added, changed, hidden from attendee");
    while (rows.step()) {
        GuestState& guest = guests[rows.integer(0)];
        for (std::size_t i = 0; i < 8; ++i) guest.texts[i] = rows.text(static_cast<int>(i) + 1);
        for (std::size_t i = 0; i < 8; ++i) guest.numbers[i] = rows.optionalInteger(static_cast<int>(i) + 9);
    }
    auto contacts = database.query("select attendee, email, language from contact");
    while (contacts.step()) guests[contacts.integer(0)].contact = {contacts.text(1), contacts.text(2)};
    auto tickets = database.query("select attendee, code, issued, revoked, reason from ticket");
    while (tickets.step())
        guests[tickets.integer(0)].tickets[tickets.text(1)] = {tickets.integer(2), tickets.optionalInteger(3),
                                                               tickets.text(4)};
    return guests;
}

// The copies for doors, as they were noted.
std::set<std::string> copiesIn(Database& database) {
    std::set<std::string> copies;
    auto query = database.query("select name || value from setting where name glob 'door.*.copy'");
    while (query.step()) copies.insert(query.text(0));
    return copies;
}

std::int64_t lastScanIn(Database& database) {
    auto query = database.query("select coalesce(max(id), 0) from scan");
    query.step();
    return query.integer(0);
}

std::set<std::int64_t> affiliationsIn(Database& database) {
    std::set<std::int64_t> all;
    auto query = database.query("select id from affiliation");
    while (query.step()) all.insert(query.integer(0));
    return all;
}

Error refused(const char* key, const GuestState* guest = nullptr) {
    std::vector<std::pair<std::string, std::string>> args;
    if (guest != nullptr) args.emplace_back("name", cleanForScreen(guest->texts[1]));
    return makeError(Fault::refusedByRules, key, std::move(args));
}

void deleteGuest(Database& database, std::int64_t guest) {
    database.query("delete from ticket where attendee = ?").bind(guest).run();
    database.query("delete from contact where attendee = ?").bind(guest).run();
    database.query("delete from attendee where id = ?").bind(guest).run();
}

void putBack(Database& database, std::int64_t id, const GuestState& before, const GuestState& after) {
    const auto& t = before.texts;
    const auto& n = before.numbers;
    database
        .query(
            "update attendee set outside_id = ?2, name = ?3, native_name = ?4, screen_name = ?5, country = ?6,"
            " category = ?7, seat = ?8, note = ?9, affiliation = ?10, on_screen = ?11, name_checked = ?12,"
            " walk_in = ?13, cancelled = ?14, added = ?15, changed = ?16, hidden = ?17 where id = ?1")
        .bind(id, t[0], t[1], t[2], t[3], t[4], t[5], t[6], t[7], n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7])
        .run();
    database.query("delete from contact where attendee = ?").bind(id).run();
    if (before.contact)
        database.query("insert into contact(attendee, email, language) values(?,?,?)")
            .bind(id, (*before.contact)[0], (*before.contact)[1])
            .run();
    for (const auto& [code, ticket] : after.tickets) {
        const auto was = before.tickets.find(code);
        if (was == before.tickets.end())
            database.query("delete from ticket where code = ?").bind(code).run();
        else
            database.query("update ticket set revoked = ?2, reason = ?3 where code = ?1")
                .bind(code, was->second.revoked, was->second.reason)
                .run();
    }
}

}  // namespace

struct ListState {
    Guests guests;                   // rememberList(): all; touchedBy(): as they were before the list, those changed
    Guests after;                    // touchedBy(): as the list left them, those added and changed
    std::set<std::string> copies;    // for doors
    std::set<std::int64_t> schools;  // affiliations there were before
    std::int64_t lastScan = 0;
};

Result<ListMemory> rememberList(const fs::path& event) {
    if (const auto reader = EventReader::open(event); !reader) return reader.error();
    try {
        Database database(fs::canonical(event), sqlite::Mode::readOnly);
        sqlite::Transaction transaction(database, sqlite::Transaction::Kind::read);
        auto state = std::make_shared<ListState>();
        state->guests = readGuests(database);
        state->copies = copiesIn(database);
        state->schools = affiliationsIn(database);
        state->lastScan = lastScanIn(database);
        return ListMemory(state);
    } catch (const SQLite::Exception& exception) {
        return sqlite::translate(exception, event);
    }
}

Result<ListMemory> touchedBy(const fs::path& event, const ListMemory& before) {
    const auto now = rememberList(event);
    if (!now) return now;
    auto touched = std::make_shared<ListState>();
    touched->copies = before->copies;
    touched->schools = before->schools;
    touched->lastScan = before->lastScan;
    for (const auto& [id, guest] : (*now)->guests) {
        const auto was = before->guests.find(id);
        if (was != before->guests.end() && was->second == guest) continue;
        touched->after.emplace(id, guest);
        if (was != before->guests.end()) touched->guests.emplace(id, was->second);
    }
    return ListMemory(touched);
}

Result<ListTakenBack> takeListBack(const fs::path& event, const ListMemory& touched, TimePoint now) {
    return sqlite::change<ListTakenBack>(event, [&](Database& database) -> Result<ListTakenBack> {
        auto scanned = database.query(
            "select t.attendee from scan s join ticket t on t.code = s.ticket where s.id > ?1"
            " union select attendee from stay where scan_in > ?1");
        scanned.bind(touched->lastScan);
        while (scanned.step())
            if (const auto guest = touched->after.find(scanned.integer(0)); guest != touched->after.end())
                return refused("store.list_scanned", &guest->second);
        if (copiesIn(database) != touched->copies) return refused("store.list_copied");
        Guests current = readGuests(database);
        for (const auto& [id, after] : touched->after) {
            const auto here = current.find(id);
            if (here == current.end()) return refused("store.list_changed", &after);
            here->second.tickets = after.tickets;  // one that was issued since goes with its guest
            // Looking at a name for the screen is no change that would be lost.
            here->second.numbers[2] = after.numbers[2];
            here->second.numbers[6] = after.numbers[6];
            if (!(here->second == after)) return refused("store.list_changed", &after);
        }
        ListTakenBack done;
        for (const auto& [id, after] : touched->after) {
            const auto before = touched->guests.find(id);
            if (before == touched->guests.end()) {
                deleteGuest(database, id);
                ++done.removed;
            } else {
                putBack(database, id, before->second, after);
                ++done.restored;
            }
        }
        for (const std::int64_t school : affiliationsIn(database)) {
            auto used = database.query("select 1 from attendee where affiliation = ? limit 1");
            if (touched->schools.contains(school) || used.bind(school).step()) continue;
            database.query("delete from affiliation_alias where affiliation = ?").bind(school).run();
            database.query("delete from affiliation where id = ?").bind(school).run();
        }
        sqlite::rewriteTallies(database);
        database.query("insert into list_import(at, added, changed) values(?, 0, ?)")
            .bind(now.time_since_epoch().count(), done.removed + done.restored)
            .run();
        return done;
    });
}

}  // namespace turnout
