// One row of a table for spreadsheets and other programs (RFC 4180, UTF-8, CRLF).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace turnout {

enum class CsvCells {
    asTheyAre,
    safeForSpreadsheets,  // an apostrophe before a cell that a spreadsheet would take for a formula
};

// Begins with = + - @ Tab CR LF, or a full-width form of one, which some spreadsheets read as the plain one.
bool looksLikeFormula(std::string_view cell);

// Cells joined by commas, quoted where they must be, with the line's ending.
std::string csvRow(const std::vector<std::string>& cells, CsvCells kind);

}  // namespace turnout
