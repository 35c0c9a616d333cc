// Where the desk puts the files it makes: in the event's folder, under a name that nothing has yet.
#pragma once

#include <filesystem>
#include <string>

namespace turnout::desk {

// "evening-log.xlsx" beside "evening.turnout"; "evening-log (2).xlsx" when that is taken. `ending` with its dot; empty
// for a folder.
std::filesystem::path freePlace(const std::filesystem::path& event, const std::string& what, const std::string& ending);

}  // namespace turnout::desk
