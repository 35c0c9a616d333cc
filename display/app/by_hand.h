// What the operator set by hand and a crash must not undo: the act that is on, everything that comes later, show mode,
// blackout, the message that is shown, moments, rotation with its pace, the scene that stands still, and languages.
// Kept beside the user's other state, never in the event file, which a display only reads.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "common/base/result.h"
#include "common/domain/hall_settings.h"
#include "display/app/programme.h"

namespace turnout::display {

struct ByHand {
    ProgrammeByHand programme;
    std::optional<TimePoint> actBegan;
    bool showMode = false, blackout = false;
    bool moments = true, rotates = true;
    Language language = Language::both;
    std::optional<Names> message;
    std::chrono::seconds slower{0};  // what every scene stays longer
    std::optional<Scene> still;      // while none follows by itself: rotation is off, or the timetable does not have it
    bool operator==(const ByHand&) const = default;
};

// $XDG_STATE_HOME/turnout/hall-....json, else ~/.local/state/turnout/...: a file for each event file and monitor, so
// that a lobby's display does not take over the hall's; empty when there is no home.
std::filesystem::path byHandFile(const std::filesystem::path& event, int monitor);

// Through a file beside it; a sentence when that fails.
Status keep(const ByHand& state, const EventPlan& plan, TimePoint now, const std::filesystem::path& file);
// Nothing when there is none, when it is of another evening, or older than twelve hours. Of a programme of another
// length only what hangs on no act is told.
std::optional<ByHand> kept(const EventPlan& plan, TimePoint now, const std::filesystem::path& file);

}  // namespace turnout::display
