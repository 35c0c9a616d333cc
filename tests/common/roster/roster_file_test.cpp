#include "common/roster/roster_file.h"

#include <gtest/gtest.h>

#include <fstream>
#include <random>

#include "common/base/csv.h"
#include "tests/support/temp_dir.h"

namespace turnout {
namespace {

class RosterFile : public testing::Test {
  protected:
    Result<Roster> read(const std::string& bytes, const RosterOptions& options = {}) {
        const auto file = folder_.path() / "roster.csv";
        std::ofstream(file, std::ios::binary) << bytes;
        return readRoster(file, options, countries_);
    }
    std::string errorOf(const std::string& bytes) {
        const auto roster = read(bytes);
        return roster ? std::string() : roster.error().sentence(Lang::en);
    }

    test::TempDir folder_;
    CountryResolver countries_;
};

TEST_F(RosterFile, ReadsEveryField) {
    const auto roster = read(
        "\xEF\xBB\xBFid,Name,native_name,screen_name,country,affiliation,category,seat,note,ticket_code,on_screen,"
        "email,language\r\n"
        "7,Li Ming,李明,Ming L.,China,CQMU,student,C-14,wheelchair,AB 12,yes,li@example.org,zh\r\n");
    ASSERT_TRUE(roster.ok()) << roster.error().sentence(Lang::en);
    ASSERT_EQ(roster->rows.size(), 1U);
    const RosterRow& row = roster->rows.front();
    EXPECT_EQ(row.outsideId, "7");
    EXPECT_EQ(row.nativeName, "李明");
    EXPECT_EQ(row.country.str(), "CN");
    EXPECT_EQ(row.ticketCode, "AB 12");
    EXPECT_TRUE(row.onScreen);
    EXPECT_EQ(row.line, 2);
    EXPECT_TRUE(roster->problems.empty());
}

TEST_F(RosterFile, NamesLineColumnAndWhatWasFound) {
    const auto roster = read("name,country\nA,Laos\n,Laos\nB,Korea\nC,Atlantis\n\"D\nE\",Laos\nF,\n");
    ASSERT_TRUE(roster.ok());
    ASSERT_EQ(roster->rows.size(), 2U);
    EXPECT_EQ(roster->rows[1].name, "D E");
    EXPECT_EQ(roster->rows[1].line, 6);
    ASSERT_EQ(roster->problems.size(), 4U);
    EXPECT_EQ(roster->problems[0].line, 3);
    EXPECT_EQ(roster->problems[0].column, "name");
    EXPECT_EQ(roster->problems[1].line, 4);
    EXPECT_EQ(roster->problems[1].found, "Korea");
    EXPECT_NE(say(roster->problems[1].text, Lang::en).find("South Korea (KR)"), std::string::npos);
    EXPECT_EQ(roster->problems[2].found, "Atlantis");
    EXPECT_EQ(roster->problems[3].line, 8);
}

TEST_F(RosterFile, MapsHeadersAndRefusesOnesThatAreNotThere) {
    const RosterOptions options{{{"您的姓名", "name"}, {"国籍", "country"}}};
    const auto roster = read("您的姓名,国籍\n李明,中国\n", options);
    ASSERT_TRUE(roster.ok());
    EXPECT_EQ(roster->rows.front().name, "李明");
    EXPECT_FALSE(read("a,b\n1,2\n", options).ok());
    EXPECT_NE(errorOf("first,second\nA,Laos\n").find("first, second"), std::string::npos);
}

TEST_F(RosterFile, TakesTheMappedColumnBeforeOneOfTheFieldsName) {
    const auto roster = read("Name,Attendee name,country\nbuyer,guest,Laos\n", {{{"Attendee name", "name"}}});
    ASSERT_TRUE(roster.ok()) << roster.error().sentence(Lang::en);
    EXPECT_EQ(roster->rows.front().name, "guest");
    const auto same = read("Name,country\nguest,Laos\n", {{{"Name", "name"}}});
    ASSERT_TRUE(same.ok()) << same.error().sentence(Lang::en);
    EXPECT_EQ(same->rows.front().name, "guest");
}

TEST_F(RosterFile, AnEncodingCanBeSaidAgainstTheGuess) {
    RosterOptions options;
    options.table.encoding = "windows-1252";
    const auto roster = read("name,country\n\xC0\xCF\xCE\xCE,Laos\n", options);  // also 老挝's bytes in GB18030
    ASSERT_TRUE(roster.ok()) << roster.error().sentence(Lang::en);
    EXPECT_EQ(roster->rows.front().name, "ÀÏÎÎ");
    options.table.encoding = "klingon";
    EXPECT_FALSE(read("name,country\nA,Laos\n", options).ok());
}

TEST_F(RosterFile, ADelimiterCanBeSaidAgainstTheGuess) {
    RosterOptions options;
    options.table.delimiter = ";";
    const auto roster = read("name;country;note\nA, B;Laos;x, y\n", options);
    ASSERT_TRUE(roster.ok());
    EXPECT_EQ(roster->rows.front().name, "A, B");
}

TEST_F(RosterFile, RemembersAMappingWhereItFits) {
    RosterOptions options;
    options.remembered = {{"Wer", "name"}, {"Woher", "country"}};
    const auto mapped = read("Wer,Woher\nA,Laos\n", options);
    ASSERT_TRUE(mapped.ok()) << mapped.error().sentence(Lang::en);
    EXPECT_EQ(mapped->rows.front().country.str(), "LA");
    EXPECT_TRUE(read("name,country\nA,Laos\n", options).ok());
}

TEST_F(RosterFile, ASecondColumnOfOneHeadingCanBeChosen) {
    const auto roster = read("name,name,country\nbuyer,guest,Laos\n", {{{"name#2", "name"}}});
    ASSERT_TRUE(roster.ok()) << roster.error().sentence(Lang::en);
    EXPECT_EQ(roster->rows.front().name, "guest");
}

TEST_F(RosterFile, ATaughtCountryIsTakenFromThenOn) {
    countries_.teach("Golden Land", *CountryCode::fromAlpha2("MM"));
    const auto roster = read("name,country\nA,golden land\n");
    ASSERT_TRUE(roster.ok());
    ASSERT_EQ(roster->rows.size(), 1U);
    EXPECT_EQ(roster->rows.front().country.str(), "MM");
}

TEST_F(RosterFile, EndsInASentenceOnFilesThatAreNoList) {
    EXPECT_NE(errorOf("").find("empty"), std::string::npos);
    EXPECT_NE(errorOf("name,country\n").find("no guests"), std::string::npos);
    EXPECT_NE(errorOf("PK\x03\x04zip").find("Excel"), std::string::npos);
    EXPECT_NE(errorOf("\xD0\xCF\x11\xE0old").find(".xlsx"), std::string::npos);
    EXPECT_FALSE(read("\xFF\xFEn").ok());
    EXPECT_NE(errorOf(std::string("name,country\nA\0B,Laos\n", 22)).find(", line 2: "), std::string::npos);
    EXPECT_NE(errorOf("name,name,country\nA,B,Laos\n").find("two columns"), std::string::npos);
    EXPECT_FALSE(readRoster(folder_.path() / "none.csv", {}, countries_).ok());
    EXPECT_FALSE(readRoster(folder_.path(), {}, countries_).ok());
}

TEST_F(RosterFile, TellsOfCellsThatCannotBeTrue) {
    const auto roster =
        read("name,country,note\nA,Laos," +
             std::string(10'000'000, 'x') /* NOLINT(bugprone-string-constructor): as long as it looks */ + "\nB,Laos," +
             std::string(41, 'n') + "\n\xE9t\xE9 重庆医科大学,Laos,\nC,Laos,,,x\n");
    ASSERT_TRUE(roster.ok());
    EXPECT_TRUE(roster->rows.empty());
    ASSERT_EQ(roster->problems.size(), 4U);
    EXPECT_EQ(roster->problems[2].column, "name");
    EXPECT_NE(say(roster->problems[2].text, Lang::en).find("UTF-8"), std::string::npos);
}

TEST_F(RosterFile, OffersChoicesThatItReadsItself) {
    const auto asked = read("name,country\nA,Korea\n");
    ASSERT_TRUE(asked.ok());
    ASSERT_EQ(asked->problems.size(), 1U);
    const std::string choices = asked->problems.front().text.args.front().second;
    const std::string first = choices.substr(0, choices.find(','));
    const auto answered = read("name,country\nA," + first + "\n");
    ASSERT_TRUE(answered.ok());
    ASSERT_EQ(answered->rows.size(), 1U) << first;
    EXPECT_EQ(answered->rows.front().country.str(), "KR");
}

TEST_F(RosterFile, UnclearConsentIsNoWithAWarning) {
    const auto roster = read("name,country,on_screen\nA,Laos,maybe\n");
    ASSERT_TRUE(roster.ok());
    EXPECT_FALSE(roster->rows.front().onScreen);
    ASSERT_EQ(roster->problems.size(), 1U);
    EXPECT_TRUE(roster->problems.front().warning);
}

TEST_F(RosterFile, HandsTheBadRowsBackAsATable) {
    const auto roster = read("name,country\nA,Laos\n=B,Korea\n");
    ASSERT_TRUE(roster.ok());
    const std::string table = problemTable(*roster, roster->problems, Lang::en);
    EXPECT_TRUE(table.starts_with("name,country,line,problem\r\n\"'=B\",Korea,3,")) << table;
    EXPECT_EQ(problemTable(*roster, {}, Lang::en), "");
}

TEST_F(RosterFile, CellsMadeSafeForSpreadsheetsComeBackAsTheyWere) {
    for (const char* code : {"-7F3A", "+49", "=1+1", "@li", "＝x", "plain", "'quoted'", "''=x"}) {
        const auto first = read(csvRow({"name", "country", "ticket_code"}, CsvCells::asTheyAre) +
                                csvRow({"A", "Laos", code}, CsvCells::asTheyAre));
        ASSERT_TRUE(first.ok());
        const auto again = read(goodTable(*first, {}));
        ASSERT_TRUE(again.ok());
        ASSERT_EQ(again->rows.size(), 1U) << code;
        EXPECT_EQ(again->rows.front().ticketCode, code);
    }
}

TEST_F(RosterFile, AnyTableOfOursIsReadAsTheListItCameFrom) {
    std::mt19937 dice(20231117);
    const std::vector<std::string> bits{"=",  "+",  "-",  "@", "'", "\"", ",", "\r\n", "\n", "\t", "＝",
                                        "＋", "－", "＠", "a", "B", "李", " ", "7",    "''", "'=", ";"};
    for (int round = 0; round < 300; ++round) {
        std::string code = "x";
        while (code == "x" || code.find_first_not_of(" \t\r\n") == std::string::npos) {
            code.clear();
            for (auto length = 1 + dice() % 5; length > 0; --length) code += bits[dice() % bits.size()];
        }
        const std::vector<std::string> header{"name", "country", "ticket_code"}, row{"A", "Laos", code};
        const auto plain = read(csvRow(header, CsvCells::asTheyAre) + csvRow(row, CsvCells::asTheyAre));
        const auto safe = read(csvRow(header, CsvCells::asTheyAre) + csvRow(row, CsvCells::safeForSpreadsheets));
        ASSERT_TRUE(plain.ok() && safe.ok()) << code;
        ASSERT_EQ(plain->rows.size(), 1U) << code;
        ASSERT_EQ(safe->rows.size(), 1U) << code;
        EXPECT_EQ(safe->rows.front().ticketCode, plain->rows.front().ticketCode) << code;
    }
}

TEST_F(RosterFile, ARowWithTooManyCellsIsHandedBackWhole) {
    const auto roster = read("name,country\nB,Laos,\nLi,China,Ming\n");
    ASSERT_TRUE(roster.ok());
    ASSERT_EQ(roster->problems.size(), 1U);
    const std::string table = problemTable(*roster, roster->problems, Lang::en);
    EXPECT_TRUE(table.ends_with(",Ming\r\n")) << table;
    const auto again = read(table + "C,Laos,,\r\n");
    ASSERT_TRUE(again.ok());
    ASSERT_EQ(again->rows.size(), 1U) << "unchanged, it is no guest";
    EXPECT_EQ(again->rows.front().name, "C");
}

}  // namespace
}  // namespace turnout
