// The lists of people that go on paper.
#include "common/report/people_lists.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "tests/support/event_builder.h"

namespace turnout {
namespace {

using namespace test;

TEST(PeopleLists, TheTicketOnTheDoorListBeginsAndEndsAsPrintedAndTellsRowsApart) {
    const AnEvent event(30);
    EventReader reader = event.read();
    const PaperList list = must(doorList(reader, evening(), Lang::en));
    std::set<std::string> marks;
    for (const PaperGroup& group : list.groups)
        for (const PaperPerson& person : group.people) marks.insert(person.detail);
    EXPECT_EQ(marks.size(), 30U);
    const std::string& code = event.codes.front();
    EXPECT_EQ(marks.count(code.substr(0, 5) + "…" + code.substr(15)), 1U);
}

TEST(PeopleLists, AShortCodeOfAnotherSystemDoesNotStandThereWhole) {
    auto rows = guests(1);
    rows[0].ticketCode = "2023-00017";
    const AnEvent event(rows, aPlan());
    EventReader reader = event.read();
    EXPECT_EQ(must(doorList(reader, evening(), Lang::en)).groups.at(0).people.at(0).detail, "2023-");
}

TEST(PeopleLists, WhoMustBeLookedAfterStandsFirstOnThePaperOfAnEmergency) {
    const AnEvent event(3);
    EventReader reader = event.read();
    InsideThen inside = must(whoIsInside(reader, evening()));
    ASSERT_TRUE(reader.guests([&](const Guest& guest) {
        inside.guests.emplace_back(guest, Entry{DoorId{1}, "A", evening()});
    }));
    Guest& needs = inside.guests.at(1).first;
    needs.note = "Wheelchair place, row 1";
    needs.attention = true;
    const PaperList list = insideList(inside, Lang::en);
    ASSERT_EQ(list.groups.at(0).people.size(), 1U);
    EXPECT_EQ(list.groups[0].people[0].name, needs.name);
    EXPECT_EQ(list.groups[0].people[0].note, "Wheelchair place, row 1");
    std::size_t all = 0;
    for (const PaperGroup& group : list.groups) all += group.people.size();
    EXPECT_EQ(all, 4U) << "and in their place";
    EXPECT_THAT(list.subtitle, testing::HasSubstr("3"));
}

TEST(PeopleLists, AnOlderListOfWhoIsInsideSaysOfWhenItIs) {
    const AnEvent event(1);
    EventReader reader = event.read();
    const InsideThen inside = must(whoIsInside(reader, evening()));
    const std::string time = inside.event.zone.clockTime(evening());
    EXPECT_EQ(insideList(inside, Lang::en).note.find("could not be read"), std::string::npos);
    EXPECT_EQ(insideList(inside, Lang::en, true).note.find("As of " + time), 0U);
}

}  // namespace
}  // namespace turnout
