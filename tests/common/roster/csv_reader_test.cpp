#include "common/roster/csv_reader.h"

#include <csv.h>
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
        const CsvTable read = parseCsv(text);
        const auto& rows = read.rows;
        ASSERT_EQ(rows.size(), table.size()) << text;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            ASSERT_EQ(rows[i].cells.size(), table[i].size()) << text;
            for (std::size_t j = 0; j < table[i].size(); ++j) {
                // Spaces around a cell are nobody's answer and may go.
                const auto trimmed = [](std::string_view view) {
                    std::string cell(view);
                    while (!cell.empty() && (cell.back() == ' ' || cell.back() == '\t')) cell.pop_back();
                    while (!cell.empty() && (cell.front() == ' ' || cell.front() == '\t')) cell.erase(0, 1);
                    return cell;
                };
                EXPECT_EQ(trimmed(rows[i].cells[j]), trimmed(table[i][j])) << text;
            }
        }
    }
}

// Lines without a quote are cut without libcsv; they mean the same to it.
TEST(CsvReader, CutsPlainLinesAsLibcsvDoes) {
    std::mt19937 random(57);
    static const std::vector<std::string> kPieces{"a", "B 7", ",", ",", "\n", "\r", "\r\n", "老挝", " ", "\t", "\n\n"};
    const auto cut = [](const std::string& text, char delimiter) {
        csv_parser parser;
        csv_init(&parser, 0);
        csv_set_delim(&parser, static_cast<unsigned char>(delimiter));
        if (delimiter == '\t') csv_set_space_func(&parser, [](unsigned char c) { return c == ' ' ? 1 : 0; });
        std::string told;
        const auto cell = [](void* bytes, std::size_t size, void* to) {
            static_cast<std::string*>(to)->append("[" + std::string(static_cast<char*>(bytes), size) + "]");
        };
        const auto row = [](int, void* to) { static_cast<std::string*>(to)->append("/"); };
        csv_parse(&parser, text.data(), text.size(), cell, row, &told);
        csv_fini(&parser, cell, row, &told);
        csv_free(&parser);
        return told;
    };
    for (int round = 0; round < 3000; ++round) {
        std::string text;
        for (std::size_t i = random() % 30; i > 0; --i) text += kPieces[random() % kPieces.size()];
        for (const char delimiter : {',', '\t', ';'}) {
            std::string told;
            for (const CsvRow& row : parseCsv(text, delimiter).rows) {
                for (const std::string_view cell : row.cells) told += "[" + std::string(cell) + "]";
                told += "/";
            }
            ASSERT_EQ(told, cut(text, delimiter)) << "“" << text << "” " << delimiter;
        }
    }
}

TEST(CsvReader, TellsTheLineWhereARowBegins) {
    const CsvTable table = parseCsv("a,b\r\n\r\n\"two\nlines\",c\nd\re,\"f\"");
    std::vector<std::int64_t> lines;
    for (const CsvRow& row : table.rows) lines.push_back(row.line);
    EXPECT_EQ(lines, (std::vector<std::int64_t>{1, 3, 5, 6}));
}

TEST(CsvReader, FindsWhatSeparates) {
    EXPECT_EQ(guessDelimiter("name,country\nA,Laos\n"), ',');
    EXPECT_EQ(guessDelimiter("name;country;x\n\"A, B, C\";Laos;1,5\n"), ';');
    EXPECT_EQ(guessDelimiter("name\tcountry\nA, B\tLaos\n"), '\t');
    EXPECT_EQ(guessDelimiter(""), ',');
    std::string_view text = "sep=|\r\na|b";
    EXPECT_EQ(takeSeparatorLine(text), '|');
    EXPECT_EQ(parseCsv(text, '|').rows.front().line, 2);
}

}  // namespace
}  // namespace turnout
