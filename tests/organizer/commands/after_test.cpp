// report, log, verify and copy; and a second event from end to end, so that nothing is fixed to the demo's numbers.
#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "tests/organizer/commands/turnout_run.h"
#include "tests/support/process.h"
#include "tests/support/raw_sqlite.h"

namespace turnout::test {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

TEST(SecondEventTest, ThreeUniversitiesSevenCountriesNoGroupsAnotherZone) {
    const Evening evening(
        "[event]\nname_en = \"Winter Meeting\"\nstarts = 2024-01-20T10:00:00+05:45\ntimezone = \"Asia/Kathmandu\"\n"
        "[[affiliation]]\nid = \"ktm\"\nname_en = \"Kathmandu College\"\n[[affiliation]]\nid = \"pkr\"\nname_en = "
        "\"Pokhara "
        "College\"\n[[affiliation]]\nid = \"brt\"\nname_en = \"Biratnagar College\"\n[[door]]\nname = \"Gate\"\n",
        "name,country,affiliation\nG1,NP,ktm\nG2,India,pkr\nG3,Bhutan,brt\nG4,LK,ktm\nG5,Maldives,pkr\nG6,BD,brt\nG7,"
        "Pakistan,ktm\nG8,NP,Pokhara College\n");
    const auto rows = evening.tickets();
    ASSERT_EQ(rows.size(), 8U);
    for (const std::size_t guest : {0U, 1U, 7U})
        ASSERT_EQ(evening.run({"scan", rows[guest][0], "--door", "Gate"}).code, 0);
    ASSERT_EQ(evening.run({"scan", rows[0][0], "--door", "Side"}).code, 0);

    const Json report = Json::parse(evening.run({"report", "--json"}).out);
    EXPECT_EQ(report["event"], "Winter Meeting");
    EXPECT_TRUE(report["as_of"].get<std::string>().ends_with("+05:45")) << report["as_of"];
    EXPECT_EQ(report["registered"], 8);
    EXPECT_EQ(report["arrived"], 3);
    EXPECT_EQ(report["inside"], 3);
    EXPECT_EQ(report["walk_ins"], 0);
    EXPECT_EQ(report["countries"], (Json{{"registered", 7}, {"arrived", 2}}));
    EXPECT_EQ(report["groups"], Json::array());
    EXPECT_EQ(report["by_country"].size(), 7U);
    EXPECT_EQ(report["by_affiliation"].size(), 3U);
    EXPECT_EQ(report["refusals"], (Json{{"already_in", 1}}));
    const Json& doors = report["by_door"];
    EXPECT_EQ(doors, (Json{{{"name", "Gate"}, {"admitted", 3}, {"refused", 0}},
                           {{"name", "Side"}, {"admitted", 0}, {"refused", 1}}}));
    for (const Json& country : report["by_country"]) {
        EXPECT_EQ(country.size(), 5U);
        if (country["code"] == "NP") {
            EXPECT_EQ(country["name_en"], "Nepal");
            EXPECT_EQ(country["name_zh"], "尼泊尔");
            EXPECT_EQ(country["registered"], 2);
            EXPECT_EQ(country["arrived"], 2);
        }
    }
    EXPECT_NE(evening.run({"report", "--sentence"}).out.find("3 guests from 2 countries took part."),
              std::string::npos);
    EXPECT_NE(evening.run({"report"}).out.find("Pokhara College"), std::string::npos);

    const auto log = splitLines(evening.run({"log", "--csv", "-"}).out);
    ASSERT_EQ(log.size(), 5U);
    EXPECT_NE(log[1].find("+05:45,Gate,entry,command,admitted," + rows[0][0] + ",G1,NP,Kathmandu College,"),
              std::string::npos)
        << log[1];
    EXPECT_EQ(evening.run({"verify"}).code, 0);
}

TEST(LogCommandTest, WritesAPrivateFileAndIsNeverTheEventItself) {
    const Evening evening;
    ASSERT_EQ(evening.run({"scan", evening.code(0), "=cmd", "＝cmd", "--door", "A"}).code, 0);
    ASSERT_EQ(evening.run({"log", "--csv", evening.path("log.csv")}).code, 0);
    const std::string table = readFile(evening.dir / "log.csv");
    EXPECT_TRUE(table.starts_with(
        "at,door,direction,source,verdict,code,name,country,affiliation,volunteer,undoes,overrides,scan_id\r\n"));
    EXPECT_NE(table.find(",\"'=cmd\","), std::string::npos) << table;
    EXPECT_NE(table.find(",\"'＝cmd\","), std::string::npos) << table;
    EXPECT_NE(evening.run({"log", "--raw"}).out.find(",=cmd,"), std::string::npos);
    EXPECT_EQ(fs::status(evening.dir / "log.csv").permissions() & fs::perms::all, fs::perms(0600));
    EXPECT_EQ(evening.run({"log", "--csv", evening.event}).code, 1);
    EXPECT_EQ(evening.run({"verify"}).code, 0);
}

TEST(VerifyCommandTest, SaysWhatIsWrongAndIsExitOne) {
    const Evening evening;
    ASSERT_EQ(evening.run({"scan", evening.code(0), "--door", "A"}).code, 0);
    ASSERT_EQ(evening.run({"verify"}).code, 0);
    forceChange(evening.event, "update scan set verdict = 'already_in'");
    const Ran ran = evening.run({"verify"});
    EXPECT_EQ(ran.code, 1);
    EXPECT_NE(ran.out, "");
    EXPECT_NE(ran.err, "");
}

TEST(CopyCommandTest, TheCopyIsADoorAndTheOriginalStays) {
    const Evening evening;
    const std::string code = evening.code(0), target = evening.path("laptop.turnout");
    ASSERT_EQ(evening.run({"scan", code, "--door", "A"}).code, 0);
    EXPECT_EQ(evening.run({"copy", target}).code, 0);
    EXPECT_FALSE(fs::exists(target + "-wal"));
    EXPECT_TRUE(turnoutRun({"scan", target, code, "--door", "B"}).out.starts_with("already_in\t"));
    EXPECT_EQ(turnoutRun({"verify", target}).code, 0);
    EXPECT_EQ(evening.run({"copy", target}).code, 1);
    EXPECT_EQ(evening.run({"copy", target, "--replace"}).code, 0);
    EXPECT_EQ(evening.run({"copy", evening.event, "--replace"}).code, 1);
    fs::create_directory(evening.dir / "stick");
    EXPECT_EQ(evening.run({"copy", evening.path("stick")}).code, 0);
    EXPECT_TRUE(fs::exists(evening.dir / "stick/event.turnout"));
    EXPECT_EQ(evening.run({"verify"}).code, 0);
}

TEST(CopyCommandTest, AFailedCopyKeepsTheFileThatWasToBeReplaced) {
    const Evening evening;
    const std::string target = evening.path("laptop.turnout");
    ASSERT_EQ(evening.run({"copy", target}).code, 0);
    writeFile(target + "-wal", "in use");
    EXPECT_EQ(evening.run({"copy", target, "--replace"}).code, 1);
    fs::remove(target + "-wal");
    EXPECT_EQ(turnoutRun({"verify", target}).code, 0);
}

}  // namespace
}  // namespace turnout::test
