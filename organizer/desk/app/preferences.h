// What the desk remembers between two days: the events opened last and the language. In the user's own settings folder,
// never beside an event file; a missing or broken file means nothing is remembered.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "common/base/result.h"

namespace turnout::desk {

struct DeskPreferences {
    std::vector<std::filesystem::path> events;  // the last one first
    std::optional<Lang> lang;
    bool operator==(const DeskPreferences&) const = default;
};

std::filesystem::path preferencesFile();  // $XDG_CONFIG_HOME/turnout/desk.toml; empty when there is no home
DeskPreferences loadPreferences(const std::filesystem::path& file);
Status savePreferences(const std::filesystem::path& file, const DeskPreferences& preferences);  // 0600, put there whole

// The event comes first, once; at most eight are kept.
void rememberEvent(DeskPreferences& preferences, const std::filesystem::path& event);

}  // namespace turnout::desk
