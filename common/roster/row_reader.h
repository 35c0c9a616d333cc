// One row of a list after the other: cleaned, its country resolved, what is wrong with it noted.
#pragma once

#include <array>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/domain/attendee.h"
#include "common/roster/country_resolver.h"
#include "common/roster/csv_reader.h"
#include "common/roster/headers.h"

namespace turnout {

// What a row is read for, in the order of rosterFieldNames().
enum class RosterField : std::size_t {
    id,
    name,
    givenName,
    familyName,
    nativeName,
    screenName,
    country,
    affiliation,
    category,
    seat,
    note,
    ticketCode,
    onScreen,
    email,
    language,
    status,
    quantity,
    order,
    position,
    count
};

class RowReader {
  public:
    // `affiliation`: of guests whose row names none. `everyName`: of names with numbers in them each is told, and not
    // the first hundred and a count. `columns` and `countries` must outlive it.
    RowReader(const Columns& columns, std::string affiliation, CountryResolver& countries, bool everyName = false);

    // The guest of a row that has no error, until the next call. Nothing for blank rows, totals and rows with an error.
    const RosterRow* read(const CsvRow& row);
    // After the last row: what is only known then.
    void finish();

    std::size_t guests() const { return guests_; }  // rows that are neither blank nor totals, good or bad
    std::vector<RosterProblem> problems;            // in the order found
    std::vector<std::string> unresolved;            // countries that were asked about, each once

  private:
    using Field = RosterField;
    void problem(std::int64_t line, std::string column, std::string_view found, Text text, bool warning = false);
    bool has(Field field) const;
    std::string headerOf(Field field) const;
    std::string_view rawCell(const CsvRow& row, Field field);
    std::string cell(const CsvRow& row, Field field);
    std::string limited(const CsvRow& row, Field field, std::size_t limit);
    void readExtent(const CsvRow& row);
    void readStatus(const CsvRow& row);
    void readNames(const CsvRow& row);
    void readId(const CsvRow& row);
    void readTicketCode(const CsvRow& row);
    void readCountry(const CsvRow& row);
    void readConsent(const CsvRow& row);
    void noteSwallowed();

    struct CountryCell {
        std::string text;
        CountryReading reading;
    };
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };

    const Columns& columns_;
    std::string affiliation_;
    CountryResolver& countries_;
    std::array<std::size_t, static_cast<std::size_t>(Field::count)> at_{};  // the field's column
    RosterRow guest_;
    // A list writes few countries in few ways; by the cell's bytes.
    std::unordered_map<std::string, CountryCell, Hash, std::equal_to<>> countriesRead_;
    std::set<std::string> asked_;
    std::vector<RosterProblem> digitNames_;  // the first of them
    std::size_t digitNamesInAll_ = 0, guests_ = 0;
    bool everyName_, failed_ = false;
};

}  // namespace turnout
