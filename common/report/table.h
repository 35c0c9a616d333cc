// Tables of a report, before they become a workbook's sheets or CSV files.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <variant>
#include <vector>

#include "common/base/csv.h"
#include "common/base/result.h"
#include "common/base/time.h"

namespace turnout {

// Nothing, words, a number, a share (0 to 1), a moment.
using Cell = std::variant<std::monostate, std::string, std::int64_t, double, TimePoint>;

struct Table {
    std::string id;    // "countries": the CSV's name
    std::string name;  // of the sheet, in the reader's language
    std::vector<std::string> headers;
    std::vector<std::vector<Cell>> rows;
};

// One sheet for each table: words as words (never a formula), numbers as numbers, moments as dates in `zone`; the
// first row stays in sight and filters are set. Faults as placeFile(). `progress` is told the
// rows before the first and every thousandth; what it throws leaves no file.
using TableProgress = std::function<void(std::int64_t done, std::int64_t all)>;  // may be empty
Status writeWorkbook(const std::filesystem::path& file, const std::vector<Table>& tables, const Zone& zone,
                     const TableProgress& progress = {});

// RFC 4180 with a BOM, so that a spreadsheet reads Chinese; moments as ISO 8601.
// `progress` as above.
Status writeCsvTable(const std::filesystem::path& file, const Table& table, const Zone& zone, CsvCells cells,
                     const TableProgress& progress = {});

}  // namespace turnout
