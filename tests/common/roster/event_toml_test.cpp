#include "common/roster/event_toml.h"

#include <gtest/gtest.h>

namespace turnout {
namespace {

constexpr const char* kWhole = R"([event]
name_en = "Tour"
name_zh = "行"
venue_en = "Hall"
starts = 2023-11-17T19:00:00+08:00
doors_open = 2023-11-17T18:00:00+08:00
timezone = "Asia/Shanghai"
capacity = 520
walk_ins = true
re_entry = false
[[group]]
id = "belt"
name_en = "Belt and Road"
members = "belt_and_road"
[[group]]
id = "asean"
name_en = "ASEAN"
members = ["LA", "TH"]
[[category]]
id = "student"
name_en = "Student"
[[category]]
id = "crew"
name_en = "Crew"
counted = false
attention = true
[[affiliation]]
id = "cqmu"
name_en = "Chongqing Medical University"
aliases = ["重医"]
[[door]]
name = "Door A"
direction = "entry"
admits = ["student"]
[[act]]
name_en = "Horse Racing"
starts = 2023-11-17T19:24:00+08:00
[privacy]
names_on_screen = false
retain_days = 7
)";

std::string mistakeIn(const std::string& text) {
    const auto plan = readEventToml(text, "event.toml", ".");
    return plan ? std::string("none") : plan.error().sentence(Lang::en);
}

TEST(EventToml, ReadsEveryKey) {
    const auto plan = readEventToml(kWhole, "event.toml", ".");
    ASSERT_TRUE(plan.ok()) << plan.error().sentence(Lang::en);
    EXPECT_EQ(plan->name.zh, "行");
    EXPECT_EQ(plan->zone.iso(plan->starts), "2023-11-17T19:00:00.000+08:00");
    EXPECT_EQ(plan->capacity, 520);
    EXPECT_TRUE(plan->walkIns);
    EXPECT_FALSE(plan->reEntry);
    EXPECT_EQ(plan->groups.at(0).members.size(), 152U);
    EXPECT_EQ(plan->groups.at(1).members.size(), 2U);
    EXPECT_FALSE(plan->categories.at(1).counted);
    EXPECT_TRUE(plan->categories.at(1).attention);
    EXPECT_EQ(plan->doors.at(0).way, DoorWay::entry);
    EXPECT_EQ(plan->doors.at(0).admits, std::vector<std::string>{"student"});
    EXPECT_EQ(plan->acts.size(), 1U);
    EXPECT_FALSE(plan->namesOnScreen);
    EXPECT_EQ(plan->retainDays, 7);
}

TEST(EventToml, NamesFileAndLineOfAMistake) {
    const std::string head =
        "[event]\nname_en = \"T\"\nstarts = 2023-11-17T19:00:00+08:00\ntimezone = \"Asia/Shanghai\"\n";
    EXPECT_EQ(mistakeIn(head), "none");
    EXPECT_NE(mistakeIn(head + "ends = 2023-11-17T18:00:00+08:00\n").find("line 5: “ends” must be later than “starts”"),
              std::string::npos);
    EXPECT_NE(mistakeIn(head + "capacity = -1\n").find("line 5"), std::string::npos);
    EXPECT_NE(mistakeIn(head + "[[act]]\nperformers = \"A\"\n").find("name_en"), std::string::npos);
    EXPECT_NE(mistakeIn(head + "[[group]]\nid = \"x\"\nmembers = [\"ZZ\"]\n").find("ZZ"), std::string::npos);
    EXPECT_NE(mistakeIn(head + "capasity = 3\n").find("event.toml, line 5: “capasity”"), std::string::npos);
    EXPECT_NE(mistakeIn(head + "capacity = \"many\"\n").find("line 5"), std::string::npos);
    EXPECT_NE(mistakeIn("[event]\nname_en = \"T\"\nstarts = 2023-11-17T19:00:00\n").find("line 3"), std::string::npos);
    EXPECT_NE(mistakeIn("[event]\nname_en = \"T\n").find("event.toml, line 2"), std::string::npos);
    EXPECT_NE(mistakeIn(head + "[[door]]\nname = \"A\"\nadmits = [\"vip\"]\n").find("vip"), std::string::npos);
    EXPECT_NE(mistakeIn(head + "[[group]]\nid = \"x\"\nmembers = [\"QQ\"]\n").find("QQ"), std::string::npos);
    EXPECT_NE(mistakeIn(head + "[[group]]\nid = \"x\"\nmembers = \"none.tsv\"\n").find("none.tsv"), std::string::npos);
    EXPECT_NE(mistakeIn("[event]\nname_en = \"T\"\nstarts = 2023-11-17T19:00:00+08:00\ntimezone = \"Mars/Base\"\n")
                  .find("Mars/Base"),
              std::string::npos);
}

TEST(EventToml, AValueThatTheHallWouldNotUnderstandIsRefusedWithItsLine) {
    const std::string event =
        "[event]\nname_en = \"Tour\"\nstarts = 2023-11-17T19:00:00+08:00\ntimezone = \"Asia/Shanghai\"\n"
        "[display]\nmap = true\n";  // the next line is the seventh
    for (const auto& [key, line] :
         std::vector<std::pair<std::string, std::string>>{{"rotation", "rotation = \"cuont 24, jurney\""},
                                                          {"gold", "gold = \"pink-ish\""},
                                                          {"screen_height_m", "screen_height_m = \"tall\""},
                                                          {"show_strip", "show_strip = 1"},
                                                          {"language", "language = \"french\""}}) {
        const auto refused = readEventToml(event + line + "\n", "event.toml", {});
        ASSERT_FALSE(refused.ok()) << line;
        const std::string sentence = refused.error().sentence(Lang::en);
        EXPECT_NE(sentence.find("event.toml, line 7"), std::string::npos) << sentence;
        EXPECT_NE(sentence.find(key), std::string::npos) << sentence;
    }
    const auto half = readEventToml(event + "place_north = 29.56\n", "event.toml", {});
    ASSERT_FALSE(half.ok());
    EXPECT_NE(half.error().sentence(Lang::en).find("place_east"), std::string::npos);
    EXPECT_TRUE(readEventToml(event + "rotation = \"count 24, journey\"\nscreen_height_m = 3.4\ngold = \"#FFC83D\"\n",
                              "event.toml", {})
                    .ok());
}

TEST(EventToml, CountsAGroupsCountryOnceAndNamesItByItsIdAtLeast) {
    const auto plan = readEventToml(
        "[event]\nname_en = \"T\"\nstarts = 2023-11-17T19:00:00+08:00\ntimezone = \"Asia/Shanghai\"\n"
        "[[group]]\nid = \"neighbours\"\nmembers = [\"HK\", \"CN\", \"la\"]\n",
        "event.toml", ".");
    ASSERT_TRUE(plan.ok()) << plan.error().sentence(Lang::en);
    EXPECT_EQ(plan->groups.at(0).members.size(), 2U);
    EXPECT_EQ(plan->groups.at(0).name.in(Lang::zh), "neighbours");
}

TEST(EventToml, ShortFormTakesTheZoneFromTheOffset) {
    const auto plan = shortEvent("Evening", "2024-05-01T20:00:00+02:00");
    ASSERT_TRUE(plan.ok());
    EXPECT_EQ(plan->zone.iso(plan->starts), "2024-05-01T20:00:00.000+02:00");
    const auto half = shortEvent("Evening", "2024-05-01T20:00:00+05:45");
    ASSERT_TRUE(half.ok());
    EXPECT_EQ(half->zone.iso(half->starts), "2024-05-01T20:00:00.000+05:45");
    EXPECT_FALSE(shortEvent("Evening", "tomorrow").ok());
    EXPECT_FALSE(shortEvent(" ", "2024-05-01T20:00:00Z").ok());
}

}  // namespace
}  // namespace turnout
