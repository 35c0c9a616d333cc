// Who is inside, on the page of an emergency.
#include "common/base/isolated.h"
#include "tests/kiosk/app/pages_fixture.h"

namespace turnout::kiosk {
namespace {

using testing::ElementsAre;

TEST_F(Pages, WhoIsInsideIsToldByUniversityAndHonestAboutExits) {
    press(DoorAction::openMenu);
    press({DoorAction::pick, static_cast<std::uint32_t>(MenuPage::Tile::emergency)});
    People inside = found(*presenter->takeQuestion(), {{aGuest(1, "A"), Presence::inside}});
    inside.exitsScanned = false;
    presenter->onPeople(std::move(inside));
    ASSERT_EQ(screen().scene, Scene::emergency);
    EXPECT_EQ(screen().emergency->rows.size(), 2U);
    EXPECT_TRUE(screen().emergency->rows[0].head);
    EXPECT_FALSE(screen().emergency->honest.empty());
    press(DoorAction::print);
    const auto question = presenter->takeQuestion();
    ASSERT_TRUE(question.has_value());
    EXPECT_EQ(question->kind, PeopleQuestion::Kind::printInside);
}

TEST_F(Pages, WhoIsInsideStandsInTheOrderOfThePrintWithSeatAndOwnScript) {
    press(DoorAction::openEmergency);
    Guest late = aGuest(1, "Kim Minsu"), none = aGuest(2, "Abena Owusu"), early = aGuest(3, "Noy P.");
    late.affiliation = {"Zhejiang University", "浙江大学"};
    late.nativeName = "김민수";
    late.seat = "E-05";
    early.affiliation = {"Chongqing Medical University", "重庆医科大学"};
    const auto state = Presence::inside;
    presenter->onPeople(found(*presenter->takeQuestion(), {{late, state}, {none, state}, {early, state}}));
    std::vector<std::string> names;
    for (const InsideRow& row : screen().emergency->rows) names.push_back(row.name);
    EXPECT_THAT(names,
                ElementsAre("Chongqing Medical University", "Noy P.", "Zhejiang University",
                            leftToRight(isolated("Kim Minsu") + "  " + isolated("김민수")), testing::_, "Abena Owusu"));
    EXPECT_EQ(screen().emergency->rows.at(3).detail, "E-05");
    EXPECT_EQ(screen().emergency->count, "3 people inside");
}

TEST_F(Pages, WhoMustBeLookedAfterStandsFirstAndInTheirPlace) {
    press(DoorAction::openEmergency);
    Guest needs = aGuest(1, "Wang Junjie"), other = aGuest(2, "Abena Owusu");
    needs.note = "Wheelchair place, row 1";
    needs.attention = true;
    needs.seat = other.seat = "E-05";
    other.note = "arrived by train";
    presenter->onPeople(found(*presenter->takeQuestion(), {{needs, Presence::inside}, {other, Presence::inside}}));
    const auto& rows = screen().emergency->rows;
    ASSERT_EQ(rows.size(), 5U);
    EXPECT_EQ(rows[0].name, "With a note: look after these first");
    EXPECT_EQ(rows[0].detail, "1");
    EXPECT_EQ(rows[1].name, "Wang Junjie");
    EXPECT_EQ(rows[1].detail, "Wheelchair place, row 1");
    EXPECT_TRUE(rows[1].noted && rows[4].noted) << "also in the university's list";
    EXPECT_FALSE(rows[3].noted);
    EXPECT_EQ(screen().emergency->count, "2 people inside");
}

TEST_F(Pages, ANumberInsideThatIsNotKnownIsNotTold) {
    press(DoorAction::openEmergency);
    EXPECT_EQ(screen().emergency->count, "") << "before there is an answer";
    EXPECT_EQ(screen().emergency->empty, "Reading the list …");
    People nothing;
    nothing.question = *presenter->takeQuestion();
    nothing.trouble = makeError(Fault::replaced, "store.replaced", {{"file", "gala.turnout"}});
    presenter->onPeople(nothing);
    EXPECT_EQ(screen().emergency->count, "");
    EXPECT_THAT(screen().emergency->empty, testing::HasSubstr("not known"));
}

TEST_F(Pages, AnOlderListOfWhoIsInsideSaysOfWhenItIs) {
    press(DoorAction::openEmergency);
    People old = found(*presenter->takeQuestion(), {{aGuest(1, "Noy"), Presence::inside}});
    old.trouble = makeError(Fault::replaced, "store.replaced", {{"file", "gala.turnout"}});
    old.asOf = wall() - std::chrono::minutes(4);
    presenter->onPeople(old);
    EXPECT_EQ(screen().emergency->count, "1 person inside");
    EXPECT_THAT(screen().emergency->old, testing::HasSubstr("As of 19:00"));
    presenter->onStore(status, {}, 0, {}, kStart);  // nothing new about the file
    EXPECT_FALSE(presenter->takeQuestion());
    presenter->onStore(status, old.trouble, 0, {}, kStart);
    EXPECT_EQ(presenter->takeQuestion()->kind, PeopleQuestion::Kind::inside);
    presenter->onStore(status, {}, 0, {}, kStart);  // it is back
    const auto again = presenter->takeQuestion();
    ASSERT_TRUE(again);
    presenter->onPeople(found(*again, {{aGuest(1, "Noy"), Presence::inside}}));
    EXPECT_EQ(screen().emergency->old, "");
}

TEST_F(Pages, TheTimeOfAnEntryStandsBeforeItsDoor) {
    press(DoorAction::openEmergency);
    People people = found(*presenter->takeQuestion(), {{aGuest(1, "Noy"), Presence::inside}});
    people.now[0].entry = Entry{DoorId{1}, "North gate of the old auditorium", wall()};
    presenter->onPeople(people);
    EXPECT_EQ(screen().emergency->rows.at(1).detail, "19:04 · North gate of the old auditorium");
}

}  // namespace
}  // namespace turnout::kiosk
