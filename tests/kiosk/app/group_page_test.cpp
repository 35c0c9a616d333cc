// A coach's list: how many at once, where there is room, why somebody was not admitted, and where the arrows go.
#include "tests/kiosk/app/coaches_fixture.h"

namespace turnout::kiosk {
namespace {

using testing::IsEmpty;

TEST_F(Coaches, ACoachIsAdmittedByOnePressAndMoreThanThatOnlyAfterAQuestion) {
    openCoach(60);
    press(DoorAction::yes);
    EXPECT_EQ(requests().size(), 60U);
    open({});
    openCoach(317);
    press(DoorAction::yes);
    EXPECT_THAT(requests(), IsEmpty());
    ASSERT_EQ(screen().scene, Scene::confirm);
    EXPECT_EQ(screen().confirm->title, "University 1");
    EXPECT_EQ(screen().confirm->yes, "Admit 317 guests");
    press(DoorAction::back);
    ASSERT_EQ(screen().scene, Scene::group);
    press(DoorAction::yes);
    press(DoorAction::yes);
    EXPECT_EQ(requests().size(), 317U);
}

TEST_F(Coaches, WhereThereIsNotRoomForAllItIsSaidAndNobodyIsRefused) {
    open([](DoorSetup& setup) { setup.event.capacity = 520; });
    counts([](DoorStatus& now) { now.inside = 515; });
    openCoach(17);
    EXPECT_EQ(screen().group->detail, "Room for 5: untick 12");
    EXPECT_FALSE(screen().group->canAdmit);
    press(DoorAction::yes);
    EXPECT_THAT(requests(), IsEmpty());
    for (std::uint32_t cell = 0; cell < 12; ++cell) press({DoorAction::pick, cell});
    EXPECT_EQ(screen().group->admit, "Admit 5 guests");
    press(DoorAction::yes);
    EXPECT_EQ(requests().size(), 5U);
}

TEST_F(Coaches, AFullHallIsSaidAndARehearsalCountsNoPlaces) {
    open([](DoorSetup& setup) { setup.event.capacity = 520; });
    counts([](DoorStatus& now) { now.inside = 520; });
    openCoach(2);
    EXPECT_EQ(screen().group->detail, "The hall is full");
    counts([](DoorStatus& now) { now.rehearsal = true; });
    EXPECT_EQ(screen().group->admit, "Admit 2 guests");
}

TEST_F(Coaches, WhyGuestsWereNotAdmittedIsSaid) {
    openCoach(17);
    press(DoorAction::yes);
    answerAll([](std::int64_t id) {
        return id <= 5 ? Verdict::admitted : id == 6 ? Verdict::wrongDoor : Verdict::full;
    });
    EXPECT_EQ(screen().group->summary, "5 admitted");
    EXPECT_EQ(screen().group->detail, "12 not admitted: 11 hall full, 1 wrong door");
}

TEST_F(Coaches, ArrowsGoWhereTheUniversitiesStand) {
    openUniversities(9);
    presenter->onShape(false);  // two columns
    EXPECT_EQ(after({DoorAction::right}), 1U);
    EXPECT_EQ(after({DoorAction::right}), 1U) << "there is no third column";
    EXPECT_EQ(after({DoorAction::down, DoorAction::down}), 5U);
    EXPECT_EQ(after({DoorAction::left, DoorAction::up}), 2U);
    EXPECT_EQ(after({DoorAction::right, DoorAction::down, DoorAction::down, DoorAction::down}), 8U)
        << "the last row has one";
    presenter->onShape(true);  // one column
    EXPECT_EQ(after({DoorAction::up}), 7U);
    EXPECT_EQ(after({DoorAction::right}), 7U);
    press({DoorAction::pageUp, 4});  // so many are shown
    EXPECT_EQ(screen().group->focused, 3U);
    EXPECT_EQ(after({DoorAction::pageDown}), 8U);
}

TEST_F(Coaches, ArrowsGoWhereTheGuestsStand) {
    openCoach(40);
    presenter->onShape(false);  // three columns of eight
    EXPECT_EQ(after({DoorAction::right, DoorAction::down}), 9U);
    EXPECT_EQ(after({DoorAction::left}), 1U);
    presenter->onShape(true);  // two of twelve
    EXPECT_EQ(after({DoorAction::right}), 13U);
}

TEST_F(Coaches, WhoNeedsSomethingStandsFirstWithTheNote) {
    openCoach(1);
    note({29, 30});
    const auto& cells = screen().group->cells;
    EXPECT_EQ(cells[0].name, "Guest 29");
    EXPECT_EQ(cells[0].note, "wheelchair");
    EXPECT_EQ(cells[1].name, "Guest 30");
    EXPECT_EQ(cells[2].name, "Guest 1");
    EXPECT_EQ(cells[2].note, "");
}

TEST_F(Coaches, AfterTheAdmissionItIsSaidAndHeardWhoNeedsWhat) {
    openCoach(1);
    note({3, 29, 30});
    press({DoorAction::pick, 2});  // 30 is not there
    press(DoorAction::yes);
    presenter->takeHeard();
    answerAll([](std::int64_t id) { return id == 29 ? Verdict::wrongDoor : Verdict::admitted; });
    EXPECT_EQ(presenter->takeHeard().back(), Heard::attention) << "what is heard last is what is heard";
    ASSERT_EQ(screen().scene, Scene::confirm);
    ASSERT_EQ(screen().confirm->notes.size(), 1U) << "only who was admitted";
    EXPECT_EQ(screen().confirm->notes[0].name, "Guest 3");
    EXPECT_EQ(screen().confirm->notes[0].note, "wheelchair");
    press(DoorAction::back);
    EXPECT_EQ(screen().scene, Scene::group) << "said once";
    press(DoorAction::back);
    EXPECT_EQ(screen().scene, Scene::idle);
}

TEST_F(Coaches, WhoNeedsWhatIsSaidWhateverWasOpenedMeanwhile) {
    openCoach(1);
    note({3, 29});
    press(DoorAction::yes);
    press(DoorAction::openMenu);
    presenter->takeHeard();
    answerAll([](std::int64_t) { return Verdict::admitted; });
    EXPECT_EQ(screen().scene, Scene::menu) << "no card for each of them";
    EXPECT_EQ(presenter->takeHeard().back(), Heard::attention);
    press(DoorAction::back);
    ASSERT_EQ(screen().scene, Scene::confirm);
    EXPECT_EQ(screen().confirm->notes.size(), 2U);
    press(DoorAction::openSearch);
    press(DoorAction::back);
    EXPECT_EQ(screen().scene, Scene::confirm) << "nobody has said that it was seen";
    look(kFormStays);
    EXPECT_EQ(screen().scene, Scene::confirm);
    press(DoorAction::back);
    EXPECT_EQ(screen().scene, Scene::group);
    press(DoorAction::openSearch);
    press(DoorAction::back);
    EXPECT_EQ(screen().scene, Scene::idle) << "all has been seen";
}

TEST_F(Coaches, WhatCameOfThemUnderAnotherPageIsSeenOnce) {
    openCoach(17);
    press(DoorAction::yes);
    press(DoorAction::openSearch);
    answerAll([](std::int64_t id) { return id <= 5 ? Verdict::admitted : Verdict::full; });
    press(DoorAction::back);
    ASSERT_EQ(screen().scene, Scene::group);
    EXPECT_EQ(screen().group->detail, "12 not admitted: 12 hall full");
    EXPECT_EQ(presenter->takeQuestion()->kind, PeopleQuestion::Kind::university) << "who is in by now";
    press(DoorAction::openSearch);
    press(DoorAction::back);
    EXPECT_EQ(screen().scene, Scene::idle);
}

TEST_F(Coaches, OfOneUnderAnotherPageAllCanBeTakenBackTogether) {
    openCoach(3);
    press(DoorAction::yes);
    press(DoorAction::openMenu);
    answerAll([](std::int64_t) { return Verdict::admitted; });
    press(DoorAction::undo);
    ASSERT_EQ(screen().scene, Scene::reason);
    EXPECT_EQ(screen().reason->guest.name, "3 guests");
    press(DoorAction::reason1);
    for (const DoorRequest& request : requests()) {
        Answer undone;
        undone.scan = newScanId();
        undone.verdict = Verdict::undone;
        undone.guest = aGuest(1, "Guest 1");
        presenter->onTakenBack(request.about, undone, moment);
        break;
    }
    press(DoorAction::back);
    ASSERT_EQ(screen().scene, Scene::group);
    EXPECT_EQ(screen().group->summary, "2 admitted");
}

TEST_F(Coaches, TwoFormsThatWaitComeBackOneAfterTheOther) {
    openCoach(3);
    press(DoorAction::yes);
    press(DoorAction::openGroup);
    presenter->takeQuestion();
    press(DoorAction::openWalkIn);
    type(U"Noy");
    press(DoorAction::back);
    EXPECT_EQ(screen().scene, Scene::group);
    EXPECT_EQ(screen().group->detail, "3 still to record");
}

TEST_F(Coaches, WhatIsRecordedAfterALongFaultIsStillRead) {
    openCoach(3);
    press(DoorAction::yes);
    look(kFormStays + Millis{1000});
    ASSERT_EQ(screen().scene, Scene::group);
    answerAll([](std::int64_t) { return Verdict::admitted; });
    look();
    look();
    EXPECT_EQ(screen().scene, Scene::group);
    look(kFormStays);
    EXPECT_EQ(screen().scene, Scene::idle);
}

TEST_F(Coaches, AFailureAtTheEndDoesNotHideWhoNeedsWhat) {
    openCoach(1);
    note({3});
    press(DoorAction::yes);
    auto asked = requests();
    for (const DoorRequest& request : asked) {
        presenter->takeHeard();
        if (request.scan == asked.back().scan) {
            presenter->onRefused(request.scan, makeError(Fault::notFound, "store.no_such_guest"), moment);
            break;
        }
        Answer given;
        given.scan = request.scan;
        given.at = wall();
        given.verdict = Verdict::admitted;
        given.guest = aGuest(request.guest->value, "Guest");
        presenter->onAnswer(given, moment);
    }
    EXPECT_THAT(presenter->takeHeard(), testing::Contains(Heard::attention));
}

TEST_F(Coaches, TheLockTakesAListOfNamesFromUnderAnotherPageToo) {
    open([](DoorSetup& setup) { setup.state.hasPin = setup.state.scanOnly = true; });
    counts([](DoorStatus& now) { now.hasPin = true; });
    press(DoorAction::openGroup);
    givePin(true);
    openCoach(3);
    press(DoorAction::yes);
    press(DoorAction::openEmergency);
    look(kLocksAfter);
    press(DoorAction::back);
    EXPECT_EQ(screen().scene, Scene::idle);
}

TEST_F(Coaches, WhomThisDoorSendsElsewhereIsNotPromised) {
    open([](DoorSetup& setup) { setup.event.doors = {{"A", DoorWay::both, {"student"}, {}, {}}}; });
    openUniversities(1);
    press({DoorAction::pick, 0});
    People people;
    people.question = *presenter->takeQuestion();
    fillCoach(people, 12);
    for (FoundGuest& found : people.guests) found.guest.categoryId = "student";
    people.guests[4].guest.categoryId = "performer";
    presenter->onPeople(std::move(people));
    EXPECT_EQ(screen().group->admit, "Admit 11 guests");
    EXPECT_EQ(screen().group->cells[4].refused, "Other door");
    EXPECT_EQ(screen().group->detail, "1 for another door");
    press({DoorAction::pick, 4});
    press(DoorAction::all);
    press(DoorAction::yes);
    EXPECT_EQ(requests().size(), 11U);
}

TEST_F(Coaches, WhereTheDoorIsShutItIsSaidBeforehandAndNobodyIsRefused) {
    counts([](DoorStatus& now) { now.opens = wall() + std::chrono::minutes(26); });
    openCoach(9);
    EXPECT_EQ(screen().group->detail, "This door opens at 19:30: nobody can be admitted now");
    EXPECT_FALSE(screen().group->canAdmit);
    press(DoorAction::yes);
    EXPECT_THAT(requests(), IsEmpty());
    counts([](DoorStatus& now) { now.opens = wall(); });
    EXPECT_TRUE(screen().group->canAdmit);
}

TEST_F(Coaches, ThatEverybodyIsInIsSaid) {
    openUniversities(1);
    press({DoorAction::pick, 0});
    presenter->onPeople(found(*presenter->takeQuestion(), {{aGuest(1, "A"), Presence::inside}}));
    EXPECT_EQ(screen().group->summary, "Everybody is in already: 1");
    EXPECT_EQ(screen().group->detail, "");
}

TEST_F(Coaches, WhereInTheListThisIsIsSaid) {
    openCoach(317);
    EXPECT_EQ(screen().group->pages, "page 1 of 14");
    press(DoorAction::pageDown);
    EXPECT_EQ(screen().group->pages, "page 2 of 14");
    open({});
    openCoach(24);
    EXPECT_EQ(screen().group->pages, "");
}

}  // namespace
}  // namespace turnout::kiosk
