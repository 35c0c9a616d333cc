// Which event file is open, and whether it is still the one that was open before.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

#include "common/base/result.h"
#include "common/store/file_identity.h"
#include "common/store/sqlite/database.h"

namespace turnout::sqlite {

// With the newest scan of its own machine. Nothing: there is no event in it. Throws SQLite::Exception.
std::optional<FileIdentity> identityOf(Database& database);

// The number of its newest scan, 0 = none. Throws SQLite::Exception.
std::int64_t seqOf(Database& database, const FileIdentity& identity);

// Fault::replaced, with a sentence of its own for each: the file is another event's or another copy (store.replaced),
// or lacks the scan that is known to have been in it (store.older_copy). Throws SQLite::Exception.
Status isStill(Database& database, const FileIdentity& before);
Error olderCopy(const std::filesystem::path& path);

// The number of the newest scan of that machine in the file itself, whatever the log beside it holds: connections that
// are open see a file that was written over as it was, and one that is opened anew sees it under their log. It stands
// on one page, so it is right also after a checkpoint that was cut short. Nothing: the file cannot be read, or is
// another event's or another copy. The caller holds the gate. About 0.3 ms.
std::optional<std::int64_t> seqInFile(const std::filesystem::path& path, const FileIdentity& identity);

}  // namespace turnout::sqlite
