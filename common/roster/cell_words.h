// What the words in a list's cells say, whatever tool wrote them.
#pragma once

#include <string>
#include <string_view>

#include "common/roster/csv_reader.h"

namespace turnout {

// Text that stands for nothing: "-", "N/A", 无, (跳过) ...
bool saysNothing(std::string_view cell);

bool isBlank(std::string_view cell);
bool isTotal(const CsvRow& row);  // "合计 520", "Total: 520"

// "1.23E+11": what a spreadsheet made of a long number.
bool looksSwallowed(std::string_view cell);

// Of a booking, in small letters: does not count any more; not settled yet.
bool saysCancelled(const std::string& status);
bool saysPending(const std::string& status);

// Of an answer, in small letters. Anything else is unclear; no answer is no.
bool saysYes(const std::string& answer);
bool saysNo(const std::string& answer);

}  // namespace turnout
