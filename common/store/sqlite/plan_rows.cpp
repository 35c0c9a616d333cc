#include "common/store/sqlite/plan_rows.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace turnout::sqlite {
namespace {

std::optional<std::int64_t> millis(const std::optional<TimePoint>& at) {
    return at ? std::optional<std::int64_t>(at->time_since_epoch().count()) : std::nullopt;
}

std::string_view wayWord(DoorWay way) {
    return way == DoorWay::entry ? "entry" : way == DoorWay::exit ? "exit" : "both";
}

void writeAffiliations(Database& database, const EventPlan& plan) {
    std::int64_t place = 0;
    for (const Affiliation& affiliation : plan.affiliations) {
        database.query("insert into affiliation(key, place, name_en, name_zh, short_en, short_zh) values(?,?,?,?,?,?)")
            .bind(affiliation.id, ++place, affiliation.name.en, affiliation.name.zh, affiliation.shortName.en,
                  affiliation.shortName.zh)
            .run();
        const std::int64_t id = sqlite3_last_insert_rowid(database.handle());
        std::vector<std::string> aliases{affiliation.id, affiliation.name.en, affiliation.name.zh,
                                         affiliation.shortName.en, affiliation.shortName.zh};
        aliases.insert(aliases.end(), affiliation.aliases.begin(), affiliation.aliases.end());
        for (const std::string& alias : aliases)
            if (const std::string key = affiliationKey(alias); !key.empty())
                database.query("insert or ignore into affiliation_alias(alias, affiliation) values(?,?)")
                    .bind(key, id)
                    .run();
    }
}

void writeDoors(Database& database, const EventPlan& plan) {
    for (const DoorPlan& door : plan.doors) {
        database.query("insert into door(name, way, opens, closes) values(?,?,?,?)")
            .bind(door.name, wayWord(door.way), millis(door.opens), millis(door.closes))
            .run();
        const std::int64_t id = sqlite3_last_insert_rowid(database.handle());
        for (const std::string& category : door.admits)
            database.query("insert or ignore into door_category(door, category) values(?,?)").bind(id, category).run();
    }
}

void readLists(Database& database, EventPlan& plan) {
    auto groups = database.query("select id, name_en, name_zh from country_group order by place");
    while (groups.step()) plan.groups.push_back({groups.text(0), {groups.text(1), groups.text(2)}, {}});
    for (CountryGroup& group : plan.groups) {
        auto members =
            database.query("select country from country_group_member where country_group = ? order by country");
        members.bind(group.id);
        while (members.step())
            if (auto code = CountryCode::fromAlpha2(members.text(0))) group.members.push_back(*code);
    }
    auto categories = database.query("select id, name_en, name_zh, counted, attention from category order by place");
    while (categories.step())
        plan.categories.push_back({categories.text(0),
                                   {categories.text(1), categories.text(2)},
                                   categories.integer(3) != 0,
                                   categories.integer(4) != 0});
    auto affiliations =
        database.query("select key, name_en, name_zh, short_en, short_zh from affiliation order by place, id");
    while (affiliations.step())
        plan.affiliations.push_back({affiliations.text(0),
                                     {affiliations.text(1), affiliations.text(2)},
                                     {affiliations.text(3), affiliations.text(4)},
                                     {}});
    auto acts =
        database.query("select part_en, part_zh, name_en, name_zh, performers, starts from programme order by id");
    while (acts.step())
        plan.acts.push_back(
            {{acts.text(0), acts.text(1)}, {acts.text(2), acts.text(3)}, acts.text(4), acts.optionalPoint(5)});
}

void readDoors(Database& database, EventPlan& plan) {
    auto doors = database.query("select id, name, way, opens, closes from door order by id");
    while (doors.step()) {
        const std::string way = doors.text(2);
        DoorPlan door{doors.text(1),
                      way == "entry"  ? DoorWay::entry
                      : way == "exit" ? DoorWay::exit
                                      : DoorWay::both,
                      {},
                      doors.optionalPoint(3),
                      doors.optionalPoint(4)};
        auto admits = database.query("select category from door_category where door = ? order by category");
        admits.bind(doors.integer(0));
        while (admits.step()) door.admits.push_back(admits.text(0));
        plan.doors.push_back(std::move(door));
    }
}

}  // namespace

std::string affiliationKey(std::string_view name) {
    icu::UnicodeString text = icu::UnicodeString::fromUTF8({name.data(), static_cast<int>(name.size())});
    text.foldCase();
    std::string key;
    icu::UnicodeString kept;
    for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1))
        if (u_isalnum(text.char32At(i))) kept.append(text.char32At(i));
    kept.toUTF8String(key);
    return key;
}

void writePlan(Database& database, const EventPlan& plan, const std::string& uid, const std::string& tag,
               TimePoint now) {
    database
        .query(
            "insert into event(id, uid, tag, name_en, name_zh, venue_en, venue_zh, starts, ends, zone, doors_open,"
            " doors_close, capacity, walk_ins, re_entry, strict_doors, names_on_screen, retain_days, theme, demo, "
            "created)"
            " values(1,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")
        .bind(uid, tag, plan.name.en, plan.name.zh, plan.venue.en, plan.venue.zh, *millis(plan.starts),
              millis(plan.ends), plan.zone.name(), millis(plan.doorsOpen), millis(plan.doorsClose), plan.capacity,
              plan.walkIns, plan.reEntry, plan.strictDoors, plan.namesOnScreen, plan.retainDays, plan.theme, plan.demo,
              *millis(now))
        .run();
    if (plan.overrides != OverrideRule::anyone)
        database.query("insert into setting(name, value) values('overrides', ?)")
            .bind(plan.overrides == OverrideRule::nobody ? "nobody" : "supervisor")
            .run();
    for (const auto& [name, value] : plan.display)
        database.query("insert into setting(name, value) values('display.' || ?, ?)").bind(name, value).run();
    std::int64_t place = 0;
    std::vector<Category> categories = plan.categories;
    if (categories.empty()) categories.push_back({"guest", {"Guest", "来宾"}, true, false});
    for (const Category& category : categories)
        database.query("insert into category(id, place, name_en, name_zh, counted, attention) values(?,?,?,?,?,?)")
            .bind(category.id, ++place, category.name.en, category.name.zh, category.counted, category.attention)
            .run();
    for (const CountryGroup& group : plan.groups) {
        database.query("insert into country_group(id, place, name_en, name_zh) values(?,?,?,?)")
            .bind(group.id, ++place, group.name.en, group.name.zh)
            .run();
        for (const CountryCode& member : group.members)
            database.query("insert or ignore into country_group_member(country_group, country) values(?,?)")
                .bind(group.id, member.str())
                .run();
    }
    writeAffiliations(database, plan);
    writeDoors(database, plan);
    for (const Act& act : plan.acts)
        database
            .query("insert into programme(part_en, part_zh, name_en, name_zh, performers, starts) values(?,?,?,?,?,?)")
            .bind(act.part.en, act.part.zh, act.name.en, act.name.zh, act.performers, millis(act.starts))
            .run();
}

EventPlan readPlan(Database& database) {
    EventPlan plan;
    {
        auto row = database.query(
            "select name_en, name_zh, venue_en, venue_zh, starts, ends, zone, doors_open, doors_close, capacity, "
            "walk_ins,"
            " re_entry, strict_doors, names_on_screen, retain_days, theme, demo from event");
        row.step();
        plan.name = {row.text(0), row.text(1)};
        plan.venue = {row.text(2), row.text(3)};
        plan.starts = TimePoint{Millis{row.integer(4)}};
        plan.ends = row.optionalPoint(5);
        plan.zone = Zone::named(row.text(6)).value_or(Zone{});
        plan.doorsOpen = row.optionalPoint(7);
        plan.doorsClose = row.optionalPoint(8);
        plan.capacity = row.optionalInteger(9);
        plan.walkIns = row.integer(10) != 0;
        plan.reEntry = row.integer(11) != 0;
        plan.strictDoors = row.integer(12) != 0;
        plan.namesOnScreen = row.integer(13) != 0;
        plan.retainDays = static_cast<int>(row.integer(14));
        plan.theme = row.text(15);
        plan.demo = row.integer(16) != 0;
    }
    auto who = database.query("select value from setting where name = 'overrides'");
    if (who.step()) plan.overrides = who.text(0) == "nobody" ? OverrideRule::nobody : OverrideRule::supervisor;
    auto display =
        database.query("select substr(name, 9), value from setting where name glob 'display.*' order by name");
    while (display.step()) plan.display.emplace_back(display.text(0), display.text(1));
    readLists(database, plan);
    readDoors(database, plan);
    return plan;
}

}  // namespace turnout::sqlite
