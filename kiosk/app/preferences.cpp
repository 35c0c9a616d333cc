#include "kiosk/app/preferences.h"

#include <fcntl.h>
#include <toml++/toml.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <sstream>

#include "common/base/text.h"

namespace turnout::kiosk {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> strings(const toml::table& table, const char* key, std::size_t most) {
    std::vector<std::string> all;
    if (const toml::array* array = table[key].as_array())
        for (const toml::node& node : *array)
            if (const auto text = node.value<std::string>(); text && all.size() < most) all.push_back(*text);
    return all;
}

toml::array arrayOf(const std::vector<std::string>& texts) {
    toml::array array;
    for (const std::string& text : texts) array.push_back(text);
    return array;
}

}  // namespace

fs::path preferencesFile() {
    if (const char* config = std::getenv("XDG_CONFIG_HOME"); config != nullptr && *config != 0)
        return fs::path(config) / "turnout" / "kiosk.toml";
    if (const char* home = std::getenv("HOME"); home != nullptr && *home != 0)
        return fs::path(home) / ".config" / "turnout" / "kiosk.toml";
    return {};
}

Preferences loadPreferences(const fs::path& file) {
    Preferences preferences;
    std::error_code ignored;
    if (file.empty() || !fs::is_regular_file(file, ignored)) return preferences;
    try {
        const toml::table table = toml::parse_file(file.string());
        preferences.volunteer = table["volunteer"].value_or(std::string());
        preferences.camera = table["camera"].value_or(std::string());
        preferences.door = table["door"].value_or(std::string());
        preferences.mirrored = table["mirrored"].value_or(false);
        preferences.scanOnly = table["scan_only"].value_or(false);
        preferences.volume = std::clamp(table["volume"].value_or(preferences.volume), 0, 100);
        preferences.light = std::clamp(table["light"].value_or(0), -kMostLightSteps, kMostLightSteps);
        preferences.volunteers = strings(table, "volunteers", kVolunteersKept);
        preferences.events = strings(table, "events", kEventsKept);
    } catch (const toml::parse_error&) {
        return Preferences{};
    }
    return preferences;
}

Status savePreferences(const fs::path& file, const Preferences& preferences) {
    if (file.empty()) return Done{};
    const auto failed = [&] {
        return makeError(errno == ENOSPC ? Fault::diskFull : Fault::readOnly, "store.cannot_write",
                         {{"file", file.string()}});
    };
    std::error_code error;
    fs::create_directories(file.parent_path(), error);
    const toml::table table{{"volunteer", preferences.volunteer},
                            {"camera", preferences.camera},
                            {"door", preferences.door},
                            {"mirrored", preferences.mirrored},
                            {"scan_only", preferences.scanOnly},
                            {"volume", preferences.volume},
                            {"light", preferences.light},
                            {"volunteers", arrayOf(preferences.volunteers)},
                            {"events", arrayOf(preferences.events)}};
    std::ostringstream text;
    text << table << '\n';
    const std::string bytes = text.str();
    const fs::path part = file.string() + ".part";
    const int fd = ::open(part.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (fd < 0) return failed();
    const bool whole = ::write(fd, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size());
    ::close(fd);
    if (!whole || ::rename(part.c_str(), file.c_str()) != 0) {
        const Status status = failed();
        fs::remove(part, error);
        return status;
    }
    return Done{};
}

void rememberEvent(Preferences& preferences, const fs::path& event) {
    std::error_code error;
    fs::path real = fs::canonical(event, error);
    if (error) real = event;
    std::erase(preferences.events, real.string());
    preferences.events.insert(preferences.events.begin(), real.string());
    if (preferences.events.size() > kEventsKept) preferences.events.resize(kEventsKept);
}

DoorState stateFrom(const Preferences& preferences) {
    DoorState state;
    state.volunteer = shorten(cleanForScreen(preferences.volunteer), 40);
    for (const std::string& name : preferences.volunteers)
        state.volunteers.push_back(shorten(cleanForScreen(name), 40));
    state.camera = preferences.camera;
    state.mirrored = preferences.mirrored;
    state.scanOnly = preferences.scanOnly;
    state.volume = preferences.volume;
    state.light.step = preferences.light;
    return state;
}

void takeState(Preferences& preferences, const DoorState& state) {
    preferences.volunteer = state.volunteer;
    preferences.volunteers = state.volunteers;
    preferences.mirrored = state.mirrored;
    preferences.scanOnly = state.scanOnly;
    preferences.volume = state.volume;
    preferences.light = state.light.step;
    if (!state.camera.empty()) preferences.camera = state.camera;
}

}  // namespace turnout::kiosk
