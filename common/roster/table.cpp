#include "common/roster/table.h"

#include <algorithm>
#include <fstream>

#include "common/base/large_pages.h"
#include "common/roster/encoding.h"
#include "common/roster/workbook.h"

namespace turnout {
namespace {

constexpr std::uintmax_t kLargestFile = 512 << 20;  // bytes

Error fault(const char* key, const std::string& file, std::vector<std::pair<std::string, std::string>> args = {}) {
    args.emplace_back("file", file);
    return makeError(Fault::badInput, key, std::move(args));
}

Result<char> chosenDelimiter(const std::string& word) {
    if (word.empty()) return '\0';
    if (word == "tab" || word == "\\t" || word == "\t") return '\t';
    if (word == "comma") return ',';
    if (word == "semicolon") return ';';
    if (word.size() == 1 && word != "\"" && word != "\n" && word != "\r") return word.front();
    return makeError(Fault::wrongUsage, "roster.bad_delimiter", {{"what", cleanForScreen(word)}});
}

std::string shown(char delimiter) {
    return delimiter == '\t' ? "Tab" : "“" + std::string(1, delimiter) + "”";
}

// Few zero bytes in a text are damage at a place that can be named; many are another kind of file.
Error noText(std::string_view bytes, const std::string& name) {
    constexpr std::ptrdiff_t kFew = 20;  // one in so many
    const auto zero = std::find(bytes.begin(), bytes.end(), '\0');
    if (std::count(zero, bytes.end(), '\0') * kFew > static_cast<std::ptrdiff_t>(bytes.size()))
        return fault("roster.not_text", name);
    return fault("roster.zero_byte", name, {{"line", std::to_string(1 + std::count(bytes.begin(), zero, '\n'))}});
}

}  // namespace

RosterTable::RosterTable(std::vector<CsvRow> rows, std::shared_ptr<const void> kept, std::string form)
    : data_(std::make_shared<Data>()), form_(std::move(form)) {
    data_->rows = std::move(rows);
    data_->kept = std::move(kept);
    data_->about = data_->rows.size();
    data_->head.assign(data_->rows.begin(),
                       data_->rows.begin() + static_cast<std::ptrdiff_t>(std::min(kHead, data_->rows.size())));
}

RosterTable::RosterTable(std::string text, std::size_t begin, char delimiter, std::string form)
    : data_(std::make_shared<Data>()), form_(std::move(form)) {
    data_->text = std::move(text);
    data_->begin = begin;
    data_->delimiter = delimiter;
    data_->about = static_cast<std::size_t>(std::count(data_->text.begin(), data_->text.end(), '\n'));
    each([&](const CsvRow& row) {
        data_->head.push_back(data_->headCells.keep(row));
        return data_->head.size() < kHead;
    });
}

void RosterTable::each(const TakeRow& take) const {
    if (data_->delimiter != 0)
        return eachCsvRow(std::string_view(data_->text).substr(data_->begin), data_->delimiter, take);
    for (const CsvRow& row : data_->rows)
        if (!take(row)) return;
}

Result<RosterTable> tableFromText(std::string bytes, const TableOptions& options, const std::string& name) {
    auto encoding = guessEncoding(bytes);
    if (!options.encoding.empty()) {
        encoding = encodingNamed(options.encoding);
        if (!encoding)
            return makeError(Fault::wrongUsage, "roster.bad_encoding", {{"what", cleanForScreen(options.encoding)}});
        if (bytes.starts_with("\xFE\xFF") && options.encoding.size() <= 6 && *encoding == Encoding::utf16le)
            encoding = Encoding::utf16be;
    }
    if (!encoding) return noText(bytes, name);
    std::string text = toUtf8(std::move(bytes), *encoding);
    std::string_view rest = text;
    if (rest.find('\0') != std::string_view::npos) return noText(rest, name);
    const auto chosen = chosenDelimiter(options.delimiter);
    if (!chosen) return chosen.error();
    char delimiter = takeSeparatorLine(rest);
    if (*chosen != '\0') delimiter = *chosen;
    if (delimiter == '\0') delimiter = guessDelimiter(rest);
    const std::size_t begin = text.size() - rest.size();
    RosterTable table(std::move(text), begin, delimiter, std::string(nameOf(*encoding)) + ", " + shown(delimiter));
    if (table.head().empty()) return fault("roster.empty", name);
    return table;
}

Result<RosterTable> readTable(const std::filesystem::path& file, const TableOptions& options) {
    std::error_code error;
    if (!std::filesystem::exists(file, error))
        return makeError(Fault::notFound, "roster.not_found", {{"file", file.string()}});
    if (std::filesystem::is_directory(file, error))
        return makeError(Fault::notFound, "roster.is_folder", {{"file", file.string()}});
    const auto size = std::filesystem::file_size(file, error);
    std::ifstream in(file, std::ios::binary);
    if (error || !in) return makeError(Fault::readOnly, "roster.unreadable", {{"file", file.string()}});
    if (size > kLargestFile) return makeError(Fault::badInput, "roster.too_large", {{"file", file.string()}});
    std::string bytes;
    bytes.reserve(static_cast<std::size_t>(size));
    useLargePages(bytes.data(), bytes.capacity());
    bytes.resize(static_cast<std::size_t>(size));
    in.read(bytes.data(), static_cast<std::streamsize>(size));
    if (!in) return makeError(Fault::diskError, "roster.unreadable", {{"file", file.string()}});
    const std::string name = file.filename().string();
    if (bytes.starts_with("\xD0\xCF\x11\xE0")) return fault("roster.old_workbook", name);
    if (!bytes.starts_with("PK\x03\x04")) {
        if (!options.sheet.empty()) return fault("roster.sheet_of_text", name);
        return tableFromText(std::move(bytes), options, name);
    }
    bytes = {};
    auto sheet = readWorkbook(file, options.sheet);
    if (!sheet) return sheet.error();
    if (sheet->rows.empty()) return fault("roster.empty", name);
    return RosterTable(std::move(sheet->rows), sheet->cells, "XLSX, " + shorten(cleanForScreen(sheet->name), 40));
}

}  // namespace turnout
