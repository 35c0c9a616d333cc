// turnout import through the real command: what it says before it writes, answers given on the command line, tables to
// hand back, hostile files.
#include <gtest/gtest.h>

#include <csignal>
#include <filesystem>

#include "tests/organizer/commands/turnout_run.h"
#include "tests/support/process.h"

namespace turnout::test {
namespace {

std::string numbers(const Evening& evening) {
    return evening.run({"report", "--json"}).out;
}

const char* const kPlain =
    "[event]\nname_en = \"E\"\nstarts = 2024-03-01T18:00:00+08:00\ntimezone = \"Asia/Shanghai\"\n";

TEST(ImportCommandTest, ADryRunTellsExactlyWhatWouldChange) {
    const Evening evening(kPlain, "id,name,country,seat\n1,Noy,LA,A1\n2,Ama,GH,A2\n3,Li,CN,A3\n");
    writeFile(evening.dir / "b.csv",
              "id,name,country,seat,status\n1,Noy,LA,B7,\n2,Ama,GH,A2,cancelled\n9,Sita,NP,C1,\n");
    const Ran dry = evening.run({"import", evening.path("b.csv"), "--dry-run"});
    EXPECT_EQ(dry.code, 0) << dry.err;
    EXPECT_EQ(dry.out,
              "  New: Sita (NP)\n"
              "  Changed: Noy (LA): seat\n"
              "  Cancelled: Ama (GH)\n"
              "  Not on this list: Li (CN)\n" +
                  evening.path("b.csv") +
                  " would add 1 guests, change 1 and leave 0 as they are. Nothing was written.\n"
                  "1 guests are off the list now: their tickets are refused.\n"
                  "1 guests of the event are not on this list; nothing was done to them.\n");
    EXPECT_NE(numbers(evening).find("\"registered\": 3"), std::string::npos);
}

TEST(ImportCommandTest, OfManyChangesTheFirstAreNamedAndTheRestCounted) {
    const Evening evening(kPlain, "id,name,country\n1,Noy,LA\n");
    std::string list = "id,name,country\n1,Noy,LA\n";
    for (int n = 2; n <= 40; ++n) list += std::to_string(n) + ",Guest of Laos,LA\n";
    writeFile(evening.dir / "b.csv", list);
    const Ran dry = evening.run({"import", evening.path("b.csv"), "--dry-run"});
    EXPECT_NE(dry.out.find("  … and 27 more\n"), std::string::npos) << dry.out;
    EXPECT_NE(dry.out.find("would add 39 guests"), std::string::npos) << dry.out;
}

TEST(ImportCommandTest, AListThatDoesNotSayItsUniversityIsToldIt) {
    const Evening evening(kPlain, "id,name,country,affiliation\n1,Noy,LA,North College\n2,Ama,GH,South College\n");
    writeFile(evening.dir / "south.csv", "name,country\nSita,NP\n");
    const Ran ran = evening.run({"import", evening.path("south.csv"), "--affiliation", "South College"});
    EXPECT_EQ(ran.code, 0) << ran.err;
    // Only guests of that university can be missing from its list.
    EXPECT_NE(ran.out.find("Not on this list: Ama (GH)"), std::string::npos) << ran.out;
    EXPECT_EQ(ran.out.find("Noy"), std::string::npos) << ran.out;
    EXPECT_NE(evening.run({"show", "Sita"}).out.find("South College"), std::string::npos);
}

TEST(ImportCommandTest, AnAnswerAboutACountryIsTakenAndRemembered) {
    const Evening evening(kPlain, "id,name,country\n1,Noy,LA\n");
    writeFile(evening.dir / "a.csv", "id,name,country\n1,Noy,LA\n2,Mo,Korea\n");
    writeFile(evening.dir / "b.csv", "id,name,country\n1,Noy,LA\n2,Mo,Korea\n3,So,KOREA\n");
    EXPECT_EQ(evening.run({"import", evening.path("a.csv")}).code, 1);
    EXPECT_EQ(evening.run({"import", evening.path("a.csv"), "--country", "Korea=XQ"}).code, 2);
    EXPECT_EQ(evening.run({"import", evening.path("a.csv"), "--country", "Korea=KR"}).code, 0);
    const Ran later = evening.run({"import", evening.path("b.csv")});
    EXPECT_EQ(later.code, 0) << later.err;
    EXPECT_NE(later.out.find("New: So (KR)"), std::string::npos) << later.out;
}

TEST(ImportCommandTest, AMappingOnceGivenHoldsForTheListsToCome) {
    const Evening evening(kPlain, "id,name,country\n1,Noy,LA\n");
    writeFile(evening.dir / "form.csv", "Who are you?,Passport says\nSita,Nepal\n");
    writeFile(evening.dir / "later.csv", "Passport says,Who are you?\nGhana,Ama\n");
    ASSERT_EQ(
        evening
            .run({"import", evening.path("form.csv"), "--map", "Who are you?=name", "--map", "Passport says=country"})
            .code,
        0);
    const Ran later = evening.run({"import", evening.path("later.csv")});
    EXPECT_EQ(later.code, 0) << later.err;
    EXPECT_NE(later.out.find("New: Ama (GH)"), std::string::npos) << later.out;
    // A dry run is no answer.
    writeFile(evening.dir / "other.csv", "Called,From\nLi,China\n");
    EXPECT_EQ(
        evening.run({"import", evening.path("other.csv"), "--dry-run", "--map", "Called=name", "--map", "From=country"})
            .code,
        0);
    EXPECT_EQ(evening.run({"import", evening.path("other.csv")}).code, 1);
}

TEST(ImportCommandTest, GoodRowsAndProblemsAreWrittenAsTables) {
    const Evening evening(kPlain, "id,name,country\n1,Noy,LA\n");
    writeFile(evening.dir / "c.csv", "id,name,country\n7,\"Good, One\",Laos\n8,Lost,Atlantis\n1.23E+11,Mo,Ghana\n");
    const Ran ran = evening.run({"import", evening.path("c.csv"), "--dry-run", "--good", evening.path("good.csv"),
                                 "--problems", evening.path("bad.csv")});
    EXPECT_EQ(ran.code, 1);
    EXPECT_EQ(readFile(evening.dir / "good.csv"),
              "\xEF\xBB\xBFid,name,native_name,screen_name,country,affiliation,category,seat,note,ticket_code,"
              "on_screen,email,language\r\n7,\"Good, One\",,,LA,,,,,,no,,\r\n");
    const std::string bad = readFile(evening.dir / "bad.csv");
    EXPECT_TRUE(bad.starts_with("\xEF\xBB\xBFid,name,country,line,problem\r\n8,Lost,Atlantis,3,")) << bad;
    EXPECT_NE(bad.find("\r\n1.23E+11,Mo,Ghana,4,\"id: A spreadsheet turned this number into 1.23E+11"),
              std::string::npos)
        << bad;
    EXPECT_EQ(bad.find("Good"), std::string::npos) << bad;
    // What was handed back as good is a list itself.
    EXPECT_NE(evening.run({"import", evening.path("good.csv")}).out.find("1 added"), std::string::npos);
}

TEST(ImportCommandTest, HostileFilesEndInASentence) {
    const Evening evening(kPlain, "id,name,country\n1,Noy,LA\n");
    std::string ragged = "id,name,country\n";
    for (int n = 0; n < 60; ++n) ragged += "7,Good,Laos" + std::string(static_cast<std::size_t>(n), ',') + "x\n";
    const std::vector<std::pair<const char*, std::string>> files{
        {"cell.csv", "id,name,country\n7," + std::string(10 << 20, 'x') + ",Laos\n"},
        {"quoted.csv", "id,name,country\n7,\"" + std::string(10 << 20, '\n') + ",Laos\n"},
        {"nul.csv", std::string("id,name,country\n7,No\0y,Laos\n", 29)},
        {"ragged.csv", ragged},
        {"empty.csv", ""},
        {"header.csv", "id,name,country\n"},
        {"zip.xlsx", "PK\x03\x04 and nothing more"}};
    for (const auto& [name, bytes] : files) {
        writeFile(evening.dir / name, bytes);
        const Ran ran = evening.run({"import", evening.path(name)});
        EXPECT_EQ(ran.code, 1) << name;
        EXPECT_NE(ran.err.find(name), std::string::npos) << name << ": " << ran.err.substr(0, 400);
        EXPECT_LT(ran.err.size(), 20000U) << name;
    }
    EXPECT_NE(numbers(evening).find("\"registered\": 1"), std::string::npos);
    EXPECT_EQ(evening.run({"verify"}).code, 0);
}

TEST(ImportCommandTest, AnImportThatIsKilledLeavesNothing) {
    const Evening evening(kPlain, "id,name,country\n1,Noy,LA\n");
    std::string list = "id,name,country,email\n";
    for (int n = 0; n < 60000; ++n)
        list += "K" + std::to_string(n) + ",Guest of Laos,LA,k" + std::to_string(n) + "@example.org\n";
    writeFile(evening.dir / "long.csv", list);
    Process import({TURNOUT_BIN_DIR "/turnout", "import", evening.event, evening.path("long.csv")});
    // In the middle of its transaction the log beside the event grows.
    const std::filesystem::path wal = evening.event + "-wal";
    std::error_code none;
    for (int looks = 0; looks < 4000000; ++looks)
        if (const auto size = std::filesystem::file_size(wal, none); !none && size > 100000) break;
    import.signal(SIGKILL);
    import.wait();
    EXPECT_EQ(evening.run({"verify"}).code, 0);
    const std::string after = numbers(evening);
    EXPECT_TRUE(after.find("\"registered\": 1,") != std::string::npos ||
                after.find("\"registered\": 60001,") != std::string::npos)
        << after;
}

TEST(ImportCommandTest, AListOfNamesWithNumbersIsOneQuestion) {
    const Evening evening(kPlain, "id,name,country\n1,Noy,LA\n");
    std::string all = "id,name,country\n", some = all;
    for (int n = 0; n < 300; ++n) {
        all += "A" + std::to_string(n) + ",Guest " + std::to_string(1000 + n) + ",LA\n";
        some += "B" + std::to_string(n) + ",Guest " + std::to_string(1000 + n) + ",LA\n";
        for (int more = 0; more < 2; ++more) some += "C" + std::to_string(2 * n + more) + ",Guest of Laos,LA\n";
    }
    writeFile(evening.dir / "all.csv", all);
    writeFile(evening.dir / "some.csv", some);
    const std::string question = evening.run({"import", evening.path("all.csv"), "--dry-run"}).err;
    EXPECT_NE(question.find("300 names hold numbers, such as “Guest 1000”"), std::string::npos) << question;
    EXPECT_EQ(question.find("line 2"), std::string::npos) << question;
    const std::string notes = evening.run({"import", evening.path("some.csv"), "--dry-run"}).err;
    EXPECT_NE(notes.find("some.csv, line 2, column “name”"), std::string::npos) << notes;
    EXPECT_NE(notes.find("200 more names hold numbers"), std::string::npos) << notes;
}

}  // namespace
}  // namespace turnout::test
