// What this machine remembers of its doors between two evenings: who stood here, camera, picture, sound, the event
// files opened last. Belongs to the machine, not to the event: a small TOML file in the user's configuration folder.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "common/base/result.h"
#include "kiosk/app/door_state.h"

namespace turnout::kiosk {

inline constexpr std::size_t kEventsKept = 5;

struct Preferences {
    std::string volunteer, camera, door;
    std::vector<std::string> volunteers;
    std::vector<std::string> events;  // paths, the newest first
    bool mirrored = false, scanOnly = false;
    int volume = 80;
    int light = 0;  // of the camera, in steps; the lamp is off at the beginning
    bool operator==(const Preferences&) const = default;
};

// $XDG_CONFIG_HOME/turnout/kiosk.toml, else ~/.config/turnout/kiosk.toml; empty when there is no home.
std::filesystem::path preferencesFile();

// What cannot be read or understood is as if it were not there: a door starts in any case.
Preferences loadPreferences(const std::filesystem::path& file);
// 0600, written beside and renamed; makes the folder.
Status savePreferences(const std::filesystem::path& file, const Preferences& preferences);

// An event file opened now, first in the list and once.
void rememberEvent(Preferences& preferences, const std::filesystem::path& event);

DoorState stateFrom(const Preferences& preferences);
void takeState(Preferences& preferences, const DoorState& state);

}  // namespace turnout::kiosk
