// Many countries at once: they share moments, and none goes ungreeted.
#include "tests/display/app/hall_presenter_fixture.h"

namespace turnout::display {
namespace {

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

TEST_F(BurstTest, EveryCountryOfABurstIsGreetedInOrderAndTheHighestRoundNumberIsTold) {
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
        wanted += codes[i] + (i + 1 == 30 ? " 30 " : " ");
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

TEST_F(BurstTest, ATenthCountryThatIsOvertakenWhileItWaitsIsNotTold) {
    come(1);
    toldIn(30s);
    press(Control::showMode);
    come(16);
    come(17);
    press(Control::showMode);
    std::vector<std::string> numbers;
    for (const std::string& each : toldIn(90s))
        if (each.size() == 2 && each < "A") numbers.push_back(each);
    EXPECT_THAT(numbers, testing::ElementsAre("30"));
}

TEST_F(BurstTest, ATenthCountryThatWasInterruptedDoesNotComeAgainAfterTheTwentieth) {
    come(9);
    toldIn(60s);
    come(1);
    while (!screen().moment || screen().moment->kind != Moment::Kind::countries) run(50ms);
    ASSERT_TRUE(screen().moment);
    ASSERT_EQ(screen().moment->kind, Moment::Kind::countries);
    come(10);
    press(Control::blackout);
    press(Control::blackout);
    const std::vector<std::string> told = toldIn(90s);
    EXPECT_THAT(told, testing::Contains("20"));
    EXPECT_THAT(told, testing::Not(testing::Contains("10")));
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

}  // namespace
}  // namespace turnout::display
