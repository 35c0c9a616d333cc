// The faces an event has chosen, on this machine.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "common/domain/hall_settings.h"

namespace turnout::display {

// `placed`: with the paths of files that the event file holds (OwnFiles). A font file, there or beside the event file,
// is made known to this process; else the name is a family's.
struct EventFamilies {
    std::string words, titles;          // empty: ours
    std::vector<WrongSetting> missing;  // neither a file nor installed here: ours are used
};
EventFamilies familiesOf(const HallSettings& placed, const std::filesystem::path& event);

}  // namespace turnout::display
