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

// Forty countries expected, from the table's first on.
class BurstTest : public HallPresenterTest {
  protected:
    BurstTest() {
        registered.clear();
        for (const Country& each : countries())
            if (CountryCode::fromAlpha2(each.code)->isCountry() && codes.size() < 40) codes.emplace_back(each.code);
        for (const std::string& code : codes) registered[code] = 30;
        tell();
    }
    // The next so many countries come at once.
    void come(int countries) {
        for (int i = 0; i < countries; ++i) arrive(codes.at(next++));
        tell();
    }
    std::vector<std::string> codes;
    std::size_t next = 0;
};

TEST_F(BurstTest, EveryCountryOfABurstIsGreetedInOrderAndNoRoundNumberIsLost) {
    for (int tenth = 1; tenth <= 60; ++tenth) {  // 127 guests in six seconds bring 35 countries
        while (next * 60 < static_cast<std::size_t>(tenth) * 35) arrive(codes[next++]);
        arrive(codes.front(), tenth % 3 == 0 ? 3 : 1);
        tell();
        run(100ms);
    }
    std::string all;
    const std::vector<std::string> told = toldIn(2min);
    for (const std::string& each : told) all += each + " ";
    std::string wanted = "";
    for (std::size_t i = 1; i < 35; ++i)  // the first was on while the others came
        wanted += codes[i] + ((i + 1) % 10 == 0 ? " " + std::to_string(i + 1) + " " : " ");
    EXPECT_THAT(all, testing::HasSubstr("100 "));
    all.erase(all.find("100 "), 4);
    EXPECT_THAT(all, testing::EndsWith(wanted));
    EXPECT_LE(told.size(), 12U) << "in groups";
    EXPECT_LE(longest, kMomentTakes);
    EXPECT_TRUE(presenter.moments().waiting().empty());
}

TEST_F(BurstTest, AFewAtATimeKeepTheirOwnMoments) {
    come(3);
    EXPECT_THAT(toldIn(60s), testing::ElementsAre("1", codes[0], codes[1], codes[2]));
}

TEST_F(BurstTest, ASharedMomentIsSkippedAsOneAndLeavesOutWhatWasTakenBack) {
    come(1);
    toldIn(30s);
    come(7);
    run(50ms);
    ASSERT_TRUE(screen().moment);
    EXPECT_EQ(screen().moment->kind, Moment::Kind::newCountries);
    press(Control::skipMoment);
    come(6);
    arrive(codes[9], -1);
    tell();
    EXPECT_EQ(presenter.moments().waiting().size(), 3U) << "eight and nine, the tenth's number, the others";
    const std::vector<std::string> told = toldIn(60s);
    ASSERT_FALSE(told.empty());
    for (const std::string& each : told) EXPECT_EQ(each.find(codes[9]), std::string::npos) << each;
}

TEST_F(BurstTest, TwentyCountriesOfALongActAreGreetedTogetherAfterIt) {
    come(1);
    toldIn(30s);
    press(Control::showMode);
    for (int i = 0; i < 20; ++i) {
        come(1);
        run(20s);
    }
    press(Control::showMode);
    std::string all;
    const std::vector<std::string> told = toldIn(90s);
    for (const std::string& each : told) all += each + " ";
    for (std::size_t i = 1; i < 21; ++i) EXPECT_THAT(all, testing::HasSubstr(codes[i]));
    EXPECT_LE(told.size(), 5U) << all;
}

TEST_F(BurstTest, ASharedMomentThatWasInterruptedComesAgain) {
    come(1);
    toldIn(30s);
    come(7);
    run(500ms);
    ASSERT_TRUE(screen().moment);
    const Moment shared = *screen().moment;
    press(Control::blackout);
    run(20s);
    press(Control::blackout);
    run(50ms);
    EXPECT_EQ(screen().moment, shared);
    run(Millis{kMomentTakes - 1000});
    press(Control::blackout);
    press(Control::blackout);
    EXPECT_THAT(toldIn(30s), testing::IsEmpty()) << "it had been seen";
}

TEST_F(BurstTest, AMomentThatWasSkippedDoesNotComeAgain) {
    come(1);
    toldIn(30s);
    come(1);
    run(500ms);
    press(Control::skipMoment);
    press(Control::blackout);
    press(Control::blackout);
    EXPECT_THAT(toldIn(30s), testing::IsEmpty());
}

TEST_F(BurstTest, WhatAnUndoTookBackForASecondIsTold) {
    come(9);
    toldIn(60s);
    press(Control::showMode);
    come(6);  // the tenth to the fifteenth
    arrive(codes[9], -1);
    arrive(codes[10], -1);
    arrive(codes[11], -1);
    arrive(codes[12], -1);
    arrive(codes[13], -1);
    arrive(codes[14], -1);
    tell();
    run(2s);
    for (std::size_t i = 9; i < 15; ++i) arrive(codes[i]);
    tell();
    press(Control::showMode);
    const std::vector<std::string> told = toldIn(60s);
    ASSERT_EQ(told.size(), 3U);
    EXPECT_THAT(told, testing::ElementsAre(codes[9], "10", testing::HasSubstr(codes[14])));
}

TEST_F(BurstTest, WhatWasTakenBackAtItsTurnIsTheFirstWhenItComesAfterAll) {
    come(9);
    toldIn(60s);
    press(Control::showMode);
    come(1);
    arrive(codes[9], -1);
    tell();
    press(Control::showMode);
    EXPECT_THAT(toldIn(20s), testing::IsEmpty());
    arrive(codes[9]);
    tell();
    EXPECT_THAT(toldIn(30s), testing::ElementsAre(codes[9], "10"));
    arrive(codes[9], -1);
    tell();
    arrive(codes[9]);
    tell();
    EXPECT_THAT(toldIn(30s), testing::IsEmpty()) << "what was told is never told again";
}

TEST_F(BurstTest, CountriesThatShareAMomentGrowTooOldEachByItself) {
    come(1);
    toldIn(30s);
    press(Control::showMode);
    come(2);
    run(9min);
    come(5);
    run(2min);
    press(Control::showMode);
    run(50ms);
    ASSERT_TRUE(screen().moment);
    EXPECT_EQ(screen().moment->flags.size(), 5U) << "ten minutes at most";
    EXPECT_EQ(screen().moment->number, 5) << "as many as the hall greets";
    EXPECT_EQ(screen().moment->flags.front(), country(codes[3]));
}

TEST_F(BurstTest, AMomentBeginsWhenItsPicturesAreThere) {
    come(1);
    toldIn(30s);
    std::size_t flags = 0;
    bool ready = false;
    presenter.waitFor([&](const Moment& moment) {
        flags = moment.flags.size();
        return ready;
    });
    come(7);
    run(500ms);
    EXPECT_FALSE(screen().moment);
    EXPECT_TRUE(presenter.moments().awaitsPictures());
    EXPECT_EQ(flags, 7U) << "those that it will show";
    ready = true;
    run(50ms);
    EXPECT_TRUE(screen().moment);
    EXPECT_FALSE(presenter.moments().awaitsPictures());
    ready = false;
    come(1);
    toldIn(9s);
    run(3s);
    EXPECT_TRUE(screen().moment) << "after a second anyway";
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
