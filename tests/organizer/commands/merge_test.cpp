// turnout merge: doors on separate laptops become one evening, whatever the order and however often.
#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "tests/organizer/commands/turnout_run.h"
#include "tests/support/process.h"

namespace turnout::test {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

Json numbersOf(const std::string& event) {
    Json report = Json::parse(turnoutRun({"report", event, "--json"}).out);
    report.erase("as_of");
    return report;
}

// Three guests: 0 in at both laptops, 1 at the first, 2 at the second by a door of its own.
struct TwoLaptops {
    TwoLaptops() {
        const std::string code = evening.code(0);
        evening.run({"copy", one});
        evening.run({"copy", two});
        turnoutRun({"scan", one, code, evening.code(1), code, "--door", "A"});
        turnoutRun({"scan", one, "nonsense", "--door", "Left"});
        turnoutRun({"scan", two, code, "--door", "B"});
        turnoutRun({"scan", two, evening.code(2), "--door", "Right"});
    }
    Evening evening;
    std::string one = evening.path("one.turnout"), two = evening.path("two.turnout");
};

TEST(MergeCommandTest, UnitesScansCountsPeopleOnceAndListsTheDouble) {
    const TwoLaptops laptops;
    const Ran ran = laptops.evening.run({"merge", laptops.one, laptops.two});
    ASSERT_EQ(ran.code, 0) << ran.err;
    EXPECT_NE(ran.out.find(" at A, again "), std::string::npos) << ran.out;
    EXPECT_NE(ran.out.find(" at B"), std::string::npos) << ran.out;
    EXPECT_NE(ran.out.find("Now 3 of 3 have come; 1 was admitted twice."), std::string::npos) << ran.out;
    const Ran verified = laptops.evening.run({"verify"});
    EXPECT_EQ(verified.code, 0) << verified.out;
    EXPECT_EQ(splitLines(laptops.evening.run({"log"}).out).size(), 7U);
    const Json report = numbersOf(laptops.evening.event);
    EXPECT_EQ(report["arrived"], 3);
    EXPECT_EQ(report["inside"], 3);
    EXPECT_EQ(report["refusals"], (Json{{"already_in", 1}, {"not_a_ticket", 1}}));
}

TEST(MergeCommandTest, AgainAndInAnotherOrderGivesTheSame) {
    const TwoLaptops laptops;
    const std::string other = laptops.evening.path("other.turnout");
    ASSERT_EQ(laptops.evening.run({"copy", other}).code, 0);
    ASSERT_EQ(laptops.evening.run({"merge", laptops.one, laptops.two}).code, 0);
    ASSERT_EQ(laptops.evening.run({"merge", laptops.two, laptops.one}).code, 0);
    ASSERT_EQ(turnoutRun({"merge", other, laptops.two}).code, 0);
    ASSERT_EQ(turnoutRun({"merge", other, laptops.one, laptops.evening.event}).code, 0);
    EXPECT_EQ(turnoutRun({"verify", other}).code, 0) << turnoutRun({"verify", other}).out;
    Json a = numbersOf(laptops.evening.event), b = numbersOf(other);
    for (Json* report : {&a, &b}) std::sort((*report)["by_door"].begin(), (*report)["by_door"].end());
    EXPECT_EQ(a, b);
    EXPECT_EQ(splitLines(laptops.evening.run({"log"}).out).size(), 7U);
    EXPECT_EQ(splitLines(turnoutRun({"log", other}).out).size(), 7U);
}

TEST(MergeCommandTest, TheUnitedEventGoesOnAsADoor) {
    const TwoLaptops laptops;
    ASSERT_EQ(laptops.evening.run({"merge", laptops.one, laptops.two}).code, 0);
    EXPECT_TRUE(laptops.evening.run({"scan", laptops.evening.code(2), "--door", "A"}).out.starts_with("already_in"));
    EXPECT_TRUE(
        laptops.evening.run({"scan", laptops.evening.code(2), "--exit", "--door", "A"}).out.starts_with("exited"));
    EXPECT_EQ(laptops.evening.run({"undo", "--door", "A", "--reason", "slip"}).code, 0);
    const Ran verified = laptops.evening.run({"verify"});
    EXPECT_EQ(verified.code, 0) << verified.out;
}

TEST(MergeCommandTest, RefusesAnotherEventAPlainFileCopyAndItself) {
    const TwoLaptops laptops;
    const Evening stranger;
    EXPECT_EQ(laptops.evening.run({"merge", stranger.event}).code, 1);
    EXPECT_EQ(laptops.evening.run({"merge", laptops.evening.event}).code, 1);
    const std::string plain = laptops.evening.path("plain.turnout");
    fs::copy_file(laptops.evening.event, plain);
    turnoutRun({"scan", plain, laptops.evening.code(0), "--door", "A"});
    laptops.evening.run({"scan", laptops.evening.code(1), "--door", "A"});
    const Ran ran = laptops.evening.run({"merge", plain});
    EXPECT_EQ(ran.code, 1);
    EXPECT_NE(ran.err.find("turnout copy"), std::string::npos) << ran.err;
    EXPECT_EQ(laptops.evening.run({"verify"}).code, 0);
}

TEST(LogCommandTest, FiltersByTimeDoorAnswerAndPerson) {
    const TwoLaptops laptops;
    const auto rows = [&](std::vector<std::string> words) {
        words.insert(words.begin(), {"log", laptops.one});
        return splitLines(turnoutRun(words).out).size() - 1;
    };
    EXPECT_EQ(rows({}), 4U);
    EXPECT_EQ(rows({"--door", "left"}), 1U);
    EXPECT_EQ(rows({"--verdict", "admitted"}), 2U);
    EXPECT_EQ(rows({"--verdict", "admitted", "--verdict", "already_in"}), 3U);
    EXPECT_EQ(rows({"--person", laptops.evening.code(0)}), 2U);
    EXPECT_EQ(rows({"--from", "2099-01-01T00:00:00Z"}), 0U);
    EXPECT_EQ(turnoutRun({"log", laptops.one, "--verdict", "nice"}).code, 2);
    EXPECT_EQ(turnoutRun({"log", laptops.one, "--from", "soon"}).code, 2);
    EXPECT_EQ(turnoutRun({"log", laptops.one, "--door", "Nowhere"}).code, 1);
    EXPECT_EQ(turnoutRun({"log", laptops.one, "--xlsx", laptops.evening.path("log.xlsx")}).code, 0);
    EXPECT_TRUE(fs::exists(laptops.evening.dir / "log.xlsx"));
}

}  // namespace
}  // namespace turnout::test
