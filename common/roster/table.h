// A list as a file holds it, whatever program wrote it: rows of UTF-8 cells.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "common/base/result.h"
#include "common/roster/csv_reader.h"

namespace turnout {

// Empty = found out by itself.
struct TableOptions {
    std::string encoding;   // as encodingNamed() takes it
    std::string delimiter;  // one character, or "tab", "comma", "semicolon"
    std::string sheet;      // of a workbook: name or number
};

struct RosterTable {
    std::vector<CsvRow> rows;
    std::string form;  // how it was read, for people: "GB18030, ;" or "XLSX, Sheet1"
};

// CSV, TSV, semicolons, "sep=" lines and XLSX. Never executes or loads anything that the file names. An Error is about
// the file as a whole and ends in what to do.
Result<RosterTable> readTable(const std::filesystem::path& file, const TableOptions& options);

// The part after the file was read; `name` is for sentences. Not for workbooks.
Result<RosterTable> tableFromText(std::string bytes, const TableOptions& options, const std::string& name);

}  // namespace turnout
