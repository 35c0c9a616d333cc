#include "display/app/door_rates.h"

#include <gtest/gtest.h>

namespace turnout::display {
namespace {

using namespace std::chrono_literals;

Totals doors(std::int64_t a, std::int64_t b) {
    Totals totals;
    totals.byDoor = {{"A", a, 0}, {"B", b, 0}};
    totals.guests.arrived = a + b;
    return totals;
}

TEST(DoorRates, WhatWasThereAtTheStartIsNoRate) {
    DoorRates rates;
    const SteadyTime now = SteadyTime{} + 1h;
    rates.take(doors(100, 40), now);
    EXPECT_EQ(rates.lastMinute(now), 0);
    EXPECT_FALSE(rates.rows(now)[0].secondsSince);
}

TEST(DoorRates, CountsByMinuteAndForgetsAfterEight) {
    DoorRates rates;
    SteadyTime now = SteadyTime{} + 1h;
    rates.take(doors(0, 0), now);
    rates.take(doors(3, 0), now + 10s);
    rates.take(doors(5, 0), now + 90s);
    now += 100s;
    const std::vector<DoorRow> rows = rates.rows(now);
    EXPECT_EQ(rows[0].minutes.back(), 2);
    EXPECT_EQ(rows[0].minutes[kSparkMinutes - 2], 3);
    EXPECT_EQ(rows[0].secondsSince, 10);
    EXPECT_EQ(rates.lastMinute(now), 2);
    const std::vector<DoorRow> later = rates.rows(now + 20min);
    for (const std::int64_t guests : later[0].minutes) EXPECT_EQ(guests, 0);
}

TEST(DoorRates, ADoorIsQuietWhenItWasHeardAndOthersStillAre) {
    DoorRates rates;
    const SteadyTime now = SteadyTime{} + 1h;
    rates.take(doors(0, 0), now);
    rates.take(doors(1, 1), now + 1s);
    rates.take(doors(2, 1), now + 130s);
    const std::vector<DoorRow> rows = rates.rows(now + 131s);
    EXPECT_FALSE(rows[0].quiet);
    EXPECT_TRUE(rows[1].quiet);
    EXPECT_FALSE(rates.rows(now + 20min)[1].quiet);  // all rest: the show is on
}

TEST(DoorRates, ADoorWithNobodyLeftToComeIsNotQuiet) {
    DoorRates rates;
    const SteadyTime now = SteadyTime{} + 1h;
    Totals totals = doors(1, 1);
    totals.guests.registered = 4;
    rates.take(doors(0, 0), now);
    rates.take(totals, now + 1s);
    totals.byDoor[0].admitted = 2;
    totals.guests.arrived = 3;
    rates.take(totals, now + 130s);
    EXPECT_TRUE(rates.rows(now + 131s)[1].quiet);
    totals.byDoor[0].admitted = 3;
    totals.guests.arrived = 4;
    rates.take(totals, now + 132s);
    EXPECT_FALSE(rates.rows(now + 133s)[1].quiet) << "everybody is in";
}

TEST(DoorRates, WhenADoorWasHeardBeforeWeLookedIsKnownButNoRate) {
    DoorRates rates;
    const SteadyTime now = SteadyTime{} + 1h;
    rates.take(doors(100, 40), now);
    rates.heardBefore("A", 7min, now);
    rates.heardBefore("B", -2h, now);
    EXPECT_EQ(rates.rows(now)[0].secondsSince, 420);
    EXPECT_EQ(rates.rows(now)[0].minutes.back(), 0);
    EXPECT_FALSE(rates.rows(now)[1].secondsSince) << "its clock is ahead";
    rates.take(doors(100, 41), now + 1s);
    rates.heardBefore("B", 10min, now + 1s);
    EXPECT_EQ(rates.rows(now + 1s)[1].secondsSince, 0) << "what was seen since counts";
    EXPECT_TRUE(rates.rows(now + 1s)[0].quiet);
}

TEST(DoorRates, RefusalsAndThoseWhoComeBackAreNoArrivalsButTheDoorIsHeard) {
    DoorRates rates;
    const SteadyTime now = SteadyTime{} + 1h;
    rates.take(doors(10, 0), now);
    Totals totals = doors(12, 0);
    totals.byDoor[0].admitted = 15;  // three were out and came back
    totals.byDoor[0].refused = 125;
    totals.byDoor[1].refused = 4;
    rates.take(totals, now + 10s);
    EXPECT_EQ(rates.lastMinute(now + 20s), 2) << "as the hall's count has grown";
    const std::vector<DoorRow> rows = rates.rows(now + 20s);
    EXPECT_EQ(rows[0].minutes.back(), 5);
    EXPECT_EQ(rows[1].minutes.back(), 0);
    EXPECT_EQ(rows[1].secondsSince, 10);
}

TEST(DoorRates, WhatWasTakenBackIsTakenOff) {
    DoorRates rates;
    const SteadyTime now = SteadyTime{} + 1h;
    rates.take(doors(10, 0), now);
    rates.take(doors(13, 0), now + 10s);
    rates.take(doors(12, 0), now + 20s);
    EXPECT_EQ(rates.lastMinute(now + 30s), 2);
    EXPECT_EQ(rates.lastMinute(now + 75s), -1);
}

}  // namespace
}  // namespace turnout::display
