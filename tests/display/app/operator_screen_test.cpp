#include "display/app/operator_screen.h"

#include <gtest/gtest.h>

#include "tests/support/event_builder.h"

namespace turnout::display {
namespace {

using test::at;

Totals doors(std::int64_t a, std::int64_t b) {
    Totals totals;
    totals.byDoor = {{"A", a, 0}, {"B", b, 0}};
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

TEST(OperatorScreen, TellsTheProgrammeTheSceneAndTheNumbers) {
    EventPlan plan = test::aPlan();
    plan.starts = at("2023-11-17T19:00:00+08:00");
    plan.acts = {{{}, {"First", "一"}, "Li", at("2023-11-17T19:05:00+08:00")},
                 {{}, {"Second", "二"}, {}, at("2023-11-17T19:30:00+08:00")}};
    HallPresenter hall(plan, false);
    const SteadyTime now = SteadyTime{} + 1h;
    TimePoint wall = at("2023-11-17T19:07:41+08:00");
    test::AnEvent event(20, plan);
    hall.take(test::must(event.read().hall(8)), now, wall);
    DoorRates rates;
    OperatorScreen screen = operatorScreen({hall, rates, now, wall, "HDMI-1", 12});
    EXPECT_EQ(screen.act->name.en, "First");
    EXPECT_EQ(screen.elapsed, "2:41");
    ASSERT_EQ(screen.coming.size(), 1U);
    EXPECT_FALSE(screen.byHand);
    EXPECT_EQ(screen.on, Scene::count);
    EXPECT_NE(screen.upcoming, Scene::count);
    EXPECT_EQ(screen.guests.expected, 20);
    EXPECT_FALSE(screen.stale);
    hall.control(Control::nextAct, now, wall);
    wall += 65s;
    screen = operatorScreen({hall, rates, now + 65s, wall, {}, 12});
    EXPECT_EQ(screen.act->name.en, "Second");
    EXPECT_EQ(screen.elapsed, "1:05");
    EXPECT_TRUE(screen.byHand);
}

}  // namespace
}  // namespace turnout::display
