// The words on the command line of turnout-desk.
#pragma once

#include <filesystem>
#include <iosfwd>
#include <optional>
#include <variant>

#include "common/base/text.h"
#include "common/base/time.h"
#include "organizer/desk/app/page.h"

namespace turnout::desk {

struct Options {
    std::filesystem::path event;  // empty: the start page asks
    std::filesystem::path list;   // a registration list, as if it had been dropped on the window
    std::optional<PageId> page;
    std::optional<bool> dark;  // else as the system is set
    std::filesystem::path screenshot;
    std::optional<TimePoint> clock;
    Lang lang = Lang::en;
    bool langGiven = false;
    int width = 1440, height = 900;
};

// The options, or the exit code after --help, --version or a mistake.
std::variant<Options, int> readOptions(int argc, const char* const* argv, std::ostream& out, std::ostream& err);

// Whether the desktop is set to dark, as far as it says so in GTK_THEME or GTK's settings file.
bool systemIsDark();

}  // namespace turnout::desk
