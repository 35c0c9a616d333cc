// Which column of a list is which field, as registration tools and offices head them in English and Chinese.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "common/base/result.h"
#include "common/domain/attendee.h"
#include "common/roster/table.h"

namespace turnout {

using HeaderMap = std::vector<std::pair<std::string, std::string>>;  // heading as the file writes it -> field

struct Columns {
    std::vector<std::string> header;           // as the file writes it; a double heading joined with a space
    std::int64_t line = 0;                     // of the heading
    std::size_t firstGuest = 0;                // index of the first row after it
    std::map<std::string, std::size_t> field;  // field -> column
    bool form = false;      // answers to a form: its running number is no guest's id, and answers may be sent twice
    bool bookings = false;  // orders of a ticket shop: an order's e-mail is the buyer's
    std::vector<RosterProblem> notes;

    bool has(const std::string& name) const { return field.contains(name); }
};

// The heading is the row among the first 20 that names most fields; what stands above it is a title. A second row of
// headings is joined, or left out when it says the same in another language. `map` goes before everything; "Country#2"
// names the second column of that heading; remembered maps whose heading is not there (`mapMayMiss`) are passed over.
Result<Columns> findColumns(const RosterTable& table, const HeaderMap& map, bool mapMayMiss, const std::string& file);

// A heading without what tools add to it: "1、您的姓名（必填）" and "姓名:" are 姓名, "What is your Nationality? *" is
// nationality.
std::string headingKey(std::string_view heading);

// The fields that --map may name: those of a plain roster, and given_name, family_name, quantity, status, submitted,
// order, position, ignore.
const std::vector<std::string>& mappableFields();

}  // namespace turnout
