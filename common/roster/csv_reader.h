// Rows of a text with separated cells (libcsv), each with the line where it starts.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace turnout {

struct CsvRow {
    std::int64_t line = 0;  // 1 = first line of the text
    std::vector<std::string> cells;
};

// Lenient as people's files are: a stray quote is text. Blank lines give no row.
std::vector<CsvRow> parseCsv(std::string_view text, char delimiter = ',');

// What separates the cells: comma, semicolon, tab or bar, whichever divides the first lines most evenly.
char guessDelimiter(std::string_view text);

// "sep=;" on the first line, as Excel writes it: its character, and the line is taken off `text`. Else 0.
char takeSeparatorLine(std::string_view& text);

}  // namespace turnout
