// A walk-in whose name stands on the list already: who stands there is asked before anybody becomes a guest twice.
#include "tests/kiosk/app/walk_ins_fixture.h"

namespace turnout::kiosk {
namespace {

using testing::IsEmpty;

TEST_F(WalkIns, WhoIsOnTheListAlreadyIsSaidAndAdmittedInstead) {
    fillIn();
    const auto question = presenter->takeQuestion();
    ASSERT_TRUE(question);
    EXPECT_EQ(question->kind, PeopleQuestion::Kind::namesakes);
    EXPECT_EQ(question->text, "Li Ming");
    EXPECT_EQ(question->country, code("MY"));
    Guest listed = aGuest(7, "LI MING");
    listed.country = code("MY");
    listed.affiliation = {"First University", "第一大学"};
    presenter->onPeople(found(*question, {{listed, Presence::neverIn}}));
    EXPECT_EQ(form().listed, "LI MING");
    EXPECT_EQ(form().listedState, "On the list already? Not in yet · First University");
    press(DoorAction::samePerson);
    ASSERT_EQ(screen().scene, Scene::confirm);
    press(DoorAction::back);
    ASSERT_EQ(screen().scene, Scene::walkIn);
    press(DoorAction::samePerson);
    press(DoorAction::yes);
    const auto asked = requests();
    ASSERT_EQ(asked.size(), 1U);
    EXPECT_EQ(asked[0].guest, AttendeeId{7});
    EXPECT_FALSE(asked[0].walkIn);
}

TEST_F(WalkIns, SomebodyElseOfThatNameMayStillWalkIn) {
    fillIn();
    answerPeople({{aGuest(7, "Li Ming"), Presence::inside}});
    press(DoorAction::anotherPerson);
    EXPECT_TRUE(form().listed.empty());
    press(DoorAction::yes);
    ASSERT_EQ(requests().size(), 1U);
}

TEST_F(WalkIns, NobodyIsMadeAGuestTwiceWhileItIsNotSaidWhoStandsThere) {
    fillIn();
    EXPECT_EQ(form().missing, "Looking for the name on the list");
    press(DoorAction::yes);
    EXPECT_THAT(requests(), IsEmpty()) << "the list has not answered";
    press(DoorAction::anotherPerson);
    answerPeople({{aGuest(7, "Li Ming"), Presence::neverIn}});
    EXPECT_THAT(form().missing, testing::HasSubstr("whether the guest on the list stands here"))
        << "nobody was named yet when it was said";
    press(DoorAction::yes);
    EXPECT_THAT(requests(), IsEmpty());
    press(DoorAction::anotherPerson);
    press(DoorAction::yes);
    EXPECT_EQ(requests().size(), 1U);
}

TEST_F(WalkIns, AListThatCannotBeReadKeepsNobodyWaiting) {
    fillIn();
    presenter->onPeople(unread(*presenter->takeQuestion()));
    EXPECT_TRUE(form().missing.empty());
}

TEST_F(WalkIns, TheQuestionWhoStandsThereGoesOnlyWithItsGuest) {
    fillIn();
    const auto question = *presenter->takeQuestion();
    presenter->onPeople(found(question, {{aGuest(7, "Li Ming"), Presence::neverIn}}));
    press(DoorAction::samePerson);
    ASSERT_EQ(screen().scene, Scene::confirm);
    presenter->onPeople(unread(question));
    EXPECT_EQ(screen().scene, Scene::confirm) << "only the list could not be read";
    presenter->onPeople(found(question, {}));
    ASSERT_EQ(screen().scene, Scene::walkIn) << "they were cancelled meanwhile";
    type(U"x");
    EXPECT_EQ(field(focused()).typed, "x") << "and what is typed is not lost";
}

TEST_F(WalkIns, OfSeveralNamesakesTheVolunteerChoosesInTheSearch) {
    fillIn();
    answerPeople({{aGuest(7, "Li Ming"), Presence::neverIn}, {aGuest(8, "Ming Li"), Presence::neverIn}});
    EXPECT_EQ(form().listedState, "2 guests of this name on the list");
    press(DoorAction::samePerson);
    ASSERT_EQ(screen().scene, Scene::search);
    EXPECT_EQ(screen().search->typed, "Li Ming");
    EXPECT_EQ(presenter->takeQuestion()->kind, PeopleQuestion::Kind::search);
    press(DoorAction::back);  // neither of them
    ASSERT_EQ(screen().scene, Scene::walkIn);
    EXPECT_EQ(field(0).typed, "Li Ming");
    EXPECT_EQ(presenter->takeQuestion()->kind, PeopleQuestion::Kind::namesakes) << "who may have come in meanwhile";
}

TEST_F(WalkIns, WithTheAnswerToTheOneChosenInTheSearchTheFormGoes) {
    const std::vector<std::pair<Guest, Presence>> both{{aGuest(7, "Li Ming"), Presence::neverIn},
                                                       {aGuest(8, "Ming Li"), Presence::neverIn}};
    fillIn();
    answerPeople(both);
    press(DoorAction::samePerson);
    answerPeople(both);
    press({DoorAction::pick, 1});
    press(DoorAction::yes);
    Answer given;
    given.scan = requests().at(0).scan;
    given.source = Source::search;
    given.verdict = Verdict::admitted;
    given.guest = aGuest(8, "Ming Li");
    presenter->onAnswer(given, moment);
    press(DoorAction::dismiss);
    EXPECT_EQ(screen().scene, Scene::idle) << "they are in: nobody makes a second guest of them";
}

}  // namespace
}  // namespace turnout::kiosk
