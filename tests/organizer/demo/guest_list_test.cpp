#include "organizer/demo/guest_list.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <set>
#include <tuple>

#include "assets/assets.h"
#include "common/roster/country_resolver.h"
#include "common/roster/event_toml.h"
#include "common/roster/roster_file.h"
#include "tests/support/event_builder.h"

namespace turnout {
namespace {

using test::must;

EventPlan demoPlan() {
    return must(readEventToml(assets::bytes("demo/event.toml"), "event.toml", {}));
}

std::map<std::string, int> counted(const std::string RosterRow::*field) {
    std::map<std::string, int> counts;
    for (const RosterRow& guest : demo::guestList()) ++counts[guest.*field];
    return counts;
}

TEST(DemoGuests, ComeFromTheCountriesOfTheReferenceInItsNumbers) {
    std::map<std::string, int> counts;
    for (const RosterRow& guest : demo::guestList()) ++counts[guest.country.str()];
    const std::map<std::string, int> expected{
        {"PK", 66}, {"BD", 34}, {"NP", 28}, {"LK", 22}, {"ID", 20}, {"TH", 17}, {"LA", 16}, {"VN", 14},
        {"GH", 14}, {"NG", 14}, {"KH", 11}, {"MY", 11}, {"MN", 10}, {"RU", 10}, {"KZ", 9},  {"TZ", 9},
        {"ZM", 9},  {"ZW", 8},  {"YE", 8},  {"SO", 8},  {"SD", 7},  {"ET", 7},  {"KE", 7},  {"MA", 6},
        {"UZ", 6},  {"KG", 6},  {"TJ", 6},  {"TM", 5},  {"RW", 5},  {"UG", 5},  {"CM", 5},  {"EG", 5},
        {"AF", 5},  {"MM", 5},  {"KR", 4},  {"PS", 4},  {"SY", 4},  {"TR", 3},  {"CI", 3},  {"CD", 3},
        {"CG", 2},  {"BI", 2},  {"MG", 2},  {"MZ", 2},  {"GN", 2},  {"GW", 1},  {"NE", 1},  {"JM", 1},
        {"FJ", 1},  {"PG", 1},  {"BN", 1},  {"EC", 1},  {"IN", 46}, {"CN", 14}, {"MU", 2},  {"JO", 2}};
    EXPECT_EQ(counts, expected);
    EXPECT_EQ(counts.size(), 56U);
}

TEST(DemoGuests, ComeFromNineUniversitiesInTheirNumbers) {
    const std::map<std::string, int> expected{{"cqmu", 320}, {"ccmu", 26}, {"tmu", 24},  {"cmu", 25}, {"hrbmu", 9},
                                              {"njmu", 30},  {"wmu", 28},  {"ahmu", 28}, {"smu", 30}};
    EXPECT_EQ(counted(&RosterRow::affiliation), expected);
    std::set<std::string> known;
    for (const Affiliation& university : demoPlan().affiliations) known.insert(university.id);
    for (const auto& [id, guests] : expected) EXPECT_TRUE(known.contains(id)) << id;
    EXPECT_EQ(known.size(), 9U);
}

TEST(DemoGuests, FiftyTwoCountriesAreInTheGroupOnTheEventsDate) {
    const EventPlan plan = demoPlan();
    ASSERT_EQ(plan.groups.size(), 1U);
    const std::set<CountryCode> members(plan.groups[0].members.begin(), plan.groups[0].members.end());
    std::set<std::string> inside, outside;
    for (const RosterRow& guest : demo::guestList()) {
        (members.contains(guest.country) ? inside : outside).insert(guest.country.str());
    }
    EXPECT_EQ(inside.size(), 52U);
    EXPECT_THAT(outside, testing::ElementsAre("CN", "IN", "JO", "MU"));
}

TEST(DemoGuests, AreTheSameEveryTime) {
    const std::string once = demo::rosterCsv(demo::guestList());
    EXPECT_EQ(once, demo::rosterCsv(demo::guestList()));
    EXPECT_TRUE(once.starts_with("id,name,native_name,screen_name,country,"));
}

TEST(DemoGuests, AreEachOneOfAKind) {
    std::set<std::tuple<std::string, std::string, std::string>> people;
    std::set<std::string> ids, seats, mails;
    for (const RosterRow& guest : demo::guestList()) {
        EXPECT_TRUE(people.insert({guest.name, guest.country.str(), guest.affiliation}).second) << guest.name;
        EXPECT_TRUE(ids.insert(guest.outsideId).second);
        EXPECT_TRUE(seats.insert(guest.seat).second);
        EXPECT_TRUE(mails.insert(guest.email).second);
        EXPECT_TRUE(guest.email.ends_with("@example.org"));
        EXPECT_FALSE(guest.name.empty());
        EXPECT_EQ(guest.screenName.empty(), !guest.onScreen);
        EXPECT_EQ(guest.category, "student");
    }
}

TEST(DemoGuests, TryWhatRealListsTry) {
    int consent = 0, native = 0, oneWord = 0, veryLong = 0, notes = 0;
    for (const RosterRow& guest : demo::guestList()) {
        if (guest.onScreen) ++consent;
        if (!guest.nativeName.empty()) ++native;
        if (guest.name.find(' ') == std::string::npos) ++oneWord;
        if (guest.name.size() > 45) ++veryLong;
        if (!guest.note.empty()) ++notes;
        EXPECT_LE(guest.note.size(), 40U);
    }
    EXPECT_NEAR(consent, 312, 30);
    EXPECT_GT(native, 250);
    EXPECT_GE(oneWord, 5);
    EXPECT_GE(veryLong, 3);
    EXPECT_GE(notes, 8);
}

TEST(DemoGuests, TheirListIsReadByTheImportWithoutAWord) {
    const test::TempDir dir;
    test::writeFile(dir / "roster.csv", demo::rosterCsv(demo::guestList()));
    CountryResolver countries;
    const Roster roster = must(readRoster(dir / "roster.csv", {}, countries));
    EXPECT_TRUE(roster.problems.empty());
    EXPECT_EQ(roster.rows.size(), 520U);
}

TEST(DemoEvent, HasTwoPartsTwoDoorsAndNoOpeningTimes) {
    const EventPlan plan = demoPlan();
    std::set<std::string> parts;
    for (const Act& act : plan.acts) parts.insert(act.part.zh);
    EXPECT_THAT(parts, testing::UnorderedElementsAre("《各美其美聚巴渝》", "《美美与共话大同》"));
    EXPECT_EQ(plan.doors.size(), 2U);
    EXPECT_EQ(plan.zone.iso(plan.starts), "2023-11-17T19:00:00.000+08:00");
    EXPECT_FALSE(plan.doorsOpen || plan.doorsClose || plan.capacity);
}

TEST(DemoGuests, TheListAsExportedBringsInExactlyTheSamePeople) {
    const std::vector<RosterRow> guests = demo::guestList();
    CountryResolver countries;
    const Roster roster = must(rosterFromTable(must(tableFromText(demo::dirtyRosterCsv(guests), {}, "roster.csv")), {},
                                               countries, "roster.csv"));
    for (const RosterProblem& problem : roster.problems)
        EXPECT_TRUE(problem.warning) << problem.line << " " << problem.found << " " << say(problem.text, Lang::en);
    const test::AnEvent event(std::vector<RosterRow>{}, demoPlan());
    EventStore store = event.open();
    const MergeOutcome merged = must(store.merge(roster.rows, {}, test::evening()));
    EXPECT_TRUE(merged.written);
    EXPECT_EQ(merged.added, 520);
    std::set<std::string> seen, members;
    for (const CountryGroup& group : demoPlan().groups)
        for (const CountryCode& code : group.members) members.insert(code.str());
    int inGroup = 0;
    for (const RosterRow& row : roster.rows)
        if (!row.cancelled && seen.insert(row.country.str()).second) inGroup += members.contains(row.country.str());
    EXPECT_EQ(seen.size(), 56U);
    EXPECT_EQ(inGroup, 52);
    // The clean list changes nothing that the dirty one told.
    EXPECT_EQ(must(store.merge(guests, {}, test::evening())).added, 0);
    EXPECT_EQ(must(store.merge(roster.rows, {}, test::evening())).changed, 0);
}

}  // namespace
}  // namespace turnout
