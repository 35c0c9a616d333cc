// What one refresh of the hall display costs, at 1,000 and at 1,000,000 arrivals: EventReader::hall() right after
// another connection has committed, as the display meets it. It must not grow with the crowd.
//   display_bench [--quick]          prints one JSON object
#include <iostream>

#include "tests/bench/bench_tools.h"
#include "tests/support/event_builder.h"
#include "tests/support/raw_sqlite.h"

namespace {

using namespace turnout;
using namespace turnout::bench;
using namespace turnout::test;

constexpr std::size_t kNewest = 8;

// As many countries as the demo has; the file's rows are written by SQL, as a door would have left them, without a
// million syncs. Everybody has arrived.
std::unique_ptr<AnEvent> crowd(std::int64_t arrivals) {
    EventPlan plan = aPlan();
    plan.groups.clear();
    CountryGroup group{"group", {"Group", "组"}, {}};
    const std::size_t countryCount = std::min<std::size_t>(56, countries().size());
    std::string codes;
    for (std::size_t i = 0; i < countryCount; ++i) {
        const std::string code(countries()[i].code);
        if (i < 52) group.members.push_back(country(code));
        codes += (i ? "," : "") + std::string("(") + std::to_string(i) + ",'" + code + "')";
    }
    plan.groups.push_back(group);
    auto event = std::make_unique<AnEvent>(0, plan);
    const std::string count = std::to_string(arrivals), many = std::to_string(countryCount);
    RawSqlite raw(event->path());
    raw.exec(
        "pragma synchronous=off; pragma cache_size=-200000; begin; create temp table code(n integer primary key, code "
        "text);"
        "insert into code values " +
        codes +
        ";"
        "create temp table n(n integer primary key);"
        "insert into n with recursive r(n) as (select 1 union all select n + 1 from r where n < " +
        count + ") select n from r;");
    raw.exec(
        "insert into attendee(id, outside_id, name, native_name, screen_name, country, affiliation, category, seat, "
        "note, "
        "on_screen, name_checked, walk_in, added, changed) "
        "select n, 'id-' || n, 'Guest ' || n, '', '', (select code from code where code.n = n.n % " +
        many +
        "), 1 + n % 3, 'student', '', '', n % 2, 1, 0, 0, 0 from n;"
        "insert into ticket select printf('T%019d', n), n, 0, null, '' from n;"
        "insert into scan select n, printf('%026d', n), 'M', n, 1700000000000 + n, 1, 'entry', 'camera', "
        "printf('T%019d', n), "
        "'admitted', null, null, 0, null, zeroblob(32) from n;"
        "insert into stay(attendee, scan_in) select n, n from n;");
    raw.exec(
        "delete from tally; insert into tally select 'all', '', count(*), count(*), count(*), 0, 1 from attendee;"
        "insert into tally select 'country', country, count(*), count(*), count(*), 0, min(id) from attendee group by "
        "country;"
        "insert into tally select 'affiliation', affiliation, count(*), count(*), count(*), 0, min(id) from attendee "
        "group by affiliation;"
        "insert into tally_verdict values (1, 'admitted', " +
        count + "); commit; pragma wal_checkpoint(truncate)");
    return event;
}

struct Watched {
    explicit Watched(std::int64_t arrivals) : event(crowd(arrivals)), reader(event->read()), other(event->path()) {
        other.exec("pragma synchronous=off");
    }
    void refresh() {
        other.exec("insert into setting values ('bench', '" + std::to_string(++writes) +
                   "') on conflict(name) do update set value = excluded.value");
        const auto began = SteadyClock::now();
        must(reader.version(began));
        shown = must(reader.hall(kNewest)).totals.guests.arrived;
        cost.add(millisecondsSince(began));
    }
    std::unique_ptr<AnEvent> event;
    EventReader reader;
    RawSqlite other;
    Samples cost;
    std::int64_t shown = 0;
    int writes = 0;
};

Samples idleLook(EventReader& reader) {
    Samples samples;
    for (int i = 0; i < 1000; ++i) {
        const auto began = SteadyClock::now();
        for (int k = 0; k < 100; ++k) must(reader.version(began));
        samples.add(millisecondsSince(began) / 100);
    }
    return samples;
}

}  // namespace

int main(int count, char** words) {
    const bool quick = count > 1 && std::string(words[1]) == "--quick";
    Watched small(1000), large(1000000);
    for (int i = 0; i < (quick ? 300 : 3000); ++i) {
        small.refresh();
        large.refresh();
    }
    if (small.shown != 1000 || large.shown != 1000000) throw std::runtime_error("the numbers are wrong");
    const nlohmann::json result = {{"refresh_ms_at_1000", small.cost.json()},
                                   {"refresh_ms_at_1000000", large.cost.json()},
                                   {"ratio_p50", rounded(large.cost.median() / small.cost.median())},
                                   {"look_when_nothing_changed_ms", idleLook(large.reader).json()}};
    std::cout << result.dump(2) << std::endl;
    return 0;
}
