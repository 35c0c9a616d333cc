#include "common/roster/roster_file.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "common/base/csv.h"
#include "common/roster/csv_reader.h"

namespace turnout {
namespace {

constexpr std::size_t kLongestCell = 10'000;        // bytes; anything longer is not an answer on a form
constexpr std::size_t kLongestNote = 40;            // characters
constexpr std::size_t kLongestName = 120;           // characters
constexpr std::size_t kLongestEmail = 254;          // characters (RFC 5321)
constexpr std::size_t kLongestTicketCode = 512;     // bytes
constexpr std::uintmax_t kLargestFile = 512 << 20;  // bytes

std::size_t characters(std::string_view utf8) {
    return static_cast<std::size_t>(
        std::count_if(utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::string fieldKey(std::string_view header) {
    std::string key;
    for (const char c : cleanForScreen(header))
        key += c == ' ' || c == '-' ? '_' : static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    return key;
}

class Reading {
  public:
    Reading(const RosterOptions& options, CountryResolver& countries, std::string file)
        : options_(options), countries_(countries), file_(std::move(file)) {}

    Result<Roster> run(std::string_view text) {
        if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
        if (text.starts_with("PK\x03\x04")) return fault("roster.workbook");
        if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) return fault("roster.utf16");
        if (text.find('\0') != std::string_view::npos) return fault("roster.not_text");
        std::vector<CsvRow> rows = parseCsv(text);
        if (rows.empty()) return fault("roster.empty");
        if (const Status header = readHeader(rows.front()); !header) return header.error();
        for (std::size_t i = 1; i < rows.size(); ++i) readRow(std::move(rows[i]));
        if (roster_.raw.empty()) return fault("roster.no_rows");
        return std::move(roster_);
    }

  private:
    Error fault(const char* key, std::vector<std::pair<std::string, std::string>> args = {}) const {
        args.emplace_back("file", file_);
        return makeError(Fault::badInput, key, std::move(args));
    }

    void problem(std::int64_t line, std::string column, std::string_view found, Text text, bool warning = false) {
        roster_.problems.push_back(
            {line, std::move(column), shorten(cleanForScreen(found), 40), std::move(text), warning});
        if (!warning) failed_ = true;
    }

    Status readHeader(const CsvRow& row) {
        roster_.header = row.cells;
        for (std::size_t column = 0; column < row.cells.size(); ++column)
            if (!isUtf8(row.cells[column]))
                return fault("roster.header_not_utf8", {{"line", std::to_string(row.line)}});
        std::set<std::string> mapped;
        for (std::size_t column = 0; column < row.cells.size(); ++column) {
            std::string field = fieldKey(row.cells[column]);
            // A column that was mapped to a field stands before one that only has the field's name.
            bool takesField = std::none_of(options_.map.begin(), options_.map.end(),
                                           [&](const auto& pair) { return pair.second == field; });
            for (const auto& [from, to] : options_.map)
                if (fieldKey(from) == fieldKey(row.cells[column])) {
                    field = to;
                    takesField = true;
                    mapped.insert(from);
                    break;
                }
            const auto& fields = rosterFields();
            const bool known = takesField && std::find(fields.begin(), fields.end(), field) != fields.end();
            if (known && columns_.contains(field))
                return fault("roster.header_twice",
                             {{"line", std::to_string(row.line)}, {"column", row.cells[column]}});
            if (known)
                columns_[field] = column;
            else if (!field.empty())
                problem(row.line, cleanForScreen(row.cells[column]), "", {"roster.unknown_column", {}}, true);
        }
        for (const auto& [from, to] : options_.map)
            if (!mapped.contains(from)) return fault("roster.map_no_header", {{"column", from}});
        for (const char* needed : {"name", "country"})
            if (!columns_.contains(needed))
                return fault("roster.needs_column", {{"column", needed}, {"found", headerList(row)}});
        return Done{};
    }

    static std::string headerList(const CsvRow& row) {
        std::string list;
        for (const std::string& cell : row.cells)
            list += (list.empty() ? "" : ", ") + shorten(cleanForScreen(cell), 30);
        return shorten(list, 160);
    }

    std::string headerOf(const std::string& field) const {
        const auto column = columns_.find(field);
        return column == columns_.end() ? field : cleanForScreen(roster_.header[column->second]);
    }

    // A cell, cleaned; empty when the row has no such cell.
    std::string cell(const CsvRow& row, const std::string& field) {
        const auto column = columns_.find(field);
        if (column == columns_.end() || column->second >= row.cells.size()) return {};
        const std::string& raw = row.cells[column->second];
        if (raw.size() > kLongestCell) {
            problem(row.line, headerOf(field), raw.substr(0, 60),
                    {"roster.cell_too_long", {{"size", std::to_string(raw.size())}}});
            return {};
        }
        if (!isUtf8(raw)) {
            problem(row.line, headerOf(field), raw, {"roster.not_utf8", {}});
            return {};
        }
        return field == "ticket_code" ? raw : cleanForScreen(raw);
    }

    std::string limited(const CsvRow& row, const std::string& field, std::size_t limit) {
        std::string text = cell(row, field);
        if (characters(text) > limit)
            problem(row.line, headerOf(field), text, {"roster.too_long", {{"limit", std::to_string(limit)}}});
        return text;
    }

    void readRow(CsvRow row) {
        if (std::all_of(row.cells.begin(), row.cells.end(),
                        [](const std::string& text) { return cleanForScreen(text).empty(); }))
            return;
        failed_ = false;
        RosterRow guest;
        guest.line = row.line;
        if (row.cells.size() > roster_.header.size())
            problem(
                row.line, "", "",
                {"roster.too_many_cells",
                 {{"cells", std::to_string(row.cells.size())}, {"columns", std::to_string(roster_.header.size())}}});
        guest.outsideId = limited(row, "id", kLongestName);
        guest.name = limited(row, "name", kLongestName);
        const bool nameWasRead = !failed_;
        guest.nativeName = limited(row, "native_name", kLongestName);
        guest.screenName = limited(row, "screen_name", kLongestName);
        guest.affiliation = limited(row, "affiliation", kLongestName);
        guest.category = limited(row, "category", kLongestName);
        guest.seat = limited(row, "seat", kLongestNote);
        guest.note = limited(row, "note", kLongestNote);
        guest.email = limited(row, "email", kLongestEmail);
        guest.language = cell(row, "language");
        guest.ticketCode = cell(row, "ticket_code");
        if (guest.ticketCode.size() > kLongestTicketCode)
            problem(row.line, headerOf("ticket_code"), guest.ticketCode,
                    {"roster.too_long", {{"limit", std::to_string(kLongestTicketCode)}}});
        if (guest.name.empty() && nameWasRead) problem(row.line, headerOf("name"), "", {"roster.no_name", {}});
        readCountry(row, guest);
        readConsent(row, guest);
        if (!failed_) roster_.rows.push_back(std::move(guest));
        roster_.raw.push_back({row.line, std::move(row.cells)});
    }

    void readCountry(const CsvRow& row, RosterRow& guest) {
        const std::string text = cell(row, "country");
        if (text.empty()) {
            if (!failed_) problem(row.line, headerOf("country"), "", {"roster.no_country", {}});
            return;
        }
        const CountryReading reading = countries_.resolve(text);
        if (reading.kind == CountryReading::Kind::one) {
            guest.country = reading.candidates.front();
            return;
        }
        if (reading.kind == CountryReading::Kind::unknown) {
            problem(row.line, headerOf("country"), text,
                    {"roster.unknown_country", {{"found", shorten(cleanForScreen(text), 40)}}});
            return;
        }
        std::string choices;
        for (const CountryCode& code : reading.candidates)
            choices += (choices.empty() ? "" : ", ") + countryName(code, Lang::en) + " (" + code.str() + ")";
        problem(row.line, headerOf("country"), text, {"roster.which_country", {{"choices", choices}}});
    }

    void readConsent(const CsvRow& row, RosterRow& guest) {
        const std::string text = fieldKey(cell(row, "on_screen"));
        static const std::set<std::string> yes{"yes", "y", "true", "1", "是", "同意"};
        static const std::set<std::string> no{"", "no", "n", "false", "0", "否", "不同意"};
        guest.onScreen = yes.contains(text);
        // Anything unclear is no: a name is shown only to those who said yes.
        if (!guest.onScreen && !no.contains(text))
            problem(row.line, headerOf("on_screen"), text, {"roster.consent_unclear", {}}, true);
    }

    const RosterOptions& options_;
    CountryResolver& countries_;
    std::string file_;
    Roster roster_;
    std::map<std::string, std::size_t> columns_;
    bool failed_ = false;
};

}  // namespace

const std::vector<std::string>& rosterFields() {
    static const std::vector<std::string> all{"id",          "name",     "native_name", "screen_name", "country",
                                              "affiliation", "category", "seat",        "note",        "ticket_code",
                                              "on_screen",   "email",    "language"};
    return all;
}

Result<Roster> readRoster(const std::filesystem::path& file, const RosterOptions& options, CountryResolver& countries) {
    std::error_code error;
    if (!std::filesystem::exists(file, error))
        return makeError(Fault::notFound, "roster.not_found", {{"file", file.string()}});
    const auto size = std::filesystem::file_size(file, error);
    std::ifstream in(file, std::ios::binary);
    if (error || !in) return makeError(Fault::readOnly, "roster.unreadable", {{"file", file.string()}});
    if (size > kLargestFile) return makeError(Fault::badInput, "roster.too_large", {{"file", file.string()}});
    std::string text(static_cast<std::size_t>(size), '\0');
    in.read(text.data(), static_cast<std::streamsize>(size));
    if (!in) return makeError(Fault::diskError, "roster.unreadable", {{"file", file.string()}});
    return Reading(options, countries, file.filename().string()).run(text);
}

std::string problemTable(const Roster& roster, const std::vector<RosterProblem>& problems, Lang lang) {
    std::map<std::int64_t, std::string> sentences;
    for (const RosterProblem& problem : problems) {
        if (problem.warning) continue;
        std::string& text = sentences[problem.line];
        if (!text.empty()) text += " ";
        if (!problem.column.empty()) text += problem.column + ": ";
        text += say(problem.text, lang);
    }
    std::string table;
    for (const RawRow& row : roster.raw) {
        const auto sentence = sentences.find(row.line);
        if (sentence == sentences.end()) continue;
        if (table.empty()) {
            std::vector<std::string> header = roster.header;
            header.insert(header.end(), {"line", "problem"});
            table = csvRow(header, CsvCells::safeForSpreadsheets);
        }
        std::vector<std::string> cells = row.cells;
        cells.resize(roster.header.size());
        cells.insert(cells.end(), {std::to_string(row.line), sentence->second});
        table += csvRow(cells, CsvCells::safeForSpreadsheets);
    }
    return table;
}

}  // namespace turnout
