// The pages of a door beside the verdicts: what is typed, chosen and ticked on them, and what they ask for.
#include "tests/kiosk/app/pages_fixture.h"

namespace turnout::kiosk {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// --- search ---

TEST_F(Pages, ARehearsalRefusesAWalkInBeforeAnythingIsTyped) {
    counts([](DoorStatus& now) { now.rehearsal = true; });
    press(DoorAction::openWalkIn);
    EXPECT_EQ(screen().scene, Scene::idle);
    EXPECT_EQ(screen().idle.notice, say("store.no_walk_ins_in_rehearsal", Lang::en));
    counts([](DoorStatus& now) { now.rehearsal = false; });
    press(DoorAction::openWalkIn);
    type(U"Noy");
    counts([](DoorStatus& now) { now.rehearsal = true; });  // begun at another door meanwhile
    ASSERT_EQ(screen().scene, Scene::walkIn);
    EXPECT_EQ(screen().walkIn->missing, say("store.no_walk_ins_in_rehearsal", Lang::en));
    EXPECT_EQ(screen().walkIn->fields[0].typed, "Noy");
}

TEST_F(Pages, SearchShowsNobodyUntilSomethingIsTyped) {
    press(DoorAction::openSearch);
    EXPECT_EQ(screen().scene, Scene::search);
    EXPECT_THAT(screen().search->rows, IsEmpty());
    EXPECT_FALSE(presenter->takeQuestion().has_value());
}

TEST_F(Pages, AdmittingFromSearchAsksOnceAndIsLoggedAsSearch) {
    press(DoorAction::openSearch);
    type(U"l");
    const auto question = presenter->takeQuestion();
    ASSERT_TRUE(question.has_value());
    EXPECT_EQ(question->text, "l");
    presenter->onPeople(found(*question, {{aGuest(7, "Li Ming"), Presence::neverIn}}));
    ASSERT_EQ(screen().search->rows.size(), 1U);
    press(DoorAction::yes);
    EXPECT_EQ(screen().scene, Scene::confirm);
    EXPECT_THAT(requests(), IsEmpty());
    press(DoorAction::yes);
    const auto asked = requests();
    ASSERT_EQ(asked.size(), 1U);
    EXPECT_EQ(asked[0].kind, DoorRequest::Kind::admit);
    EXPECT_EQ(asked[0].source, Source::search);
    EXPECT_EQ(asked[0].guest, AttendeeId{7});
}

TEST_F(Pages, WhenSomebodyComesInWhatIsTypedNowIsAskedAgainNotWhatWasAnsweredLast) {
    press(DoorAction::openSearch);
    type(U"li");
    presenter->onPeople(found(*presenter->takeQuestion(), {{aGuest(7, "Li Ming"), Presence::neverIn}}));
    type(U"u");
    counts([](DoorStatus& now) { now.inside = 1; });
    const auto question = presenter->takeQuestion();
    ASSERT_TRUE(question);
    EXPECT_EQ(question->text, "liu");
    EXPECT_FALSE(presenter->takeQuestion());
    counts([](DoorStatus& now) { now.inside = 2; });  // also when nobody was found
    EXPECT_EQ(presenter->takeQuestion()->text, "liu");
}

TEST_F(Pages, APrintIsNotForgottenForARecount) {
    press(DoorAction::openMenu);
    press({DoorAction::pick, static_cast<std::uint32_t>(MenuPage::Tile::emergency)});
    presenter->takeQuestion();
    press(DoorAction::print);
    counts([](DoorStatus& now) { now.inside = 1; });
    EXPECT_EQ(presenter->takeQuestion()->kind, PeopleQuestion::Kind::printInside);
    EXPECT_EQ(presenter->takeQuestion()->kind, PeopleQuestion::Kind::inside);
    EXPECT_FALSE(presenter->takeQuestion());
}

TEST_F(Pages, WhoIsInAlreadyCannotBeAdmittedFromSearch) {
    press(DoorAction::openSearch);
    type(U"li");
    presenter->onPeople(found(*presenter->takeQuestion(), {{aGuest(7, "Li Ming"), Presence::inside}}));
    EXPECT_TRUE(screen().search->rows[0].done);
    press(DoorAction::yes);
    press(DoorAction::yes);
    EXPECT_THAT(requests(), IsEmpty());
}

TEST_F(Pages, AScanPreemptsThePageWhichComesBackWithWhatWasTyped) {
    press(DoorAction::openSearch);
    type(U"li");
    answer(Verdict::admitted, aGuest(1, "Noy"));
    EXPECT_EQ(screen().scene, Scene::verdict);
    presenter->tick(moment + std::chrono::seconds(20), wall());
    EXPECT_EQ(screen().scene, Scene::search);
    EXPECT_EQ(screen().search->typed, "li");
}

TEST_F(Pages, AScannersBurstIsTakenOutOfTheField) {
    press(DoorAction::openSearch);
    type(U"liABCDE");
    presenter->removeTyped(5);
    EXPECT_EQ(screen().search->typed, "li");
}

// --- walk-in ---

TEST_F(Pages, AWalkInNeedsANameAndACountryAndConsentIsOffUntilAsked) {
    press(DoorAction::openWalkIn);
    ASSERT_EQ(screen().scene, Scene::walkIn);
    EXPECT_FALSE(screen().walkIn->consent);
    type(U"Fatoumata");
    press(DoorAction::yes);
    EXPECT_THAT(requests(), IsEmpty());
    EXPECT_FALSE(screen().walkIn->missing.empty());
    press({DoorAction::focus, 1});
    type(U"guinea");
    ASSERT_FALSE(screen().walkIn->choices.empty());
    press({DoorAction::pick, 0});
    answerPeople({});
    EXPECT_TRUE(screen().walkIn->missing.empty());
    press(DoorAction::yes);
    const auto asked = requests();
    ASSERT_EQ(asked.size(), 1U);
    ASSERT_TRUE(asked[0].walkIn.has_value());
    EXPECT_EQ(asked[0].walkIn->name, "Fatoumata");
    EXPECT_EQ(asked[0].walkIn->country, *CountryCode::fromAlpha2("GN"));
    EXPECT_FALSE(asked[0].walkIn->onScreen);
    EXPECT_EQ(asked[0].source, Source::walkIn);
}

TEST_F(Pages, WalkInsAreNotOfferedWhereTheEventTakesNone) {
    open([](DoorSetup& setup) { setup.event.walkIns = false; });
    press(DoorAction::openWalkIn);
    EXPECT_EQ(screen().scene, Scene::idle);
    EXPECT_TRUE(screen().walkInLabel.empty());
}

// --- group ---

class Groups : public Pages {
  protected:
    // The list of a university whose second guest is inside already.
    void openUniversity() {
        press(DoorAction::openGroup);
        People universities;
        universities.question = *presenter->takeQuestion();
        AffiliationNumbers one;
        one.id = "u1";
        one.name = {"First University", "第一大学"};
        one.guests = {3, 1};
        universities.universities = {one};
        presenter->onPeople(std::move(universities));
        press({DoorAction::pick, 0});
        presenter->onPeople(found(*presenter->takeQuestion(), {{aGuest(1, "A"), Presence::neverIn},
                                                               {aGuest(2, "B"), Presence::inside},
                                                               {aGuest(3, "C"), Presence::neverIn}}));
    }
};

TEST_F(Groups, AGuestWhoIsRefusedIsCountedAsNotAdmittedAndThePageGoesOn) {
    openUniversity();
    press(DoorAction::yes);
    const auto asked = requests();
    ASSERT_EQ(asked.size(), 2U);
    const Error gone = makeError(Fault::refusedByRules, "store.no_such_guest");
    presenter->onRefused(asked[0].scan, gone, moment);
    presenter->onRefused(asked[1].scan, gone, moment);
    EXPECT_EQ(screen().scene, Scene::group);
    EXPECT_EQ(screen().group->summary, "0 admitted");
    EXPECT_EQ(screen().group->detail, "2 not admitted. " + gone.sentence(Lang::en));
    press({DoorAction::pick, 0});
    EXPECT_TRUE(screen().group->canAdmit);
    press(DoorAction::back);
    EXPECT_EQ(screen().scene, Scene::idle);
}

TEST_F(Groups, ARefusalOfAnotherScanIsANotice) {
    openUniversity();
    const Error gone = makeError(Fault::refusedByRules, "store.no_such_guest");
    presenter->onRefused(newScanId(), gone, moment);
    EXPECT_EQ(screen().idle.notice, gone.sentence(Lang::en));
}

TEST_F(Groups, AreAdmittedInOneActEachByItsOwnScan) {
    openUniversity();
    ASSERT_EQ(screen().group->cells.size(), 3U);
    EXPECT_TRUE(screen().group->cells[0].ticked);
    EXPECT_FALSE(screen().group->cells[1].ticked) << "inside already";
    EXPECT_FALSE(screen().group->canTick) << "who can be is ticked already";
    press(DoorAction::none);
    EXPECT_TRUE(screen().group->canTick);
    EXPECT_FALSE(screen().group->canUntick);
    press(DoorAction::all);
    EXPECT_TRUE(screen().group->canUntick);
    press(DoorAction::yes);
    const auto asked = requests();
    ASSERT_EQ(asked.size(), 2U);
    EXPECT_NE(asked[0].scan, asked[1].scan);
    for (const DoorRequest& request : asked) EXPECT_EQ(request.source, Source::group);
}

// --- self-test ---

TEST_F(Pages, TheSelfTestAsksForSoundAndASavingAndTellsWhatToMend) {
    presenter->openSelfTest();
    std::vector<DoorRequest::Kind> kinds;
    for (const DoorRequest& request : requests()) kinds.push_back(request.kind);
    EXPECT_THAT(kinds, testing::UnorderedElementsAre(DoorRequest::Kind::testSaving, DoorRequest::Kind::testSound));
    presenter->onSaved(std::nullopt);
    const auto& lines = screen().selfTest->lines;
    const auto saving = std::find_if(lines.begin(), lines.end(),
                                     [](const TestLine& line) { return line.subject == TestSubject::saving; });
    ASSERT_NE(saving, lines.end());
    EXPECT_EQ(saving->state, TestState::bad);
    EXPECT_FALSE(saving->remedy.empty());
    EXPECT_EQ(screen().selfTest->worst, TestState::bad);
    presenter->onTested(Source::scanner);
    EXPECT_EQ(screen().selfTest->lines[1].state, TestState::good);
}

TEST_F(Pages, TheTestCodeBeforeAnOpenDoorIsSaidToBeRead) {
    presenter->onTested(Source::camera);
    EXPECT_EQ(screen().idle.notice, say("kiosk.test.code_read", Lang::en));
    EXPECT_TRUE(screen().idle.noticeIsGood);
}

TEST_F(Pages, ADoorWithSomethingRedIsOpenedOnlyWithThePin) {
    counts([](DoorStatus& now) { now.hasPin = true, now.guests = {520, 0}; });
    presenter->openSelfTest();
    presenter->onSaved(std::nullopt);
    EXPECT_EQ(screen().selfTest->start, "Open anyway");
    EXPECT_TRUE(screen().selfTest->startLocked);
    for (const DoorAction way : {DoorAction::yes, DoorAction::back, DoorAction::openSearch, DoorAction::openMenu}) {
        press(way);
        EXPECT_NE(screen().scene, Scene::idle);
        press(DoorAction::back);
        EXPECT_EQ(screen().scene, Scene::selfTest);
    }
    press(DoorAction::yes);
    ASSERT_EQ(screen().scene, Scene::pin);
    givePin(true);
    EXPECT_EQ(screen().scene, Scene::idle);
}

TEST_F(Pages, ADoorWithNothingRedIsOpenedByOneKey) {
    counts([](DoorStatus& now) { now.hasPin = true, now.guests = {520, 0}; });
    presenter->openSelfTest();
    presenter->onSaved(Millis{4});
    EXPECT_EQ(screen().selfTest->start, "Open the door");
    press(DoorAction::yes);
    EXPECT_EQ(screen().scene, Scene::idle);
}

TEST_F(Pages, TheSelfTestTellsHowManyGuestsThereAreAndHowOldTheListIs) {
    counts([](DoorStatus& now) { now.guests = {520, 0}, now.listAt = wall() - std::chrono::minutes(12); });
    presenter->openSelfTest();
    presenter->onSaved(Millis{4});
    const auto words = [&] {
        const auto& lines = screen().selfTest->lines;
        return std::find_if(lines.begin(), lines.end(),
                            [](const TestLine& line) { return line.subject == TestSubject::list; })
            ->words;
    };
    EXPECT_EQ(words(), "520 guests, list of 12 min ago");
    counts([](DoorStatus& now) { now.listAt = wall() - std::chrono::hours(72); });
    EXPECT_EQ(words(), "520 guests, list of 3 days ago");
}

TEST_F(Pages, WhoIsInsideIsOnePressFromAnyScreenAndPrintedByAnother) {
    const auto inside = [&] {
        press(DoorAction::openEmergency);
        EXPECT_EQ(screen().scene, Scene::emergency);
        const auto asked = presenter->takeQuestion();
        ASSERT_TRUE(asked.has_value());
        EXPECT_EQ(asked->kind, PeopleQuestion::Kind::inside);
        press(DoorAction::yes);
        EXPECT_EQ(presenter->takeQuestion()->kind, PeopleQuestion::Kind::printInside);
        press(DoorAction::back);
    };
    inside();
    press(DoorAction::openSearch);
    inside();
    answer(Verdict::admitted, aGuest(1, "Noy"));
    inside();
    const Error full = makeError(Fault::diskFull, "store.disk_full", {{"file", "x"}});
    presenter->onStore(status, full, 1, wall(), moment);
    presenter->onNotRecorded(full, moment);
    inside();  // nothing can be recorded, and people may have to get out all the same
    presenter->tick(moment, wall());
    EXPECT_EQ(screen().card->verdict, Verdict::notRecorded);
}

TEST_F(Pages, TheSelfTestOpensTheRemedyOfTheWorst) {
    presenter->openSelfTest();
    presenter->onSound(false);  // gold, and above
    presenter->onSaved({});     // red
    const SelfTestScreen& test = *screen().selfTest;
    ASSERT_TRUE(test.open);
    EXPECT_EQ(test.lines[*test.open].state, TestState::bad);
    EXPECT_EQ(test.where, "A");
    EXPECT_EQ(test.clock, "19:04");
}

// --- rehearsal ---

TEST_F(Pages, GoingLiveIsUrgedAtOpeningTimeAndIsOnePress) {
    open([](DoorSetup& setup) {
        setup.event.starts = wall() + std::chrono::hours(3);
        setup.event.doorsOpen = wall() + std::chrono::hours(1);
    });
    counts([](DoorStatus& now) { now.rehearsal = true; });
    EXPECT_TRUE(screen().rehearsal);
    EXPECT_TRUE(screen().goLive.empty());
    presenter->tick(moment, wall() + std::chrono::hours(1));
    EXPECT_FALSE(screen().goLive.empty());
    press(DoorAction::goLive);
    const auto asked = requests();
    ASSERT_EQ(asked.size(), 1U);
    EXPECT_EQ(asked[0].kind, DoorRequest::Kind::rehearse);
    EXPECT_FALSE(asked[0].on);
}

TEST_F(Pages, WhoIsNotOnTheListIsLookedForAndTheListTellsItsAge) {
    const auto unknown = [&] {
        Answer given;
        given.verdict = Verdict::unknown;
        given.listSize = 18;
        given.at = wall();
        presenter->onAnswer(given, kStart);
        const VerdictCard card = *screen().card;
        press(DoorAction::dismiss);
        return card;
    };
    counts([](DoorStatus& now) {
        now.guests.registered = 17;
        now.listAt = wall() - std::chrono::minutes(2);
    });
    EXPECT_THAT(unknown().explanation, testing::HasSubstr("17 guests and is 2 min old"));
    EXPECT_THAT(unknown().nextStep, testing::HasSubstr("walk-in"));
    EXPECT_TRUE(unknown().canSearch && unknown().canWalkIn);
    const auto& items = screen().status.items;
    EXPECT_TRUE(std::any_of(items.begin(), items.end(), [](const StatusItem& item) {
        return item.words == "List: 17 guests · 2 min";
    })) << "the same number";
    counts([](DoorStatus& now) { now.rehearsal = true; });
    EXPECT_FALSE(unknown().canWalkIn) << "nothing of it could be kept";
    counts([](DoorStatus& now) { now.rehearsal = false; });
    open([](DoorSetup& setup) { setup.state.scanOnly = setup.state.hasPin = true; });
    EXPECT_FALSE(unknown().canWalkIn) << "not at a door that only scans";
    EXPECT_TRUE(screen().findLocked) << "and looking somebody up asks for the PIN";
    open([](DoorSetup& setup) { setup.event.walkIns = false; });
    EXPECT_FALSE(unknown().canWalkIn);
    EXPECT_THAT(unknown().nextStep, testing::Not(testing::HasSubstr("walk-in")));
}

}  // namespace
}  // namespace turnout::kiosk
