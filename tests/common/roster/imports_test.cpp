// Exports as real tools shape them (tests/data/imports), each with the answer that a person wrote beside it.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "common/roster/roster_file.h"

namespace turnout {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> answerOf(const Roster& roster) {
    std::vector<std::string> lines;
    for (const RosterRow& row : roster.rows)
        lines.push_back((row.cancelled ? "cancelled\t" : "guest\t") + std::to_string(row.line) + "\t" + row.name +
                        "\t" + row.country.str() + "\t" + row.affiliation);
    for (const RosterProblem& problem : roster.problems)
        lines.push_back((problem.warning ? "note\t" : "problem\t") + std::to_string(problem.line) + "\t" +
                        problem.text.key);
    std::sort(lines.begin(), lines.end());
    return lines;
}

std::vector<std::string> answerIn(const fs::path& file) {
    std::vector<std::string> lines;
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    std::sort(lines.begin(), lines.end());
    return lines;
}

TEST(Imports, EveryRealShapedExportGivesTheAnswerWrittenBesideIt) {
    CountryResolver countries;
    std::size_t seen = 0;
    for (const fs::directory_entry& entry : fs::directory_iterator(TURNOUT_SOURCE_DIR "/tests/data/imports")) {
        if (entry.path().extension() != ".answer") continue;
        fs::path list = entry.path();
        list.replace_extension();
        ++seen;
        const auto roster = readRoster(list, {}, countries);
        ASSERT_TRUE(roster.ok()) << list.filename() << ": " << roster.error().sentence(Lang::en);
        EXPECT_EQ(answerOf(*roster), answerIn(entry.path())) << list.filename() << " as " << roster->form;
    }
    EXPECT_GE(seen, 45U);
}

TEST(Imports, TheEncodingIsTold) {
    CountryResolver countries;
    const fs::path folder = TURNOUT_SOURCE_DIR "/tests/data/imports";
    for (const auto& [file, form] :
         std::vector<std::pair<const char*, const char*>>{{"utf8-bom.csv", "UTF-8, “,”"},
                                                          {"utf16le-bom.csv", "UTF-16LE, Tab"},
                                                          {"utf16le.csv", "UTF-16LE, “,”"},
                                                          {"utf16be-bom.csv", "UTF-16BE, “;”"},
                                                          {"gb18030.csv", "GB18030, “,”"},
                                                          {"big5.csv", "Big5, “,”"},
                                                          {"windows1252.csv", "Windows-1252, “,”"},
                                                          {"sep-line.csv", "UTF-8, “;”"}}) {
        const auto roster = readRoster(folder / file, {}, countries);
        ASSERT_TRUE(roster.ok()) << file;
        EXPECT_EQ(roster->form, form) << file;
    }
}

}  // namespace
}  // namespace turnout
