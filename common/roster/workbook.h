// Sheets of an Excel workbook (.xlsx) as rows of text, read part by part within limits: a small file that unpacks to
// gigabytes ends in a sentence.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "common/base/result.h"
#include "common/roster/csv_reader.h"

namespace turnout {

struct Sheet {
    std::string name;
    std::vector<CsvRow> rows;          // line = the row's number in the sheet; empty rows are left out
    std::shared_ptr<CellStore> cells;  // where the rows' cells lie
};

// `wanted`: a sheet's name or its number from 1; empty = the first that is not hidden and holds something. Numbers come
// as they are shown: dates as 2023-11-17, "000" formats with their zeros, whole numbers without a point. A number that
// Excel could not keep (more than 15 digits) comes as 1.23E+17, so that it is noticed.
Result<Sheet> readWorkbook(const std::filesystem::path& file, const std::string& wanted);

}  // namespace turnout
