// A registration list, cleaned and resolved row by row.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/base/result.h"
#include "common/domain/attendee.h"
#include "common/roster/country_resolver.h"
#include "common/roster/headers.h"
#include "common/roster/table.h"

namespace turnout {

struct RosterOptions {
    HeaderMap map;            // header as the file writes it -> our field; a heading that is not there is an error
    HeaderMap remembered;     // as map, from earlier lists of the event; passed over where they do not fit
    std::string affiliation;  // of guests whose row names none
    TableOptions table;
    bool everyName = false;  // of names with numbers in them each is told, however many there are
};

struct Roster {
    std::string form;                     // how the file was read: "GB18030, ;"
    std::string preview;                  // the first guest as it was understood
    std::vector<std::string> header;      // as the file writes it
    std::vector<RosterRow> rows;          // those without an error, in the file's order
    std::vector<RosterProblem> problems;  // in the file's order
    std::vector<std::string> unresolved;  // countries that were asked about, each once
    std::optional<RosterTable> raw;       // the whole file, for handing the bad rows back
};

// The fields a column can be: id, name, native_name, screen_name, country, affiliation, category, seat, note,
// ticket_code, on_screen, email, language. Only name and country must be there; headings.h tells how others are
// understood. Columns that are not used are named in one warning.
const std::vector<std::string>& rosterFields();

// Reads a list of any length guest by guest. An Error is about the file as a whole (not there, no table, no header, no
// guest); everything else is a problem with line and column. `countries` must outlive it.
class RosterReader {
  public:
    static Result<RosterReader> open(const std::filesystem::path& file, const RosterOptions& options,
                                     CountryResolver& countries);
    static Result<RosterReader> open(RosterTable table, const RosterOptions& options, CountryResolver& countries,
                                     const std::string& fileName);
    RosterReader(RosterReader&&) noexcept;
    ~RosterReader();

    // Hands out the guests without an error, each good until `take` returns. Once. Rows of totals are passed over;
    // answers to a form that were sent twice count once, the last; a cancelled booking comes with `cancelled`; several
    // tickets under one name are a problem. True when no row has an error. `take` is called on this thread, a long list
    // is read on another meanwhile.
    bool each(const std::function<void(const RosterRow&)>& take);

    std::size_t about() const;  // how many guests there are, about

    // Form, preview and header at once; problems and the rest after each(). Its rows stay empty.
    const Roster& roster() const;

  private:
    struct Impl;
    explicit RosterReader(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

// All of it at once.
Result<Roster> readRoster(const std::filesystem::path& file, const RosterOptions& options, CountryResolver& countries);
Result<Roster> rosterFromTable(RosterTable table, const RosterOptions& options, CountryResolver& countries,
                               const std::string& fileName);

// The rows with errors as a CSV to hand back: the file's own columns, then line and problem. Empty when there are none.
std::string problemTable(const Roster& roster, const std::vector<RosterProblem>& problems, Lang lang);

// The rows without an error, as a CSV that can be brought in again: our own fields.
std::string goodTable(const Roster& roster, const std::vector<RosterProblem>& problems);

}  // namespace turnout
