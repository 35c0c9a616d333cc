#include "common/store/sqlite/blanking.h"

#include <map>
#include <tuple>

#include "common/store/sqlite/chain.h"
#include "common/store/sqlite/derived.h"
#include "common/store/sqlite/rewriting.h"
#include "common/store/sqlite/traces.h"

namespace turnout::sqlite {
namespace {

std::vector<std::string> textsOf(Database& database, const char* sql, std::int64_t attendee) {
    std::vector<std::string> texts;
    auto rows = database.query(sql);
    rows.bind(attendee);
    while (rows.step()) texts.push_back(rows.text(0));
    return texts;
}

std::vector<std::string> wordsOf(Database& database, std::int64_t attendee) {
    return textsOf(database,
                   "select name from attendee where id = ?1 union select native_name from attendee where id = ?1"
                   " union select screen_name from attendee where id = ?1"
                   " union select outside_id from attendee where id = ?1 union select note from attendee where id = ?1"
                   " union select email from contact where attendee = ?1"
                   " union select code from ticket where attendee = ?1"
                   " union select reason from ticket where attendee = ?1"
                   " union select p.reason from scan_private p join scan s on s.id = p.scan"
                   " join ticket t on t.code = s.ticket where t.attendee = ?1",
                   attendee);
}

// With a number that no other file gives: two of them may be united.
void renumber(Database& database, std::int64_t attendee) {
    renumberTickets(
        database,
        textsOf(database, "select code from ticket where attendee = ? and code not glob 'forgotten-*'", attendee),
        "forgotten-" + hex(randomBytes(6)) + "-");
}

void blank(Database& database, std::int64_t attendee, TimePoint now) {
    const auto run = [&](const char* sql) { database.query(sql).bind(attendee).run(); };
    run("delete from contact where attendee = ?1");
    run("delete from remark where scan in (select s.id from scan s join ticket t on t.code = s.ticket"
        " where t.attendee = ?1)");
    // Also where the code or the id was read before it was on the list.
    run("delete from scan_private where scan in (select s.id from scan s join ticket t on t.code = s.ticket"
        " where t.attendee = ?1) or (length(raw) > 0 and cast(raw as text) in (select code from ticket"
        " where attendee = ?1 union select outside_id from attendee where id = ?1))");
    run("update attendee set outside_id = '', name = '', native_name = '', screen_name = '', seat = '', note = '',"
        " on_screen = 0, name_checked = 0, hidden = 1 where id = ?1");
    database.query("update ticket set revoked = coalesce(revoked, ?), reason = '' where attendee = ?")
        .bind(now.time_since_epoch().count(), attendee)
        .run();
    renumber(database, attendee);
    run("delete from ticket where attendee = ?1 and code not in (select ticket from scan where ticket is not null)");
}

std::vector<std::int64_t> forgottenIn(Database& database) {
    std::vector<std::int64_t> ids;
    auto rows = database.query("select cast(substr(name, 11) as integer) from setting where name glob 'forgotten.*'");
    while (rows.step()) ids.push_back(rows.integer(0));
    return ids;
}

}  // namespace

bool anybodyForgotten(Database& database) {
    return database.query("select 1 from setting where name glob 'forgotten.*' limit 1").step();
}

std::vector<std::string> forgetGuest(Database& database, std::int64_t attendee, TimePoint now) {
    std::vector<std::string> words = wordsOf(database, attendee);
    const std::string told = toldBefore(database, now);
    LogRewrite log(database);
    blank(database, attendee, now);
    log.finish();
    database.query("insert or replace into setting(name, value) values('forgotten.' || ?, ?)")
        .bind(attendee, told)
        .run();
    // Doors that are open look at the list again.
    database.query("insert into list_import(at, added, changed) values(?, 0, 1)")
        .bind(now.time_since_epoch().count())
        .run();
    leaveOnlyDeleted(database, words);
    return words;
}

void forgetAgain(Database& database, TimePoint now) {
    LogRewrite log(database);
    for (const std::int64_t attendee : forgottenIn(database)) blank(database, attendee, now);
    log.finish();
}

void countForgottenOnce(Database& database, TimePoint now) {
    std::map<std::tuple<std::string, std::int64_t, std::string>, std::int64_t> paired;
    const std::int64_t at = now.time_since_epoch().count();
    for (const std::int64_t attendee : forgottenIn(database)) {
        auto row = database.query(
            "select country, affiliation, category from attendee where id = ? and walk_in = 0 and cancelled is null");
        if (!row.bind(attendee).step()) continue;
        const auto affiliation = row.optionalInteger(1);
        std::int64_t& before = paired[{row.text(0), affiliation.value_or(-1), row.text(2)}];
        auto added = database.query(
            "select 1 from attendee where added = ? and country = ? and affiliation is ? and category = ?"
            " and walk_in = 0 and name <> '' limit 1 offset ?");
        if (!added.bind(at, row.text(0), affiliation, row.text(2), before).step()) continue;
        ++before;
        database.query("update attendee set cancelled = ? where id = ?").bind(at, attendee).run();
    }
    if (!paired.empty()) rewriteTallies(database);
}

}  // namespace turnout::sqlite
