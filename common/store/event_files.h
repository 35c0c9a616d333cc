// The event's own pictures and fonts. [display] names files; their bytes stand in the event file, so that a copy on
// another machine shows them too. An older event file holds none: they lie beside it.
#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "common/base/result.h"

namespace turnout {

struct EventFiles {  // bytes; empty: none
    std::string logo, background, font, titleFont;
    bool operator==(const EventFiles&) const = default;
};

inline constexpr std::size_t kLargestEventFile = 20 << 20;  // bytes of each

// A file that a setting of [display] may name.
struct EventFileKind {
    const char* setting;
    std::string EventFiles::*bytes;
    bool font;
};
inline constexpr EventFileKind kEventFiles[] = {{"logo", &EventFiles::logo, false},
                                                {"background", &EventFiles::background, false},
                                                {"font", &EventFiles::font, true},
                                                {"title_font", &EventFiles::titleFont, true}};

// What stands in the file `name`, which lies in the first of `folders` that has it. Fault::notFound or badInput with a
// sentence that names it: it is nowhere, too large, neither PNG nor SVG, no TrueType or OpenType font. A font that is
// no file may be an installed family: empty.
Result<std::string> readEventFile(const EventFileKind& kind, const std::string& name,
                                  const std::vector<std::filesystem::path>& folders);

// All that `display` names.
using DisplaySettings = std::vector<std::pair<std::string, std::string>>;
Result<EventFiles> readEventFiles(const DisplaySettings& display, const std::vector<std::filesystem::path>& folders);

}  // namespace turnout
