#include "common/store/sqlite/guest_records.h"

#include "common/store/sqlite/attendees.h"
#include "common/store/sqlite/derived.h"

namespace turnout::sqlite {
namespace {

Error refused(const char* key, std::vector<std::pair<std::string, std::string>> args = {}) {
    return makeError(Fault::refusedByRules, key, std::move(args));
}

void writeContact(Database& database, const GuestRecord& guest) {
    if (guest.email.empty() && guest.language.empty()) {
        database.query("delete from contact where attendee = ?").bind(guest.id.value).run();
        return;
    }
    database
        .query(
            "insert into contact(attendee, email, language) values(?1,?2,?3) on conflict(attendee) do update set"
            " email = ?2, language = ?3")
        .bind(guest.id.value, guest.email, guest.language)
        .run();
}

}  // namespace

void eachRecord(Database& database, const std::function<void(GuestRecord)>& take) {
    auto rows = database.query(
        "select a.id, a.outside_id, a.name, a.native_name, a.screen_name, a.country, coalesce(f.key, ''), a.category,"
        " a.seat, a.note, coalesce(c.email, ''), coalesce(c.language, ''), a.on_screen, a.name_checked, a.hidden,"
        " a.cancelled is not null, a.walk_in,"
        " coalesce((select code from ticket t where t.attendee = a.id and t.revoked is null limit 1), '')"
        " from attendee a left join affiliation f on f.id = a.affiliation left join contact c on c.attendee = a.id"
        " order by a.id");
    while (rows.step()) {
        GuestRecord guest;
        guest.id = AttendeeId{rows.integer(0)};
        guest.outsideId = rows.text(1);
        guest.name = rows.text(2);
        guest.nativeName = rows.text(3);
        guest.screenName = rows.text(4);
        guest.country = CountryCode::fromAlpha2(rows.text(5)).value_or(CountryCode{});
        guest.affiliation = rows.text(6);
        guest.category = rows.text(7);
        guest.seat = rows.text(8);
        guest.note = rows.text(9);
        guest.email = rows.text(10);
        guest.language = rows.text(11);
        guest.onScreen = rows.integer(12) != 0;
        guest.nameChecked = rows.integer(13) != 0;
        guest.hidden = rows.integer(14) != 0;
        guest.cancelled = rows.integer(15) != 0;
        guest.walkIn = rows.integer(16) != 0;
        guest.ticket = rows.text(17);
        take(std::move(guest));
    }
}

Status changeRecord(Database& database, const GuestRecord& guest, TimePoint now) {
    if (cleanForScreen(guest.name).empty()) return refused("store.guest_needs_name");
    auto known = database.query("select 1 from attendee where id = ?");
    if (!known.bind(guest.id.value).step()) return makeError(Fault::notFound, "store.no_such_guest");
    auto category = database.query("select 1 from category where id = ?");
    if (!category.bind(guest.category).step())
        return refused("store.no_such_category", {{"category", cleanForScreen(guest.category)}});
    auto twin = database.query("select name from attendee where outside_id = ?1 and outside_id <> '' and id <> ?2");
    if (twin.bind(guest.outsideId, guest.id.value).step())
        return refused("store.id_taken", {{"id", cleanForScreen(guest.outsideId)}, {"name", twin.text(0)}});
    const std::int64_t at = now.time_since_epoch().count();
    database
        .query(
            "update attendee set outside_id = ?2, name = ?3, native_name = ?4, screen_name = ?5, country = ?6,"
            " affiliation = ?7, category = ?8, seat = ?9, note = ?10, on_screen = ?11, name_checked = ?12,"
            " changed = ?13, cancelled = case when ?14 then coalesce(cancelled, ?13) end where id = ?1")
        .bind(guest.id.value, cleanForScreen(guest.outsideId), cleanForScreen(guest.name),
              cleanForScreen(guest.nativeName), cleanForScreen(guest.screenName), guest.country.str(),
              affiliationNamed(database, guest.affiliation), guest.category, cleanForScreen(guest.seat),
              cleanForScreen(guest.note), guest.onScreen, guest.nameChecked, at, guest.cancelled)
        .run();
    writeContact(database, guest);
    rewriteTallies(database);
    database.query("insert into list_import(at, added, changed) values(?,0,1)").bind(at).run();
    return Done{};
}

void checkNames(Database& database, const std::vector<AttendeeId>& guests, bool checked, TimePoint now) {
    for (const AttendeeId guest : guests)
        database.query("update attendee set name_checked = ?2, changed = ?3 where id = ?1")
            .bind(guest.value, checked, now.time_since_epoch().count())
            .run();
}

}  // namespace turnout::sqlite
