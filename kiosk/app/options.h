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
#include "common/store/scan.h"

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

// A door of one way is passed in that way, as the store decides too; one of both ways as it was `asked`.
inline Direction directionAt(DoorWay way, Direction asked) {
    return way == DoorWay::both ? asked : way == DoorWay::exit ? Direction::exit : Direction::entry;
}

// What the arguments ask for; or the exit code, when help or a complaint was printed.
std::variant<Options, int> parseOptions(int argc, const char* const* argv, std::ostream& out, std::ostream& err);

}  // namespace turnout::kiosk
