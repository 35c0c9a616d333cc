// The programs as other programs and people meet them: words, exit codes, an evening without any screen.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/stat.h>

#include <random>
#include <thread>

#include "tests/e2e/stage.h"
#include "tests/support/temp_dir.h"

namespace turnout::test {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using testing::HasSubstr;

TEST(CommandLine, EveryProgramTellsItsHelpAndVersionAndRefusesUnknownWords) {
    for (const char* name : {"turnout", "turnout-kiosk", "turnout-display"}) {
        const Finished help = run({program(name), "--help"});
        EXPECT_EQ(help.code, 0) << name;
        EXPECT_THAT(help.out, HasSubstr(name));
        const Finished version = run({program(name), "--version"});
        EXPECT_EQ(version.code, 0) << name;
        EXPECT_THAT(version.out, testing::ContainsRegex("[0-9]+\\.[0-9]+")) << name;
        const Finished wrong = run({program(name), "--no-such-word"});
        EXPECT_EQ(wrong.code, 2) << name;
        EXPECT_NE(wrong.err, "") << name;
        EXPECT_EQ(wrong.out, "") << name;
    }
}

TEST(CommandLine, AMissingOrForeignEventIsOnePlainSentence) {
    const TempDir folder;
    writeFile(folder / "letter.turnout", "Dear organisers,\n" + std::string(3000, 'x'));
    writeFile(folder / "empty.turnout", "");
    for (const char* file : {"none.turnout", "letter.turnout", "empty.turnout"}) {
        const std::string event = folder / file;
        for (const std::vector<std::string>& command :
             std::vector<std::vector<std::string>>{{program("turnout"), "report", event, "--json"},
                                                   {program("turnout"), "scan", event, "X", "--door", "A"},
                                                   {program("turnout"), "verify", event},
                                                   {program("turnout-kiosk"), event, "--door", "A"},
                                                   {program("turnout-display"), event}}) {
            const Finished finished = run(command);
            EXPECT_EQ(finished.code, 1) << command[0] << " " << command[1] << " " << file << finished.err;
            EXPECT_EQ(std::count(finished.err.begin(), finished.err.end(), '\n'), 1) << finished.err;
            EXPECT_THAT(finished.err, HasSubstr(file));
            EXPECT_EQ(finished.out, "");
        }
    }
    EXPECT_EQ(readFile(folder / "letter.turnout").size(), 3017u);
    EXPECT_EQ(fs::file_size(folder / "empty.turnout"), 0u);
    EXPECT_FALSE(fs::exists(folder / "none.turnout"));
}

// Another event altogether: nothing of the demo's numbers, groups, zone or country list.
class AnotherEvent : public testing::Test {
  protected:
    void SetUp() override {
        event_ = folder_ / "evening.turnout";
        writeFile(folder_ / "event.toml",
                  "[event]\nname_en = \"Harbour Night\"\nname_zh = \"港湾之夜\"\nvenue_en = \"Pier 3\"\n"
                  "starts = 2024-06-01T20:00:00-03:00\ntimezone = \"America/Sao_Paulo\"\n"
                  "[[category]]\nid = \"guest\"\nname_en = \"Guest\"\nname_zh = \"来宾\"\ncounted = true\n"
                  "[[affiliation]]\nid = \"a\"\nname_en = \"Alpha School\"\nname_zh = \"甲校\"\n"
                  "[[affiliation]]\nid = \"b\"\nname_en = \"Beta School\"\nname_zh = \"乙校\"\n"
                  "[[affiliation]]\nid = \"c\"\nname_en = \"Gamma School\"\nname_zh = \"丙校\"\n");
        std::string roster = "id,name,country,affiliation,email\n";
        const char* countries[] = {"BR", "Argentina", "UY", "Chile", "PE", "Japan", "DE"};
        const char* schools[] = {"Alpha School", "b", "Gamma School"};
        for (int n = 0; n < 21; ++n)
            roster += "s" + std::to_string(n) + ",\"Person, " + std::to_string(n) + "\"," + countries[n % 7] + "," +
                      schools[n % 3] + ",p" + std::to_string(n) + "@example.org\n";
        writeFile(folder_ / "roster.csv", roster);
        turnout({"new", event_, "--from", folder_ / "event.toml"});
        turnout({"import", event_, folder_ / "roster.csv"});
        turnout({"tickets", event_, "--out", folder_ / "tickets", "--format", "png"});
        tickets_ = readCsv(readFile(folder_ / "tickets/tickets.csv"));
        for (std::size_t row = 0; row < tickets_.rows.size(); ++row) codes_.push_back(tickets_.cell(row, "code"));
    }

    TempDir folder_;
    std::string event_;
    CsvTable tickets_;
    std::vector<std::string> codes_;
};

TEST_F(AnotherEvent, GoesFromTheListToTheLog) {
    ASSERT_EQ(codes_.size(), 21u);
    struct stat about {};
    stat((folder_ / "tickets/tickets.csv").c_str(), &about);
    EXPECT_EQ(about.st_mode & 0777, 0600u);
    EXPECT_TRUE(fs::exists(folder_.path() / "tickets" / tickets_.cell(0, "file"))) << tickets_.cell(0, "file");

    std::vector<std::string> scan{"scan", event_, "--door", "Pier", "--json"};
    scan.insert(scan.end(), codes_.begin(), codes_.begin() + 8);
    scan.push_back(codes_[0]);
    scan.push_back("https://example.org");
    const json answers = turnoutJson(scan);
    ASSERT_EQ(answers.size(), 10u);
    EXPECT_EQ(answers[0].at("verdict"), "admitted");
    EXPECT_EQ(answers[0].at("code"), codes_[0]);
    EXPECT_EQ(answers[0].at("door"), "Pier");
    EXPECT_THAT(answers[0].at("at").get<std::string>(), testing::EndsWith("-03:00"));
    EXPECT_EQ(answers[8].at("verdict"), "already_in");
    EXPECT_EQ(answers[8].at("first_door"), "Pier");
    EXPECT_EQ(answers[9].at("verdict"), "not_a_ticket");

    turnout({"undo", event_, "--door", "Pier", "--reason", "wrong person"});
    turnout({"revoke", event_, codes_[20], "--reason", "lost"});
    EXPECT_THAT(turnout({"scan", event_, codes_[20], "--door", "Pier"}),
                testing::StartsWith("revoked\t" + codes_[20] + "\t"));
    const std::string fresh = splitLines(turnout({"reissue", event_, codes_[19], "--reason", "torn"})).at(0);
    EXPECT_THAT(turnout({"scan", event_, fresh, "--door", "Pier"}), testing::StartsWith("admitted\t"));

    const json report = turnoutJson({"report", event_, "--json"});
    EXPECT_EQ(report.at("registered"), 21);
    EXPECT_EQ(report.at("arrived"), 8);
    EXPECT_EQ(report.at("countries").at("registered"), 7);
    EXPECT_EQ(report.at("groups").size(), 0u);
    EXPECT_EQ(report.at("by_affiliation").size(), 3u);
    EXPECT_EQ(report.at("refusals").at("already_in"), 1);
    EXPECT_EQ(report.at("refusals").at("revoked"), 1);

    const CsvTable log = readCsv(turnout({"log", event_, "--csv", "-"}));
    EXPECT_THAT(log.header,
                testing::ElementsAre("at", "door", "direction", "source", "verdict", "code", "name", "country",
                                     "affiliation", "volunteer", "undoes", "overrides", "scan_id"));
    EXPECT_EQ(log.rows.size(), 13u);
    EXPECT_EQ(log.cell(0, "source"), "command");
    EXPECT_EQ(log.cell(10, "verdict"), "undone");
    EXPECT_EQ(log.cell(10, "undoes"), log.cell(7, "scan_id"));

    turnout({"verify", event_});
    turnout({"copy", event_, folder_ / "laptop.turnout"});
    turnout({"verify", folder_ / "laptop.turnout"});
    EXPECT_EQ(run({program("turnout"), "copy", event_, folder_ / "laptop.turnout"}).code, 1);  // never replaces
}

TEST_F(AnotherEvent, AnswersLinesAtOnceAndLosesNoneWhenKilled) {
    std::string all;
    for (const std::string& code : codes_) all += code + "\n";
    std::mt19937 random(7);
    std::map<std::string, int> greens;
    for (int kill = 0; kill < 20; ++kill) {
        Process door({program("turnout"), "scan", event_, "-", "--door", "A"});
        door.write(all);
        std::vector<std::string> lines;
        const int wanted = std::uniform_int_distribution(1, 25)(random);
        for (int n = 0; n < wanted; ++n)
            if (const auto line = door.line(std::chrono::seconds(n < 21 ? 20 : 0))) lines.push_back(*line);
        door.signal(SIGKILL);
        door.wait();
        for (const std::string& line : splitLines(door.rest())) lines.push_back(line);
        for (const std::string& line : lines)
            if (line.starts_with("admitted\t")) ++greens[splitFields(line)[1]];
    }
    // A kill between the commit and the print leaves a row that nobody was told of; never the other way round.
    std::map<std::string, int> admitted;
    const CsvTable log = readCsv(turnout({"log", event_, "--csv", "-", "--raw"}));
    for (std::size_t row = 0; row < log.rows.size(); ++row)
        if (log.cell(row, "verdict") == "admitted") ++admitted[log.cell(row, "code")];
    EXPECT_GE(greens.size(), 10U);
    for (const auto& [code, times] : greens) EXPECT_EQ(times, 1) << code;
    for (const auto& [code, times] : greens) EXPECT_EQ(admitted[code], 1) << code;
    for (const auto& [code, times] : admitted) EXPECT_EQ(times, 1) << code;
    EXPECT_EQ(turnoutJson({"report", event_, "--json"}).at("arrived"), 21);
    turnout({"verify", event_});
}

TEST_F(AnotherEvent, ADamagedLogIsFoundAndNotANormalEnd) {
    turnout({"scan", event_, codes_[0], "--door", "A"});
    ASSERT_EQ(run({"sqlite3", event_, "update tally set arrived = arrived + 1 where subject = 'all'"}).code, 0);
    const Finished finished = run({program("turnout"), "verify", event_});
    EXPECT_EQ(finished.code, 1);
    EXPECT_NE(finished.out + finished.err, "");
}

TEST_F(AnotherEvent, ABadListIsRefusedWholeWithLineAndColumn) {
    writeFile(folder_ / "bad.csv", "id,name,country\nx1,Somebody,Brazil\nx2,,Chile\nx3,Else,Atlantis\n");
    const Finished finished = run({program("turnout"), "import", event_, folder_ / "bad.csv"});
    EXPECT_EQ(finished.code, 1);
    const std::string said = finished.out + finished.err;
    EXPECT_THAT(said, HasSubstr("line 3"));
    EXPECT_THAT(said, HasSubstr("line 4"));
    EXPECT_THAT(said, HasSubstr("country"));
    EXPECT_EQ(turnoutJson({"report", event_, "--json"}).at("registered"), 21);
}

TEST_F(AnotherEvent, TheDemoClockIsRefusedOnARealEvent) {
    for (const char* name : {"turnout-kiosk", "turnout-display"}) {
        const Finished finished = run({program(name), event_, "--clock", "2024-06-01T20:00:00-03:00"});
        EXPECT_NE(finished.code, 0) << name;
        EXPECT_NE(finished.err, "") << name;
    }
}

}  // namespace
}  // namespace turnout::test
