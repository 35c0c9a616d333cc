// The pages of a door beside the verdicts: what is typed, chosen and ticked on them, and what they ask for.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "kiosk/app/door_presenter.h"
#include "kiosk/app/menu_page.h"
#include "kiosk/app/settings_page.h"
#include "tests/support/event_builder.h"

namespace turnout::kiosk {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using turnout::test::at;

const SteadyTime kStart{std::chrono::hours(1)};
TimePoint wall() {
    return at("2023-11-17T19:04:12+08:00");
}

Guest aGuest(std::int64_t id, std::string name) {
    Guest guest;
    guest.id = AttendeeId{id};
    guest.name = std::move(name);
    guest.country = *CountryCode::fromAlpha2("LA");
    return guest;
}

class Pages : public testing::Test {
  protected:
    Pages() { open({}); }

    void open(const std::function<void(DoorSetup&)>& change) {
        DoorSetup setup;
        setup.event = turnout::test::aPlan();
        setup.event.zone = *Zone::named("Asia/Shanghai");
        setup.event.walkIns = true;
        setup.door = {DoorId{1}, "A", DoorWay::both};
        if (change) change(setup);
        presenter = std::make_unique<DoorPresenter>(std::move(setup), kStart, wall());
    }
    void press(DoorPress what) { presenter->handle(what, kStart); }
    void type(std::u32string_view text) {
        for (const char32_t character : text) presenter->onCharacter(character);
    }
    const DoorScreen& screen() const { return presenter->screen(); }
    std::vector<DoorRequest> requests() { return presenter->takeRequests(); }
    void counts(const std::function<void(DoorStatus&)>& change) {
        change(status);
        presenter->onStore(status, {}, 0, {}, kStart);
    }
    // The PIN's answer of the people's service.
    void givePin(bool right) {
        type(U"1234");
        press(DoorAction::yes);
        People people;
        people.question = *presenter->takeQuestion();
        people.pinRight = right;
        presenter->onPeople(std::move(people));
    }
    void answer(Verdict verdict, const Guest& guest) {
        Answer given;
        given.scan = newScanId();
        given.at = wall();
        given.verdict = verdict;
        given.guest = guest;
        given.code = "CODE";
        presenter->onAnswer(given, kStart);
    }

    std::uint32_t settingsRow(SettingsPage::Row row) const {
        const auto rows = SettingsPage::rows(presenter->state());
        return static_cast<std::uint32_t>(std::find(rows.begin(), rows.end(), row) - rows.begin());
    }

    DoorStatus status;
    std::unique_ptr<DoorPresenter> presenter;
};

// --- search ---

People found(const PeopleQuestion& question, std::vector<std::pair<Guest, Presence>> guests) {
    People people;
    people.question = question;
    people.all = guests.size();
    for (auto& [guest, presence] : guests) {
        GuestNow now;
        now.id = guest.id;
        now.presence = presence;
        people.now.push_back(now);
        FoundGuest one;
        one.guest = guest;
        people.guests.push_back(std::move(one));
    }
    return people;
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
    presenter->tick(kStart + std::chrono::seconds(20), wall());
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
    press({DoorAction::focus, 2});
    type(U"guinea");
    ASSERT_FALSE(screen().walkIn->choices.empty());
    press({DoorAction::pick, 0});
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

TEST_F(Pages, AGroupIsAdmittedInOneActEachByItsOwnScan) {
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
    ASSERT_EQ(screen().group->cells.size(), 3U);
    EXPECT_TRUE(screen().group->cells[0].ticked);
    EXPECT_FALSE(screen().group->cells[1].ticked) << "inside already";
    press(DoorAction::yes);
    const auto asked = requests();
    ASSERT_EQ(asked.size(), 2U);
    EXPECT_NE(asked[0].scan, asked[1].scan);
    for (const DoorRequest& request : asked) EXPECT_EQ(request.source, Source::group);
}

// --- menu, PIN, settings ---

TEST_F(Pages, AShiftChangesInTwoTouchesWithoutAPin) {
    open([](DoorSetup& setup) {
        setup.state.hasPin = true;
        setup.state.volunteers = {"Li Na", "Zhang Wei"};
    });
    counts([](DoorStatus& now) { now.hasPin = true; });
    press(DoorAction::openMenu);
    const auto tiles = static_cast<std::uint32_t>(screen().menu->tiles.size());
    press({DoorAction::pick, tiles + 1});
    EXPECT_EQ(presenter->state().volunteer, "Zhang Wei");
    EXPECT_EQ(screen().scene, Scene::idle);
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
    EXPECT_FALSE(presenter->mayClose(kStart));
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
    presenter->tick(kStart + std::chrono::seconds(61), wall());
    EXPECT_EQ(screen().scene, Scene::idle);
    EXPECT_FALSE(presenter->state().mayChange());
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
    presenter->onEnter(kStart);
    EXPECT_FALSE(presenter->takeQuestion().has_value());
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
    presenter->tick(kStart, wall());
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
    presenter->tick(kStart, wall());
    EXPECT_EQ(screen().settings->rows.size(), without);
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
    presenter->onEnter(kStart);
    asked = requests();
    ASSERT_EQ(asked.size(), 1U);
    EXPECT_EQ(asked[0].kind, DoorRequest::Kind::renameDoor);
    EXPECT_EQ(asked[0].text, "A east");
    counts([](DoorStatus& now) { now.door = "A east", now.closed = true; });
    EXPECT_EQ(screen().status.items[0].words, "A east");
    EXPECT_EQ(screen().status.items[1].health, Health::trouble);
    EXPECT_EQ(screen().idle.prompt, "This door is closed");
    counts([](DoorStatus& now) { now.closed = false; });
    EXPECT_EQ(screen().idle.prompt, "Hold your ticket here");
}

// --- overrides ---

TEST_F(Pages, TheHolderOfAGenuineTicketOnNoListIsLetInByOneKey) {
    Answer given;
    given.scan = newScanId();
    given.at = wall();
    given.verdict = Verdict::genuineUnlisted;
    presenter->onAnswer(given, kStart, {}, "T1:SIGNED");
    EXPECT_EQ(screen().card->overrideLabel, "Let in");
    press(DoorAction::yes);
    const auto asked = requests();
    ASSERT_EQ(asked.size(), 1U);
    EXPECT_EQ(asked[0].kind, DoorRequest::Kind::override);
    EXPECT_EQ(asked[0].about, given.scan);
    EXPECT_EQ(asked[0].code, "T1:SIGNED");
    EXPECT_FALSE(asked[0].text.empty());
    EXPECT_EQ(screen().scene, Scene::idle);
}

TEST_F(Pages, AnAmberAnswerIsOverruledWithAReasonByAnyoneTheEventAllows) {
    answer(Verdict::wrongDoor, aGuest(4, "Batbayar"));
    press(DoorAction::override);
    EXPECT_EQ(screen().scene, Scene::reason);
    press(DoorAction::reason1);
    const auto asked = requests();
    ASSERT_EQ(asked.size(), 1U);
    EXPECT_EQ(asked[0].kind, DoorRequest::Kind::override);
    EXPECT_FALSE(asked[0].text.empty());
}

TEST_F(Pages, WhereOnlyASupervisorMayOverruleThePinComesFirst) {
    open([](DoorSetup& setup) { setup.event.overrides = OverrideRule::supervisor; });
    counts([](DoorStatus& now) { now.hasPin = true; });
    answer(Verdict::wrongDoor, aGuest(4, "Batbayar"));
    press(DoorAction::override);
    ASSERT_EQ(screen().scene, Scene::pin);
    givePin(true);
    ASSERT_EQ(screen().scene, Scene::reason);
    press(DoorAction::reason2);
    EXPECT_EQ(requests().size(), 1U);
}

TEST_F(Pages, ARefusalInRedIsNeverOverruled) {
    for (const Verdict verdict : {Verdict::revoked, Verdict::alreadyIn}) {
        answer(verdict, aGuest(4, "Batbayar"));
        press(DoorAction::override);
        EXPECT_EQ(screen().scene, Scene::verdict);
        EXPECT_THAT(requests(), IsEmpty());
        press(DoorAction::dismiss);
    }
}

TEST_F(Pages, ASecondHolderIsAskedAboutAndItIsWrittenDown) {
    answer(Verdict::alreadyIn, aGuest(4, "Batbayar"));
    ASSERT_FALSE(screen().card->anotherLabel.empty());
    press(DoorAction::anotherPerson);
    const auto asked = requests();
    ASSERT_EQ(asked.size(), 1U);
    EXPECT_EQ(asked[0].kind, DoorRequest::Kind::remark);
    EXPECT_EQ(asked[0].remark, Remark::anotherPerson);
}

// --- self-test, who is inside ---

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

// --- rehearsal ---

TEST_F(Pages, GoingLiveIsUrgedAtOpeningTimeAndIsOnePress) {
    open([](DoorSetup& setup) {
        setup.event.starts = wall() + std::chrono::hours(3);
        setup.event.doorsOpen = wall() + std::chrono::hours(1);
    });
    counts([](DoorStatus& now) { now.rehearsal = true; });
    EXPECT_TRUE(screen().rehearsal);
    EXPECT_TRUE(screen().goLive.empty());
    presenter->tick(kStart, wall() + std::chrono::hours(1));
    EXPECT_FALSE(screen().goLive.empty());
    press(DoorAction::goLive);
    const auto asked = requests();
    ASSERT_EQ(asked.size(), 1U);
    EXPECT_EQ(asked[0].kind, DoorRequest::Kind::rehearse);
    EXPECT_FALSE(asked[0].on);
}

}  // namespace
}  // namespace turnout::kiosk
