// new, import and tickets: from a list to a folder of tickets.
#include <gtest/gtest.h>

#include <filesystem>
#include <set>

#include "common/domain/ticket_code.h"
#include "tests/organizer/commands/turnout_run.h"
#include "tests/support/process.h"

namespace turnout::test {
namespace {

namespace fs = std::filesystem;

fs::perms permissions(const fs::path& path) {
    return fs::status(path).permissions() & fs::perms::all;
}

TEST(NewCommandTest, TheShortFormKeepsTheOffsetOfTheStart) {
    TempDir dir;
    const std::string event = (dir / "e.turnout").string();
    const Ran made = turnoutRun({"new", event, "--name", "Evening", "--starts", "2024-03-01T18:00:00+05:30"});
    EXPECT_EQ(made.code, 0) << made.err;
    EXPECT_EQ(permissions(event), fs::perms(0600));
    EXPECT_NE(turnoutRun({"report", event, "--json"}).out.find("+05:30\""), std::string::npos);
}

TEST(NewCommandTest, NeverReplacesUnasked) {
    const Evening evening;
    const std::vector<std::string> again{"new",   evening.event, "--name",
                                         "Other", "--starts",    "2024-03-01T18:00:00+08:00"};
    EXPECT_EQ(turnoutRun(again).code, 1);
    EXPECT_NE(evening.run({"report", "--json"}).out.find("\"registered\": 3"), std::string::npos);
    auto replace = again;
    replace.push_back("--replace");
    EXPECT_EQ(turnoutRun(replace).code, 0);
    EXPECT_NE(evening.run({"report", "--json"}).out.find("\"registered\": 0"), std::string::npos);
}

TEST(NewCommandTest, NeverReplacesOneWithALogOrAFileThatIsNotOurs) {
    const Evening evening;
    const std::string wal = evening.event + "-wal";
    writeFile(wal, "somebody's last admissions");
    const std::vector<std::string> rest{"--name", "N", "--starts", "2024-03-01T18:00:00+08:00", "--replace"};
    for (const std::string& target : {evening.event, evening.path("roster.csv")}) {
        const std::string before = readFile(target);
        std::vector<std::string> words{"new", target};
        words.insert(words.end(), rest.begin(), rest.end());
        EXPECT_EQ(turnoutRun(words).code, 1) << target;
        EXPECT_EQ(readFile(target), before);
    }
    EXPECT_EQ(readFile(wal), "somebody's last admissions");
}

TEST(NewCommandTest, NeverReplacesOneThatAnotherProgramHasOpen) {
    const Evening evening;
    const std::string code = evening.code(0);
    Process door({TURNOUT_BIN_DIR "/turnout", "scan", evening.event, "-", "--door", "A"});
    door.write(code + "\n");
    ASSERT_TRUE(door.line());  // it has the file open now
    const std::vector<std::string> replace{"--name", "N", "--starts", "2024-03-01T18:00:00+08:00", "--replace"};
    std::vector<std::string> words{"new", evening.event};
    words.insert(words.end(), replace.begin(), replace.end());
    EXPECT_EQ(turnoutRun(words).code, 1);
    door.closeInput();
    EXPECT_EQ(door.wait(), 0);
    EXPECT_NE(evening.run({"report", "--json"}).out.find("\"arrived\": 1"), std::string::npos);
    EXPECT_EQ(turnoutRun(words).code, 0);
}

TEST(NewCommandTest, AMistakeInTheDescriptionLeavesTheOldEvent) {
    const Evening evening;
    writeFile(evening.dir / "bad.toml", "[event]\nname_en = \"X\"\nstars = 3\n");
    const Ran ran = turnoutRun({"new", evening.event, "--from", evening.path("bad.toml"), "--replace"});
    EXPECT_EQ(ran.code, 1);
    EXPECT_NE(ran.err.find("bad.toml"), std::string::npos) << ran.err;
    EXPECT_NE(evening.run({"report", "--json"}).out.find("\"registered\": 3"), std::string::npos);
}

TEST(ImportCommandTest, ADryRunWritesNothingAndTheSecondRunChangesNothing) {
    const Evening evening;
    writeFile(evening.dir / "more.csv", "id,name,country\n1,Noy P,LA\n9,New Guest,Thailand\n");
    const Ran dry = evening.run({"import", evening.path("more.csv"), "--dry-run"});
    EXPECT_EQ(dry.code, 0) << dry.err;
    EXPECT_NE(evening.run({"report", "--json"}).out.find("\"registered\": 3"), std::string::npos);
    EXPECT_EQ(evening.run({"import", evening.path("more.csv")}).code, 0);
    EXPECT_NE(evening.run({"report", "--json"}).out.find("\"registered\": 4"), std::string::npos);
    EXPECT_NE(evening.run({"import", evening.path("more.csv")}).out.find("0 added, 0 changed, 2 as they were"),
              std::string::npos);
}

TEST(ImportCommandTest, ABadRowIsNamedWithFileLineAndColumnAndNothingIsWritten) {
    const Evening evening;
    writeFile(evening.dir / "bad.csv", "id,name,country\n7,Good,Laos\n8,Lost,Atlantis\n9,,Laos\n");
    const Ran ran = evening.run({"import", evening.path("bad.csv")});
    EXPECT_EQ(ran.code, 1);
    EXPECT_NE(ran.err.find("bad.csv, line 3, column “country”"), std::string::npos) << ran.err;
    EXPECT_NE(ran.err.find("bad.csv, line 4"), std::string::npos) << ran.err;
    EXPECT_NE(evening.run({"report", "--json"}).out.find("\"registered\": 3"), std::string::npos);
    EXPECT_EQ(evening.run({"import", evening.path("bad.csv"), "--dry-run"}).code, 1);
}

TEST(ImportCommandTest, SkipBadTakesTheRestAndHandsTheBadRowsBack) {
    const Evening evening;
    writeFile(evening.dir / "bad.csv", "id,name,country\n7,Good,Laos\n8,Lost,Atlantis\n");
    const Ran ran = evening.run({"import", evening.path("bad.csv"), "--skip-bad"});
    EXPECT_EQ(ran.code, 0) << ran.err;
    EXPECT_NE(evening.run({"report", "--json"}).out.find("\"registered\": 4"), std::string::npos);
    const std::string table = readFile(evening.dir / "bad-problems.csv");
    EXPECT_NE(table.find("Atlantis"), std::string::npos) << table;
    EXPECT_EQ(table.find("Good"), std::string::npos) << table;
    EXPECT_EQ(permissions(evening.dir / "bad-problems.csv"), fs::perms(0600));
}

TEST(ImportCommandTest, ColumnsOfAnyNameCanBeMapped) {
    const Evening evening;
    writeFile(evening.dir / "form.csv", "Who are you?,Passport says\nSita,Nepal\n");
    EXPECT_EQ(evening.run({"import", evening.path("form.csv")}).code, 1);
    const Ran ran = evening.run(
        {"import", evening.path("form.csv"), "--map", "Who are you?=name", "--map", "Passport says=country"});
    EXPECT_EQ(ran.code, 0) << ran.err;
    EXPECT_NE(evening.run({"report", "--json"}).out.find("\"NP\""), std::string::npos);
}

TEST(ImportCommandTest, AnUnreadableRosterIsExitOne) {
    const Evening evening;
    writeFile(evening.dir / "picture.csv", std::string("\x89PNG\r\n\0\0\0\xff\xfe", 11));
    for (const std::string name : {"none.csv", "picture.csv", "."}) {
        const Ran ran = evening.run({"import", evening.path(name)});
        EXPECT_EQ(ran.code, 1) << name;
        EXPECT_NE(ran.err, "");
    }
    EXPECT_EQ(evening.run({"verify"}).code, 0);
}

TEST(TicketsCommandTest, EveryGuestHasOneValidTicketAndTheFolderTellsNothing) {
    const Evening evening;
    const auto rows = evening.tickets();
    ASSERT_EQ(rows.size(), 3U);
    std::set<std::string> codes;
    for (const auto& row : rows) {
        ASSERT_EQ(row.size(), 6U);
        EXPECT_EQ(parseTicketCode(row[0]).shape, CodeShape::ours);
        codes.insert(row[0]);
        EXPECT_TRUE(fs::exists(evening.dir / ("tickets/" + row[5]))) << row[5];
    }
    EXPECT_EQ(codes.size(), 3U);
    EXPECT_EQ(rows[0][1], "Noy P");
    EXPECT_EQ(rows[0][2], "LA");
    EXPECT_EQ(permissions(evening.dir / "tickets"), fs::perms(0700));
    for (const auto& entry : fs::directory_iterator(evening.dir / "tickets")) {
        EXPECT_EQ(permissions(entry.path()), fs::perms(0600)) << entry.path();
        for (const auto& row : rows) {
            EXPECT_EQ(entry.path().filename().string().find(row[0]), std::string::npos);
            EXPECT_EQ(entry.path().filename().string().find(row[1]), std::string::npos);
        }
    }
    EXPECT_EQ(evening.tickets(), rows);  // a second run issues nothing
}

TEST(TicketsCommandTest, PicturesAreOneForEachGuestAndARevokedOneGoes) {
    const Evening evening;
    ASSERT_EQ(evening.run({"tickets", "--out", evening.path("png"), "--format", "png"}).code, 0);
    auto rows = csvRows(readFile(evening.dir / "png/tickets.csv"));
    ASSERT_EQ(rows.size(), 4U);
    EXPECT_EQ(rows[3][5], "ticket-0003.png");
    EXPECT_TRUE(readFile(evening.dir / "png/ticket-0003.png").starts_with("\x89PNG"));
    const std::string gone = rows[1][0];
    ASSERT_EQ(evening.run({"revoke", gone, "--reason", "cancelled"}).code, 0);
    ASSERT_EQ(evening.run({"tickets", "--out", evening.path("png"), "--format", "png"}).code, 0);
    EXPECT_EQ(readFile(evening.dir / "png/tickets.csv").find(gone), std::string::npos);
    // The others keep the file they have been sent under.
    rows = csvRows(readFile(evening.dir / "png/tickets.csv"));
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_EQ(rows[2][5], "ticket-0003.png");
    EXPECT_FALSE(fs::exists(evening.dir / "png/ticket-0001.png"));
}

TEST(TicketsCommandTest, ForeignTicketsAreListedAndDrawnOnlyWhenAsked) {
    const Evening evening(
        "[event]\nname_en = \"E\"\nstarts = 2023-11-17T19:00:00+08:00\ntimezone = \"Asia/Shanghai\"\n",
        "name,country,ticket_code\nOwn,LA,\nGuest,LA,pretix-secret-7\n");
    auto rows = evening.tickets();
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[1][0], "pretix-secret-7");
    EXPECT_EQ(rows[1][5], "");
    ASSERT_EQ(evening.run({"tickets", "--out", evening.path("all"), "--foreign"}).code, 0);
    EXPECT_EQ(csvRows(readFile(evening.dir / "all/tickets.csv"))[2][5], "tickets-001.pdf");
    EXPECT_TRUE(evening.run({"scan", "pretix-secret-7", "--door", "A"}).out.starts_with("admitted\tpretix-secret-7\t"));
}

TEST(TicketsCommandTest, FormulasInNamesAreMadeSafe) {
    const Evening evening(
        "[event]\nname_en = \"E\"\nstarts = 2023-11-17T19:00:00+08:00\ntimezone = \"Asia/Shanghai\"\n",
        "name,country\n=1+2,LA\n");
    EXPECT_EQ(evening.tickets()[0][1], "'=1+2");
}

}  // namespace
}  // namespace turnout::test
