#include "common/store/sqlite/attendees.h"

#include <sqlite3.h>

#include <array>

#include "common/domain/ticket_code.h"
#include "common/store/sqlite/plan_rows.h"
#include "common/store/sqlite/ticketing.h"

namespace turnout::sqlite {
namespace {

// The columns of a guest, in the order of guestAt().
#define TURNOUT_GUEST_COLUMNS                                                                                    \
    "a.id, a.name, a.native_name, a.country, coalesce(f.name_en, ''), coalesce(f.name_zh, ''), c.id, c.name_en," \
    " c.name_zh, c.counted, a.seat, a.note, c.attention, a.walk_in,"                                             \
    " a.on_screen and a.name_checked and not a.hidden and (select names_on_screen from event)"
#define TURNOUT_GUEST_TABLES \
    " from attendee a join category c on c.id = a.category left join affiliation f on f.id = a.affiliation"
constexpr int kGuestColumns = 15;
constexpr std::size_t kLongestName = 120;  // characters, of a walk-in

Guest guestAt(const Query& row) {
    Guest guest;
    guest.id = AttendeeId{row.integer(0)};
    guest.name = row.text(1);
    guest.nativeName = row.text(2);
    guest.country = CountryCode::fromAlpha2(row.text(3)).value_or(CountryCode{});
    guest.affiliation = {row.text(4), row.text(5)};
    guest.categoryId = row.text(6);
    guest.category = {row.text(7), row.text(8)};
    guest.counted = row.integer(9) != 0;
    guest.seat = row.text(10);
    guest.note = row.text(11);
    guest.attention = row.integer(12) != 0 || !guest.note.empty();
    guest.walkIn = row.integer(13) != 0;
    guest.onScreen = row.integer(14) != 0;
    return guest;
}

Entry entryAt(const Query& row, int column) {
    return {DoorId{row.integer(column)}, row.text(column + 1), TimePoint{Millis{row.integer(column + 2)}}};
}

}  // namespace

Guest readGuest(Database& database, AttendeeId attendee) {
    auto query = database.query("select " TURNOUT_GUEST_COLUMNS TURNOUT_GUEST_TABLES " where a.id = ?");
    query.bind(attendee.value).step();
    return guestAt(query);
}

std::optional<std::string> ticketOf(Database& database, AttendeeId attendee, TimePoint now) {
    auto known = database.query("select 1 from attendee where id = ?");
    if (!known.bind(attendee.value).step()) return std::nullopt;
    auto ticket = database.query(
        "select code from ticket where attendee = ? order by revoked is not null, revoked desc, issued desc limit 1");
    if (ticket.bind(attendee.value).step()) return ticket.text(0);
    return issue(database, attendee.value, systemCodes(), "", now);
}

std::string addWalkIn(Database& database, const WalkIn& walkIn, TimePoint now) {
    const std::int64_t at = now.time_since_epoch().count();
    database
        .query(
            "insert into attendee(outside_id, name, native_name, screen_name, country, affiliation, category, seat, "
            "note, on_screen, name_checked, walk_in, added, changed)"
            " values('', ?1, ?2, '', ?3, ?4, (select id from category order by place limit 1), '', '', ?5, 0, 1, ?6, "
            "?6)")
        .bind(shorten(cleanForScreen(walkIn.name), kLongestName),
              shorten(cleanForScreen(walkIn.nativeName), kLongestName), walkIn.country.str(),
              affiliationNamed(database, walkIn.affiliation), walkIn.onScreen, at)
        .run();
    return issue(database, sqlite3_last_insert_rowid(database.handle()), systemCodes(), "", now);
}

void addUnlisted(Database& database, const SignedTicket& ticket, TimePoint now) {
    const std::int64_t at = now.time_since_epoch().count();
    database
        .query(
            "insert into attendee(outside_id, name, native_name, screen_name, country, affiliation, category, seat, "
            "note, on_screen, name_checked, walk_in, added, changed)"
            " values('', ?1, '', '', 'ZZ', null, coalesce((select id from category where place = ?2),"
            " (select id from category order by place limit 1)), '', '', 0, 0, 1, ?3, ?3)")
        .bind(groupedCode(ticket.code).substr(0, 11), std::int64_t{ticket.category}, at)
        .run();
    database.query("insert into ticket(code, attendee, issued, reason) values(?, ?, ?, '')")
        .bind(ticket.code, std::int64_t{sqlite3_last_insert_rowid(database.handle())}, at)
        .run();
}

std::optional<std::int64_t> affiliationNamed(Database& database, const std::string& name) {
    const std::string key = affiliationKey(name);
    if (key.empty()) return std::nullopt;
    auto found = database.query("select affiliation from affiliation_alias where alias = ?");
    if (found.bind(key).step()) return found.integer(0);
    database
        .query(
            "insert into affiliation(key, place, name_en, name_zh, short_en, short_zh)"
            " values(?1, (select coalesce(max(place), 0) + 1 from affiliation), ?2, '', '', '')")
        .bind(key, name)
        .run();
    const std::int64_t id = sqlite3_last_insert_rowid(database.handle());
    database.query("insert into affiliation_alias(alias, affiliation) values(?,?)").bind(key, id).run();
    return id;
}

std::optional<std::int64_t> rehearsingSince(Database& database) {
    auto query = database.query("select cast(value as integer) from setting where name = 'rehearsal'");
    return query.step() ? std::optional(query.integer(0)) : std::nullopt;
}

PresenceRow presenceOf(Database& database, AttendeeId attendee, std::optional<std::int64_t> rehearsal) {
    PresenceRow presence;
    if (!rehearsal) {
        auto stay = database.query(
            "select scan_out is null, scan_in from stay where attendee = ? and undone is null order by id desc limit "
            "1");
        if (!stay.bind(attendee.value).step()) return presence;
        presence.presence = stay.integer(0) != 0 ? Presence::inside : Presence::left;
        if (presence.presence == Presence::inside) presence.entryScan = stay.integer(1);
        return presence;
    }
    // A rehearsal has no stays: its own rows of the log say it, the newest that was not taken back.
    auto last = database.query(
        "select s.verdict = 'admitted', s.id from ticket t join scan s on s.ticket = t.code"
        " where t.attendee = ?1 and s.rehearsal = 1 and s.id > ?2 and s.verdict in ('admitted', 'exited')"
        " and not exists(select 1 from scan u where u.rehearsal = 1 and u.ticket = s.ticket and u.undoes = s.scan_id)"
        " order by s.id desc limit 1");
    if (!last.bind(attendee.value, *rehearsal).step()) return presence;
    presence.presence = last.integer(0) != 0 ? Presence::inside : Presence::left;
    if (presence.presence == Presence::inside) presence.entryScan = last.integer(1);
    return presence;
}

void eachGuest(Database& database, const std::function<void(const Guest&)>& take) {
    auto rows =
        database.query("select " TURNOUT_GUEST_COLUMNS TURNOUT_GUEST_TABLES " where a.cancelled is null order by a.id");
    while (rows.step()) take(guestAt(rows));
}

void eachInside(Database& database, const std::function<void(const Guest&, const Entry&)>& take) {
    auto rows = database.query("select " TURNOUT_GUEST_COLUMNS ", d.id, d.name, s.at" TURNOUT_GUEST_TABLES
                               " join stay y on y.attendee = a.id and y.scan_out is null and y.undone is null"
                               " join scan s on s.id = y.scan_in join door d on d.id = s.door"
                               " order by f.place is null, f.place, f.id, a.name, a.id");
    while (rows.step()) take(guestAt(rows), entryAt(rows, kGuestColumns));
}

GuestNow readGuestNow(Database& database, AttendeeId attendee) {
    GuestNow now;
    now.id = attendee;
    const PresenceRow row = presenceOf(database, attendee, rehearsingSince(database));
    now.presence = row.presence;
    if (row.entryScan) {
        auto entry =
            database.query("select d.id, d.name, s.at from scan s join door d on d.id = s.door where s.id = ?");
        if (entry.bind(*row.entryScan).step()) now.entry = entryAt(entry, 0);
    }
    auto ticket = database.query("select code, issued from ticket where attendee = ? and revoked is null");
    if (ticket.bind(attendee.value).step()) {
        const std::string code = ticket.text(0);
        now.ticketBeginning = code.substr(0, 5);
        if (code.size() >= 15) now.ticketEnding = code.substr(code.size() - 5);
        now.issued = TimePoint{Millis{ticket.integer(1)}};
    }
    return now;
}

}  // namespace turnout::sqlite
