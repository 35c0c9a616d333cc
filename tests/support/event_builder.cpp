#include "tests/support/event_builder.h"

#include <array>

namespace turnout::test {

TimePoint at(std::string_view iso) {
    const auto parsed = parseIso(iso);
    if (!parsed) throw std::runtime_error("not a time: " + std::string(iso));
    return *parsed;
}

CountryCode country(std::string_view alpha2) {
    const auto code = CountryCode::fromAlpha2(alpha2);
    if (!code) throw std::runtime_error("not a country: " + std::string(alpha2));
    return *code;
}

EventPlan aPlan() {
    EventPlan plan;
    plan.name = {"Test Evening", "测试之夜"};
    plan.venue = {"Hall", "礼堂"};
    plan.starts = at("2023-11-17T19:00:00+08:00");
    plan.zone = *Zone::named("Asia/Shanghai");
    plan.categories = {{"student", {"Student", "学生"}, true, false},
                       {"usher", {"Usher", "引座员"}, false, false},
                       {"performer", {"Performer", "演员"}, false, true}};
    plan.affiliations = {{"u1", {"First University", "第一大学"}, {"FU", "一大"}, {"Uni One"}},
                         {"u2", {"Second University", "第二大学"}, {"SU", "二大"}, {}},
                         {"u3", {"Third University", "第三大学"}, {"TU", "三大"}, {}}};
    plan.groups = {{"big", {"Big", "大"}, {country("PK"), country("TH"), country("LA")}},
                   {"small", {"Small", "小"}, {country("KR")}}};
    plan.doors = {{"A", DoorWay::both, {}, {}, {}}, {"B", DoorWay::both, {}, {}, {}}};
    return plan;
}

RosterRow aGuest(int n) {
    static constexpr std::array kCountries{"PK", "TH", "LA", "KR", "NG", "EG", "FR"};
    static constexpr std::array kUniversities{"u1", "u2", "u3"};
    const auto index = static_cast<std::size_t>(n - 1);
    RosterRow row;
    row.line = n + 1;
    row.outsideId = "id-" + std::to_string(n);
    row.name = "Guest " + std::to_string(n);
    row.country = country(kCountries[index % kCountries.size()]);
    row.affiliation = kUniversities[index % kUniversities.size()];
    row.category = "student";
    row.seat = "S" + std::to_string(n);
    return row;
}

std::vector<RosterRow> guests(int count) {
    std::vector<RosterRow> rows;
    for (int n = 1; n <= count; ++n) rows.push_back(aGuest(n));
    return rows;
}

AnEvent::AnEvent(int count, const EventPlan& plan) : AnEvent(guests(count), plan) {}

AnEvent::AnEvent(const std::vector<RosterRow>& rows, const EventPlan& plan) : path_(dir_ / "event.turnout") {
    must(EventStore::create(path_, plan, evening()));
    if (rows.empty()) return;
    EventStore store = open();
    const MergeOutcome outcome = must(store.merge(rows, {}, evening()));
    if (!outcome.written)
        throw std::runtime_error("the test's own list was refused: " + say(outcome.problems.at(0).text, Lang::en));
    for (const TicketRow& row : must(store.issueTickets(evening()))) codes.push_back(row.code);
    if (codes.size() != rows.size()) throw std::runtime_error("not every guest has a ticket");
}

Scan aScan(const Door& door, const std::string& text, TimePoint when, Direction direction) {
    Scan scan;
    scan.id = newScanId();
    scan.at = when;
    scan.door = door.id;
    scan.direction = direction;
    scan.text = text;
    return scan;
}

std::string findings(const std::filesystem::path& event) {
    EventReader reader = must(EventReader::open(event));
    std::string all;
    for (const Finding& finding : must(reader.verify())) all += say(finding.text, Lang::en) + "\n";
    return all;
}

}  // namespace turnout::test
