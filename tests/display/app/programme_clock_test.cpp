#include "display/app/programme_clock.h"

#include <gtest/gtest.h>

#include "tests/support/event_builder.h"

namespace turnout::display {
namespace {

using Kind = ProgrammeLine::Kind;
using test::at;

EventPlan evening() {
    EventPlan plan;
    plan.zone = Zone::named("Asia/Shanghai").value();
    plan.starts = at("2023-11-17T19:00:00+08:00");
    plan.ends = at("2023-11-17T21:00:00+08:00");
    const auto act = [](const char* en, const char* time) { return Act{{}, {en, {}}, {}, at(time)}; };
    plan.acts = {act("Second", "2023-11-17T19:20:00+08:00"), act("First", "2023-11-17T19:05:00+08:00")};
    return plan;
}

TEST(ProgrammeClock, BeforeTheEventTellsWhenItOpensAndWhatFollows) {
    const auto lines = programmeAt(evening(), at("2023-11-17T18:02:00+08:00"));
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_EQ(lines[0].kind, Kind::at);
    EXPECT_EQ(lines[0].time, "19:00");
    EXPECT_EQ(lines[0].name.zh, "开场");
    EXPECT_EQ(lines[1], (ProgrammeLine{Kind::next, {}, {"First", {}}}));
}

TEST(ProgrammeClock, TellsNowAndNextByTheClock) {
    const auto lines = programmeAt(evening(), at("2023-11-17T19:05:00+08:00"));
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_EQ(lines[0], (ProgrammeLine{Kind::now, {}, {"First", {}}}));
    EXPECT_EQ(lines[1], (ProgrammeLine{Kind::next, {}, {"Second", {}}}));
}

TEST(ProgrammeClock, TheLastActHasNoNextAndTheEndIsSilent) {
    EXPECT_EQ(programmeAt(evening(), at("2023-11-17T20:59:59+08:00")).size(), 1U);
    EXPECT_TRUE(programmeAt(evening(), at("2023-11-17T21:00:00+08:00")).empty());
}

TEST(ProgrammeClock, WithoutActsOnlyTheOpeningIsAnnounced) {
    EventPlan plan = evening();
    plan.acts.clear();
    const auto before = programmeAt(plan, at("2023-11-17T18:00:00+08:00"));
    ASSERT_EQ(before.size(), 1U);
    EXPECT_EQ(before[0].time, "19:00");
    EXPECT_TRUE(programmeAt(plan, at("2023-11-17T19:30:00+08:00")).empty());
}

}  // namespace
}  // namespace turnout::display
