// A list as a file holds it, whatever program wrote it: rows of UTF-8 cells.
#pragma once

#include <filesystem>
#include <memory>
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

// Copies are cheap: they share what was read.
class RosterTable {
  public:
    // Rows that are there already, and what keeps them.
    RosterTable(std::vector<CsvRow> rows, std::shared_ptr<const void> kept, std::string form);
    // Text with separated cells, from its byte `begin` on.
    RosterTable(std::string text, std::size_t begin, char delimiter, std::string form);

    const std::string& form() const { return form_; }                // for people: "GB18030, “;”" or "XLSX, Sheet1"
    const std::vector<CsvRow>& head() const { return data_->head; }  // the first rows, at most kHead
    std::size_t about() const { return data_->about; }               // how many rows, about

    // All rows from the first one. A row is good until `take` returns.
    void each(const TakeRow& take) const;

    static constexpr std::size_t kHead = 300;

  private:
    struct Data {
        std::string text;
        std::size_t begin = 0;
        char delimiter = 0;  // 0: `rows` are there already
        std::vector<CsvRow> rows, head;
        std::shared_ptr<const void> kept;
        CellStore headCells;
        std::size_t about = 0;
    };
    std::shared_ptr<Data> data_;
    std::string form_;
};

// CSV, TSV, semicolons, "sep=" lines and XLSX. Never executes or loads anything that the file names. An Error is about
// the file as a whole and ends in what to do.
Result<RosterTable> readTable(const std::filesystem::path& file, const TableOptions& options);

// The part after the file was read; `name` is for sentences. Not for workbooks.
Result<RosterTable> tableFromText(std::string bytes, const TableOptions& options, const std::string& name);

}  // namespace turnout
