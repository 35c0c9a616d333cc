#include "display/app/health.h"

#include <algorithm>
#include <utility>

namespace turnout::display {
namespace {

constexpr std::int64_t kOld = 5;    // seconds; it answers many times in one
constexpr int kSlowFrame = 100;     // ms; a hall sees it stumble
constexpr std::size_t kShown = 40;  // characters of a file's name

// What the operator can do about it, who has no command line at hand; the store's sentence speaks to one who has.
Text troubleText(const Error& error, const std::string& file) {
    const auto text = [&](const char* key) { return Text{key, {{"file", shorten(cleanForScreen(file), kShown)}}}; };
    switch (error.fault) {
        case Fault::notFound:
        case Fault::replaced: return text("display.trouble.gone");
        case Fault::notOurs: return text("display.trouble.not_ours");
        case Fault::corrupt: return text("display.trouble.damaged");
        case Fault::newerSchema: return text("display.trouble.newer");
        case Fault::inUse:
        case Fault::busy: return text("display.trouble.held");
        case Fault::readOnly: return text("display.trouble.no_right");
        case Fault::diskError: return text("display.trouble.disk");
        case Fault::wrongUsage:
        case Fault::badInput:
        case Fault::unsafePlace:
        case Fault::diskFull:
        case Fault::device:
        case Fault::refusedByRules: return error.text;
    }
    return error.text;
}

}  // namespace

Health healthOf(const HealthSource& source) {
    using Step = ClockNews::Step;
    Health health;
    std::string quiet;
    std::int64_t quietDoors = 0;
    for (const DoorRow& door : source.doors) {
        if (!door.quiet) continue;
        if (!quiet.empty()) quiet += source.lang == Lang::zh ? "、" : ", ";
        quiet += door.name;
        ++quietDoors;
    }
    health.file = !source.trouble && source.dataAge < kOld;
    health.clock = source.clock.step == Step::unheard || source.clock.step == Step::inStep;
    health.doors = quietDoors == 0;
    health.picture = source.worstFrameMs < kSlowFrame;
    const std::pair<std::string, std::string> count{"count", std::to_string(quietDoors)};
    if (source.trouble) {
        health.state = {"display.operator.state_file", {}};
        health.meaning = troubleText(*source.trouble, source.file);
    } else if (!health.file) {
        health.state = {"display.operator.state_silent", {}};
        health.meaning = Text{"display.trouble.silent", {{"file", shorten(cleanForScreen(source.file), kShown)}}};
    } else if (!health.clock) {
        health.state = {"display.operator.state_clock", {}};
        health.meaning = Text{"display.operator.clock_means", {}};
    } else if (!health.doors) {
        health.state = quietDoors == 1 ? Text{"display.operator.state_quiet", {}}
                                       : Text{"display.operator.state_quiet_many", {count}};
        health.meaning = Text{"display.operator.quiet_means", {count, {"doors", quiet}}};
    } else if (!health.picture) {
        health.state = {"display.operator.state_slow", {}};
        health.meaning = Text{"display.operator.slow_means", {}};
    } else {
        health.state = {"display.operator.state_well", {}};
    }
    return health;
}

}  // namespace turnout::display
