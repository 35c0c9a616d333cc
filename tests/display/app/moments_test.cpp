#include "tests/display/app/hall_presenter_fixture.h"

namespace turnout::display {
namespace {

TEST_F(HallPresenterTest, TheFirstGuestOfACountryIsAMomentOfAtMostSixSeconds) {
    arrive("LA", 3);
    tell();
    arrive("NP");
    tell();
    run(50ms);
    ASSERT_TRUE(screen().moment);
    EXPECT_EQ(screen().moment->country, country("NP"));
    EXPECT_EQ(screen().moment->number, 2);
    EXPECT_TRUE(screen().moment->ordinal);
    run(30s);
    EXPECT_FALSE(screen().moment);
    EXPECT_LE(longest, kMomentTakes);
    EXPECT_GE(longest, 5000);
}

TEST_F(HallPresenterTest, AStartOrRestartReplaysNothing) {
    arrive("LA", 100);
    arrive("NP", 150);
    tell();
    run(10s);
    EXPECT_FALSE(screen().moment);
    EXPECT_TRUE(presenter.moments().waiting().empty());
    EXPECT_EQ(std::get<CountScreen>(screen().scene).count, 250);
}

TEST_F(HallPresenterTest, AfterSilenceTheTrueStateComesWithoutMoments) {
    tell();
    now += 40s;
    wall += 40s;
    presenter.tick(now, wall);
    EXPECT_TRUE(presenter.numbers().screen().stale);
    arrive("LA", 120);
    tell();
    run(3s);
    EXPECT_FALSE(screen().moment);
    EXPECT_EQ(presenter.numbers().screen().count, 120);
}

TEST_F(HallPresenterTest, MomentsWaitForTheEndOfAnAct) {
    arrive("LA");
    tell();
    press(Control::showMode);
    arrive("NP");
    tell();
    run(20s);
    EXPECT_FALSE(screen().moment);
    EXPECT_EQ(presenter.moments().waiting().size(), 1U);
    ASSERT_TRUE(screen().strip);
    EXPECT_EQ(screen().strip->act.en, "First");
    EXPECT_EQ(screen().strip->count, 2);
    press(Control::showMode);
    run(100ms);
    EXPECT_TRUE(screen().moment);
}

TEST_F(HallPresenterTest, ShowModeInterruptsAMomentAtOnce) {
    arrive("LA");
    tell();
    arrive("NP");
    tell();
    run(500ms);
    ASSERT_TRUE(screen().moment);
    press(Control::showMode);
    EXPECT_FALSE(screen().moment);
    EXPECT_FALSE(screen().moving());
}

TEST_F(HallPresenterTest, RoundNumbersAllCountriesAndAFullHouseComeOneAfterTheOther) {
    arrive("LA", 199);
    arrive("NP", 200);
    arrive("PK", 200);
    tell();
    arrive("ET", 200);
    tell();
    arrive("LA");
    tell();
    std::vector<Moment::Kind> seen;
    for (int i = 0; i < 800; ++i) {
        run(50ms);
        if (screen().moment && (seen.empty() || seen.back() != screen().moment->kind))
            seen.push_back(screen().moment->kind);
    }
    using Kind = Moment::Kind;
    EXPECT_THAT(seen, testing::ElementsAre(Kind::country, Kind::guests, Kind::allCountries, Kind::fullHouse));
    EXPECT_LE(longest, kMomentTakes);
}

TEST_F(HallPresenterTest, TheFirstGuestIsGreetedBeforeTheirCountryAndTheTenthCountryBeforeTheEleventh) {
    const std::vector<const char*> codes{"LA", "NP", "PK", "ET", "GH", "VN", "TH", "MY", "KZ", "RU", "ES", "LK"};
    for (const char* code : codes) registered[code] = 30;
    registered["FJ"] = 30;
    tell();
    arrive(codes.front());
    tell();
    run(50ms);
    for (const char* code : codes)
        if (code != codes.front()) arrive(code);
    tell();
    // Too many to be told one by one: those before the tenth country's round number share a moment.
    EXPECT_THAT(toldIn(60s), testing::ElementsAre("1", "LA NP PK ET GH VN TH MY KZ RU", "10", "ES LK"));
}

TEST_F(HallPresenterTest, APassedRoundNumberAndAFirstGuestAmongManyAreNotTold) {
    registered["LA"] = 900;
    arrive("LA", 0);
    tell();
    press(Control::showMode);
    arrive("LA");
    tell();
    arrive("LA", 420);
    tell();
    arrive("LA", 100);
    tell();
    press(Control::showMode);
    std::vector<std::int64_t> seen;
    for (int i = 0; i < 800; ++i) {
        run(50ms);
        const auto& moment = screen().moment;
        if (moment && moment->kind == Moment::Kind::guests && (seen.empty() || seen.back() != moment->number))
            seen.push_back(moment->number);
    }
    EXPECT_THAT(seen, testing::ElementsAre(500));
}

TEST_F(HallPresenterTest, AnUndoneCountryIsNotAnnouncedAndNoNumberComesTwice) {
    arrive("LA", 99);
    tell();
    press(Control::showMode);
    arrive("NP");
    tell();
    arrive("NP", -1);
    tell();
    press(Control::showMode);
    run(2s);
    EXPECT_FALSE(screen().moment);
    arrive("LA");
    tell();
    arrive("LA", -1);
    tell();
    arrive("LA");
    tell();
    run(30s);
    EXPECT_TRUE(presenter.moments().waiting().empty());
}

TEST_F(HallPresenterTest, OfACountryWithFewGuestsNoOrderIsTold) {
    registered["FJ"] = 2;
    arrive("LA");
    tell();
    arrive("FJ");
    tell();
    run(100ms);
    ASSERT_TRUE(screen().moment);
    EXPECT_FALSE(screen().moment->ordinal);
    const auto journey = std::get<JourneyScreen>(presenter.sceneScreen(Scene::journey, now, wall));
    EXPECT_FALSE(journey.ordinal);
    EXPECT_EQ(journey.points.size(), 2U);
    EXPECT_EQ(journey.newest, 0U) << "Laos is named: of Fiji nobody learns when it came";
}

TEST_F(HallPresenterTest, MomentsCanBeSkippedAndSwitchedOff) {
    arrive("LA");
    tell();
    arrive("NP");
    tell();
    run(1s);
    press(Control::skipMoment);
    run(300ms);
    EXPECT_FALSE(screen().moment);
    press(Control::moments);
    arrive("PK");
    tell();
    run(20s);
    EXPECT_FALSE(screen().moment);
}

class QuietActsTest : public HallPresenterTest {
  protected:
    QuietActsTest() : HallPresenterTest() {
        EventPlan usual = plan();
        usual.display.pop_back();
        presenter = HallPresenter(usual, false);
    }
};

TEST_F(QuietActsTest, NoMomentDuringAnActUnlessTheOrganiserWantsThem) {
    arrive("LA");
    tell();
    arrive("NP");
    tell();
    run(20s);
    EXPECT_FALSE(screen().moment) << "the first act is on";
    EXPECT_TRUE(presenter.actHoldsMoments(wall));
    for (int i = 0; i < 3; ++i) press(Control::nextAct);
    run(100ms);
    ASSERT_TRUE(screen().moment) << "the last act has ended";
    EXPECT_EQ(screen().moment->country, country("NP"));
}

TEST_F(QuietActsTest, AFirstGuestIsNotGreetedAnHourLateAndAFullHouseAlwaysIs) {
    for (const char* code : {"LA", "NP", "PK"}) arrive(code, 200);
    tell();
    arrive("ET", 200);
    tell();
    now += 1h;
    wall += 1h;
    tell();
    for (int i = 0; i < 3; ++i) press(Control::nextAct);
    std::vector<Moment::Kind> seen;
    for (int i = 0; i < 600; ++i) {
        run(50ms);
        if (screen().moment && (seen.empty() || seen.back() != screen().moment->kind))
            seen.push_back(screen().moment->kind);
    }
    EXPECT_THAT(seen, testing::ElementsAre(Moment::Kind::allCountries, Moment::Kind::fullHouse));
}

TEST_F(QuietActsTest, OurOwnOpeningIsNoAct) {
    wall = at("2023-11-17T19:01:00+08:00");
    arrive("LA");
    tell();
    arrive("NP");
    tell();
    run(100ms);
    EXPECT_TRUE(screen().moment);
}

}  // namespace
}  // namespace turnout::display
