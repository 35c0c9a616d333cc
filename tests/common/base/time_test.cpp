#include "common/base/time.h"

#include <gtest/gtest.h>

#include <string>

namespace turnout {
namespace {

using namespace std::chrono_literals;

TimePoint at(std::string_view text) {
    const auto read = parseIso(text);
    EXPECT_TRUE(read) << text;
    return read.value_or(TimePoint{});
}

TEST(ParseIso, ReadsOffsetsSecondsAndFractions) {
    const TimePoint evening = at("2023-11-17T19:00:00+08:00");
    EXPECT_EQ(evening, at("2023-11-17T11:00:00Z"));
    EXPECT_EQ(evening, at("2023-11-17 11:00Z"));
    EXPECT_EQ(evening, at("2023-11-17t06:00:00-05:00"));
    EXPECT_EQ(evening, at("2023-11-17T16:45:00+05:45"));
    EXPECT_EQ(at("2023-11-17T11:00:00.345Z") - evening, 345ms);
    EXPECT_EQ(at("2023-11-17T11:00:00.3459999Z") - evening, 345ms);
    EXPECT_EQ(at("2023-11-17T11:00:00.3Z") - evening, 300ms);
    EXPECT_EQ(at("1970-01-01T00:00:00Z").time_since_epoch(), 0ms);
    EXPECT_EQ(at("2024-02-29T00:00:00Z") - at("2024-02-28T00:00:00Z"), 24h);
}

TEST(ParseIso, RefusesWhatIsNoInstant) {
    for (const char* text : {"",
                             "tomorrow",
                             "2023-11-17",
                             "2023-11-17T19:00:00",
                             "2023-02-30T10:00:00Z",
                             "2023-02-29T10:00:00Z",
                             "2023-13-01T10:00:00Z",
                             "2023-11-17T24:00:00Z",
                             "2023-11-17T19:60:00Z",
                             "2023-11-17T19:00:61Z",
                             "2023-11-17T19:00:00+15:00",
                             "2023-11-17T19:00:00+0800",
                             "2023-11-17T19:00:00Z ",
                             "2023/11/17T19:00:00Z",
                             "2023-11-17T19:00:00+08:00x",
                             "2023-11-17T19:00:00+8:00",
                             "-023-11-17T19:00:00Z",
                             "2023-11-17T19:00:00+08",
                             "2023-11-17T19:0",
                             "2023-11-17T19:00:",
                             "2023-11-17T19:00:00."})
        EXPECT_FALSE(parseIso(text)) << text;
}

TEST(Zone, ShowsTheOffsetOfTheInstant) {
    const auto berlin = Zone::named("Europe/Berlin");
    ASSERT_TRUE(berlin);
    EXPECT_EQ(berlin->iso(at("2024-03-31T00:59:59Z")), "2024-03-31T01:59:59.000+01:00");
    EXPECT_EQ(berlin->iso(at("2024-03-31T01:00:00Z")), "2024-03-31T03:00:00.000+02:00");
    EXPECT_EQ(berlin->iso(at("2024-10-27T00:59:59Z")), "2024-10-27T02:59:59.000+02:00");
    EXPECT_EQ(berlin->iso(at("2024-10-27T01:00:00Z")), "2024-10-27T02:00:00.000+01:00");
}

TEST(Zone, KnowsOffsetsOfPartHoursAndWestOfGreenwich) {
    EXPECT_EQ(Zone::named("Asia/Kathmandu")->iso(at("2023-11-17T11:04:12.345Z")), "2023-11-17T16:49:12.345+05:45");
    EXPECT_EQ(Zone::named("America/St_Johns")->iso(at("2023-11-17T02:00:00Z")), "2023-11-16T22:30:00.000-03:30");
    EXPECT_EQ(Zone::named("Asia/Shanghai")->offsetAt(at("2023-11-17T00:00:00Z")), 8h);
    EXPECT_EQ(Zone().iso(at("2023-11-17T11:04:12.345Z")), "2023-11-17T11:04:12.345+00:00");
}

TEST(Zone, TellsDateAndClockOfThePlace) {
    const auto zone = Zone::named("Asia/Shanghai");
    const TimePoint late = at("2023-11-17T16:04:12Z");
    EXPECT_EQ(zone->date(late), "2023-11-18");
    EXPECT_EQ(zone->clockTime(late), "00:04");
    EXPECT_EQ(zone->clockTimeWithSeconds(late), "00:04:12");
}

TEST(Zone, ReadsBackWhatItWrites) {
    for (const char* name : {"Asia/Shanghai", "America/New_York", "Pacific/Chatham", "Etc/UTC"}) {
        const auto zone = Zone::named(name);
        ASSERT_TRUE(zone) << name;
        for (int month = 0; month < 24; ++month) {
            const TimePoint when = at("2023-01-15T12:34:56.789Z") + month * 730h;
            EXPECT_EQ(parseIso(zone->iso(when)), when) << name;
        }
    }
}

TEST(Zone, IsNothingForANameThatIsNone) {
    for (const char* name : {"", "Mars/Base", "Asia/Shangai", "Etc/Unknown", "../etc/passwd"})
        EXPECT_FALSE(Zone::named(name)) << name;
}

TEST(RunningClock, RunsOnFromWhereItStarted) {
    const TimePoint from = at("2023-11-17T18:40:00+08:00");
    const RunningClock clock(from);
    const TimePoint first = clock.now();
    EXPECT_GE(first, from);
    EXPECT_LT(first - from, 1h);
    EXPECT_GE(clock.now(), first);
}

}  // namespace
}  // namespace turnout
