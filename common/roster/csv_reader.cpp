#include "common/roster/csv_reader.h"

#include <csv.h>

#include <algorithm>
#include <array>
#include <map>

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

std::vector<CsvRow> parseCsv(std::string_view text, char delimiter) {
    csv_parser parser;
    if (csv_init(&parser, CSV_APPEND_NULL) != 0) return {};
    csv_set_delim(&parser, static_cast<unsigned char>(delimiter));
    if (delimiter == '\t')  // libcsv's own would take tabs for white space around a cell
        csv_set_space_func(&parser, [](unsigned char c) { return c == ' ' ? 1 : 0; });
    csv_set_blk_size(&parser, 1 << 20);  // its own step of 128 bytes copies a cell of 10 MB 80,000 times
    Collector collector;
    std::int64_t line = 0;
    bool inRow = false;
    // Line by line, because libcsv tells where rows end but not on which line they began.
    while (!text.empty()) {
        std::size_t end = 0;
        while (end < text.size() && text[end] != '\n' && text[end] != '\r') ++end;
        if (end == text.size()) end = std::string_view::npos;
        if (end != std::string_view::npos && text[end] == '\r' && end + 1 < text.size() && text[end + 1] == '\n') ++end;
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

char guessDelimiter(std::string_view text) {
    constexpr std::array kCandidates{',', ';', '\t', '|'};
    constexpr std::size_t kLines = 40;
    char best = ',';
    std::size_t most = 0;
    for (const char candidate : kCandidates) {
        std::map<std::size_t, std::size_t> lines;  // how many lines have so many of it, outside quotes
        std::size_t inLine = 0, seen = 0;
        bool quoted = false;
        for (const char c : text.substr(0, 1 << 16)) {
            if (c == '"') quoted = !quoted;
            if (quoted) continue;
            if (c == candidate) ++inLine;
            if (c != '\n' && c != '\r') continue;
            if (inLine > 0) ++lines[inLine];
            inLine = 0;
            if (++seen == kLines) break;
        }
        if (inLine > 0) ++lines[inLine];
        for (const auto& [cells, count] : lines) {
            const std::size_t score = count * 100 + cells;
            if (score > most) best = candidate;
            most = std::max(most, score);
        }
    }
    return best;
}

char takeSeparatorLine(std::string_view& text) {
    std::string_view line = text.substr(0, text.find_first_of("\r\n"));
    const std::size_t size = line.size();
    if (line.size() >= 2 && line.front() == '"' && line.back() == '"') line = line.substr(1, line.size() - 2);
    if (line.size() != 5 || (!line.starts_with("sep=") && !line.starts_with("SEP="))) return 0;
    text.remove_prefix(size);
    return line[4];
}

}  // namespace turnout
