// The command line of turnout-kiosk.
#pragma once

#include <filesystem>
#include <iosfwd>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "common/base/text.h"
#include "common/base/time.h"
#include "common/domain/verdict.h"

namespace turnout::kiosk {

struct Options {
    std::filesystem::path event;  // empty: chosen on the start page
    std::string door;             // empty: chosen on the start page
    std::string camera = "auto";  // auto, none, a device, a file, or "gst: PIPELINE"
    std::string scanner;          // a serial scanner's device; empty = none
    Direction direction = Direction::entry;
    bool fullscreen = false, exitAtEnd = false;
    std::optional<std::filesystem::path> screenshot, stats;
    std::optional<double> after;  // seconds until the screenshot
    std::optional<TimePoint> clock;
    Lang lang = Lang::en;
};

// What the arguments ask for; or the exit code, when help or a complaint was printed.
std::variant<Options, int> parseOptions(int argc, const char* const* argv, std::ostream& out, std::ostream& err);

}  // namespace turnout::kiosk
