// What tells who somebody is, and whether it still stands in the file: in a column, or in its bytes.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "common/store/sqlite/database.h"

namespace turnout::sqlite {

// Names, outside ids, e-mails, seats, notes, codes, reasons, what was read and what volunteers wrote. Each once.
std::vector<std::string> wordsOfPeople(Database& database);

// Bytes spell a short word by chance, and random ids spell short numbers: those are looked for in the columns alone.
bool worthSeeking(std::string_view word);

// Called when the words have been deleted: leaves those worth seeking that no row holds. A guest may be named as a
// country is, or a note say "camera", and what a row rightly keeps stands in the bytes too.
void leaveOnlyDeleted(Database& database, std::vector<std::string>& words);

// Of an event whose people are deleted: "table.column" that still holds something, however short.
std::optional<std::string> columnAboutPeople(Database& database);

// Those of `words` that stand in `bytes`; each has five bytes or more.
std::vector<std::string_view> foundIn(std::string_view bytes, const std::vector<std::string>& words);

// Only while this process has no connection to the file.
Result<bool> fileHolds(const std::filesystem::path& file, const std::vector<std::string>& words);

}  // namespace turnout::sqlite
