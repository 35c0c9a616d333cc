// Help, versions, wrong words and bad input: exit codes and plain sentences.
#include <gtest/gtest.h>

#include "tests/organizer/commands/turnout_run.h"
#include "tests/support/process.h"

namespace turnout::test {
namespace {

const std::vector<std::string> kVerbs{"new",     "import", "tickets", "scan",   "undo", "revoke",
                                      "reissue", "report", "log",     "verify", "copy", "demo"};

void expectSentence(const Ran& ran, int code) {
    EXPECT_EQ(ran.code, code) << ran.err;
    EXPECT_EQ(ran.out, "");
    EXPECT_EQ(splitLines(ran.err).size(), 1U) << ran.err;
    EXPECT_EQ(ran.err.find("cli."), std::string::npos) << ran.err;
}

TEST(UsageTest, EveryVerbHasHelpAndVersionInBothLanguages) {
    for (const std::string lang : {"en", "zh"}) {
        EXPECT_EQ(turnoutRun({"--lang", lang, "--help"}).code, 0);
        for (const std::string& verb : kVerbs) {
            const Ran help = turnoutRun({verb, "--lang", lang, "--help"});
            EXPECT_EQ(help.code, 0) << verb;
            EXPECT_EQ(help.err, "");
            EXPECT_NE(help.out.find(verb), std::string::npos) << help.out;
            EXPECT_EQ(help.out.find("cli."), std::string::npos) << help.out;  // a key without a sentence
            const Ran version = turnoutRun({verb, "--version"});
            EXPECT_EQ(version.code, 0) << verb;
            EXPECT_TRUE(version.out.starts_with("turnout ")) << version.out;
        }
    }
    EXPECT_NE(turnoutRun({"scan", "--lang=zh", "--help"}).out.find("用法"), std::string::npos);
}

TEST(UsageTest, AnUnknownVerbIsNamed) {
    const Ran ran = turnoutRun({"fly", "high"});
    expectSentence(ran, 2);
    EXPECT_NE(ran.err.find("fly"), std::string::npos) << ran.err;
}

TEST(UsageTest, WrongWordsAreExitTwo) {
    for (const std::vector<std::string>& words : std::vector<std::vector<std::string>>{
             {},
             {"fly"},
             {"scan"},
             {"scan", "e.turnout"},
             {"scan", "e.turnout", "CODE"},
             {"scan", "e.turnout", "CODE", "--door"},
             {"report", "e.turnout", "--bogus"},
             {"report", "e.turnout", "--json", "--sentence"},
             {"tickets", "e.turnout", "--out", "x", "--format", "gif"},
             {"new", "e.turnout"},
             {"new", "e.turnout", "--name", "Only a name"},
             {"new", "e.turnout", "--name", "N", "--starts", "tomorrow"},
             {"new", "e.turnout", "--name", "N", "--starts", "2023-11-17T19:00:00+08:00", "--timezone", "Mars/Base"},
             {"import", "e.turnout", "r.csv", "--map", "no field"},
             {"import", "e.turnout", "r.csv", "--map", "Header=shoe_size"},
             {"undo", "e.turnout", "--door", "A"},
             {"--lang", "fr", "report", "e.turnout"}})
        expectSentence(turnoutRun(words), 2);
    expectSentence(turnoutRun({"report", "x", "--bogus", "--lang", "zh"}), 2);
}

TEST(UsageTest, NamesTheWordThatIsWrong) {
    EXPECT_NE(turnoutRun({"scan", "e", "C", "--door", "A", "--bogus"}).err.find("--bogus"), std::string::npos);
    EXPECT_NE(turnoutRun({"scan", "e", "C"}).err.find("--door"), std::string::npos);
    EXPECT_NE(turnoutRun({"scan", "e", "C"}).err.find("turnout scan --help"), std::string::npos);
}

TEST(UsageTest, AFileThatIsMissingOrNotOursIsExitOneAndUntouched) {
    TempDir dir;
    const std::string missing = (dir / "none.turnout").string(), foreign = (dir / "letter.txt").string(),
                      empty = (dir / "empty.turnout").string();
    writeFile(foreign, "Dear committee, this is no event file at all, but it is somebody's letter.");
    writeFile(empty, "");
    for (const std::string& file : {missing, foreign, empty})
        for (const std::vector<std::string>& rest :
             std::vector<std::vector<std::string>>{{"import", file, foreign},
                                                   {"tickets", file, "--out", (dir / "t").string()},
                                                   {"scan", file, "X", "--door", "A"},
                                                   {"undo", file, "--door", "A", "--reason", "r"},
                                                   {"revoke", file, "X", "--reason", "r"},
                                                   {"reissue", file, "X", "--reason", "r"},
                                                   {"report", file, "--json"},
                                                   {"log", file},
                                                   {"verify", file},
                                                   {"copy", file, (dir / "copy.turnout").string()}})
            expectSentence(turnoutRun(rest), 1);
    EXPECT_FALSE(std::filesystem::exists(missing));
    EXPECT_EQ(readFile(foreign), "Dear committee, this is no event file at all, but it is somebody's letter.");
    EXPECT_EQ(readFile(empty), "");
}

TEST(UsageTest, FoldersThatCannotBeWrittenAreExitOne) {
    const Evening evening;
    writeFile(evening.dir / "wall", "a file where a folder should be");
    for (const std::string& place : {evening.path("wall/inside"), std::string("/proc/nowhere")}) {
        expectSentence(evening.run({"tickets", "--out", place}), 1);
        expectSentence(evening.run({"log", "--csv", place + "/log.csv"}), 1);
        expectSentence(evening.run({"copy", place + "/copy.turnout"}), 1);
        expectSentence(
            turnoutRun({"new", place + "/new.turnout", "--name", "N", "--starts", "2023-11-17T19:00:00+08:00"}), 1);
    }
    EXPECT_EQ(evening.run({"verify"}).code, 0);
}

}  // namespace
}  // namespace turnout::test
