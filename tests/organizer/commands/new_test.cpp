// turnout new --like: next year's event from this year's.
#include <gtest/gtest.h>

#include "common/store/event_reader.h"
#include "tests/organizer/commands/turnout_run.h"
#include "tests/support/event_builder.h"

namespace turnout::test {
namespace {

Evening anOldEvent() {
    return Evening(
        "[event]\nname_en = \"International Night\"\nname_zh = \"国际之夜\"\nstarts = 2023-11-17T19:00:00+08:00\n"
        "ends = 2023-11-17T21:00:00+08:00\ndoors_open = 2023-11-17T18:00:00+08:00\ntimezone = \"Asia/Shanghai\"\n"
        "capacity = 300\nwalk_ins = true\n"
        "[[category]]\nid = \"student\"\nname_en = \"Student\"\n[[affiliation]]\nid = \"cqmu\"\nname_en = \"Chongqing "
        "Medical University\"\n[[door]]\nname = \"East\"\nopens = 2023-11-17T17:30:00+08:00\n"
        "[[act]]\nname_en = \"Lion Dance\"\nstarts = 2023-11-17T19:05:00+08:00\n[display]\ngold = \"#FFC83D\"\n",
        "id,name,country,affiliation\nS-1,Aarati Adhikari,NP,cqmu\n");
}

TEST(NewCommandTest, LikeAnOldEventKeepsItsPlanAndNobodysName) {
    const Evening old = anOldEvent();
    ASSERT_EQ(old.run({"scan", old.code(0), "--door", "East"}).code, 0);
    const std::string next = old.path("next.turnout");
    const Ran ran = turnoutRun({"new", next, "--like", old.event, "--starts", "2024-11-15T19:30:00+08:00"});
    ASSERT_EQ(ran.code, 0) << ran.err;
    EventReader reader = must(EventReader::open(next));
    const EventPlan plan = must(reader.event());
    EXPECT_EQ(plan.name, (Names{"International Night", "国际之夜"}));
    EXPECT_EQ(plan.starts, at("2024-11-15T19:30:00+08:00"));
    EXPECT_EQ(plan.ends, at("2024-11-15T21:30:00+08:00"));
    EXPECT_EQ(plan.doorsOpen, at("2024-11-15T18:30:00+08:00"));
    EXPECT_EQ(plan.capacity, 300);
    EXPECT_TRUE(plan.walkIns);
    ASSERT_EQ(plan.doors.size(), 1U);
    EXPECT_EQ(plan.doors[0].opens, at("2024-11-15T18:00:00+08:00"));
    ASSERT_EQ(plan.affiliations.size(), 1U);
    EXPECT_EQ(plan.affiliations[0].id, "cqmu");
    EXPECT_EQ(plan.display.size(), 1U);
    EXPECT_TRUE(plan.acts.empty());
    EXPECT_EQ(must(reader.totals()).guests, (Numbers{0, 0}));
    EXPECT_EQ(readFile(next).find("Aarati"), std::string::npos);
    EXPECT_EQ(findings(next), "");
    // Its tickets are its own: the old ones are another event's.
    EXPECT_NE(turnoutRun({"scan", next, old.code(0), "--door", "East"}).out.find("other_event"), std::string::npos);
}

TEST(NewCommandTest, LikeNeedsTheNewDateAndTakesAnotherName) {
    const Evening old = anOldEvent();
    const std::string next = old.path("next.turnout");
    EXPECT_EQ(turnoutRun({"new", next, "--like", old.event}).code, 2);
    EXPECT_FALSE(std::filesystem::exists(next));
    ASSERT_EQ(
        turnoutRun({"new", next, "--like", old.event, "--name", "Night 2024", "--starts", "2024-11-15T19:30:00+08:00"})
            .code,
        0);
    EventReader reader = must(EventReader::open(next));
    EXPECT_EQ(must(reader.event()).name.en, "Night 2024");
    EXPECT_EQ(turnoutRun({"new", old.path("x.turnout"), "--like", old.path("none.turnout"), "--starts",
                          "2024-11-15T19:30:00+08:00"})
                  .code,
              1);
}

TEST(NewCommandTest, TakesThePicturesAndFontsThatTheFileNamesAndSoDoesNextYears) {
    const TempDir dir;
    const std::string toml = (dir / "plan/event.toml").string(), event = (dir / "events/event.turnout").string();
    std::filesystem::create_directories(dir / "plan");
    std::filesystem::create_directories(dir / "events");
    writeFile(dir / "plan/event.toml",
              "[event]\nname_en = \"Evening\"\nstarts = 2023-11-17T19:00:00+08:00\ntimezone = \"Asia/Shanghai\"\n"
              "[display]\nlogo = \"logo.svg\"\nfont = \"words.otf\"\n");
    writeFile(dir / "plan/logo.svg", "<svg/>");
    const Ran refused = turnoutRun({"new", event, "--from", toml});
    EXPECT_EQ(refused.code, 1);
    EXPECT_NE(refused.err.find("words.otf"), std::string::npos) << refused.err;
    EXPECT_FALSE(std::filesystem::exists(event));
    writeFile(dir / "events/words.otf", "OTTO");
    const Ran ran = turnoutRun({"new", event, "--from", toml});
    ASSERT_EQ(ran.code, 0) << ran.err;
    const EventFiles files{"<svg/>", "", "OTTO", ""};
    EXPECT_EQ(must(must(EventReader::open(event)).files()), files);
    std::filesystem::remove_all(dir / "plan");
    const std::string next = (dir / "next.turnout").string();
    ASSERT_EQ(turnoutRun({"new", next, "--like", event, "--starts", "2024-11-15T19:30:00+08:00"}).code, 0);
    EXPECT_EQ(must(must(EventReader::open(next)).files()), files);
}

}  // namespace
}  // namespace turnout::test
