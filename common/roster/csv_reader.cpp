#include "common/roster/csv_reader.h"

#include <csv.h>

#include <algorithm>
#include <array>
#include <map>

namespace turnout {
namespace {

// Lines with quotes, through libcsv.
class Quoted {
  public:
    Quoted(const TakeRow& take, char delimiter) : take_(take) {
        ready_ = csv_init(&parser_, CSV_APPEND_NULL) == 0;
        if (!ready_) return;
        csv_set_delim(&parser_, static_cast<unsigned char>(delimiter));
        if (delimiter == '\t')  // libcsv's own would take tabs for white space around a cell
            csv_set_space_func(&parser_, [](unsigned char c) { return c == ' ' ? 1 : 0; });
        csv_set_blk_size(&parser_, 1 << 20);  // its own step of 128 bytes copies a cell of 10 MB 80,000 times
    }
    ~Quoted() {
        if (ready_) csv_free(&parser_);
    }
    Quoted(const Quoted&) = delete;
    Quoted& operator=(const Quoted&) = delete;

    bool inRow() const { return inRow_; }  // the row goes on in the next line
    bool enough() const { return enough_; }

    // Line by line, because libcsv tells where rows end but not on which line they began.
    void line(std::string_view piece, std::int64_t number) {
        if (!ready_) return;
        if (!inRow_) line_ = number;
        ended_ = false;
        csv_parse(&parser_, piece.data(), piece.size(), onCell, onRow, this);
        inRow_ = !ended_ && (parser_.quoted != 0 || !ends_.empty());
    }
    void end() {
        constexpr int kInCell = 2;  // libcsv's FIELD_BEGUN
        open_ = ready_ && parser_.quoted != 0 && parser_.pstate == kInCell;
        if (ready_) csv_fini(&parser_, onCell, onRow, this);
    }

  private:
    static void onCell(void* cell, std::size_t size, void* to) {
        auto& self = *static_cast<Quoted*>(to);
        self.bytes_.append(static_cast<const char*>(cell), size);
        self.ends_.push_back(self.bytes_.size());
    }
    static void onRow(int, void* to) {
        auto& self = *static_cast<Quoted*>(to);
        self.cells_.clear();
        std::size_t begin = 0;
        for (const std::size_t end : self.ends_) {
            self.cells_.push_back(std::string_view(self.bytes_).substr(begin, end - begin));
            begin = end;
        }
        if (!self.enough_) self.enough_ = !self.take_({self.line_, self.cells_, self.open_});
        self.bytes_.clear();
        self.ends_.clear();
        self.ended_ = true;
    }

    const TakeRow& take_;
    csv_parser parser_{};
    std::string bytes_;  // of the row's cells, one after the other
    std::vector<std::size_t> ends_;
    std::vector<std::string_view> cells_;
    std::int64_t line_ = 0;
    bool ready_ = false, inRow_ = false, ended_ = false, enough_ = false, open_ = false;
};

// The place of the next `wanted` at or after `from`; asked with growing places it reads the text once.
class Next {
  public:
    Next(std::string_view text, char wanted) : text_(text), wanted_(wanted) {}
    std::size_t from(std::size_t from) {
        if (!known_ || at_ < from) at_ = std::min(text_.find(wanted_, from), text_.size());
        known_ = true;
        return at_;
    }

  private:
    std::string_view text_;
    char wanted_;
    std::size_t at_ = 0;
    bool known_ = false;
};

// As libcsv: white space around a cell is not of the cell.
std::string_view trimmed(std::string_view cell, bool tabsToo) {
    const auto isSpace = [&](char c) { return c == ' ' || (tabsToo && c == '\t'); };
    while (!cell.empty() && isSpace(cell.front())) cell.remove_prefix(1);
    while (!cell.empty() && isSpace(cell.back())) cell.remove_suffix(1);
    return cell;
}

}  // namespace

std::string_view CellStore::keep(std::string_view bytes) {
    if (bytes.empty()) return {};
    auto* kept = static_cast<char*>(memory_.allocate(bytes.size(), 1));
    std::copy(bytes.begin(), bytes.end(), kept);
    return {kept, bytes.size()};
}

std::span<const std::string_view> CellStore::keep(const std::vector<std::string_view>& cells) {
    if (cells.empty()) return {};
    auto* kept = static_cast<std::string_view*>(
        memory_.allocate(cells.size() * sizeof(std::string_view), alignof(std::string_view)));
    std::uninitialized_copy(cells.begin(), cells.end(), kept);
    return {kept, cells.size()};
}

CsvRow CellStore::keep(const CsvRow& row) {
    std::vector<std::string_view> cells;
    for (const std::string_view cell : row.cells) cells.push_back(keep(cell));
    return {row.line, keep(cells), row.open};
}

CsvTable parseCsv(std::string_view text, char delimiter) {
    CsvTable table{{}, std::make_shared<CellStore>()};
    eachCsvRow(text, delimiter, [&](const CsvRow& row) {
        table.rows.push_back(table.cells->keep(row));
        return true;
    });
    return table;
}

void eachCsvRow(std::string_view text, char delimiter, const TakeRow& take) {
    Quoted quoted(take, delimiter);
    Next lineFeed(text, '\n'), carriage(text, '\r'), quote(text, '"');
    const bool tabsToo = delimiter != '\t';
    std::vector<std::string_view> cells;
    std::int64_t number = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(lineFeed.from(at), carriage.from(at));
        std::size_t next = std::min(end + 1, text.size());
        if (end + 1 < text.size() && text[end] == '\r' && text[end + 1] == '\n') ++next;
        ++number;
        if (quoted.inRow() || quote.from(at) < end || delimiter == ' ') {
            quoted.line(text.substr(at, next - at), number);
            if (quoted.enough()) return;
        } else if (std::string_view line = text.substr(at, end - at); !trimmed(line, tabsToo).empty()) {
            // Most lines of most lists hold no quote; their cells need not be copied.
            cells.clear();
            for (std::size_t cut = line.find(delimiter); cut != std::string_view::npos; cut = line.find(delimiter)) {
                cells.push_back(trimmed(line.substr(0, cut), tabsToo));
                line.remove_prefix(cut + 1);
            }
            cells.push_back(trimmed(line, tabsToo));
            if (!take({number, cells})) return;
        }
        at = next;
    }
    quoted.end();
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
