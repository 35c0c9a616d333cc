#include "common/roster/roster_file.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "common/base/csv.h"

namespace turnout {
namespace {

constexpr std::size_t kLongestCell = 10'000;     // bytes; anything longer is not an answer on a form
constexpr std::size_t kLongestNote = 40;         // characters
constexpr std::size_t kLongestName = 120;        // characters
constexpr std::size_t kLongestEmail = 254;       // characters (RFC 5321)
constexpr std::size_t kLongestTicketCode = 512;  // bytes

std::size_t characters(std::string_view utf8) {
    return static_cast<std::size_t>(
        std::count_if(utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::string wordKey(std::string_view cell) {
    std::string key;
    for (const char c : cell) key += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    return key;
}

// "1.23E+11": what a spreadsheet made of a long number.
bool looksSwallowed(std::string_view cell) {
    const auto e = cell.find_first_of("Ee");
    return e != std::string_view::npos && e > 0 && e + 2 < cell.size() && cell[e + 1] == '+' &&
           cell.substr(0, e).find_first_not_of("0123456789.") == std::string_view::npos &&
           cell.substr(e + 2).find_first_not_of("0123456789") == std::string_view::npos;
}

class Reading {
  public:
    Reading(const RosterOptions& options, CountryResolver& countries, std::string file)
        : options_(options), countries_(countries), file_(std::move(file)) {}

    Result<Roster> run(RosterTable table) {
        HeaderMap map = options_.map;
        auto columns = findColumns(table.rows, map, false, file_);
        if (!options_.remembered.empty()) {
            // What this call maps goes before what earlier ones did.
            for (const auto& pair : options_.remembered)
                if (std::none_of(map.begin(), map.end(),
                                 [&](const auto& own) { return own.second == pair.second || own.first == pair.first; }))
                    map.push_back(pair);
            if (auto with = findColumns(table.rows, map, true, file_); with || !columns) columns = std::move(with);
        }
        if (!columns) return columns.error();
        columns_ = std::move(columns).value();
        for (const auto& [field, column] : columns_.field) at_[field] = column;
        roster_.form = table.form;
        roster_.header = columns_.header;
        roster_.problems = columns_.notes;
        for (std::size_t i = columns_.firstGuest; i < table.rows.size(); ++i) readRow(std::move(table.rows[i]));
        if (roster_.raw.empty()) return makeError(Fault::badInput, "roster.no_rows", {{"file", file_}});
        dropSentTwice();
        preview();
        return std::move(roster_);
    }

  private:
    void problem(std::int64_t line, std::string column, std::string_view found, Text text, bool warning = false) {
        roster_.problems.push_back(
            {line, std::move(column), shorten(cleanForScreen(found.substr(0, 400)), 40), std::move(text), warning});
        if (!warning) failed_ = true;
    }

    std::string headerOf(const std::string& field) const {
        const auto column = at_.find(field);
        return column == at_.end() ? field : cleanForScreen(roster_.header[column->second]);
    }

    // A cell, cleaned; empty when the row has no such cell or says that there is nothing to say.
    std::string cell(const CsvRow& row, const std::string& field) {
        const auto column = at_.find(field);
        if (column == at_.end() || column->second >= row.cells.size()) return {};
        const std::string& raw = row.cells[column->second];
        if (raw.empty()) return {};
        if (raw.size() > kLongestCell) {
            problem(row.line, headerOf(field), raw, {"roster.cell_too_long", {{"size", std::to_string(raw.size())}}});
            return {};
        }
        if (!isUtf8(raw)) {
            problem(row.line, headerOf(field), raw, {"roster.not_utf8", {}});
            return {};
        }
        if (field == "ticket_code") return raw;
        std::string text = cleanForScreen(raw);
        return field != "country" && saysNothing(text) ? std::string() : text;
    }

    std::string limited(const CsvRow& row, const std::string& field, std::size_t limit) {
        std::string text = cell(row, field);
        if (text.size() > limit && characters(text) > limit)
            problem(row.line, headerOf(field), text, {"roster.too_long", {{"limit", std::to_string(limit)}}});
        return text;
    }

    static bool isTotal(const CsvRow& row) {
        static const std::set<std::string> words{"合计",        "总计",     "总数",  "小计",   "总人数",
                                                 "共计",        "合计人数", "total", "totals", "sum",
                                                 "grand total", "subtotal", "total:"};
        std::size_t filled = 0;
        bool total = false;
        for (const std::string& raw : row.cells) {
            if (raw.empty()) continue;
            ++filled;
            if (raw.size() > 40 || filled > 3) continue;
            std::string key = wordKey(cleanForScreen(raw));
            for (const std::string_view end : {":", "："})
                if (key.ends_with(end)) key.erase(key.size() - end.size());
            const bool counted = (key.starts_with("共") || key.starts_with("合计") || key.starts_with("总计")) &&
                                 (key.ends_with("人") || key.ends_with("名"));
            total = total || words.contains(key) || counted;
        }
        return total && filled <= 3;
    }

    void readRow(CsvRow row) {
        if (std::all_of(row.cells.begin(), row.cells.end(), [](const std::string& text) {
                return text.empty() || (text.size() < 100 && cleanForScreen(text).empty());
            }))
            return;
        failed_ = false;
        if (isTotal(row)) return problem(row.line, "", "", {"roster.total_row", {}}, true);
        RosterRow guest;
        guest.line = row.line;
        if (row.cells.size() > roster_.header.size() && hasMore(row))
            problem(
                row.line, "", "",
                {"roster.too_many_cells",
                 {{"cells", std::to_string(row.cells.size())}, {"columns", std::to_string(roster_.header.size())}}});
        readStatus(row, guest);
        readNames(row, guest);
        readId(row, guest);
        guest.affiliation = limited(row, "affiliation", kLongestName);
        if (guest.affiliation.empty()) guest.affiliation = options_.affiliation;
        guest.category = limited(row, "category", kLongestName);
        guest.seat = limited(row, "seat", kLongestNote);
        guest.note = limited(row, "note", kLongestNote);
        guest.email = wordKey(limited(row, "email", kLongestEmail));
        guest.language = cell(row, "language");
        guest.ticketCode = cell(row, "ticket_code");
        if (guest.ticketCode.size() > kLongestTicketCode)
            problem(row.line, headerOf("ticket_code"), guest.ticketCode,
                    {"roster.too_long", {{"limit", std::to_string(kLongestTicketCode)}}});
        for (const auto& [field, text] : {std::pair<const char*, const std::string&>{"id", guest.outsideId},
                                          {"ticket_code", guest.ticketCode},
                                          {"seat", guest.seat}})
            if (looksSwallowed(text)) problem(row.line, headerOf(field), text, {"roster.swallowed", {{"found", text}}});
        readCountry(row, guest);
        readConsent(row, guest);
        if (!failed_) roster_.rows.push_back(std::move(guest));
        roster_.raw.push_back({row.line, std::move(row.cells)});
    }

    bool hasMore(const CsvRow& row) const {
        return std::any_of(row.cells.begin() + static_cast<std::ptrdiff_t>(roster_.header.size()), row.cells.end(),
                           [](const std::string& text) { return !text.empty(); });
    }

    void readStatus(const CsvRow& row, RosterRow& guest) {
        static const std::set<std::string> gone{"canceled", "cancelled", "refunded",      "expired",   "deleted",
                                                "declined", "rejected",  "not attending", "storniert", "abgelaufen",
                                                "annulé",   "cancelado", "取消",          "已取消",    "已退款",
                                                "退款",     "已退票",    "未通过",        "已拒绝",    "作废"};
        static const std::set<std::string> open{"pending", "unpaid", "ausstehend", "en attente", "待付款",
                                                "待支付",  "待审核", "审核中",     "未付款"};
        const std::string status = wordKey(cell(row, "status"));
        guest.cancelled = gone.contains(status);
        if (guest.cancelled) problem(row.line, headerOf("status"), status, {"roster.cancelled_row", {}}, true);
        if (open.contains(status)) problem(row.line, headerOf("status"), status, {"roster.pending_row", {}}, true);
        const std::string quantity = cell(row, "quantity");
        if (!guest.cancelled && !quantity.empty() && quantity.size() < 6 &&
            quantity.find_first_not_of("0123456789") == std::string::npos && std::stoi(quantity) > 1)
            problem(row.line, headerOf("quantity"), quantity, {"roster.quantity", {{"count", quantity}}});
    }

    void readNames(const CsvRow& row, RosterRow& guest) {
        const bool before = failed_;
        failed_ = false;
        guest.name = limited(row, "name", kLongestName);
        if (guest.name.empty() && (at_.contains("given_name") || at_.contains("family_name"))) {
            const std::string given = limited(row, "given_name", kLongestName);
            const std::string family = limited(row, "family_name", kLongestName);
            guest.name = given + (given.empty() || family.empty() ? "" : " ") + family;
        }
        const bool wasRead = !failed_;
        failed_ = failed_ || before;
        guest.nativeName = limited(row, "native_name", kLongestName);
        guest.screenName = limited(row, "screen_name", kLongestName);
        if (guest.name.empty() && wasRead && !guest.nativeName.empty()) guest.name = guest.nativeName;
        if (guest.name.empty() && wasRead) problem(row.line, headerOf("name"), "", {"roster.no_name", {}});
        const auto digits =
            std::count_if(guest.name.begin(), guest.name.end(), [](char c) { return c >= '0' && c <= '9'; });
        if (digits >= 4) problem(row.line, headerOf("name"), guest.name, {"roster.name_digits", {}}, true);
    }

    // A shop's booking is known by its order and its place in it, unless the guest has a number of their own.
    void readId(const CsvRow& row, RosterRow& guest) {
        guest.outsideId = limited(row, "id", kLongestName);
        if (!guest.outsideId.empty() || !at_.contains("order") || !at_.contains("position")) return;
        const std::string order = limited(row, "order", kLongestName), place = limited(row, "position", kLongestName);
        if (!order.empty() && !place.empty()) guest.outsideId = order + "-" + place;
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
        if (asked_.insert(text).second) roster_.unresolved.push_back(text);
        const std::string found = shorten(cleanForScreen(text), 40);
        if (reading.kind == CountryReading::Kind::unknown) {
            problem(row.line, headerOf("country"), text, {"roster.unknown_country", {{"found", found}}});
            return;
        }
        std::string choices;
        for (const CountryCode& code : reading.candidates)
            choices += (choices.empty() ? "" : ", ") + countryName(code, Lang::en) + " (" + code.str() + ")";
        problem(row.line, headerOf("country"), text,
                {"roster.which_country", {{"choices", choices}, {"found", found}}});
    }

    void readConsent(const CsvRow& row, RosterRow& guest) {
        if (!at_.contains("on_screen")) return;
        std::string text = wordKey(cell(row, "on_screen"));
        static const std::set<std::string> yes{"yes",          "y",       "true",  "1", "是", "同意", "可以", "愿意",
                                               "yes, i agree", "i agree", "agree", "✓", "✔",  "√"};
        static const std::set<std::string> no{"",       "no",     "n",      "false",    "0",  "否",
                                              "不同意", "不可以", "不愿意", "disagree", "不", "no, thank you"};
        guest.onScreen = yes.contains(text);
        // Anything unclear is no: a name is shown only to those who said yes.
        if (!guest.onScreen && !no.contains(text))
            problem(row.line, headerOf("on_screen"), text, {"roster.consent_unclear", {}}, true);
    }

    // Answers to a form that one person sent twice: the last one counts. Who has another e-mail or id is somebody else,
    // and without either only an answer that says the same of everything is the same person's.
    void dropSentTwice() {
        if (!columns_.form) return;
        const auto keyOf = [](const RosterRow& row) {
            const std::string who = row.name + '\x1F' + row.country.str();
            if (!row.outsideId.empty() || !row.email.empty()) return who + '\x1F' + row.outsideId + '\x1F' + row.email;
            return who + '\x1F' + row.affiliation + '\x1F' + row.nativeName + '\x1F' + row.seat + '\x1F' + row.note +
                   (row.onScreen ? '1' : '0');
        };
        std::unordered_map<std::string, std::size_t> last;
        for (std::size_t i = 0; i < roster_.rows.size(); ++i) last[keyOf(roster_.rows[i])] = i;
        std::vector<RosterRow> kept;
        for (std::size_t i = 0; i < roster_.rows.size(); ++i) {
            const std::size_t newest = last[keyOf(roster_.rows[i])];
            if (newest != i)
                problem(roster_.rows[i].line, "", "",
                        {"roster.sent_twice", {{"line", std::to_string(roster_.rows[newest].line)}}}, true);
            else
                kept.push_back(std::move(roster_.rows[i]));
        }
        roster_.rows = std::move(kept);
        std::stable_sort(roster_.problems.begin(), roster_.problems.end(),
                         [](const auto& a, const auto& b) { return a.line < b.line; });
    }

    void preview() {
        if (roster_.rows.empty()) return;
        const RosterRow& row = roster_.rows.front();
        for (const std::string& part : {row.name, row.nativeName, countryName(row.country, Lang::en), row.affiliation})
            if (!part.empty()) roster_.preview += (roster_.preview.empty() ? "" : " · ") + shorten(part, 40);
    }

    const RosterOptions& options_;
    CountryResolver& countries_;
    std::string file_;
    Roster roster_;
    Columns columns_;
    std::map<std::string, std::size_t, std::less<>> at_;
    std::set<std::string> asked_;
    bool failed_ = false;
};

}  // namespace

const std::vector<std::string>& rosterFields() {
    static const std::vector<std::string> all{"id",          "name",     "native_name", "screen_name", "country",
                                              "affiliation", "category", "seat",        "note",        "ticket_code",
                                              "on_screen",   "email",    "language"};
    return all;
}

Result<Roster> rosterFromTable(RosterTable table, const RosterOptions& options, CountryResolver& countries,
                               const std::string& fileName) {
    return Reading(options, countries, fileName).run(std::move(table));
}

Result<Roster> readRoster(const std::filesystem::path& file, const RosterOptions& options, CountryResolver& countries) {
    auto table = readTable(file, options.table);
    if (!table) return table.error();
    return rosterFromTable(std::move(table).value(), options, countries, file.filename().string());
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

std::string goodTable(const Roster& roster, const std::vector<RosterProblem>& problems) {
    std::set<std::int64_t> bad;
    for (const RosterProblem& problem : problems)
        if (!problem.warning) bad.insert(problem.line);
    std::string table = csvRow(rosterFields(), CsvCells::safeForSpreadsheets);
    for (const RosterRow& row : roster.rows)
        if (!bad.contains(row.line) && !row.cancelled)
            table += csvRow({row.outsideId, row.name, row.nativeName, row.screenName, row.country.str(),
                             row.affiliation, row.category, row.seat, row.note, row.ticketCode,
                             row.onScreen ? "yes" : "no", row.email, row.language},
                            CsvCells::safeForSpreadsheets);
    return table;
}

}  // namespace turnout
