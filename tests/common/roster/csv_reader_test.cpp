#include "common/roster/csv_reader.h"

#include <gtest/gtest.h>

#include <random>

#include "common/base/csv.h"

namespace turnout {
namespace {

// Whatever the writer writes, the reader reads back.
TEST(CsvReader, ReadsBackAnyTableThatTheWriterWrites) {
    std::mt19937 random(56);
    static const std::vector<std::string> kPieces{"a",    "B 7",  ",", ";",  "\"", "\"\"", "\n",
                                                  "\r\n", "老挝", "ñ", "=1", " ",  "\t",   "|"};
    for (int round = 0; round < 500; ++round) {
        std::vector<std::vector<std::string>> table(1 + random() % 6);
        std::string text;
        for (auto& row : table) {
            row.resize(2 + random() % 4);
            for (std::string& cell : row)
                for (std::size_t i = random() % 5; i > 0; --i) cell += kPieces[random() % kPieces.size()];
            row.front() = "x" + row.front();  // a row of nothing is a blank line, which is no row
            text += csvRow(row, CsvCells::asTheyAre);
        }
        const auto rows = parseCsv(text);
        ASSERT_EQ(rows.size(), table.size()) << text;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            ASSERT_EQ(rows[i].cells.size(), table[i].size()) << text;
            for (std::size_t j = 0; j < table[i].size(); ++j) {
                // Spaces around a cell are nobody's answer and may go.
                const auto trimmed = [](std::string cell) {
                    while (!cell.empty() && (cell.back() == ' ' || cell.back() == '\t')) cell.pop_back();
                    while (!cell.empty() && (cell.front() == ' ' || cell.front() == '\t')) cell.erase(0, 1);
                    return cell;
                };
                EXPECT_EQ(trimmed(rows[i].cells[j]), trimmed(table[i][j])) << text;
            }
        }
    }
}

TEST(CsvReader, FindsWhatSeparates) {
    EXPECT_EQ(guessDelimiter("name,country\nA,Laos\n"), ',');
    EXPECT_EQ(guessDelimiter("name;country;x\n\"A, B, C\";Laos;1,5\n"), ';');
    EXPECT_EQ(guessDelimiter("name\tcountry\nA, B\tLaos\n"), '\t');
    EXPECT_EQ(guessDelimiter(""), ',');
    std::string_view text = "sep=|\r\na|b";
    EXPECT_EQ(takeSeparatorLine(text), '|');
    EXPECT_EQ(parseCsv(text, '|').front().line, 2);
}

}  // namespace
}  // namespace turnout
