// What may be changed at a door while it runs, by the volunteer or behind the PIN. Plain values; the presenter owns
// them, pages answer a changed copy.
#pragma once

#include <string>
#include <vector>

#include "common/base/time.h"
#include "kiosk/camera/light_control.h"

namespace turnout::kiosk {

inline constexpr std::size_t kVolunteersKept = 6;

struct DoorState {
    std::string volunteer;
    std::vector<std::string> volunteers;  // who was here before, the newest first
    bool quiet = false;                   // during an act: dim and silent
    bool hasPin = false;                  // the event has a PIN
    bool unlocked = false;                // it was given; locks itself again
    int wrongPins = 0;                    // in a row, whatever page asked for it
    TimePoint pinPausedUntil{};           // none is looked at before
    bool scanOnly = false;                // looking people up is behind the PIN, too
    bool mirrored = false;
    bool otherLanguage = false;        // the screen speaks the other of the two languages than it was started in
    int volume = 80;                   // per cent
    std::string camera;                // name of the one that belongs to this door; empty = none yet
    std::vector<std::string> cameras;  // names of those that are there
    CameraLight light;
    LightOffer lightOffer;  // what of it the camera in use lets us change
    bool operator==(const DoorState&) const = default;

    // What is behind the PIN may be touched.
    bool mayChange() const { return unlocked || !hasPin; }
    // Whoever stands here may search, admit groups and walk-ins, and enter the paper list.
    bool mayFind() const { return !scanOnly || mayChange(); }
};

// The state after a change of shift; a blank name changes nothing.
DoorState withVolunteer(DoorState state, const std::string& name);

}  // namespace turnout::kiosk
