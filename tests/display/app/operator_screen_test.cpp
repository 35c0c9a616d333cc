#include "display/app/operator_screen.h"

#include <gtest/gtest.h>

#include "tests/support/event_builder.h"

namespace turnout::display {
namespace {

using test::at;

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
    OperatorScreen screen = operatorScreen({hall, rates, now, wall, "HDMI-1", {12, false}});
    EXPECT_EQ(screen.act->name.en, "First");
    EXPECT_EQ(screen.elapsed, "2:41");
    ASSERT_EQ(screen.coming.size(), 1U);
    EXPECT_FALSE(screen.byHand);
    EXPECT_EQ(screen.on, Scene::count);
    EXPECT_NE(screen.upcoming, Scene::count);
    EXPECT_EQ(screen.guests.expected, 20);
    hall.control(Control::nextAct, now, wall);
    wall += 65s;
    screen = operatorScreen({hall, rates, now + 65s, wall, {}, {12, false}});
    EXPECT_EQ(screen.act->name.en, "Second");
    EXPECT_EQ(screen.elapsed, "1:05");
    EXPECT_TRUE(screen.byHand);
    EXPECT_EQ(screen.delay, 0);
    hall.control(Control::later, now, wall);
    EXPECT_EQ(operatorScreen({hall, rates, now, wall, {}, {12, false}}).delay, 5);
    hall.control(Control::earlier, now, wall);
    EXPECT_EQ(operatorScreen({hall, rates, now, wall, {}, {12, false}}).delay, 0);
}

TEST(OperatorScreen, SaysWhyMomentsWaitAndThatTheyAreOff) {
    EventPlan plan = test::aPlan();
    plan.starts = at("2023-11-17T19:00:00+08:00");
    plan.acts = {{{}, {"First", "一"}, {}, at("2023-11-17T19:05:00+08:00")}};
    plan.display = {{"show_strip", "false"}};
    HallPresenter hall(plan, false);
    const SteadyTime now = SteadyTime{} + 1h;
    const TimePoint wall = at("2023-11-17T19:07:00+08:00"), early = at("2023-11-17T18:40:00+08:00");
    hall.take({}, now, wall);
    DoorRates rates;
    const auto waits = [&](TimePoint at) { return operatorScreen({hall, rates, now, at, {}, {12, false}}).waits; };
    EXPECT_EQ(waits(wall), Waits::act);
    EXPECT_EQ(waits(early), Waits::comes);
    hall.control(Control::blackout, now, early);
    EXPECT_EQ(waits(early), Waits::covered);
    hall.control(Control::moments, now, early);
    EXPECT_EQ(waits(early), Waits::off) << "off is off, whatever else lies over the hall";
    EXPECT_EQ(waits(wall), Waits::off);
}

TEST(OperatorScreen, KnowsThatShowModeLeavesNothingWhereTheOrganiserSaidSo) {
    EventPlan plan = test::aPlan();
    const SteadyTime now = SteadyTime{} + 1h;
    const TimePoint wall = at("2023-11-17T18:40:00+08:00");
    DoorRates rates;
    for (const bool strip : {true, false}) {
        plan.display = {{"show_strip", strip ? "true" : "false"}};
        HallPresenter hall(plan, false);
        hall.take({}, now, wall);
        hall.control(Control::showMode, now, wall);
        const OperatorScreen screen = operatorScreen({hall, rates, now, wall, {}, {12, false}});
        EXPECT_EQ(screen.showStrip, strip);
        EXPECT_EQ(screen.dark, !strip);
    }
}

TEST(OperatorScreen, KnowsThatTheProgrammeIsOver) {
    EventPlan plan = test::aPlan();
    plan.starts = at("2023-11-17T19:00:00+08:00");
    plan.ends.reset();
    plan.acts = {{{}, {"First", "一"}, {}, at("2023-11-17T19:00:00+08:00")}};
    HallPresenter hall(plan, false);
    const SteadyTime now = SteadyTime{} + 1h;
    const TimePoint wall = at("2023-11-17T19:07:00+08:00");
    hall.take({}, now, wall);
    DoorRates rates;
    const auto screen = [&] { return operatorScreen({hall, rates, now, wall, {}, {12, false}}); };
    EXPECT_FALSE(screen().over) << "the last act is on; its end is still to come";
    hall.control(Control::nextAct, now, wall);
    EXPECT_TRUE(screen().over);
    EXPECT_FALSE(screen().act);
}

}  // namespace
}  // namespace turnout::display
