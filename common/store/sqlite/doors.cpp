#include "common/store/sqlite/doors.h"

#include <algorithm>

#include "common/base/text.h"
#include "common/base/utf8.h"
#include "common/domain/door_name.h"
#include "common/store/sqlite/attendees.h"

namespace turnout::sqlite {
namespace {

// Holds the closing time the door had before, as text; empty = none.
std::string settingOf(DoorId door) {
    return "door." + std::to_string(door.value) + ".closed";
}

// Of a query for a door's id, its name and its way.
Door doorIn(Query& query) {
    const std::string way = query.text(2);
    return {DoorId{query.integer(0)}, query.text(1),
            way == "entry"  ? DoorWay::entry
            : way == "exit" ? DoorWay::exit
                            : DoorWay::both};
}

bool isCalledOnScreens(const std::string& door, std::string_view name) {
    const auto asTyped = [](std::string_view text) {  // "door A", "A门"
        std::string letters = inSmallLetters(text);
        std::erase(letters, ' ');
        return letters;
    };
    const auto is = [&](Lang lang) { return asTyped(doorName(door, lang)) == asTyped(name); };
    return is(Lang::en) || is(Lang::zh);
}

}  // namespace

Status renameDoor(Database& database, DoorId door, const std::string& name) {
    const std::string clean = shorten(cleanForScreen(name), kLongestDoorName);
    if (clean.empty()) return makeError(Fault::refusedByRules, "store.door_needs_name");
    auto taken = database.query("select 1 from door where lower(name) = lower(?1) and id <> ?2");
    if (taken.bind(clean, door.value).step())
        return makeError(Fault::refusedByRules, "store.door_name_taken", {{"door", clean}});
    database
        .query(
            "insert or replace into door_former_name(name, door) select name, id from door where id = ?1 and name <> "
            "?2")
        .bind(door.value, clean)
        .run();
    database.query("update door set name = ?1 where id = ?2").bind(clean, door.value).run();
    return Done{};
}

std::optional<Door> findDoor(Database& database, const std::string& name) {
    auto query = database.query(
        "select id, name, way, 0 as former, name <> ?1 as folded from door where name = ?1 or lower(name) = lower(?1)"
        " union all select d.id, d.name, d.way, 1, f.name <> ?1 from door_former_name f join door d on d.id = f.door"
        " where f.name = ?1 or lower(f.name) = lower(?1) order by former, folded, id limit 1");
    if (query.bind(name).step()) return doorIn(query);
    auto all = database.query("select id, name, way from door order by id");
    while (all.step())
        if (isCalledOnScreens(all.text(1), name)) return doorIn(all);
    return std::nullopt;
}

bool isClosed(Database& database, DoorId door) {
    auto query = database.query("select 1 from setting where name = ?");
    return query.bind(settingOf(door)).step();
}

void closeDoor(Database& database, DoorId door, bool closed, TimePoint now) {
    if (closed == isClosed(database, door)) return;
    if (closed) {
        database
            .query(
                "insert into setting(name, value) select ?1, coalesce(cast(closes as text), '') from door where id "
                "= ?2")
            .bind(settingOf(door), door.value)
            .run();
        database.query("update door set closes = ?1 where id = ?2")
            .bind(now.time_since_epoch().count(), door.value)
            .run();
        return;
    }
    database
        .query(
            "update door set closes = (select cast(nullif(value, '') as integer) from setting where name = ?1) "
            "where id = ?2")
        .bind(settingOf(door), door.value)
        .run();
    database.query("delete from setting where name = ?").bind(settingOf(door)).run();
}

std::vector<std::int64_t> newestScans(Database& database, DoorId door, std::size_t most) {
    const auto rehearsal = rehearsingSince(database);
    auto query = database.query(
        "select id from scan where id > (select max(id) from scan) - 1000 and door = ?1 and rehearsal = ?2 and id > ?3"
        " order by id desc limit ?4");
    query.bind(door.value, rehearsal.has_value(), rehearsal.value_or(0), static_cast<std::int64_t>(most));
    std::vector<std::int64_t> rows;
    while (query.step()) rows.push_back(query.integer(0));
    std::reverse(rows.begin(), rows.end());
    return rows;
}

}  // namespace turnout::sqlite
