// A registration list in CSV, cleaned and resolved row by row.
#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "common/base/result.h"
#include "common/domain/attendee.h"
#include "common/roster/country_resolver.h"

namespace turnout {

struct RosterOptions {
    std::vector<std::pair<std::string, std::string>> map;  // header as the file writes it -> our field
};

struct RawRow {
    std::int64_t line = 0;
    std::vector<std::string> cells;
};

struct Roster {
    std::vector<std::string> header;      // as the file writes it
    std::vector<RosterRow> rows;          // those without an error, in the file's order
    std::vector<RosterProblem> problems;  // in the file's order
    std::vector<RawRow> raw;              // every row, for handing the bad ones back
};

// The fields a column can be: id, name, native_name, screen_name, country, affiliation, category, seat, note,
// ticket_code, on_screen, email, language. Only name and country must be there. Unknown columns are passed over with a
// warning.
const std::vector<std::string>& rosterFields();

// UTF-8 with or without a byte order mark, any line ends, quoted line breaks. An Error is about the file as a whole
// (not there, not a CSV, no header); everything else is a problem with line and column.
Result<Roster> readRoster(const std::filesystem::path& file, const RosterOptions& options, CountryResolver& countries);

// The rows with errors as a CSV to hand back: the file's own columns, then line and problem. Empty when there are none.
std::string problemTable(const Roster& roster, const std::vector<RosterProblem>& problems, Lang lang);

}  // namespace turnout
