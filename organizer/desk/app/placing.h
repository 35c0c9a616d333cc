// Where the desk puts the files it makes: under a name that nothing has yet.
#pragma once

#include <filesystem>
#include <string>

namespace turnout::desk {

// "evening-log.xlsx" of "evening.turnout" in `folder`; "evening-log (2).xlsx" when that is taken. `ending` with its
// dot; empty for a folder.
std::filesystem::path freePlace(const std::filesystem::path& event, const std::filesystem::path& folder,
                                const std::string& what, const std::string& ending);

}  // namespace turnout::desk
