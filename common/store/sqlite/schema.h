// The tables of the event file and how older ones become it. Forward only; what was written once keeps its meaning.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "common/store/sqlite/database.h"

namespace turnout::sqlite {

inline constexpr std::uint32_t kApplicationId = 0x54524E54;  // "TRNT"
inline constexpr int kPageSize = 4096;

// Script i brings a file from user_version i to i + 1.
const std::vector<std::string_view>& migrations();
inline constexpr int kSchemaVersion = 6;

int schemaVersion(Database& database);

// Runs the missing migrations inside the caller's write transaction.
void migrate(Database& database);

// name -> SQL of every table, index and trigger, as this program makes them / as the file has them.
std::map<std::string, std::string> expectedSchema();
std::map<std::string, std::string> schemaOf(Database& database);

}  // namespace turnout::sqlite
