// `turnout demo DIR`: an invented evening to try everything with. Nobody in it is real; the event says so itself.
#pragma once

#include <filesystem>
#include <functional>

#include "common/base/result.h"
#include "common/base/time.h"

namespace turnout {

enum class DemoStep { guests, tickets, video };

struct DemoOptions {
    bool replace = false;                                  // an earlier demo at the place is made anew
    bool video = true;                                     // false: no door video and no door.json
    int width = 1280, height = 720, framesPerSecond = 20;  // of the video; multiples of 8
    std::function<void(DemoStep step, std::int64_t done, std::int64_t all)> progress;  // may be empty
};

struct DemoFiles {
    std::filesystem::path event;    // demo.turnout: 520 guests with tickets, nobody arrived, one ticket cancelled
    std::filesystem::path roster;   // roster.csv: the same list, as one would import it
    std::filesystem::path tickets;  // tickets/: to print and to show, and tickets.csv
    std::filesystem::path video;    // door.mkv; empty when not asked for
    std::filesystem::path answers;  // door.json: [{"shown_at_s","code","verdict"}] in the order shown
};

// Makes the folder (0700) and everything in it. The same guests, tickets and running order every time; `now` is only
// when they were made. Faults: inUse (there already, or open somewhere), notOurs (a file of that name that is no demo),
// readOnly, diskError, device (GStreamer cannot encode). What was made before a failure stays; ask again with replace.
Result<DemoFiles> makeDemo(const std::filesystem::path& dir, const DemoOptions& options, TimePoint now);

}  // namespace turnout
