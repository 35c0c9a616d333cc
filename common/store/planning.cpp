#include "common/store/planning.h"

#include <algorithm>
#include <set>

#include "common/base/text.h"
#include "common/store/event_reader.h"
#include "common/store/event_store.h"
#include "common/store/sqlite/changing.h"
#include "common/store/sqlite/doors.h"
#include "common/store/sqlite/file_rows.h"
#include "common/store/sqlite/plan_rows.h"

namespace turnout {
namespace {

namespace fs = std::filesystem;
using sqlite::change;
using sqlite::Database;
using sqlite::Transaction;

std::string settingOf(DoorId door, const char* what) {
    return "door." + std::to_string(door.value) + "." + what;
}

std::optional<std::int64_t> millis(const std::optional<TimePoint>& at) {
    return at ? std::optional<std::int64_t>(at->time_since_epoch().count()) : std::nullopt;
}

std::optional<std::string> settingIn(Database& database, const std::string& name) {
    auto query = database.query("select value from setting where name = ?");
    return query.bind(name).step() ? std::optional(query.text(0)) : std::nullopt;
}

void put(Database& database, const std::string& name, const std::string& value) {
    if (value.empty())
        database.query("delete from setting where name = ?").bind(name).run();
    else
        database.query("insert into setting(name, value) values(?1, ?2) on conflict(name) do update set value = ?2")
            .bind(name, value)
            .run();
}

bool isDoor(Database& database, DoorId door) {
    auto query = database.query("select 1 from door where id = ?");
    return query.bind(door.value).step();
}

Status checkTimes(const DoorPlan& plan) {
    if (plan.opens && plan.closes && *plan.closes <= *plan.opens)
        return makeError(Fault::refusedByRules, "store.door_closes_first", {{"door", cleanForScreen(plan.name)}});
    return Done{};
}

std::string_view wayWord(DoorWay way) {
    return way == DoorWay::entry ? "entry" : way == DoorWay::exit ? "exit" : "both";
}

// Everything of the plan but the name.
void writeDoor(Database& database, DoorId door, const DoorPlan& plan) {
    database.query("update door set way = ?1, opens = ?2 where id = ?3")
        .bind(wayWord(plan.way), millis(plan.opens), door.value)
        .run();
    const std::string kept = settingOf(door, "closed");
    if (sqlite::isClosed(database, door))  // the time it gets back when it is opened again
        database.query("update setting set value = coalesce(cast(?1 as text), '') where name = ?2")
            .bind(millis(plan.closes), kept)
            .run();
    else
        database.query("update door set closes = ?1 where id = ?2").bind(millis(plan.closes), door.value).run();
    database.query("delete from door_category where door = ?").bind(door.value).run();
    for (const std::string& category : plan.admits)
        database.query("insert or ignore into door_category(door, category) values(?,?)")
            .bind(door.value, category)
            .run();
}

std::optional<DoorCopy> readCopy(Database& database, DoorId door) {
    const auto text = settingIn(database, settingOf(door, "copy"));  // time, machine, label, with a space between
    if (!text) return std::nullopt;
    const std::size_t first = text->find(' '), second = text->find(' ', first + 1);
    if (first == std::string::npos || second == std::string::npos) return std::nullopt;
    const auto at = parseIso(text->substr(0, first));
    if (!at) return std::nullopt;
    return DoorCopy{text->substr(second + 1), text->substr(first + 1, second - first - 1), *at};
}

void readScans(Database& database, DoorRecord& door) {
    auto scans = database.query(
        "select count(*), coalesce(sum(s.machine = m.uid), 0), max(case when s.machine = m.uid then s.at end),"
        " max(case when s.machine <> m.uid then s.at end) from scan s, machine m where s.door = ? and s.rehearsal = 0");
    scans.bind(door.id.value).step();
    door.scans = scans.integer(0);
    door.scansHere = scans.integer(1);
    door.lastHere = scans.optionalPoint(2);
    door.lastMerged = scans.optionalPoint(3);
    auto admitted = database.query(
        "select count(*) from stay y join scan s on s.id = y.scan_in where s.door = ? and y.undone is null");
    admitted.bind(door.id.value).step();
    door.admitted = admitted.integer(0);
    door.copy = readCopy(database, door.id);
    if (!door.copy) return;
    auto back = database.query("select 1 from scan where machine = ? limit 1");
    door.copyCameBack = back.bind(door.copy->machine).step();
    auto newer = database.query("select count(*) from attendee where changed > ?1 or added > ?1");
    newer.bind(door.copy->at.time_since_epoch().count()).step();
    door.newerGuests = newer.integer(0);
}

std::string idFrom(const std::string& name, const std::set<std::string>& taken) {
    std::string id;
    for (const char c : name) {
        const bool capital = c >= 'A' && c <= 'Z';
        if (capital || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            id += capital ? static_cast<char>(c - 'A' + 'a') : c;
        else if (!id.empty() && id.back() != '_')
            id += '_';
    }
    while (!id.empty() && id.back() == '_') id.pop_back();
    if (id.empty()) id = "group";
    std::string unique = id;
    for (int n = 2; taken.contains(unique); ++n) unique = id + "_" + std::to_string(n);
    return unique;
}

}  // namespace

bool DoorRecord::operator==(const DoorRecord& other) const {
    const auto tied = [](const DoorRecord& d) {
        return std::tie(d.id.value, d.plan.name, d.plan.way, d.plan.admits, d.plan.opens, d.plan.closes, d.closed,
                        d.removed, d.scans, d.admitted, d.scansHere, d.lastHere, d.lastMerged, d.copy, d.copyCameBack,
                        d.newerGuests);
    };
    return tied(*this) == tied(other);
}

Result<std::vector<DoorRecord>> doorRecords(const fs::path& event) {
    if (const auto reader = EventReader::open(event); !reader) return reader.error();  // the place, the schema
    std::vector<DoorRecord> doors;
    try {
        const fs::path real = fs::canonical(event);
        Database database(real, sqlite::isReadOnlyPlace(real) ? sqlite::Mode::immutable : sqlite::Mode::readOnly);
        Transaction transaction(database, Transaction::Kind::read);
        const EventPlan plan = sqlite::readPlan(database);
        auto ids = database.query("select id from door order by id");
        for (const DoorPlan& one : plan.doors) {
            if (!ids.step()) break;
            DoorRecord door;
            door.id = DoorId{ids.integer(0)};
            door.plan = one;
            door.closed = sqlite::isClosed(database, door.id);
            if (door.closed) {
                const std::string kept = settingIn(database, settingOf(door.id, "closed")).value_or("");
                door.plan.closes = kept.empty()
                                       ? std::nullopt
                                       : std::optional(TimePoint{Millis{std::strtoll(kept.c_str(), nullptr, 10)}});
            }
            door.removed = settingIn(database, settingOf(door.id, "removed")).has_value();
            readScans(database, door);
            doors.push_back(std::move(door));
        }
    } catch (const SQLite::Exception& exception) {
        return sqlite::translate(exception, event);
    }
    return doors;
}

Result<DoorId> addDoor(const fs::path& event, const DoorPlan& door) {
    if (const Status times = checkTimes(door); !times) return times.error();
    return change<DoorId>(event, [&](Database& database) -> Result<DoorId> {
        const std::string name = shorten(cleanForScreen(door.name), sqlite::kLongestDoorName);
        auto known = database.query("select id from door where lower(name) = lower(?)");
        if (known.bind(name).step()) {
            const DoorId back{known.integer(0)};
            if (!settingIn(database, settingOf(back, "removed")))
                return makeError(Fault::refusedByRules, "store.door_name_taken", {{"door", name}});
            put(database, settingOf(back, "removed"), "");
            sqlite::closeDoor(database, back, false, {});
            writeDoor(database, back, door);
            return back;
        }
        if (name.empty()) return makeError(Fault::refusedByRules, "store.door_needs_name");
        database.query("insert into door(name, way) values(?, 'both')").bind(name).run();
        const DoorId made{sqlite3_last_insert_rowid(database.handle())};
        writeDoor(database, made, door);
        return made;
    });
}

Status changeDoor(const fs::path& event, DoorId door, const DoorPlan& plan) {
    if (const Status times = checkTimes(plan); !times) return times;
    return change<Done>(event, [&](Database& database) -> Result<Done> {
        if (!isDoor(database, door)) return makeError(Fault::notFound, "store.no_such_door");
        if (const Status named = sqlite::renameDoor(database, door, plan.name); !named) return named.error();
        writeDoor(database, door, plan);
        return Done{};
    });
}

Result<bool> removeDoor(const fs::path& event, DoorId door, TimePoint now) {
    return change<bool>(event, [&](Database& database) -> Result<bool> {
        if (!isDoor(database, door)) return makeError(Fault::notFound, "store.no_such_door");
        auto used = database.query(
            "select 1 from scan where door = ?1 union select 1 from door_elsewhere where door = ?1 limit 1");
        if (used.bind(door.value).step()) {
            sqlite::closeDoor(database, door, true, now);
            put(database, settingOf(door, "removed"), "1");
            return false;
        }
        database.query("delete from door_category where door = ?").bind(door.value).run();
        database.query("delete from tally_verdict where door = ?").bind(door.value).run();
        database.query("delete from door_former_name where door = ?").bind(door.value).run();
        database.query("delete from door where id = ?").bind(door.value).run();
        for (const char* what : {"closed", "removed", "copy"}) put(database, settingOf(door, what), "");
        return true;
    });
}

Status noteCopy(const fs::path& event, DoorId door, const DoorCopy& copy) {
    return change<Done>(event, [&](Database& database) -> Result<Done> {
        if (!isDoor(database, door)) return makeError(Fault::notFound, "store.no_such_door");
        put(database, settingOf(door, "copy"),
            Zone().iso(copy.at) + " " + copy.machine + " " + cleanForScreen(copy.label));
        return Done{};
    });
}

Status changePin(const fs::path& event, const std::string& hash) {
    return change<Done>(event, [&](Database& database) -> Result<Done> {
        put(database, "pin", hash);
        return Done{};
    });
}

EventRules rulesOf(const EventPlan& plan) {
    return {plan.name,          plan.venue,     plan.starts,     plan.ends,    plan.doorsOpen,
            plan.doorsClose,    plan.capacity,  plan.walkIns,    plan.reEntry, plan.strictDoors,
            plan.namesOnScreen, plan.overrides, plan.retainDays, plan.theme};
}

Status changeRules(const fs::path& event, const EventRules& rules) {
    const auto refuse = [](const char* key) { return makeError(Fault::refusedByRules, key); };
    if (cleanForScreen(rules.name.en).empty() && cleanForScreen(rules.name.zh).empty())
        return refuse("store.event_needs_name");
    if (rules.ends && *rules.ends <= rules.starts) return refuse("store.event_ends_first");
    if (rules.doorsOpen && rules.doorsClose && *rules.doorsClose <= *rules.doorsOpen)
        return refuse("store.event_doors_close_first");
    if (rules.capacity && *rules.capacity < 1) return refuse("store.event_no_places");
    return change<Done>(event, [&](Database& database) -> Result<Done> {
        database
            .query(
                "update event set name_en = ?, name_zh = ?, venue_en = ?, venue_zh = ?, starts = ?, ends = ?,"
                " doors_open = ?, doors_close = ?, capacity = ?, walk_ins = ?, re_entry = ?, strict_doors = ?,"
                " names_on_screen = ?, retain_days = ?, theme = ?")
            .bind(cleanForScreen(rules.name.en), cleanForScreen(rules.name.zh), cleanForScreen(rules.venue.en),
                  cleanForScreen(rules.venue.zh), rules.starts.time_since_epoch().count(), millis(rules.ends),
                  millis(rules.doorsOpen), millis(rules.doorsClose), rules.capacity, rules.walkIns, rules.reEntry,
                  rules.strictDoors, rules.namesOnScreen, rules.retainDays, rules.theme)
            .run();
        put(database, "overrides",
            rules.overrides == OverrideRule::nobody       ? "nobody"
            : rules.overrides == OverrideRule::supervisor ? "supervisor"
                                                          : "");
        return Done{};
    });
}

Status changeProgramme(const fs::path& event, const std::vector<Act>& acts) {
    for (std::size_t i = 0; i < acts.size(); ++i)
        if (cleanForScreen(acts[i].name.en).empty() && cleanForScreen(acts[i].name.zh).empty())
            return makeError(Fault::refusedByRules, "store.act_needs_name", {{"n", std::to_string(i + 1)}});
    return change<Done>(event, [&](Database& database) -> Result<Done> {
        database.exec("delete from programme");
        for (const Act& act : acts)
            database
                .query(
                    "insert into programme(part_en, part_zh, name_en, name_zh, performers, starts) values(?,?,?,?,?,?)")
                .bind(cleanForScreen(act.part.en), cleanForScreen(act.part.zh), cleanForScreen(act.name.en),
                      cleanForScreen(act.name.zh), cleanForScreen(act.performers), millis(act.starts))
                .run();
        return Done{};
    });
}

Status changeGroups(const fs::path& event, std::vector<CountryGroup> groups) {
    std::set<std::string> ids;
    for (const CountryGroup& group : groups) ids.insert(group.id);
    for (CountryGroup& group : groups) {
        if (cleanForScreen(group.name.en).empty() && cleanForScreen(group.name.zh).empty())
            return makeError(Fault::refusedByRules, "store.group_needs_name");
        if (group.id.empty()) ids.insert(group.id = idFrom(group.name.en, ids));
    }
    return change<Done>(event, [&](Database& database) -> Result<Done> {
        database.exec("delete from country_group_member");
        database.exec("delete from country_group");
        std::int64_t place = 0;
        for (const CountryGroup& group : groups) {
            database.query("insert into country_group(id, place, name_en, name_zh) values(?,?,?,?)")
                .bind(group.id, ++place, cleanForScreen(group.name.en), cleanForScreen(group.name.zh))
                .run();
            for (const CountryCode& member : group.members)
                database.query("insert or ignore into country_group_member(country_group, country) values(?,?)")
                    .bind(group.id, member.str())
                    .run();
        }
        return Done{};
    });
}

namespace {

// Before the settings are written. A file that was named before and is not there any more stays as it is.
Result<EventFiles> filesAfter(Database& database, const fs::path& folder,
                              const std::map<std::string, std::string>& settings) {
    EventFiles files = sqlite::readFiles(database);
    for (const EventFileKind& kind : kEventFiles) {
        const auto wanted = settings.find(kind.setting);
        if (wanted == settings.end()) continue;
        const bool same = settingIn(database, std::string("display.") + kind.setting) == wanted->second;
        std::string& bytes = files.*kind.bytes;
        if (same && !bytes.empty()) continue;
        if (wanted->second.empty()) {
            bytes.clear();
            continue;
        }
        auto read = readEventFile(kind, wanted->second, {folder});
        if (!read && !same) return read.error();
        if (read) bytes = *std::move(read);
    }
    return files;
}

}  // namespace

Status changeDisplay(const fs::path& event, const std::map<std::string, std::string>& settings) {
    return change<Done>(event, [&](Database& database) -> Result<Done> {
        const auto files = filesAfter(database, database.path().parent_path(), settings);
        if (!files) return files.error();
        if (*files != sqlite::readFiles(database)) sqlite::writeFiles(database, *files);
        for (const auto& [name, value] : settings) put(database, "display." + name, value);
        return Done{};
    });
}

}  // namespace turnout
