#include "common/base/csv.h"

#include <gtest/gtest.h>

namespace turnout {
namespace {

TEST(CsvTest, QuotesOnlyWhatMustBeQuoted) {
    EXPECT_EQ(csvRow({"plain", "two words", "", "a,b", "say \"hi\"", "two\nlines"}, CsvCells::asTheyAre),
              "plain,two words,,\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\"\r\n");
}

TEST(CsvTest, MakesFormulasHarmlessInEveryForm) {
    for (const std::string start : {"=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"}) {
        const std::string cell = start + "cmd";
        EXPECT_EQ(csvRow({cell}, CsvCells::safeForSpreadsheets), "\"'" + cell + "\"\r\n");
        EXPECT_TRUE(looksLikeFormula(cell));
    }
}

TEST(CsvTest, LeavesOrdinaryAndRawCellsAlone) {
    EXPECT_EQ(csvRow({"O'Brien-Smith", "a=b", "'x"}, CsvCells::safeForSpreadsheets), "O'Brien-Smith,a=b,'x\r\n");
    EXPECT_EQ(csvRow({"=1+1"}, CsvCells::asTheyAre), "=1+1\r\n");
}

}  // namespace
}  // namespace turnout
