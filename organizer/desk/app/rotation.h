// The hall's timetable of scenes as people type it ("count 24, journey 16"), read to be shown, by the display's rules
// (common/domain/hall_settings.h).
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace turnout::desk {

struct RotationPart {
    std::string_view label;  // key of the scene's name
    int seconds = 18;        // how long it stays
    bool operator==(const RotationPart&) const = default;
};

// Nothing when a word is no scene or a time is not between 3 and 3600 seconds: the display then takes its own
// timetable. Empty for an empty text.
std::optional<std::vector<RotationPart>> rotationOf(std::string_view text);

}  // namespace turnout::desk
