// turnout import through the real command: what it says before it writes, answers given on the command line, tables to
// hand back.
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
                  " would add 1 guest, change 1 and leave 0 as they are. Nothing was written.\n"
                  "1 guest would be taken off the list: the ticket would be refused.\n"
                  "1 guest of the event is not on this list; nothing would be done to that guest.\n");
    EXPECT_NE(numbers(evening).find("\"registered\": 3"), std::string::npos);
}

std::size_t count(std::string_view text, std::string_view part) {
    std::size_t found = 0;
    for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) ++found;
    return found;
}

TEST(ImportCommandTest, ADryRunListsAllChangesAnImportTheFirstAndACount) {
    std::string before = "id,name,country,seat\n", after = before;
    for (int n = 1; n <= 40; ++n) {
        before += std::to_string(n) + ",Early Guest,LA,A\n" + std::to_string(100 + n) + ",Gone Guest,LA,A\n";
        after += std::to_string(n) + ",Early Guest,LA,B\n" + std::to_string(200 + n) + ",Late Guest,LA,B\n";
    }
    const Evening evening(kPlain, before);
    writeFile(evening.dir / "b.csv", after);
    const Ran dry = evening.run({"import", evening.path("b.csv"), "--dry-run"});
    EXPECT_EQ(count(dry.out, "  New: Late Guest (LA)\n"), 40U) << dry.out;
    EXPECT_EQ(count(dry.out, "  Changed: Early Guest (LA): seat\n"), 40U);
    EXPECT_EQ(count(dry.out, "  Not on this list: Gone Guest (LA)\n"), 40U);
    EXPECT_EQ(count(dry.out, "more\n"), 0U);
    EXPECT_NE(dry.out.find("would add 40 guests, change 40"), std::string::npos) << dry.out;
    const Ran ran = evening.run({"import", evening.path("b.csv")});
    EXPECT_EQ(count(ran.out, "  New: Late Guest (LA)\n"), 12U) << ran.out;
    EXPECT_EQ(count(ran.out, "  … and 28 more\n"), 3U);
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
    const std::string question = evening.run({"import", evening.path("all.csv")}).err;
    EXPECT_NE(question.find("300 names hold numbers, such as “Guest 1000”"), std::string::npos) << question;
    EXPECT_EQ(question.find("line 2"), std::string::npos) << question;
    const std::string notes = evening.run({"import", evening.path("some.csv")}).err;
    EXPECT_NE(notes.find("some.csv, line 2, column “name”"), std::string::npos) << notes;
    EXPECT_NE(notes.find("200 more names hold numbers"), std::string::npos) << notes;
}

TEST(ImportCommandTest, ADryRunTellsEveryProblemOfEveryRow) {
    const Evening evening(kPlain, "id,name,country\n1,Noy,LA\n");
    std::string list = "id,name,country\n";
    for (int n = 0; n < 300; ++n)
        list += "A" + std::to_string(n) + (n % 2 == 0 ? ",Guest " : ",Nowhere ") + std::to_string(1000 + n) +
                (n % 2 == 0 ? ",LA\n" : ",Atlantis\n");
    writeFile(evening.dir / "all.csv", list);
    const Ran dry = evening.run({"import", evening.path("all.csv"), "--dry-run"});
    EXPECT_EQ(dry.code, 1);
    for (int n = 0; n < 300; ++n) {
        const std::string line = "all.csv, line " + std::to_string(n + 2) + ", column ";
        EXPECT_NE(dry.err.find(line + "“name”: This name holds a number"), std::string::npos) << n;
        EXPECT_EQ(dry.err.find(line + "“country”: “Atlantis”") != std::string::npos, n % 2 == 1) << n;
    }
    EXPECT_NE(dry.err.find("300 names hold numbers"), std::string::npos);
}

TEST(ImportCommandTest, SkipBadBringsInTheRestAndHandsBackTheBadRows) {
    const Evening evening(kPlain, "id,name,country\n1,Noy,LA\n");
    writeFile(evening.dir / "c.csv", "id,name,country\n7,Good,Laos\n8,Lost,Atlantis\n9,,Ghana\n");
    const std::string bad = evening.path("c-problems.csv");
    const Ran refused = evening.run({"import", evening.path("c.csv")});
    EXPECT_EQ(refused.code, 1);
    EXPECT_NE(
        refused.err.find("Nothing was written: correct the rows above in " + evening.path("c.csv") +
                         " and import it again, or bring in the others with --skip-bad, which writes these into " +
                         bad + ".\n"),
        std::string::npos)
        << refused.err;
    EXPECT_FALSE(std::filesystem::exists(bad));
    const Ran dry = evening.run({"import", evening.path("c.csv"), "--skip-bad", "--dry-run"});
    EXPECT_EQ(dry.code, 0);
    EXPECT_FALSE(std::filesystem::exists(bad));
    EXPECT_NE(dry.out.find("would add 1 guest,"), std::string::npos) << dry.out;
    const Ran taken = evening.run({"import", evening.path("c.csv"), "--skip-bad"});
    EXPECT_EQ(taken.code, 0);
    EXPECT_NE(taken.err.find("2 rows were left out and stand in " + bad + ": correct them there and import that file."),
              std::string::npos)
        << taken.err;
    EXPECT_NE(numbers(evening).find("\"registered\": 2"), std::string::npos);
    // The table is a list itself, with two columns more.
    std::string corrected = readFile(bad);
    corrected.replace(corrected.find("Atlantis"), 8, "Laos");
    corrected.replace(corrected.find("9,,"), 3, "9,Ama,");
    writeFile(bad, corrected);
    EXPECT_EQ(evening.run({"import", bad}).code, 0);
    EXPECT_NE(numbers(evening).find("\"registered\": 4"), std::string::npos);
}

TEST(ImportCommandTest, EveryDoubtfulKindOfRowHasItsRule) {
    const Evening evening(kPlain, "id,name,country,email\n1,Noy,LA,noy@x.org\n2,Li,CN,\n3,Li,CN,\n");
    writeFile(evening.dir / "d.csv",
              "id,name,country,email,quantity,status\n"
              ",Ama,GH,ama@x.org,2,\n"             // two tickets under one name
              ",Sita,NP,sita@x.org,1,cancelled\n"  // never came to be
              "1,Noy,LA,,1,cancelled\n"            // taken off the list
              ",Kofi,GH,kofi@x.org,1,\n"
              ",Kofi,GH,kofi@x.org,1,\n"   // the same person twice
              ",Kofi,GH,other@x.org,1,\n"  // another of the same name
              ",Li,CN,,1,\n"               // one of two
              ",Eve,GH,eve@x.org,1,pending\n");
    const Ran dry = evening.run({"import", evening.path("d.csv"), "--dry-run", "--skip-bad"});
    for (const char* told :
         {"line 2, column “quantity”: 2 tickets under one name", "line 3, column “status”: Cancelled: not invited",
          "line 4, column “status”: Cancelled: not invited", "line 6, column “email”: This is the same guest as line 5",
          "line 8, column “name”: 2 guests have this name", "line 9, column “status”: Not settled yet: brought in"})
        EXPECT_NE(dry.err.find(told), std::string::npos) << told << "\n" << dry.err;
    EXPECT_NE(dry.out.find("would add 3 guests, change 0 and leave 0 as they are"), std::string::npos) << dry.out;
    EXPECT_NE(dry.out.find("1 guest would be taken off the list"), std::string::npos) << dry.out;
    EXPECT_NE(numbers(evening).find("\"registered\": 3"), std::string::npos);
}

TEST(ImportCommandTest, AListWithConsentSaysHowManyTheHallMayNameAndWhereToLookAtThem) {
    const Evening evening(kPlain, "id,name,country\n1,Noy,LA\n");
    writeFile(evening.dir / "plain.csv", "id,name,country\n1,Noy,LA\n2,Ama,GH\n");
    EXPECT_EQ(evening.run({"import", evening.path("plain.csv")}).out.find("named"), std::string::npos);
    writeFile(evening.dir / "yes.csv", "id,name,country,on_screen\n1,Noy,LA,yes\n2,Ama,GH,no\n3,Sita,NP,yes\n");
    EXPECT_EQ(evening.run({"import", evening.path("yes.csv"), "--dry-run"}).out.find("named"), std::string::npos);
    const Ran ran = evening.run({"import", evening.path("yes.csv")});
    EXPECT_EQ(ran.code, 0) << ran.err;
    EXPECT_NE(ran.out.find("2 guests may be named on the hall's screen now."), std::string::npos) << ran.out;
    EXPECT_NE(ran.out.find("turnout-desk "), std::string::npos) << ran.out;
    const Ran again = evening.run({"import", evening.path("yes.csv")});
    EXPECT_EQ(again.out.find("named"), std::string::npos) << "nothing changed: " << again.out;
}

}  // namespace
}  // namespace turnout::test
