#include "common/store/sqlite/totals.h"

#include <algorithm>

#include "common/store/sqlite/doors.h"

namespace turnout::sqlite {
namespace {

constexpr std::chrono::minutes kRateWindow{5};
constexpr int kRateRows = 1000;  // looked back at most: above 200 scans a minute the rate is a lower bound

void readCountries(Database& database, Totals& totals) {
    auto rows = database.query(
        "select key, registered, arrived, first_scan from tally where subject = 'country' and (registered > 0 or "
        "arrived > 0)"
        " order by key");
    std::vector<std::pair<std::int64_t, std::size_t>> order;
    while (rows.step()) {
        const auto code = CountryCode::fromAlpha2(rows.text(0)).value_or(CountryCode{});
        const Numbers guests{rows.integer(1), rows.integer(2)};
        if (!rows.isNull(3)) order.emplace_back(rows.integer(3), totals.byCountry.size());
        totals.byCountry.push_back({code, guests, 0});
        if (!code.isCountry()) continue;
        totals.countries.registered += guests.registered > 0 ? 1 : 0;
        totals.countries.arrived += guests.arrived > 0 ? 1 : 0;
    }
    std::sort(order.begin(), order.end());
    std::int64_t place = 0;
    for (const auto& [scan, index] : order)
        if (totals.byCountry[index].code.isCountry()) totals.byCountry[index].firstSeq = ++place;
}

void readGroups(Database& database, Totals& totals) {
    auto rows = database.query(
        "select g.id, g.name_en, g.name_zh, count(nullif(coalesce(t.registered, 0) > 0, 0)),"
        " count(nullif(coalesce(t.arrived, 0) > 0, 0)) from country_group g"
        " left join country_group_member m on m.country_group = g.id"
        " left join tally t on t.subject = 'country' and t.key = m.country group by g.id order by g.place");
    while (rows.step())
        totals.groups.push_back({rows.text(0), {rows.text(1), rows.text(2)}, {rows.integer(3), rows.integer(4)}});
}

void readAffiliations(Database& database, Totals& totals) {
    auto rows = database.query(
        "select f.key, f.name_en, f.name_zh, coalesce(t.registered, 0), coalesce(t.arrived, 0) from affiliation f"
        " left join tally t on t.subject = 'affiliation' and t.key = cast(f.id as text) order by f.place, f.id");
    while (rows.step())
        totals.byAffiliation.push_back(
            {rows.text(0), {rows.text(1), rows.text(2)}, {rows.integer(3), rows.integer(4)}});
}

void readDoors(Database& database, Totals& totals) {
    auto doors = database.query("select id, name from door order by id");
    std::vector<std::int64_t> refused(kVerdicts.size(), 0);
    while (doors.step()) {
        DoorNumbers numbers{doors.text(1)};
        auto verdicts = database.query("select verdict, scans from tally_verdict where door = ?");
        verdicts.bind(doors.integer(0));
        while (verdicts.step()) {
            const auto verdict = verdictFromWord(verdicts.text(0));
            if (!verdict) continue;
            if (*verdict == Verdict::admitted) numbers.admitted = verdicts.integer(1);
            if (*verdict == Verdict::exited && verdicts.integer(1) > 0) totals.exitsScanned = true;
            if (!isRefusal(*verdict)) continue;
            numbers.refused += verdicts.integer(1);
            refused[static_cast<std::size_t>(*verdict)] += verdicts.integer(1);
        }
        totals.byDoor.push_back(std::move(numbers));
    }
    for (const Verdict verdict : kVerdicts)
        if (const std::int64_t scans = refused[static_cast<std::size_t>(verdict)]; scans > 0)
            totals.refusals.emplace_back(verdict, scans);
}

}  // namespace

Totals readTotals(Database& database) {
    Totals totals;
    {
        auto all = database.query(
            "select registered, arrived, inside, walk_ins from tally where subject = 'all' and key = ''");
        if (all.step()) {
            totals.guests = {all.integer(0), all.integer(1)};
            totals.inside = all.integer(2);
            totals.walkIns = all.integer(3);
        }
    }
    readCountries(database, totals);
    readGroups(database, totals);
    readAffiliations(database, totals);
    readDoors(database, totals);
    return totals;
}

std::vector<Arrival> readNewest(Database& database, std::size_t count) {
    // A name needs the guest's consent, the organiser's look at it and the event's setting, and company from the same
    // country: the only guest of a country would be pointed at by its flag.
    auto rows = database.query(
        "select y.scan_in, s.at, a.country,"
        " case when a.on_screen and a.name_checked and not a.hidden and e.names_on_screen and coalesce(t.registered, "
        "0) > 1"
        "  then iif(a.screen_name <> '', a.screen_name, a.name) else '' end"
        " from stay y join scan s on s.id = y.scan_in join attendee a on a.id = y.attendee join category c on c.id = "
        "a.category"
        " join event e left join tally t on t.subject = 'country' and t.key = a.country"
        " where y.undone is null and c.counted order by y.id desc limit ?");
    rows.bind(static_cast<std::int64_t>(count));
    std::vector<Arrival> newest;
    while (rows.step())
        newest.push_back({rows.integer(0), TimePoint{Millis{rows.integer(1)}},
                          CountryCode::fromAlpha2(rows.text(2)).value_or(CountryCode{}), rows.text(3)});
    return newest;
}

DoorStatus readDoorStatus(Database& database, DoorId door, TimePoint now) {
    DoorStatus status;
    {
        auto all = database.query(
            "select registered, arrived, inside, walk_ins from tally where subject = 'all' and key = ''");
        if (all.step()) {
            status.guests = {all.integer(0), all.integer(1)};
            status.inside = all.integer(2);
            status.walkIns = all.integer(3);
        }
        auto list = database.query(
            "select (select at from list_import order by id desc limit 1),"
            " exists(select 1 from setting where name = 'rehearsal'), exists(select 1 from setting where name = "
            "'pin')");
        list.step();
        status.listAt = list.optionalPoint(0);
        status.rehearsal = list.integer(1) != 0;
        status.hasPin = list.integer(2) != 0;
        auto here = database.query(
            "select d.name, coalesce(d.opens, e.doors_open), coalesce(d.closes, e.doors_close) from door d, event e"
            " where d.id = ?");
        if (here.bind(door.value).step()) {
            status.door = here.text(0);
            status.opens = here.optionalPoint(1);
            status.closes = here.optionalPoint(2);
        }
        status.closed = isClosed(database, door);
    }
    auto verdicts =
        database.query("select verdict, scans from tally_verdict where door = ? and scans > 0 order by scans desc");
    verdicts.bind(door.value);
    while (verdicts.step()) {
        const auto verdict = verdictFromWord(verdicts.text(0));
        if (!verdict) continue;
        if (*verdict == Verdict::admitted) status.admittedHere = verdicts.integer(1);
        if (*verdict == Verdict::exited) status.exitedHere = verdicts.integer(1);
        if (isRefusal(*verdict)) status.refusedHere.emplace_back(*verdict, verdicts.integer(1));
    }
    auto recent = database.query(
        "select total(verdict = 'admitted' and not exists(select 1 from stay where scan_in = s.id and undone is not "
        "null)),"
        " total(verdict = 'exited')"
        " from (select id, at, door, verdict, rehearsal from scan order by id desc limit ?1) s"
        " where door = ?2 and verdict in ('admitted', 'exited') and rehearsal = 0 and at > ?3 and at <= ?4");
    recent.bind(kRateRows, door.value, (now - kRateWindow).time_since_epoch().count(), now.time_since_epoch().count());
    if (recent.step()) {
        status.lastFiveMinutesHere = recent.integer(0);
        status.exitsLastFiveMinutesHere = recent.integer(1);
    }
    return status;
}

}  // namespace turnout::sqlite
