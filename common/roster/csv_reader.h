// Rows of a text with separated cells, each with the line where it starts.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <memory_resource>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace turnout {

// Cells are views: of the text, or of what somebody keeps.
struct CsvRow {
    std::int64_t line = 0;  // 1 = first line of the text
    std::span<const std::string_view> cells;
    bool open = false;  // a quotation mark in it is never closed: its last cell is the rest of the text
};

// Takes rows; answers whether there should be more.
using TakeRow = std::function<bool(const CsvRow&)>;

// Lenient as people's files are: a stray quote is text. Blank lines give no row. A row is good until `take` returns.
void eachCsvRow(std::string_view text, char delimiter, const TakeRow& take);

// Rows that stay. Nothing that was kept moves until the store goes.
class CellStore {
  public:
    std::string_view keep(std::string_view bytes);
    std::span<const std::string_view> keep(const std::vector<std::string_view>& cells);  // the views, not their bytes
    CsvRow keep(const CsvRow& row);                                                      // with their bytes

  private:
    std::pmr::monotonic_buffer_resource memory_{std::size_t{1} << 16};
};

struct CsvTable {
    std::vector<CsvRow> rows;
    std::shared_ptr<CellStore> cells;  // the rows are good while it or a copy of it lives
};

CsvTable parseCsv(std::string_view text, char delimiter = ',');

// What separates the cells: comma, semicolon, tab or bar, whichever divides the first lines most evenly.
char guessDelimiter(std::string_view text);

// "sep=;" on the first line, as Excel writes it: its character, and the line is taken off `text`. Else 0.
char takeSeparatorLine(std::string_view& text);

}  // namespace turnout
