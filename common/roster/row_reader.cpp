#include "common/roster/row_reader.h"

#include <algorithm>

#include "common/base/csv.h"
#include "common/base/utf8.h"
#include "common/roster/cell_words.h"

namespace turnout {
namespace {

constexpr std::size_t kLongestCell = 10'000;     // bytes; anything longer is not an answer on a form
constexpr std::size_t kLongestNote = 40;         // characters
constexpr std::size_t kLongestName = 120;        // characters
constexpr std::size_t kLongestEmail = 254;       // characters (RFC 5321)
constexpr std::size_t kLongestTicketCode = 512;  // bytes
constexpr std::size_t kDigitNames = 100;         // names with digits that are told one by one

constexpr std::array kFieldNames{"id",          "name",        "given_name",  "family_name", "native_name",
                                 "screen_name", "country",     "affiliation", "category",    "seat",
                                 "note",        "ticket_code", "on_screen",   "email",       "language",
                                 "status",      "quantity",    "order",       "position"};
static_assert(kFieldNames.size() == static_cast<std::size_t>(RosterField::count));
constexpr std::size_t kNoColumn = SIZE_MAX;

// As it was before the apostrophe that our tables and others put before a formula (csvRow).
std::string_view withoutGuard(std::string_view cell) {
    return cell.starts_with('\'') && looksLikeFormula(cell.substr(1)) ? cell.substr(1) : cell;
}

}  // namespace

RowReader::RowReader(const Columns& columns, std::string affiliation, CountryResolver& countries, bool everyName)
    : columns_(columns), affiliation_(std::move(affiliation)), countries_(countries), everyName_(everyName) {
    at_.fill(kNoColumn);
    for (std::size_t field = 0; field < at_.size(); ++field)
        if (const auto column = columns_.field.find(kFieldNames[field]); column != columns_.field.end())
            at_[field] = column->second;
}

void RowReader::problem(std::int64_t line, std::string column, std::string_view found, Text text, bool warning) {
    problems.push_back(
        {line, std::move(column), shorten(cleanForScreen(found.substr(0, 400)), 40), std::move(text), warning});
    if (!warning) failed_ = true;
}

bool RowReader::has(Field field) const {
    return at_[static_cast<std::size_t>(field)] != kNoColumn;
}

std::string RowReader::headerOf(Field field) const {
    const auto at = static_cast<std::size_t>(field);
    return has(field) ? cleanForScreen(columns_.header[at_[at]]) : std::string(kFieldNames[at]);
}

// The cell as the list has it; empty when the row has no such cell or nobody could have meant it.
std::string_view RowReader::rawCell(const CsvRow& row, Field field) {
    const std::size_t column = at_[static_cast<std::size_t>(field)];
    if (column >= row.cells.size()) return {};
    const std::string_view raw = row.cells[column];
    if (raw.size() > kLongestCell) {
        problem(row.line, headerOf(field), raw, {"roster.cell_too_long", {{"size", std::to_string(raw.size())}}});
        return {};
    }
    if (!isUtf8(raw)) {
        problem(row.line, headerOf(field), raw, {"roster.not_utf8", {}});
        return {};
    }
    return withoutGuard(raw);
}

// A cell, cleaned; empty when it says that there is nothing to say.
std::string RowReader::cell(const CsvRow& row, Field field) {
    const std::string_view raw = rawCell(row, field);
    if (raw.empty()) return {};
    std::string text = cleanForScreen(raw);
    return saysNothing(text) ? std::string() : text;
}

std::string RowReader::limited(const CsvRow& row, Field field, std::size_t limit) {
    std::string text = cell(row, field);
    if (text.size() > limit && charactersIn(text) > limit)
        problem(row.line, headerOf(field), text, {"roster.too_long", {{"limit", std::to_string(limit)}}});
    return text;
}

const RosterRow* RowReader::read(const CsvRow& row) {
    if (std::all_of(row.cells.begin(), row.cells.end(), isBlank)) return nullptr;
    failed_ = false;
    if (isTotal(row)) {
        problem(row.line, "", "", {"roster.total_row", {}}, true);
        return nullptr;
    }
    ++guests_;
    guest_.line = row.line;
    if (row.open) problem(row.line, "", "", {"roster.open_quote", {}});
    readExtent(row);
    readStatus(row);
    readNames(row);
    readId(row);
    guest_.affiliation = limited(row, Field::affiliation, kLongestName);
    if (guest_.affiliation.empty()) guest_.affiliation = affiliation_;
    guest_.category = limited(row, Field::category, kLongestName);
    guest_.seat = limited(row, Field::seat, kLongestNote);
    guest_.note = limited(row, Field::note, kLongestNote);
    guest_.email = inSmallLetters(limited(row, Field::email, kLongestEmail));
    guest_.language = limited(row, Field::language, kLongestName);
    readTicketCode(row);
    noteSwallowed();
    readCountry(row);
    readConsent(row);
    return failed_ ? nullptr : &guest_;
}

void RowReader::readTicketCode(const CsvRow& row) {
    guest_.ticketCode = rawCell(row, Field::ticketCode);
    if (guest_.ticketCode.size() > kLongestTicketCode)
        problem(row.line, headerOf(Field::ticketCode), guest_.ticketCode,
                {"roster.too_long", {{"limit", std::to_string(kLongestTicketCode)}}});
}

void RowReader::noteSwallowed() {
    const auto look = [&](Field field, const std::string& text) {
        if (looksSwallowed(text)) problem(guest_.line, headerOf(field), text, {"roster.swallowed", {{"found", text}}});
    };
    look(Field::id, guest_.outsideId);
    look(Field::ticketCode, guest_.ticketCode);
    look(Field::seat, guest_.seat);
}

// Cells beyond the heading.
void RowReader::readExtent(const CsvRow& row) {
    const std::size_t columns = columns_.header.size();
    if (row.cells.size() <= columns) return;
    const auto beyond = row.cells.subspan(columns);
    if (std::any_of(beyond.begin(), beyond.end(), [](std::string_view text) { return !text.empty(); }))
        problem(row.line, "", "",
                {"roster.too_many_cells",
                 {{"cells", std::to_string(row.cells.size())}, {"columns", std::to_string(columns)}}});
}

void RowReader::readStatus(const CsvRow& row) {
    guest_.cancelled = false;
    if (!has(Field::status) && !has(Field::quantity)) return;
    const std::string status = inSmallLetters(cell(row, Field::status));
    guest_.cancelled = saysCancelled(status);
    if (guest_.cancelled) problem(row.line, headerOf(Field::status), status, {"roster.cancelled_row", {}}, true);
    if (saysPending(status)) problem(row.line, headerOf(Field::status), status, {"roster.pending_row", {}}, true);
    const std::string quantity = cell(row, Field::quantity);
    if (!guest_.cancelled && !quantity.empty() && quantity.size() < 6 &&
        quantity.find_first_not_of("0123456789") == std::string::npos && std::stoi(quantity) > 1)
        problem(row.line, headerOf(Field::quantity), quantity, {"roster.quantity", {{"count", quantity}}});
}

void RowReader::readNames(const CsvRow& row) {
    const bool before = failed_;
    failed_ = false;
    guest_.name = limited(row, Field::name, kLongestName);
    if (guest_.name.empty() && (has(Field::givenName) || has(Field::familyName))) {
        const std::string given = limited(row, Field::givenName, kLongestName);
        const std::string family = limited(row, Field::familyName, kLongestName);
        guest_.name = given + (given.empty() || family.empty() ? "" : " ") + family;
    }
    const bool wasRead = !failed_;
    failed_ = failed_ || before;
    guest_.nativeName = limited(row, Field::nativeName, kLongestName);
    guest_.screenName = limited(row, Field::screenName, kLongestName);
    if (guest_.name.empty() && wasRead && !guest_.nativeName.empty()) guest_.name = guest_.nativeName;
    if (guest_.name.empty() && wasRead) problem(row.line, headerOf(Field::name), "", {"roster.no_name", {}});
    const auto digits =
        std::count_if(guest_.name.begin(), guest_.name.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (digits < 4 || (++digitNamesInAll_ > kDigitNames && !everyName_)) return;
    digitNames_.push_back(
        {row.line, headerOf(Field::name), shorten(guest_.name, 40), {"roster.name_digits", {}}, true});
}

// A shop's booking is known by its order and its place in it, unless the guest has a number of their own.
void RowReader::readId(const CsvRow& row) {
    guest_.outsideId = limited(row, Field::id, kLongestName);
    if (!guest_.outsideId.empty() || !has(Field::order) || !has(Field::position)) return;
    const std::string order = limited(row, Field::order, kLongestName),
                      place = limited(row, Field::position, kLongestName);
    if (!order.empty() && !place.empty()) guest_.outsideId = order + "-" + place;
}

void RowReader::readCountry(const CsvRow& row) {
    const std::string_view raw = rawCell(row, Field::country);
    auto known = countriesRead_.find(raw);
    if (known == countriesRead_.end()) {
        known = countriesRead_.try_emplace(std::string(raw)).first;
        known->second.text = cleanForScreen(raw);
        if (!known->second.text.empty()) known->second.reading = countries_.resolve(known->second.text);
    }
    const auto& [text, reading] = known->second;
    if (text.empty()) {
        if (!failed_) problem(row.line, headerOf(Field::country), "", {"roster.no_country", {}});
        return;
    }
    if (reading.kind == CountryReading::Kind::one) {
        guest_.country = reading.candidates.front();
        return;
    }
    if (asked_.insert(text).second) unresolved.push_back(text);
    const std::string found = shorten(cleanForScreen(text), 40);
    if (reading.kind == CountryReading::Kind::unknown) {
        problem(row.line, headerOf(Field::country), text, {"roster.unknown_country", {{"found", found}}});
        return;
    }
    std::string choices;
    for (const CountryCode& code : reading.candidates)
        choices += (choices.empty() ? "" : ", ") + countryName(code, Lang::en) + " (" + code.str() + ")";
    problem(row.line, headerOf(Field::country), text,
            {"roster.which_country", {{"choices", choices}, {"found", found}}});
}

void RowReader::readConsent(const CsvRow& row) {
    guest_.onScreen = false;
    if (!has(Field::onScreen)) return;
    const std::string text = inSmallLetters(cell(row, Field::onScreen));
    guest_.onScreen = saysYes(text);
    // Anything unclear is no: a name is shown only to those who said yes.
    if (!guest_.onScreen && !saysNo(text))
        problem(row.line, headerOf(Field::onScreen), text, {"roster.consent_unclear", {}}, true);
}

// A number within a name is worth a look; a list of nothing else is one question and not one for each row.
void RowReader::finish() {
    const bool many = digitNamesInAll_ > kDigitNames;
    if (const bool most = many && digitNamesInAll_ * 2 > guests_; many && (most || !everyName_)) {
        const RosterProblem first = digitNames_.front();
        if (most && !everyName_) digitNames_.clear();
        const std::string all = std::to_string(digitNamesInAll_),
                          rest = std::to_string(digitNamesInAll_ - digitNames_.size());
        digitNames_.push_back(
            {0, first.column, first.found,
             most ? Text{"roster.names_digits", {{"count", all}, {"column", first.column}, {"name", first.found}}}
                  : Text{"roster.more_names_digits", {{"count", rest}}},
             true});
    }
    problems.insert(problems.end(), digitNames_.begin(), digitNames_.end());
}

}  // namespace turnout
