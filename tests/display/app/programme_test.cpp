#include "display/app/programme.h"

#include <gtest/gtest.h>

#include "tests/support/event_builder.h"

namespace turnout::display {
namespace {

using namespace std::chrono_literals;
using Kind = ProgrammeLine::Kind;
using test::at;

std::vector<ProgrammeLine> programmeAt(const EventPlan& plan, TimePoint now) {
    return Programme(plan).lines(plan.zone, now);
}

EventPlan evening() {
    EventPlan plan;
    plan.zone = Zone::named("Asia/Shanghai").value();
    plan.starts = at("2023-11-17T19:00:00+08:00");
    plan.ends = at("2023-11-17T21:00:00+08:00");
    const auto act = [](const char* en, const char* time) { return Act{{}, {en, {}}, {}, at(time)}; };
    plan.acts = {act("Second", "2023-11-17T19:20:00+08:00"), act("First", "2023-11-17T19:05:00+08:00")};
    return plan;
}

TEST(Programme, BeforeTheEventTellsWhenItOpensAndWhatFollows) {
    const auto lines = programmeAt(evening(), at("2023-11-17T18:02:00+08:00"));
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_EQ(lines[0].kind, Kind::at);
    EXPECT_EQ(lines[0].time, "19:00");
    EXPECT_EQ(lines[0].name.zh, "开场");
    EXPECT_EQ(lines[1], (ProgrammeLine{Kind::next, {}, {"First", {}}}));
}

TEST(Programme, AnOpeningOfTheOrganisersIsNotAnnouncedBesideOurs) {
    for (const Names& name : {Names{"Opening", {}}, Names{{}, "开场"}}) {
        EventPlan plan = evening();
        plan.acts.back().name = name;
        const auto lines = programmeAt(plan, at("2023-11-17T18:02:00+08:00"));
        ASSERT_EQ(lines.size(), 2U);
        EXPECT_EQ(lines[0], (ProgrammeLine{Kind::at, "19:05", name}));
        EXPECT_EQ(lines[1].name.en, "Second");
    }
}

TEST(Programme, TellsNowAndNextByTheClock) {
    const auto lines = programmeAt(evening(), at("2023-11-17T19:05:00+08:00"));
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_EQ(lines[0], (ProgrammeLine{Kind::now, {}, {"First", {}}}));
    EXPECT_EQ(lines[1], (ProgrammeLine{Kind::next, {}, {"Second", {}}}));
}

TEST(Programme, TheLastActHasNoNextAndTheEndIsSilent) {
    EXPECT_EQ(programmeAt(evening(), at("2023-11-17T20:59:59+08:00")).size(), 1U);
    EXPECT_TRUE(programmeAt(evening(), at("2023-11-17T21:00:00+08:00")).empty());
}

TEST(Programme, WithoutActsOnlyTheOpeningIsAnnounced) {
    EventPlan plan = evening();
    plan.acts.clear();
    const auto before = programmeAt(plan, at("2023-11-17T18:00:00+08:00"));
    ASSERT_EQ(before.size(), 1U);
    EXPECT_EQ(before[0].time, "19:00");
    EXPECT_TRUE(programmeAt(plan, at("2023-11-17T19:30:00+08:00")).empty());
}

TEST(Programme, OneActOfTheOrganisersIsAProgrammeAndOurOpeningAloneIsNone) {
    const TimePoint early = at("2023-11-17T18:00:00+08:00"), during = at("2023-11-17T19:30:00+08:00");
    for (const char* name : {"The Yellow River Cantata", "Opening"}) {
        EventPlan plan = evening();
        plan.acts = {Act{{}, {name, {}}, {}, plan.starts}};
        EXPECT_TRUE(Programme(plan).hasActs()) << name;
        EXPECT_EQ(programmeAt(plan, early), (std::vector<ProgrammeLine>{{Kind::at, "19:00", {name, {}}}}));
        EXPECT_EQ(programmeAt(plan, during), (std::vector<ProgrammeLine>{{Kind::now, {}, {name, {}}}}));
    }
    EventPlan none = evening();
    none.acts.clear();
    EXPECT_FALSE(Programme(none).hasActs());
}

TEST(Programme, ByHandItGoesOnAndBackAndNeverPastTheEnds) {
    Programme programme(evening());
    const TimePoint early = at("2023-11-17T18:00:00+08:00");
    EXPECT_FALSE(programme.current(early));
    programme.back(early);
    EXPECT_EQ(programme.current(early), 0U);
    for (int i = 0; i < 9; ++i) programme.next(early);
    EXPECT_TRUE(programme.over(early)) << "after the last act";
    EXPECT_EQ(programme.current(early), 2U);
    programme.back(early);
    EXPECT_FALSE(programme.over(early));
    EXPECT_EQ(programme.current(early), 2U);
    programme.back(early);
    EXPECT_EQ(programme.lines(evening().zone, early)[0], (ProgrammeLine{Kind::now, {}, {"First", {}}}));
    EXPECT_FALSE(programme.over(at("2023-11-18T09:00:00+08:00")));
    programme.byClock();
    EXPECT_TRUE(programme.over(at("2023-11-18T09:00:00+08:00")));
}

TEST(Programme, LaterMovesOnlyWhatIsStillToCome) {
    Programme programme(evening());
    const TimePoint now = at("2023-11-17T19:06:00+08:00");
    programme.later(now, std::chrono::minutes(5));
    EXPECT_EQ(programme.items()[1].starts, at("2023-11-17T19:05:00+08:00"));
    EXPECT_EQ(programme.items()[2].starts, at("2023-11-17T19:25:00+08:00"));
    EXPECT_FALSE(programme.over(at("2023-11-17T21:04:00+08:00")));
}

TEST(Programme, LaterBeforeTheStartMovesTheStartAndAllActs) {
    Programme programme(evening());
    programme.later(at("2023-11-17T18:50:00+08:00"), std::chrono::minutes(5));
    EXPECT_EQ(programme.starts(), at("2023-11-17T19:05:00+08:00"));
    EXPECT_EQ(programme.items()[0].starts, at("2023-11-17T19:05:00+08:00"));
    programme.later(at("2023-11-17T19:06:00+08:00"), std::chrono::minutes(5));
    EXPECT_EQ(programme.starts(), at("2023-11-17T19:05:00+08:00")) << "it has begun";
}

TEST(Programme, EarlierTakesBackWhatLaterDidAndNothingOfThePlan) {
    Programme programme(evening()), planned(evening());
    const TimePoint before = at("2023-11-17T18:50:00+08:00"), during = at("2023-11-17T19:12:00+08:00");
    programme.later(before, 5min);
    programme.later(before, 5min);
    EXPECT_EQ(programme.delay(), 10min);
    programme.earlier(before, 5min);
    EXPECT_EQ(programme.delay(), 5min);
    EXPECT_EQ(programme.starts(), planned.starts() + 5min);
    for (int i = 0; i < 3; ++i) programme.earlier(before, 5min);
    EXPECT_EQ(programme.delay(), 0min);
    EXPECT_EQ(programme.starts(), planned.starts());
    for (std::size_t i = 0; i < planned.items().size(); ++i)
        EXPECT_EQ(programme.items()[i].starts, planned.items()[i].starts) << i;
    EXPECT_EQ(programme.changed(), planned.changed());
    // What has begun stays where it began.
    programme.later(before, 5min);
    programme.earlier(during, 5min);
    EXPECT_EQ(programme.items()[1].starts, planned.items()[1].starts + 5min);
    EXPECT_EQ(programme.items()[2].starts, planned.items()[2].starts);
    EXPECT_TRUE(programme.over(*evening().ends));
}

TEST(Programme, AProgrammeWrittenAnewKeepsTheDelaysOfActsWithTheSameName) {
    Programme before(evening());
    before.later(at("2023-11-17T18:50:00+08:00"), std::chrono::minutes(5));
    before.next(at("2023-11-17T19:12:00+08:00"));
    EventPlan changed = evening();
    changed.acts.push_back({{}, {"Third", {}}, {}, at("2023-11-17T20:00:00+08:00")});
    Programme now(changed);
    now.takeOver(before);
    EXPECT_EQ(now.items()[2].starts, at("2023-11-17T19:25:00+08:00"));
    EXPECT_EQ(now.items()[3].starts, at("2023-11-17T20:05:00+08:00"));
    EXPECT_EQ(now.items()[*now.current(at("2023-11-17T19:12:00+08:00"))].name.en, "Second");
    EventPlan without = evening();
    without.acts.erase(without.acts.begin());
    Programme shorter(without);
    shorter.takeOver(before);
    EXPECT_FALSE(shorter.byHand()) << "the act that was on is no more: the clock decides";
}

TEST(Programme, AfterItsEndThereIsNothingNext) {
    EventPlan plan;
    plan.starts = test::at("2023-11-17T19:00:00+08:00");
    plan.ends = plan.starts + 2h;
    Programme programme(plan);
    programme.next(*plan.ends + 1min);
    EXPECT_FALSE(programme.byHand()) << "nothing was moved";
}

TEST(Programme, APartThatTellsItsPlaceNeedsNoMark) {
    for (const char* name : {"上篇 各美其美", "上篇", "下篇：美美与共", "《下篇》美美与共", "【上篇】各美其美",
                             "下半场", "第一篇章 各美其美", "第 2 部分", "第十二幕", "Part one: Bayu", "PART II",
                             "Part 2. Harmony", "Act I", "Chapter Three", "First part", "Second half, a world"})
        EXPECT_TRUE(tellsItsPlace(name)) << name;
    for (const char* name : {"", "各美其美", "《各美其美聚巴渝》", "上海之夜", "第一次相遇", "下一站",
                             "Part of your world", "Partners", "Act in time", "First love", "Action one", "Part"})
        EXPECT_FALSE(tellsItsPlace(name)) << name;
}

}  // namespace
}  // namespace turnout::display
