// The menu, the PIN and the settings of a door.
#include "tests/kiosk/app/pages_fixture.h"

namespace turnout::kiosk {
namespace {

using testing::IsEmpty;

TEST_F(Pages, AShiftChangesInTwoTouchesWithoutAPin) {
    open([](DoorSetup& setup) {
        setup.state.hasPin = true;
        setup.state.volunteers = {"Li Na", "Zhang Wei"};
    });
    counts([](DoorStatus& now) { now.hasPin = true; });
    press(DoorAction::openMenu);
    press({DoorAction::pick, kMenuTiles + 1});
    EXPECT_EQ(presenter->state().volunteer, "Zhang Wei");
    EXPECT_EQ(screen().scene, Scene::idle);
}

TEST_F(Pages, AnExitOffersNothingThatLetsPeopleIn) {
    open([](DoorSetup& setup) { setup.direction = Direction::exit; });
    EXPECT_EQ(screen().groupLabel, "");
    EXPECT_EQ(screen().walkInLabel, "");
    for (const DoorAction action : {DoorAction::openGroup, DoorAction::openWalkIn}) {
        press(action);
        EXPECT_EQ(screen().scene, Scene::idle);
    }
    press(DoorAction::openMenu);
    for (const MenuTile& tile : screen().menu->tiles) EXPECT_NE(tile.icon, TileIcon::paper);
    press({DoorAction::pick, static_cast<std::uint32_t>(MenuPage::Tile::paper)});
    EXPECT_EQ(screen().scene, Scene::menu);
}

TEST_F(Pages, SettingsAndClosingAreBehindThePinAndAWrongOneOpensNothing) {
    counts([](DoorStatus& now) { now.hasPin = true; });
    for (const MenuPage::Tile tile : {MenuPage::Tile::settings, MenuPage::Tile::close, MenuPage::Tile::rehearsal}) {
        press(DoorAction::openMenu);
        press({DoorAction::pick, static_cast<std::uint32_t>(tile)});
        ASSERT_EQ(screen().scene, Scene::pin);
        givePin(false);
        EXPECT_EQ(screen().scene, Scene::pin);
        EXPECT_FALSE(screen().pin->wrong.empty());
        EXPECT_THAT(requests(), IsEmpty());
        press(DoorAction::back);
    }
    EXPECT_FALSE(presenter->mayClose(moment));
    press(DoorAction::back);
    press(DoorAction::openMenu);
    press({DoorAction::pick, static_cast<std::uint32_t>(MenuPage::Tile::settings)});
    givePin(true);
    EXPECT_EQ(screen().scene, Scene::settings);
}

TEST_F(Pages, SettingsLockThemselvesAgain) {
    counts([](DoorStatus& now) { now.hasPin = true; });
    press(DoorAction::openMenu);
    press({DoorAction::pick, static_cast<std::uint32_t>(MenuPage::Tile::settings)});
    givePin(true);
    presenter->tick(moment + std::chrono::seconds(61), wall());
    EXPECT_EQ(screen().scene, Scene::idle);
    EXPECT_FALSE(presenter->state().mayChange());
}

TEST_F(Pages, WhatIsBehindThePinGoesWhenItLocksAlsoFromUnderAnAnswer) {
    const auto openSettings = [&] {
        open({});
        counts([](DoorStatus& now) { now.hasPin = true; });
        press(DoorAction::openMenu);
        press({DoorAction::pick, static_cast<std::uint32_t>(MenuPage::Tile::settings)});
        givePin(true);
    };
    const auto lockUnderAnAnswer = [&] {
        answer(Verdict::unknown, aGuest(1, "Noy"));
        presenter->tick(moment + std::chrono::seconds(61), wall());
        presenter->handle(DoorAction::back, moment + std::chrono::seconds(62));
    };
    openSettings();
    lockUnderAnAnswer();
    EXPECT_EQ(screen().scene, Scene::idle);
    openSettings();
    press({DoorAction::more, settingsRow(SettingsPage::Row::name)});
    lockUnderAnAnswer();
    EXPECT_EQ(screen().scene, Scene::idle);
    openSettings();
    press({DoorAction::more, settingsRow(SettingsPage::Row::pin)});
    lockUnderAnAnswer();
    EXPECT_EQ(screen().scene, Scene::idle);
}

TEST_F(Pages, WhatTheQueueDoesHoldsNoLockOpen) {
    counts([](DoorStatus& now) { now.hasPin = true; });
    press(DoorAction::openMenu);
    press({DoorAction::pick, static_cast<std::uint32_t>(MenuPage::Tile::settings)});
    givePin(true);
    press(DoorAction::back);
    for (int second = 0; second <= 60; second += 20) {
        presenter->handle(DoorAction::openSearch, moment + std::chrono::seconds(second));
        presenter->handle(DoorAction::back, moment + std::chrono::seconds(second));
        presenter->tick(moment + std::chrono::seconds(second), wall());
    }
    EXPECT_FALSE(presenter->state().mayChange());
}

TEST_F(Pages, TheFullScreenIsLeftOnlyWithThePin) {
    EXPECT_TRUE(presenter->mayLeaveFullscreen(moment));
    counts([](DoorStatus& now) { now.hasPin = true; });
    EXPECT_FALSE(presenter->mayLeaveFullscreen(moment));
    ASSERT_EQ(screen().scene, Scene::pin);
    givePin(true);
    const auto asked = requests();
    ASSERT_EQ(asked.size(), 1U);
    EXPECT_EQ(asked[0].kind, DoorRequest::Kind::leaveFullscreen);
}

TEST_F(Pages, WhoMayOnlyScanNeedsThePinToLookPeopleUp) {
    open([](DoorSetup& setup) { setup.state.scanOnly = true; });
    press(DoorAction::openSearch);
    EXPECT_EQ(screen().scene, Scene::search) << "without a PIN there is nothing to ask for";
    press(DoorAction::back);
    counts([](DoorStatus& now) { now.hasPin = true; });
    for (const DoorAction action : {DoorAction::openGroup, DoorAction::openWalkIn}) {
        press(action);
        EXPECT_EQ(screen().scene, Scene::pin);
        press(DoorAction::back);
        EXPECT_EQ(screen().scene, Scene::idle);
    }
    press(DoorAction::openEmergency);
    EXPECT_NE(screen().scene, Scene::pin) << "who is inside is never locked away";
    press(DoorAction::back);
    presenter->takeQuestion();
    press(DoorAction::openSearch);
    type(U"li");
    EXPECT_FALSE(presenter->takeQuestion()) << "codes alone";
    EXPECT_EQ(screen().search->emptyTitle, "This is no ticket code");
    type(U"ABCD0123456789ABCDEV");
    press(DoorAction::back);
    press(DoorAction::openSearch);
    type(U"li");
    press(DoorAction::openSearch);
    givePin(true);
    ASSERT_EQ(screen().scene, Scene::search);
    EXPECT_EQ(presenter->takeQuestion()->text, "li") << "what was typed stands there";
    presenter->tick(moment + std::chrono::seconds(61), wall());
    EXPECT_EQ(screen().scene, Scene::idle) << "it locks itself again";
}

TEST_F(Pages, ComingBackToThePinBuysNoTries) {
    counts([](DoorStatus& now) { now.hasPin = true; });
    const auto askForIt = [&] {
        press(DoorAction::openMenu);
        press({DoorAction::pick, static_cast<std::uint32_t>(MenuPage::Tile::close)});
    };
    for (int i = 0; i < 5; ++i) {
        askForIt();
        givePin(false);
        press(DoorAction::back);
    }
    askForIt();
    EXPECT_NE(screen().pin->wrong.find("30"), std::string::npos);
    type(U"1234");
    press(DoorAction::yes);
    EXPECT_FALSE(presenter->takeQuestion().has_value());
}

TEST_F(Pages, FiveWrongPinsMakeAPause) {
    counts([](DoorStatus& now) { now.hasPin = true; });
    press(DoorAction::openMenu);
    press({DoorAction::pick, static_cast<std::uint32_t>(MenuPage::Tile::close)});
    for (int i = 0; i < 5; ++i) givePin(false);
    type(U"1234");
    press(DoorAction::yes);
    EXPECT_FALSE(presenter->takeQuestion().has_value());
}

TEST_F(Pages, EnterNeverConfirmsAPin) {
    counts([](DoorStatus& now) { now.hasPin = true; });
    press(DoorAction::openMenu);
    press({DoorAction::pick, static_cast<std::uint32_t>(MenuPage::Tile::close)});
    type(U"1234");
    presenter->onEnter(moment);
    EXPECT_FALSE(presenter->takeQuestion().has_value());
}

TEST_F(Pages, EnterTakesNobodysName) {
    open([](DoorSetup& setup) { setup.state.volunteer = "Li Na"; });
    press(DoorAction::openMenu);
    type(U"A1");  // of a scanner that is slow, or a short code
    presenter->onEnter(moment);
    EXPECT_EQ(presenter->state().volunteer, "Li Na");
    press(DoorAction::yes);
    EXPECT_EQ(presenter->state().volunteer, "A1");
}

TEST_F(Pages, ClosingTheProgramAsksOnceWhereThereIsNoPin) {
    const auto close = [&] {
        press(DoorAction::openMenu);
        EXPECT_EQ(screen().menu->tiles.back().title, "Close the program");
        press({DoorAction::pick, static_cast<std::uint32_t>(MenuPage::Tile::close)});
    };
    close();
    ASSERT_EQ(screen().scene, Scene::confirm);
    EXPECT_THAT(requests(), IsEmpty());
    presenter->onEnter(moment);
    press(DoorAction::back);
    EXPECT_EQ(screen().scene, Scene::idle);
    EXPECT_THAT(requests(), IsEmpty());
    close();
    press(DoorAction::yes);
    const auto asked = requests();
    ASSERT_EQ(asked.size(), 1U);
    EXPECT_EQ(asked[0].kind, DoorRequest::Kind::close);
}

TEST_F(Pages, ARehearsalIsAskedAboutOnceSomebodyHasComeIn) {
    const auto rehearse = [&] {
        press(DoorAction::openMenu);
        press({DoorAction::pick, static_cast<std::uint32_t>(MenuPage::Tile::rehearsal)});
    };
    rehearse();
    EXPECT_EQ(requests().size(), 1U) << "nobody has come in: nothing can be lost";
    counts([](DoorStatus& now) { now.guests = {520, 12}; });
    rehearse();
    ASSERT_EQ(screen().scene, Scene::confirm);
    EXPECT_THAT(screen().confirm->question, testing::HasSubstr("12 guests"));
    EXPECT_THAT(requests(), IsEmpty());
    press(DoorAction::yes);
    const auto asked = requests();
    ASSERT_EQ(asked.size(), 1U);
    EXPECT_EQ(asked[0].kind, DoorRequest::Kind::rehearse);
    EXPECT_TRUE(asked[0].on);
    counts([](DoorStatus& now) { now.rehearsal = true; });
    rehearse();
    EXPECT_EQ(requests().size(), 1U) << "going live loses nothing";
}

TEST_F(Pages, TheQuestionBehindThePinGoesWhenItLocks) {
    counts([](DoorStatus& now) { now.hasPin = true, now.guests = {520, 12}; });
    press(DoorAction::openMenu);
    press({DoorAction::pick, static_cast<std::uint32_t>(MenuPage::Tile::rehearsal)});
    givePin(true);
    ASSERT_EQ(screen().scene, Scene::confirm);
    presenter->tick(moment + std::chrono::seconds(61), wall());
    EXPECT_EQ(screen().scene, Scene::idle);
}

TEST_F(Pages, QuietModeIsOneTouchAndSaid) {
    press(DoorAction::openMenu);
    press({DoorAction::pick, static_cast<std::uint32_t>(MenuPage::Tile::quiet)});
    EXPECT_TRUE(screen().quiet);
    EXPECT_EQ(screen().scene, Scene::idle);
}

TEST_F(Pages, TheLightOfACameraIsSetWhereItOffersIt) {
    press(DoorAction::openMenu);
    press({DoorAction::pick, static_cast<std::uint32_t>(MenuPage::Tile::settings)});
    const std::size_t without = screen().settings->rows.size();
    CameraNow camera;
    camera.state = CameraState::live;
    camera.name = "USB camera";
    camera.cameras = {"USB camera"};
    camera.light = {true, true};
    presenter->onCamera(camera);
    presenter->tick(moment, wall());
    ASSERT_EQ(screen().settings->rows.size(), without + 2);
    EXPECT_EQ(screen().settings->rows[1].value, "Automatic");
    for (int i = 0; i < 3; ++i) press({DoorAction::more, 1});
    EXPECT_EQ(screen().settings->rows[1].value, "Brighter +2");
    press({DoorAction::toggle, 2});
    EXPECT_EQ(presenter->state().light, (CameraLight{2, true}));
    for (int i = 0; i < 3; ++i) press({DoorAction::less, 1});
    EXPECT_EQ(screen().settings->rows[1].value, "Darker −1");
    camera.light = {};  // another camera
    presenter->onCamera(camera);
    presenter->tick(moment, wall());
    EXPECT_EQ(screen().settings->rows.size(), without);
}

TEST_F(Pages, MoreLightIsOnePressWithoutAPinWhereTheCameraOffersIt) {
    counts([](DoorStatus& now) { now.hasPin = true; });
    CameraNow camera;
    camera.state = CameraState::live;
    camera.dark = true;
    presenter->onCamera(camera);
    EXPECT_EQ(screen().idle.light, "");
    press(DoorAction::light);
    EXPECT_EQ(presenter->state().light, CameraLight{});
    camera.light = {true, true};
    presenter->onCamera(camera);
    EXPECT_EQ(screen().idle.light, "Torch");
    press(DoorAction::light);
    EXPECT_TRUE(presenter->state().light.lamp);
    EXPECT_EQ(screen().idle.light, "Brighter");
    press(DoorAction::light);
    press(DoorAction::light);
    EXPECT_EQ(presenter->state().light.step, 2);
    camera.dark = false;
    presenter->onCamera(camera);
    EXPECT_EQ(screen().idle.light, "Torch off");
    press(DoorAction::light);
    EXPECT_FALSE(presenter->state().light.lamp);
    EXPECT_EQ(screen().idle.light, "");
}

TEST_F(Pages, ADoorIsClosedAndRenamedInTheSettings) {
    press(DoorAction::openMenu);
    press({DoorAction::pick, static_cast<std::uint32_t>(MenuPage::Tile::settings)});
    press({DoorAction::toggle, settingsRow(SettingsPage::Row::closed)});
    auto asked = requests();
    ASSERT_EQ(asked.size(), 1U);
    EXPECT_EQ(asked[0].kind, DoorRequest::Kind::closeDoor);
    EXPECT_TRUE(asked[0].on);
    press({DoorAction::more, settingsRow(SettingsPage::Row::name)});
    ASSERT_EQ(screen().scene, Scene::menu);
    type(U" east");
    presenter->onEnter(moment);
    EXPECT_THAT(requests(), IsEmpty());  // a scanner types it
    press(DoorAction::yes);
    asked = requests();
    ASSERT_EQ(asked.size(), 1U);
    EXPECT_EQ(asked[0].kind, DoorRequest::Kind::renameDoor);
    EXPECT_EQ(asked[0].text, "A east");
    ASSERT_EQ(screen().scene, Scene::settings) << "where the name was changed";
    presenter->onNotDone(makeError(Fault::refusedByRules, "store.door_name_taken"), moment);
    EXPECT_NE(screen().settings->notice, "") << "it is said where it was asked for";
    press(DoorAction::back);
    counts([](DoorStatus& now) { now.door = "A east", now.closed = true; });
    EXPECT_EQ(screen().status.items[0].words, "A east");
    EXPECT_EQ(screen().status.items[1].health, Health::trouble);
    EXPECT_EQ(screen().idle.prompt, "This door is closed");
    counts([](DoorStatus& now) { now.closed = false; });
    EXPECT_EQ(screen().idle.prompt, "Hold your ticket here");
}

TEST_F(Pages, AFullHallInvitesNobody) {
    open([](DoorSetup& setup) { setup.event.capacity = 520; });
    counts([](DoorStatus& now) { now.inside = 519; });
    EXPECT_EQ(screen().idle.prompt, "Hold your ticket here");
    counts([](DoorStatus& now) { now.inside = 520; });
    EXPECT_EQ(screen().idle.prompt, "The hall is full: 520 of 520 inside");
    EXPECT_EQ(screen().status.items[1].words, "Hall full");
    counts([](DoorStatus& now) { now.rehearsal = true; });
    EXPECT_EQ(screen().idle.prompt, "Hold your ticket here") << "a rehearsal fills no hall";
    open([](DoorSetup& setup) {
        setup.event.capacity = 520;
        setup.direction = Direction::exit;
    });
    counts([](DoorStatus& now) { now.inside = 520; });
    EXPECT_EQ(screen().idle.prompt, "Hold your ticket here to leave");
}

TEST_F(Pages, OutsideItsHoursADoorInvitesNobody) {
    counts([](DoorStatus& now) { now.opens = wall() + std::chrono::minutes(26); });
    EXPECT_EQ(screen().idle.prompt, "This door opens at 19:30");
    EXPECT_TRUE(screen().idle.closed);
    EXPECT_EQ(screen().status.items[1].words, "Opens 19:30");
    counts([](DoorStatus& now) { now.rehearsal = true; });
    EXPECT_EQ(screen().idle.prompt, "Hold your ticket here") << "a rehearsal has no hours";
    counts([](DoorStatus& now) {
        now.rehearsal = false;
        now.opens = wall() - std::chrono::hours(1);
        now.closes = wall();
    });
    EXPECT_EQ(screen().idle.prompt, "This door closed at 19:04");
    presenter->openSelfTest();
    look();
    const auto& lines = screen().selfTest->lines;
    EXPECT_TRUE(std::any_of(lines.begin(), lines.end(), [](const TestLine& line) {
        return line.subject == TestSubject::hours && line.state == TestState::warn && line.remedy != "";
    }));
    press(DoorAction::back);
    EXPECT_EQ(screen().status.items[1].words, "Closed 19:04");
    counts([](DoorStatus& now) { now.closes = wall() + std::chrono::hours(1); });
    EXPECT_EQ(screen().idle.prompt, "Hold your ticket here");
}

}  // namespace
}  // namespace turnout::kiosk
