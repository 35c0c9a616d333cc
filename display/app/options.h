// The command line of turnout-display.
#pragma once

#include <filesystem>
#include <iosfwd>
#include <optional>
#include <string>
#include <variant>

#include "common/base/result.h"
#include "common/base/time.h"
#include "common/domain/hall_scene.h"

namespace turnout::display {

inline constexpr int kDone = 0, kCouldNot = 1, kWrongUsage = 2;

struct Options {
    std::filesystem::path event;
    bool fullscreen = false;
    int monitor = 0;
    std::optional<Scene> scene;        // this one alone; else they come in turn
    std::filesystem::path screenshot;  // empty: none
    std::optional<double> after;       // seconds until the screenshot; then the program ends
    std::filesystem::path stats;       // empty: none
    bool state = false;                // a JSON line per painted change on stdout
    std::optional<TimePoint> clock;    // demo events only
    int width = 1280, height = 720;
    bool operatorWindow = false;  // beside the hall's
    bool check = false;           // legibility, without a window
    float safeMargin = 0;         // share of the height
    Lang lang = Lang::en;         // of messages; the hall reads both
};

// The options, or the exit code after --help, --version or a sentence about wrong usage.
std::variant<Options, int> readOptions(int argc, const char* const* argv, std::ostream& out, std::ostream& err);

}  // namespace turnout::display
