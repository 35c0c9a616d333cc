#include "common/report/table.h"

#include <xlsxwriter.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <memory>

#include "common/report/placed_file.h"

namespace turnout {
namespace {

// Days since 1900 as spreadsheets count them, in the event's own time.
double serialDay(TimePoint at, const Zone& zone) {
    constexpr double kUnixEpoch = 25569;
    const auto local = at.time_since_epoch() + zone.offsetAt(at);
    return kUnixEpoch + static_cast<double>(std::chrono::duration_cast<Millis>(local).count()) / 86'400'000.0;
}

// What a sheet's name may not hold, and at most 31 characters.
std::string sheetName(const std::string& name) {
    std::string clean;
    for (const char c : cleanForScreen(name))
        clean += std::string_view("[]:*?/\\'").find(c) == std::string_view::npos ? c : ' ';
    return shorten(clean, 30);
}

struct Formats {
    lxw_format *head = nullptr, *number = nullptr, *share = nullptr, *moment = nullptr;
};

double widthOf(const Cell& cell) {
    if (std::holds_alternative<TimePoint>(cell)) return 18;
    const std::string* words = std::get_if<std::string>(&cell);
    if (!words) return 8;
    double width = 0;
    for (const char c : *words) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte & 0xC0) != 0x80) width += byte >= 0xE3 ? 2 : 1;
    }
    return width;
}

void writeCell(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const Cell& cell, const Formats& formats,
               const Zone& zone) {
    constexpr std::size_t kMost = 32000;  // characters a cell may hold, with room
    if (const auto* words = std::get_if<std::string>(&cell))
        worksheet_write_string(sheet, row, column, shorten(cleanForScreen(*words), kMost).c_str(), nullptr);
    else if (const auto* number = std::get_if<std::int64_t>(&cell))
        worksheet_write_number(sheet, row, column, static_cast<double>(*number), formats.number);
    else if (const auto* share = std::get_if<double>(&cell))
        worksheet_write_number(sheet, row, column, *share, formats.share);
    else if (const auto* at = std::get_if<TimePoint>(&cell))
        worksheet_write_number(sheet, row, column, serialDay(*at, zone), formats.moment);
}

void writeSheet(lxw_workbook* book, const Table& table, const Formats& formats, const Zone& zone,
                const std::function<void()>& rowWritten) {
    lxw_worksheet* sheet = workbook_add_worksheet(book, sheetName(table.name).c_str());
    if (!sheet) return;
    std::vector<double> widths;
    for (std::size_t column = 0; column < table.headers.size(); ++column) {
        worksheet_write_string(sheet, 0, static_cast<lxw_col_t>(column), table.headers[column].c_str(), formats.head);
        widths.push_back(widthOf(table.headers[column]) + 3);
    }
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        for (std::size_t column = 0; column < table.rows[row].size(); ++column) {
            const Cell& cell = table.rows[row][column];
            writeCell(sheet, static_cast<lxw_row_t>(row + 1), static_cast<lxw_col_t>(column), cell, formats, zone);
            if (column < widths.size()) widths[column] = std::max(widths[column], widthOf(cell) + 2);
        }
        rowWritten();
    }
    for (std::size_t column = 0; column < widths.size(); ++column)
        worksheet_set_column(sheet, static_cast<lxw_col_t>(column), static_cast<lxw_col_t>(column),
                             std::min(widths[column], 60.0), nullptr);
    worksheet_freeze_panes(sheet, 1, 0);
    if (!table.headers.empty())
        worksheet_autofilter(sheet, 0, 0, static_cast<lxw_row_t>(table.rows.size()),
                             static_cast<lxw_col_t>(table.headers.size() - 1));
}

std::string csvCell(const Cell& cell, const Zone& zone) {
    if (const auto* words = std::get_if<std::string>(&cell)) return *words;
    if (const auto* number = std::get_if<std::int64_t>(&cell)) return std::to_string(*number);
    if (const auto* share = std::get_if<double>(&cell))
        return std::to_string(static_cast<std::int64_t>(*share * 100 + 0.5)) + "%";
    if (const auto* at = std::get_if<TimePoint>(&cell)) return zone.iso(*at);
    return {};
}

// To be called for each row that is written. The first can be stopped at too.
std::function<void()> eachThousandth(std::size_t all, const TableProgress& progress) {
    return [done = std::int64_t{0}, all = static_cast<std::int64_t>(all), &progress]() mutable {
        constexpr std::int64_t kEvery = 1000;
        if (done++ % kEvery == 0 && progress) progress(done - 1, all);
    };
}

}  // namespace

Status writeWorkbook(const std::filesystem::path& file, const std::vector<Table>& tables, const Zone& zone,
                     const TableProgress& progress) {
    std::size_t all = 0;
    for (const Table& table : tables) all += table.rows.size();
    const auto rowWritten = eachThousandth(all, progress);
    return placeFile(file, [&](const std::filesystem::path& part) {
        std::unique_ptr<lxw_workbook, decltype(&lxw_workbook_free)> made(workbook_new(part.c_str()),
                                                                         &lxw_workbook_free);
        if (!made) return false;
        lxw_workbook* book = made.get();
        Formats formats{workbook_add_format(book), workbook_add_format(book), workbook_add_format(book),
                        workbook_add_format(book)};
        format_set_bold(formats.head);
        format_set_bg_color(formats.head, 0xEAF2FB);
        format_set_bottom(formats.head, LXW_BORDER_THIN);
        format_set_num_format(formats.number, "0");
        format_set_num_format(formats.share, "0%");
        format_set_num_format(formats.moment, "yyyy-mm-dd hh:mm:ss");
        for (const Table& table : tables) writeSheet(book, table, formats, zone, rowWritten);
        return workbook_close(made.release()) == LXW_NO_ERROR;  // frees it
    });
}

Status writeCsvTable(const std::filesystem::path& file, const Table& table, const Zone& zone, CsvCells cells,
                     const TableProgress& progress) {
    const auto rowWritten = eachThousandth(table.rows.size(), progress);
    return placeFile(file, [&](const std::filesystem::path& part) {
        std::ofstream out(part, std::ios::binary);
        out << "\xEF\xBB\xBF" << csvRow(table.headers, cells);
        for (const auto& row : table.rows) {
            std::vector<std::string> line;
            for (const Cell& cell : row) line.push_back(csvCell(cell, zone));
            out << csvRow(line, cells);
            rowWritten();
        }
        return static_cast<bool>(out.flush());
    });
}

}  // namespace turnout
