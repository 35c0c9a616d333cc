// Zip archives as tests need them: workbooks that no spreadsheet would write.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace turnout::test {

struct ZipPart {
    std::string name, head;
    std::string again = {};  // follows `head`, `times` times
    std::size_t times = 0;
    std::string tail = {};
};

void writeZip(const std::filesystem::path& file, const std::vector<ZipPart>& parts);

// An Excel workbook with one sheet: `rows` is what stands in its sheetData.
void writeWorkbook(const std::filesystem::path& file, const ZipPart& rows);
// "<row r="2">...</row>" with these texts from column A on.
std::string workbookRow(std::size_t number, const std::vector<std::string>& cells);

}  // namespace turnout::test
