// The flags of an event, and which of them this machine has no drawing of.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "common/domain/event.h"
#include "common/domain/hall_settings.h"
#include "common/paint/flags.h"
#include "common/store/event_reader.h"

namespace turnout::display {

// Those of the event's date; first of all the organiser's own drawings, in a folder beside the event file.
paint::Flags flagsOf(const EventPlan& plan, const std::filesystem::path& event);
// The folder for them that the organiser names and that is not there.
std::optional<WrongSetting> missingFlags(const EventPlan& plan, const std::filesystem::path& event);
// Pictures in that folder that stand for no country ("china.svg", "LA.svg") or cannot be drawn, by name.
struct OddFlags {
    std::vector<std::string> noCountry, notDrawn;
};
OddFlags oddFlags(const EventPlan& plan, const std::filesystem::path& event);
// Countries of the event whose flag is a waving one of the emoji font, or none.
std::vector<CountryCode> withoutDrawing(const paint::Flags& flags, const Totals& totals);

}  // namespace turnout::display
