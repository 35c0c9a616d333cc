// Somebody without a registration: what is chosen for a field, whether there is a place, who is on the list already.
#include "tests/kiosk/app/pages_fixture.h"

namespace turnout::kiosk {
namespace {

using testing::IsEmpty;

CountryCode code(std::string_view alpha2) {
    return *CountryCode::fromAlpha2(alpha2);
}

class WalkIns : public Pages {
  protected:
    WalkIns() {
        open([](DoorSetup& setup) {
            setup.event.capacity = 520;
            setup.event.affiliations = {{"wmu", {"Wenzhou Medical University", "温州医科大学"}, {"WMU", ""}, {}},
                                        {"tmu", {"Tianjin Medical University", "天津医科大学"}, {}, {}}};
        });
        press(DoorAction::openWalkIn);
    }
    const WalkInScreen& form() const { return *screen().walkIn; }
    const FieldScreen& field(std::size_t which) const { return form().fields.at(which); }
    void typeInto(std::uint32_t which, std::u32string_view text) {
        press({DoorAction::focus, which});
        type(text);
    }
    std::size_t focused() const {
        for (std::size_t i = 0; i < form().fields.size(); ++i)
            if (field(i).focused) return i;
        return form().fields.size();
    }
    void fillIn() {
        type(U"Li Ming");
        typeInto(1, U"malaysia");
        presenter->onTab(moment);
    }
    static People unread(const PeopleQuestion& question) {
        People people;
        people.question = question;
        people.trouble = makeError(Fault::replaced, "store.replaced");
        return people;
    }
    void fillInUnlisted() {
        fillIn();
        answerPeople({});
    }
};

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
    EXPECT_THAT(form().missing, testing::HasSubstr("The doors are not open now"));
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
    Answer given;
    given.scan = requests().at(0).scan;
    given.at = wall();
    given.source = Source::walkIn;
    given.verdict = Verdict::admitted;
    given.guest = aGuest(9, "Li Ming");
    given.code = "K7QX9V3M2RTB5WHN8DJ3";
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
    Answer given;
    given.scan = requests().at(0).scan;
    given.at = wall();
    given.source = Source::walkIn;
    given.verdict = Verdict::admitted;
    given.guest = aGuest(9, "Li Ming");
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
    Answer given;
    given.scan = requests().at(0).scan;
    given.at = wall();
    given.source = Source::walkIn;
    given.verdict = Verdict::admitted;
    given.guest = aGuest(9, "Li Ming");
    given.code = "K7QX9V3M2RTB5WHN8DJ3";
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

// --- on the list already ---

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

}  // namespace
}  // namespace turnout::kiosk
