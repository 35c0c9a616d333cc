#include "common/base/csv.h"

#include <array>

namespace turnout {
namespace {

// Readers take blanks at the ends of a cell without quotation marks away.
bool hasOuterSpace(std::string_view cell) {
    const auto blank = [](char c) { return c == ' ' || c == '\t'; };
    return !cell.empty() && (blank(cell.front()) || blank(cell.back()));
}

void appendCell(std::string& row, std::string_view cell, CsvCells kind) {
    const bool formula = kind == CsvCells::safeForSpreadsheets && looksLikeFormula(cell);
    const bool quote = formula || hasOuterSpace(cell) || cell.find_first_of(",\"\r\n") != std::string_view::npos;
    if (quote) row += '"';
    if (formula) row += '\'';
    for (const char c : cell) {
        if (c == '"') row += '"';
        row += c;
    }
    if (quote) row += '"';
}

}  // namespace

bool looksLikeFormula(std::string_view cell) {
    constexpr std::array<std::string_view, 11> kStarts{"=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"};
    for (const std::string_view start : kStarts)
        if (cell.starts_with(start)) return true;
    return false;
}

std::string csvRow(const std::vector<std::string>& cells, CsvCells kind) {
    std::string row;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) row += ',';
        appendCell(row, cells[i], kind);
    }
    return row + "\r\n";
}

}  // namespace turnout
