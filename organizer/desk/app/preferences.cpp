#include "organizer/desk/app/preferences.h"

#include <toml++/toml.h>

#include <cstdlib>
#include <fstream>

#include "common/report/placed_file.h"

namespace turnout::desk {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kEventsKept = 8;

}  // namespace

fs::path preferencesFile() {
    if (const char* config = std::getenv("XDG_CONFIG_HOME"); config != nullptr && *config != 0)
        return fs::path(config) / "turnout" / "desk.toml";
    if (const char* home = std::getenv("HOME"); home != nullptr && *home != 0)
        return fs::path(home) / ".config" / "turnout" / "desk.toml";
    return {};
}

DeskPreferences loadPreferences(const fs::path& file) {
    DeskPreferences preferences;
    std::error_code ignored;
    if (file.empty() || !fs::is_regular_file(file, ignored)) return preferences;
    try {
        const toml::table table = toml::parse_file(file.string());
        if (const toml::array* events = table["events"].as_array())
            for (const toml::node& node : *events)
                if (const auto path = node.value<std::string>(); path && preferences.events.size() < kEventsKept)
                    preferences.events.emplace_back(*path);
        const auto lang = table["lang"].value_or(std::string());
        if (lang == "en") preferences.lang = Lang::en;
        if (lang == "zh") preferences.lang = Lang::zh;
    } catch (const toml::parse_error&) {
        return DeskPreferences{};
    }
    return preferences;
}

Status savePreferences(const fs::path& file, const DeskPreferences& preferences) {
    if (file.empty()) return Done{};
    std::error_code failed;
    fs::create_directories(file.parent_path(), failed);
    toml::array events;
    for (const fs::path& event : preferences.events) events.push_back(event.string());
    toml::table table{{"events", events}};
    if (preferences.lang) table.insert("lang", *preferences.lang == Lang::zh ? "zh" : "en");
    return placeFile(file, [&](const fs::path& part) {
        std::ofstream out(part, std::ios::binary | std::ios::trunc);
        out << table << '\n';
        out.close();
        return !out.fail();
    });
}

void rememberEvent(DeskPreferences& preferences, const fs::path& event) {
    std::error_code failed;
    fs::path real = fs::canonical(event, failed);
    if (failed) real = event;
    std::erase(preferences.events, real);
    preferences.events.insert(preferences.events.begin(), real);
    if (preferences.events.size() > kEventsKept) preferences.events.resize(kEventsKept);
}

}  // namespace turnout::desk
