#include "display/app/health.h"

#include <algorithm>
#include <utility>

namespace turnout::display {
namespace {

constexpr std::int64_t kOld = 5;    // seconds; it answers many times in one
constexpr std::size_t kShown = 40;  // characters of a file's or an event's name

std::string shown(const std::string& name) {
    return shorten(cleanForScreen(name), kShown);
}

// What the operator can do about it, who has no command line at hand; the store's sentence speaks to one who has.
Text troubleText(const Error& error, const std::string& file) {
    const auto text = [&](const char* key) { return Text{key, {{"file", shown(file)}}}; };
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

Text outputText(const std::string& monitor) {
    return {"display.operator.output_means", {{"screen", monitor}}};
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
    health.output = source.awaited.empty();
    health.sameEvent = !source.newEvent;
    health.picture = !source.picture.stumbles;
    const std::pair<std::string, std::string> count{"count", std::to_string(quietDoors)};
    if (source.trouble) {
        health.state = {"display.operator.state_file", {}};
        health.meaning = troubleText(*source.trouble, source.file);
    } else if (!health.file) {
        health.state = {"display.operator.state_silent", {}};
        health.meaning = Text{"display.trouble.silent", {{"file", shown(source.file)}}};
    } else if (!health.output) {
        health.state = {"display.operator.state_output", {{"screen", source.awaited}}};
        health.meaning = outputText(source.awaited);
    } else if (!health.sameEvent) {
        health.state = {"display.operator.state_event", {}};
        health.meaning = Text{"display.operator.event_means",
                              {{"file", shown(source.file)}, {"event", shown(source.newEvent->in(source.lang))}}};
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

std::vector<Text> awaitedTexts(const std::string& file, const std::optional<Error>& trouble,
                               const std::string& monitor) {
    std::vector<Text> texts{{"display.waiting_for", {{"file", shown(file)}}}};
    if (trouble && (trouble->fault == Fault::notFound || trouble->fault == Fault::replaced))  // it never was there
        texts.push_back({"display.trouble.awaited", {{"file", shown(file)}}});
    else if (trouble)
        texts.push_back(troubleText(*trouble, file));
    if (!monitor.empty()) texts.push_back(outputText(monitor));
    return texts;
}

}  // namespace turnout::display
