// One log per program. Lines carry ids, never names, codes or raw text.
#pragma once

#include <filesystem>
#include <string_view>

namespace turnout::log {

// Log to `file` (rotating, 5 MB x 3); without a call, warnings and errors go to stderr. Call once, at start.
void toFile(const std::filesystem::path& file);

void info(std::string_view line);
void warn(std::string_view line);
void error(std::string_view line);

}  // namespace turnout::log
