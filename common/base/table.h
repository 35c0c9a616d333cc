// The tables of assets/tables: a row a line, its cells between tabs. Lines that are empty or begin with # are no rows.
#pragma once

#include <string_view>
#include <vector>

namespace turnout {

// Views of `tsv`, which outlives them. A row has at least one cell.
std::vector<std::vector<std::string_view>> tableRows(std::string_view tsv);

// "a|b": the values that a cell holds; none when it is empty.
std::vector<std::string_view> several(std::string_view cell);

}  // namespace turnout
