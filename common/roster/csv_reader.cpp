#include "common/roster/csv_reader.h"

#include <csv.h>

namespace turnout {
namespace {

struct Collector {
    std::vector<CsvRow> rows;
    CsvRow row;
    bool ended = false;
};

void onCell(void* cell, std::size_t size, void* to) {
    static_cast<Collector*>(to)->row.cells.emplace_back(static_cast<const char*>(cell), size);
}

void onRow(int, void* to) {
    auto& collector = *static_cast<Collector*>(to);
    collector.rows.push_back(std::move(collector.row));
    collector.row = {};
    collector.ended = true;
}

}  // namespace

std::vector<CsvRow> parseCsv(std::string_view text) {
    csv_parser parser;
    if (csv_init(&parser, CSV_APPEND_NULL) != 0) return {};
    csv_set_blk_size(&parser, 1 << 20);  // its own step of 128 bytes copies a cell of 10 MB 80,000 times
    Collector collector;
    std::int64_t line = 0;
    bool inRow = false;
    // Line by line, because libcsv tells where rows end but not on which line they began.
    while (!text.empty()) {
        const auto end = text.find('\n');
        const std::string_view piece = text.substr(0, end == std::string_view::npos ? end : end + 1);
        text.remove_prefix(piece.size());
        ++line;
        if (!inRow) collector.row.line = line;
        collector.ended = false;
        csv_parse(&parser, piece.data(), piece.size(), onCell, onRow, &collector);
        inRow = !collector.ended && (parser.quoted != 0 || !collector.row.cells.empty());
    }
    csv_fini(&parser, onCell, onRow, &collector);
    csv_free(&parser);
    return std::move(collector.rows);
}

}  // namespace turnout
