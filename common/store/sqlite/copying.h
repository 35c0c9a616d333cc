// A consistent copy of an open event file, and putting finished files in their place.
#pragma once

#include <filesystem>

#include "common/store/sqlite/database.h"

namespace turnout::sqlite {

// `finished` gets the name `target` without ever replacing one, and the folder is synced. `finished` is gone either
// way.
Status putInPlace(const std::filesystem::path& finished, const std::filesystem::path& target);

// One complete file without a log, readable from any medium: a new machine id, no contacts.
Status copyEvent(Database& source, const std::filesystem::path& target);

}  // namespace turnout::sqlite
