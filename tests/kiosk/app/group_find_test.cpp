// Finding somebody on a long list of a group, by keys and by touch, and telling namesakes apart.
#include "tests/kiosk/app/coaches_fixture.h"

namespace turnout::kiosk {
namespace {

using testing::IsEmpty;

TEST_F(Coaches, ATypedNameIsFoundAndEnterTicksItAndTheNextMayBeTyped) {
    openCoach(317);
    press(DoorAction::none);
    type(U"guest 200");
    People people;
    people.question = *presenter->takeQuestion();
    EXPECT_EQ(people.question.text, "guest 200");
    EXPECT_EQ(screen().group->cells.size(), 317U) << "as before until the answer is there";
    presenter->onEnter(moment);
    EXPECT_EQ(screen().group->summary, "0 of 317 ticked") << "nobody is ticked unseen";
    fillCoach(people, 317);
    people.found = {AttendeeId{200}, AttendeeId{20}};
    presenter->onPeople(std::move(people));
    ASSERT_EQ(screen().group->cells.size(), 2U);
    EXPECT_EQ(screen().group->found, "ticks or unticks the framed name. “guest 200” finds 2");
    presenter->onEnter(moment);
    ASSERT_EQ(screen().group->cells.size(), 317U);
    EXPECT_EQ(screen().group->found, "");
    EXPECT_EQ(screen().group->summary, "1 of 317 ticked");
    EXPECT_EQ(screen().group->focused, 199U);
    EXPECT_EQ(screen().group->first, 192U);
    EXPECT_TRUE(screen().group->cells[199].ticked);
    EXPECT_THAT(requests(), IsEmpty()) << "Enter admits nobody";
}

TEST_F(Coaches, NamesakesAreToldApartAndAPaperListShowsWhatThePaperShows) {
    const auto fill = [](People& people) {
        fillCoach(people, 3);
        people.guests[0].guest.name = people.guests[1].guest.name = "Li Ming";
        people.guests[0].guest.nativeName = "李明";
        people.guests[1].guest.nativeName = "李鸣";
        people.guests[1].guest.seat = "C-04";
        people.now[2].ticketBeginning = "DEM07";
        people.now[2].ticketEnding = "Q2X8V";
    };
    const auto names = [&] {
        std::vector<std::string> all;
        for (const GroupCell& cell : screen().group->cells)
            all.push_back(cell.name + (cell.beside.empty() ? "" : " · " + cell.beside));
        return all;
    };
    openUniversities(1);
    press({DoorAction::pick, 0});
    EXPECT_NE(screen().group->said, "") << "not yet an empty list";
    People people;
    people.question = *presenter->takeQuestion();
    fill(people);
    presenter->onPeople(people);
    EXPECT_THAT(names(), testing::ElementsAre("Li Ming 李明", "Li Ming 李鸣 · C-04", "Guest 3"));
    people.guests[0].guest.name = "Muhammad Abdurrahman ibn Sulaiman al-Husseini al-Masri";
    people.guests[1].guest.name = people.guests[0].guest.name + " the Second";
    presenter->onPeople(people);
    EXPECT_EQ(screen().group->cells[1].beside, "C-04") << "the row ends before the names differ";
    fill(people);
    open({});
    press(DoorAction::openMenu);
    press({DoorAction::pick, static_cast<std::uint32_t>(MenuPage::Tile::paper)});
    People universities;
    universities.question = *presenter->takeQuestion();
    universities.universities.push_back({"u1", {"University 1", "University 1"}, {3, 0}});
    presenter->onPeople(std::move(universities));
    presenter->onEnter(moment);  // as in the search
    people.question = *presenter->takeQuestion();
    presenter->onPeople(people);
    EXPECT_EQ(names()[2], "Guest 3 · DEM07…Q2X8V");
}

TEST_F(Coaches, NobodyAndAllMeanTheWholeListWhateverIsTyped) {
    openCoach(30);
    type(U"guest 3");
    People people;
    people.question = *presenter->takeQuestion();
    fillCoach(people, 30);
    people.found = {AttendeeId{3}};
    presenter->onPeople(std::move(people));
    press(DoorAction::none);
    EXPECT_EQ(screen().group->summary, "0 of 30 ticked");
    press(DoorAction::all);
    EXPECT_EQ(screen().group->summary, "30 of 30 ticked");
}

TEST_F(Coaches, WhatTickedNobodyGivesWayToWhatIsTypedNext) {
    openCoach(30);
    press(DoorAction::none);
    const auto find = [&](std::u32string_view text, std::vector<AttendeeId> found) {
        type(text);
        People people;
        people.question = *presenter->takeQuestion();
        fillCoach(people, 30);
        people.found = std::move(found);
        presenter->onPeople(std::move(people));
        presenter->onEnter(moment);
    };
    find(U"8fepd", {});
    EXPECT_EQ(screen().group->typed, "8fepd") << "to be looked at";
    find(U"s9cyj", {AttendeeId{7}});
    EXPECT_EQ(screen().group->summary, "1 of 30 ticked");
    EXPECT_TRUE(screen().group->cells[6].ticked);
}

TEST_F(Coaches, ByTouchANameIsTypedTappedAndTheNextMayBeTyped) {
    openCoach(30);
    press(DoorAction::none);
    press(DoorAction::showKeyboard);
    EXPECT_TRUE(screen().group->keyboard.up);
    press({DoorAction::letter, U'7'});
    EXPECT_EQ(screen().group->typed, "7");
    People people;
    people.question = *presenter->takeQuestion();
    fillCoach(people, 30);
    people.found = {AttendeeId{17}, AttendeeId{7}};
    presenter->onPeople(std::move(people));
    press({DoorAction::pick, 1});
    EXPECT_EQ(screen().group->summary, "1 of 30 ticked");
    EXPECT_TRUE(screen().group->cells[6].ticked);
    EXPECT_EQ(screen().group->typed, "");
    EXPECT_TRUE(screen().group->keyboard.up);
    press(DoorAction::back);
    EXPECT_FALSE(screen().group->keyboard.up);
    EXPECT_EQ(screen().group->cells.size(), 30U);
}

TEST_F(Coaches, WhatAScannerTypedFindsNobodyAndEscShowsAllAgain) {
    openCoach(30);
    type(U"zz");
    People people;
    people.question = *presenter->takeQuestion();
    fillCoach(people, 30);
    presenter->onPeople(std::move(people));
    EXPECT_THAT(screen().group->cells, IsEmpty());
    EXPECT_EQ(screen().group->summary, "30 of 30 ticked") << "whom it does not show stays ticked";
    press(DoorAction::back);
    EXPECT_EQ(screen().group->cells.size(), 30U);
    type(U"DEM07ABCDE");
    presenter->removeTyped(10);
    EXPECT_EQ(screen().group->found, "");
    EXPECT_EQ(screen().group->cells.size(), 30U);
    press(DoorAction::back);
    EXPECT_TRUE(screen().group->university.empty());
}

}  // namespace
}  // namespace turnout::kiosk
