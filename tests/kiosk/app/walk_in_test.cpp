// Somebody without a registration: what is chosen for a field, whether there is a place.
#include "tests/kiosk/app/walk_ins_fixture.h"

namespace turnout::kiosk {
namespace {

using testing::IsEmpty;

// --- who would be refused ---

TEST_F(WalkIns, AFullHallIsSaidBeforeAnythingIsTyped) {
    counts([](DoorStatus& now) { now.inside = 520; });
    EXPECT_THAT(form().missing, testing::HasSubstr("The hall is full"));
    fillInUnlisted();
    EXPECT_EQ(form().admit, "Check Li Ming") << "the store knows whether there is room by now, and writes nobody down";
    counts([](DoorStatus& now) { now.inside = 519; });
    EXPECT_EQ(form().admit, "Admit and make a ticket") << "somebody has left, and the form is still there";
}

TEST_F(WalkIns, SoIsWhatElseTheRulesOfTheDoorSayOfThem) {
    open([](DoorSetup& setup) {
        setup.event.categories = {{"student", {"Student", "学生"}, true, false}, {"staff", {"Staff", "工作人员"}}};
        setup.event.doors = {{"A", DoorWay::both, {"staff"}, {}, wall() + std::chrono::hours(1)}};
    });
    press(DoorAction::openWalkIn);
    EXPECT_THAT(form().missing, testing::HasSubstr("This door admits nobody without a registration"));
    counts([](DoorStatus& now) { now.closed = true; });
    EXPECT_THAT(form().missing, testing::HasSubstr("This door is closed"));
    counts([](DoorStatus& now) { now.rehearsal = true; });
    EXPECT_THAT(form().missing, testing::HasSubstr("go live first"));
}

TEST_F(WalkIns, WhereTheyAreNotCountedAFullHallHasRoomForThem) {
    open([](DoorSetup& setup) {
        setup.event.capacity = 520;
        setup.event.categories = {{"staff", {"Staff", "工作人员"}, false, false}};
    });
    press(DoorAction::openWalkIn);
    counts([](DoorStatus& now) { now.inside = 520; });
    EXPECT_EQ(form().missing, "The name is still needed");
}

TEST_F(WalkIns, WhenTheLastPlaceGoesMeanwhileTheFormStaysAndSaysIt) {
    fillInUnlisted();
    press(DoorAction::yes);
    const ScanId scan = requests().at(0).scan;
    press(DoorAction::yes);
    EXPECT_THAT(requests(), IsEmpty()) << "the first has no answer yet";
    const Error full = makeError(Fault::refusedByRules, "store.walk_in_full");
    presenter->onRefused(scan, full, moment);
    ASSERT_EQ(screen().scene, Scene::walkIn);
    EXPECT_EQ(form().missing, full.sentence(Lang::en));
    EXPECT_EQ(field(0).typed, "Li Ming");
    press(DoorAction::down);
    EXPECT_TRUE(form().missing.empty());
    press(DoorAction::yes);
    EXPECT_EQ(requests().size(), 1U) << "and may be tried again";
}

TEST_F(WalkIns, TheFormGoesWithItsAnswer) {
    fillInUnlisted();
    press(DoorAction::yes);
    const Answer given = walkInAdmitted("Li Ming");
    answer(Verdict::admitted, aGuest(1, "Noy"));  // a ticket scanned in the same moment
    press(DoorAction::back);
    EXPECT_EQ(screen().scene, Scene::walkIn);
    presenter->onAnswer(given, moment);
    press(DoorAction::back);
    look(Millis{2000});
    press(DoorAction::dismiss);
    EXPECT_EQ(screen().scene, Scene::idle);
}

// --- while its answer is on the way ---

TEST_F(WalkIns, WhileItsAnswerIsOnTheWayTheFormIsNotLeft) {
    fillInUnlisted();
    press(DoorAction::yes);
    const ScanId scan = requests().at(0).scan;
    press(DoorAction::back);
    ASSERT_EQ(screen().scene, Scene::walkIn);
    EXPECT_THAT(form().missing, testing::HasSubstr("Being recorded"));
    look(kFormStays);
    ASSERT_EQ(screen().scene, Scene::walkIn) << "a disk may be full for long";
    presenter->onRefused(scan, makeError(Fault::refusedByRules, "store.walk_in_full"), moment);
    look();
    ASSERT_EQ(screen().scene, Scene::walkIn) << "what came of it is still to be read";
    press(DoorAction::back);
    EXPECT_EQ(screen().scene, Scene::idle);
}

TEST_F(WalkIns, ARefusalFindsTheFormUnderAnotherPage) {
    fillInUnlisted();
    press(DoorAction::yes);
    const ScanId scan = requests().at(0).scan;
    press(DoorAction::openMenu);
    press(DoorAction::openWalkIn);  // the next guest
    type(U"Noy");
    const Error full = makeError(Fault::refusedByRules, "store.walk_in_full");
    presenter->onRefused(scan, full, moment);
    EXPECT_EQ(field(0).typed, "Noy");
    press(DoorAction::back);
    ASSERT_EQ(screen().scene, Scene::walkIn);
    EXPECT_EQ(field(0).typed, "Li Ming");
    EXPECT_EQ(form().missing, full.sentence(Lang::en));
}

TEST_F(WalkIns, TheFormGoesWithItsAnswerFromUnderAnotherPage) {
    fillInUnlisted();
    press(DoorAction::yes);
    const Answer given = walkInAdmitted("Li Ming");
    press(DoorAction::openSearch);
    presenter->onAnswer(given, moment);
    look(Millis{2000});
    press(DoorAction::dismiss);
    ASSERT_EQ(screen().scene, Scene::search);
    press(DoorAction::back);
    EXPECT_EQ(screen().scene, Scene::idle);
}

// --- country and university ---

TEST_F(WalkIns, TheFieldShowsTheCountryThatWasChosen) {
    typeInto(1, U"gui");
    EXPECT_EQ(field(1).country, CountryCode{});
    ASSERT_GE(form().choices.size(), 2U);
    EXPECT_TRUE(form().choices[0].next);
    press(DoorAction::right);
    EXPECT_EQ(field(1).typed, "Guinea");
    EXPECT_EQ(field(1).country, code("GN"));
    EXPECT_TRUE(form().choices[0].chosen);
    EXPECT_TRUE(form().choices[1].next);
    press(DoorAction::right);
    EXPECT_EQ(field(1).typed, "Guinea-Bissau");
    EXPECT_EQ(field(1).country, code("GW"));
    presenter->onBackspace();
    EXPECT_EQ(field(1).country, CountryCode{}) << "what is typed anew is chosen anew";
}

TEST_F(WalkIns, AScanUndoesNothingThatWasChosenOrSaid) {
    fillIn();
    answerPeople({{aGuest(7, "Li Ming"), Presence::inside}});
    press(DoorAction::anotherPerson);
    press({DoorAction::focus, 1});
    for (const std::uint32_t which : {1U, 0U}) {
        press({DoorAction::focus, which});
        type(U"K7QX9V3M2RTB5WHN8DJ3");
        presenter->removeTyped(20);
        EXPECT_EQ(field(1).country, code("MY"));
        answerPeople({{aGuest(7, "Li Ming"), Presence::inside}});
        EXPECT_TRUE(form().missing.empty()) << form().missing;
    }
}

TEST_F(WalkIns, OfSeveralCountriesNoneIsTakenByItself) {
    typeInto(1, U"guinea");
    presenter->onTab(moment);
    EXPECT_EQ(field(1).country, CountryCode{});
    EXPECT_EQ(field(1).remark, "not chosen yet");
    presenter->onTab(moment, true);
    presenter->onEnter(moment);
    EXPECT_EQ(field(1).country, CountryCode{});
    EXPECT_FALSE(field(1).remark.empty());
}

TEST_F(WalkIns, TheOneCountryThatIsLeftIsSaidAndTakenByTab) {
    typeInto(1, U"malays");
    EXPECT_EQ(field(1).remark, "Tab takes Malaysia");
    presenter->onTab(moment);
    EXPECT_EQ(field(1).typed, "Malaysia");
    EXPECT_EQ(field(1).country, code("MY"));
    typeInto(1, U"xx");
    EXPECT_EQ(field(1).remark, "no country has this name");
}

TEST_F(WalkIns, TheOneUniversityThatBeginsSoIsTakenByTab) {
    typeInto(2, U"wen");
    EXPECT_EQ(field(2).remark, "Tab takes Wenzhou Medical University");
    presenter->onTab(moment);
    EXPECT_EQ(field(2).typed, "Wenzhou Medical University");
    EXPECT_EQ(field(2).remark, "");
}

TEST_F(WalkIns, ANewUniversityIsSaidToBeOneAndStaysAsItIsTyped) {
    typeInto(2, U"wenzhou university");  // is not the one on the list
    presenter->onTab(moment);
    EXPECT_EQ(field(2).typed, "wenzhou university");
    EXPECT_EQ(field(2).remark, "a new university, added as typed");
}

TEST_F(WalkIns, AUniversityIsChosenByKeyToo) {
    typeInto(2, U"medical");
    press(DoorAction::right);
    const std::string first = field(2).typed;
    press(DoorAction::right);
    EXPECT_NE(field(2).typed, first);
    EXPECT_TRUE(form().choices[1].chosen) << "the list stays while one after the other is looked at";
}

TEST_F(WalkIns, ASecondTapOnAFlagChoosesNoUniversity) {
    typeInto(1, U"gui");
    press({DoorAction::pick, 0});
    EXPECT_EQ(focused(), 2U);
    pressUnseen({DoorAction::pick, 0});
    EXPECT_EQ(field(2).typed, "");
}

TEST_F(WalkIns, NothingIsTakenThatIsNotShown) {
    fillIn();
    answerPeople({{aGuest(7, "Li Ming"), Presence::neverIn}});
    typeInto(2, U"medical");
    EXPECT_THAT(form().choices, IsEmpty()) << "who stands there is asked in their place";
    EXPECT_EQ(field(2).remark, "a new university, added as typed");
    press(DoorAction::right);
    EXPECT_EQ(field(2).typed, "medical");
    press(DoorAction::anotherPerson);
    EXPECT_EQ(form().choices.size(), 2U);
    pressUnseen({DoorAction::pick, 0});
    EXPECT_EQ(field(2).typed, "medical") << "the second tap on \"Somebody else\"";
    press(DoorAction::right);
    EXPECT_NE(field(2).typed, "medical");
}

TEST_F(WalkIns, TheTicketOfTheLastOneStandsInPlaceOfNoChoices) {
    fillInUnlisted();
    press(DoorAction::yes);
    const Answer given = walkInAdmitted("Li Ming");
    presenter->onAnswer(given, moment);
    look(Millis{2000});
    press(DoorAction::dismiss);
    press(DoorAction::openWalkIn);
    EXPECT_FALSE(form().again.empty());
    press({DoorAction::focus, 2});
    EXPECT_TRUE(form().again.empty());
    EXPECT_EQ(form().choices.size(), 2U) << "the event's universities";
}

TEST_F(WalkIns, ShiftTabGoesBack) {
    presenter->onTab(moment);
    EXPECT_EQ(focused(), 1U);
    presenter->onTab(moment, true);
    EXPECT_EQ(focused(), 0U);
    presenter->onTab(moment, true);
    EXPECT_EQ(focused(), 3U);
}

// --- the touch keyboard ---

TEST_F(WalkIns, NamesOfTheTouchKeyboardBeginWithCapitals) {
    const auto touch = [&](std::string_view letters) {
        for (const char c : letters) press({DoorAction::letter, static_cast<unsigned char>(c)});
        return field(0).typed;
    };
    EXPECT_EQ(touch("mary-jane o'brien mu'min"), "Mary-Jane O'Brien Mu'min");
}

TEST_F(WalkIns, WhatARealKeyboardTypesStaysAsItIs) {
    type(U"van der Berg");
    EXPECT_EQ(field(0).typed, "van der Berg");
}

TEST_F(WalkIns, ANameThatWasSearchedInVainStandsInTheForm) {
    press(DoorAction::back);
    press(DoorAction::openSearch);
    type(U"Amara Okafor");
    answerPeople({});
    EXPECT_THAT(screen().search->emptyDetail, testing::HasSubstr("Walk-in (F3)"));
    press(DoorAction::openWalkIn);
    EXPECT_EQ(form().fields[0].typed, "Amara Okafor");
    press(DoorAction::back);
    press(DoorAction::openSearch);
    type(U"C-12");
    answerPeople({});
    press(DoorAction::openWalkIn);
    EXPECT_EQ(form().fields[0].typed, "") << "a seat is no name";
}

}  // namespace
}  // namespace turnout::kiosk
