// What the words in a list's cells say, whatever tool wrote them.
#pragma once

#include <string>
#include <string_view>

#include "common/roster/csv_reader.h"

namespace turnout {

std::size_t characters(std::string_view utf8);

// ASCII letters small: how words of cells are compared.
std::string wordKey(std::string_view cell);

// Text that stands for nothing: "-", "N/A", 无, (跳过) ...
bool saysNothing(std::string_view cell);

bool isBlank(std::string_view cell);
bool isTotal(const CsvRow& row);  // "合计 520", "Total: 520"

// "1.23E+11": what a spreadsheet made of a long number.
bool looksSwallowed(std::string_view cell);

// Of a booking, by its wordKey(): does not count any more; not settled yet.
bool saysCancelled(const std::string& status);
bool saysPending(const std::string& status);

// Of an answer, by its wordKey(). Anything else is unclear; no answer is no.
bool saysYes(const std::string& answer);
bool saysNo(const std::string& answer);

}  // namespace turnout
