// turnout report as files, read back by other tools: pdftotext and Debian's openpyxl.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

#include "common/domain/country.h"
#include "tests/organizer/commands/turnout_run.h"
#include "tests/support/process.h"

namespace turnout::test {
namespace {

namespace fs = std::filesystem;

Evening anEvening() {
    return Evening(
        "[event]\nname_en = \"Winter Meeting\"\nname_zh = \"冬季聚会\"\nstarts = 2024-01-20T10:00:00+05:45\n"
        "timezone = \"Asia/Kathmandu\"\n[[door]]\nname = \"Gate\"\n",
        "name,country,affiliation\n=HYPERLINK(1),NP,Kathmandu College\nBo Li,CN,Pokhara College\nAbsent Ann,IN,\n");
}

std::string shell(const std::string& command, const fs::path& answer) {
    EXPECT_EQ(std::system((command + " > '" + answer.string() + "' 2>&1").c_str()), 0) << readFile(answer);
    return readFile(answer);
}

TEST(ReportFilesTest, ThePdfSaysTheNumbersInBothLanguagesWithPagesAndFingerprint) {
    const Evening evening = anEvening();
    ASSERT_EQ(evening.run({"scan", evening.code(0), evening.code(1), "--door", "Gate"}).code, 0);
    ASSERT_EQ(evening.run({"report", "--pdf", evening.path("r.pdf")}).code, 0);
    const std::string text = shell("pdftotext -layout '" + evening.path("r.pdf") + "' -", evening.dir / "text");
    for (const char* part : {"2 guests from 2 countries took part.", "来自2个国家的2名来宾参加", "冬季聚会", "Nepal",
                             "尼泊尔", "Kathmandu College", "Event file ", "1/1"})
        EXPECT_NE(text.find(part), std::string::npos) << part << "\n" << text;
    EXPECT_EQ(text.find("Bo Li"), std::string::npos);
    EXPECT_EQ(fs::status(evening.dir / "r.pdf").permissions() & fs::perms::all, fs::perms(0600));
}

// A long list of countries stands on pages of its own, behind everything else; no page is left nearly empty.
TEST(ReportFilesTest, ManyCountriesStandTogetherOnTheLastPageAndOnlyThere) {
    std::string list = "name,country,affiliation,ticket_code\n", codes;
    const std::vector<std::string> countries{"AF", "AL", "DZ", "AO", "AR", "AM", "AU", "AT", "AZ", "BD", "BY", "BE",
                                             "BZ", "BJ", "BT", "BO", "BA", "BW", "BR", "BN", "BG", "KH", "CM", "CA",
                                             "TD", "CL", "CN", "CO", "CG", "CD", "LA", "NP", "PK", "RU", "TH", "UZ"};
    for (const std::string& country : countries) {
        list += "Guest of " + country + "," + country + ",North College,T-" + country + "\n";
        codes += "T-" + country + "\n";
    }
    const Evening evening(
        "[event]\nname_en = \"Fair\"\nstarts = 2024-01-20T10:00:00+08:00\ntimezone = \"Asia/Shanghai\"\n", list);
    ASSERT_EQ(evening.run({"scan", "-", "--door", "Gate"}, codes).code, 0);
    ASSERT_EQ(evening.run({"report", "--pdf", evening.path("r.pdf")}).code, 0);
    const auto page = [&](const std::string& n) {
        return shell("pdftotext -layout -f " + n + " -l " + n + " '" + evening.path("r.pdf") + "' -",
                     evening.dir / ("page" + n));
    };
    const std::string first = page("1"), last = page("2");
    for (const char* part : {"36 guests from 36 countries took part.", "and 20 more countries; the whole list follows"})
        EXPECT_NE(first.find(part), std::string::npos) << part << "\n" << first;
    EXPECT_NE(last.find("All 36 countries"), std::string::npos) << last;
    EXPECT_GT(last.find("All 36 countries"), last.find("Admitted twice"));
    for (const std::string& code : countries)
        EXPECT_NE(last.find(countryName(*CountryCode::fromAlpha2(code), Lang::en)), std::string::npos) << code;
    EXPECT_NE(last.find("2/2"), std::string::npos) << last;
}

TEST(ReportFilesTest, TheWorkbookHasRealTypesFiltersAndNoFormula) {
    const Evening evening = anEvening();
    ASSERT_EQ(evening.run({"scan", evening.code(0), evening.code(1), "--door", "Gate"}).code, 0);
    ASSERT_EQ(evening.run({"report", "--xlsx", evening.path("r.xlsx")}).code, 0);
    const std::string read = shell(
        "/usr/bin/python3 -c \"import openpyxl,sys\nb=openpyxl.load_workbook(sys.argv[1])\n"
        "for s in b:\n print(s.title,s.auto_filter.ref)\n for r in s.iter_rows():\n"
        "  for c in r: print(c.data_type,type(c.value).__name__,c.value)\" '" +
            evening.path("r.xlsx") + "'",
        evening.dir / "read");
    for (const char* part : {"Countries A1:F4", "n int 1\n", "s str =HYPERLINK(1)\n", "d datetime 2", "Who came A1:H3"})
        EXPECT_NE(read.find(part), std::string::npos) << part << "\n" << read;
    EXPECT_EQ(read.find("\nf "), std::string::npos) << read;
}

// The sentence of Experience China, Chongqing: the office sent it to the press as it stands here.
TEST(PressSentenceTest, SaysHowManyCameFromWhereAndHowManyAlongTheBeltAndRoad) {
    const std::vector<std::string> along{"PK", "BD", "NP", "LK", "ID", "TH", "LA", "VN", "GH", "NG", "KH", "MY", "MN",
                                         "RU", "KZ", "TZ", "ZM", "ZW", "YE", "SO", "SD", "ET", "KE", "MA", "UZ", "KG",
                                         "TJ", "TM", "RW", "UG", "CM", "EG", "AF", "MM", "KR", "PS", "SY", "TR", "CI",
                                         "CD", "CG", "BI", "MG", "MZ", "GN", "GW", "NE", "JM", "FJ", "PG", "BN", "EC"},
        others{"IN", "CN", "MU", "JO"};  // Jordan signed twelve days later
    std::vector<std::string> countries = along;
    countries.insert(countries.end(), others.begin(), others.end());
    std::string list = "name,country,category,ticket_code\n", codes;
    for (std::size_t n = 0; n < 520; ++n) {
        const std::string code = "T-" + std::to_string(n);
        list += "Guest " + code + "," + countries[n % countries.size()] + ",student," + code + "\n";
        if (n < 513) codes += code + "\n";
    }
    list += "Erhu Player,CN,performer,T-performer\nA Walker,FR,student,T-absent\n";
    const Evening evening(
        "[event]\nname_en = \"Experience China\"\nstarts = 2023-11-17T19:00:00+08:00\n"
        "timezone = \"Asia/Shanghai\"\n[[group]]\nid = \"belt_and_road\"\nname_en = \"Belt & Road\"\n"
        "name_zh = \"一带一路\"\nmembers = \"belt_and_road\"\n"
        "[[category]]\nid = \"student\"\nname_en = \"Student\"\nname_zh = \"留学生\"\n"
        "[[category]]\nid = \"performer\"\nname_en = \"Performer\"\nname_zh = \"演员\"\ncounted = false\n",
        list);
    EXPECT_EQ(evening.run({"report", "--sentence"}).out, "Nobody has come yet.\n");
    // The performer passes the door and is not one of the 513.
    ASSERT_EQ(evening.run({"scan", "-", "--door", "Gate"}, codes + "T-performer\n").code, 0);
    EXPECT_EQ(evening.run({"report", "--sentence"}).out,
              "513 students from 56 countries took part, 52 of them along the Belt and Road.\n");
    EXPECT_EQ(evening.run({"report", "--sentence", "--lang", "zh"}).out,
              "来自56个国家的513名留学生参加，其中“一带一路”共建国家52个。\n");
}

TEST(ReportFilesTest, ListsForEachUniversityAndWhoDidNotCome) {
    const Evening evening = anEvening();
    ASSERT_EQ(evening.run({"scan", evening.code(0), evening.code(1), "--door", "Gate"}).code, 0);
    ASSERT_EQ(evening
                  .run({"report", "--attendance", evening.path("lists"), "--no-shows", evening.path("absent.csv"),
                        "--csv", evening.path("tables")})
                  .code,
              0);
    for (const char* name : {"kathmandu-college.pdf", "kathmandu-college.xlsx", "pokhara-college.pdf"})
        EXPECT_TRUE(fs::exists(evening.dir / "lists" / name)) << name;
    const std::string absent = readFile(evening.dir / "absent.csv");
    EXPECT_NE(absent.find("Absent Ann"), std::string::npos);
    EXPECT_EQ(absent.find("Bo Li"), std::string::npos);
    EXPECT_NE(readFile(evening.dir / "tables/people.csv").find("'=HYPERLINK(1)"), std::string::npos);
    EXPECT_EQ(evening.run({"report", "--pdf", evening.event}).code, 1);
    EXPECT_EQ(evening.run({"verify"}).code, 0);
}

}  // namespace
}  // namespace turnout::test
