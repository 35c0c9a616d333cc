// Memberships with dates: which countries were in a group on a day.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "common/domain/country.h"

namespace turnout {

// `table`: lines of code, from, to (first day no longer a member; empty = still), source, separated by tabs; #
// comments. `date`: "2023-11-17". A line that cannot be read is Fault::badInput with its number. In order of the table.
Result<std::vector<CountryCode>> membersOn(std::string_view table, const std::string& date,
                                           const std::string& fileName);

// The tables that come with Turnout, by name ("belt_and_road"); nothing for any other name.
std::optional<std::string_view> builtInMembership(std::string_view name);

}  // namespace turnout
