// The lists of people on paper, read back by another tool.
#include "common/report/people_pdf.h"

#include <gtest/gtest.h>

#include <regex>

#include "tests/support/process.h"
#include "tests/support/temp_dir.h"

namespace turnout {
namespace {

// What stands on the paper, with one space for each gap and each end of a line.
std::string written(const PaperList& list, const char* how = "-raw") {
    const test::TempDir dir;
    const std::string file = (dir / "list.pdf").string();
    EXPECT_TRUE(writePeoplePdf(file, list).ok());
    return std::regex_replace(test::run({"pdftotext", how, file, "-"}).out, std::regex("\\s+"), " ");
}

PaperList listOf(std::vector<PaperPerson> people) {
    PaperList list;
    list.title = "Gala";
    list.nameHeading = "Name";
    list.groups.push_back({"Chongqing Medical University", std::move(people)});
    return list;
}

TEST(PeoplePdf, ANoteStandsWholeHoweverLongTheName) {
    PaperPerson person{"Aung San Myint Myat Thandar Win Hlaing Kyaw Soe Bo", "", "Myanmar", "A-2-2", "18:58 Door A"};
    person.note = "Wheelchair seat, escort through the side gate; oxygen bottle in the grey bag";
    const std::string text = written(listOf({person}));
    EXPECT_NE(text.find(person.note), std::string::npos) << text;
    EXPECT_NE(text.find(person.name), std::string::npos) << text;
}

TEST(PeoplePdf, NothingIsWrittenTooSmallToBeRead) {
    const std::string paper = written(
        listOf({{"Somying Srisuwanphithakthanawatkulchaiyawattanaphongpanich-Rattanakosinburirom", "สมหญิง ศรีสุวรรณ",
                 "Saint Vincent and the Grenadines", "Balcony left, row 12", "18:58 North gate entrance"},
                {"Muhammad Abdurrahman ibn Sulaiman al-Husseini al-Masri at-Tawil al-Jiddani", "محمد عبد الرحمن",
                 "Egypt", "A-1-1", "WHV0P…AA19Z"}}),
        "-bbox");
    const std::regex word("yMin=\"([0-9.]+)\" xMax=\"[0-9.]+\" yMax=\"([0-9.]+)\"");
    std::size_t words = 0;
    for (std::sregex_iterator at(paper.begin(), paper.end(), word), end; at != end; ++at, ++words)
        EXPECT_GE(std::stod((*at)[2]) - std::stod((*at)[1]), 8) << at->str();
    EXPECT_GT(words, 20U);
    EXPECT_EQ(paper.find("…<"), std::string::npos) << "nor cut: " << paper;
}

}  // namespace
}  // namespace turnout
