// turnout merge EVENT DOOR...: what doors on other machines recorded, brought into one event.
#include <filesystem>
#include <memory>
#include <ostream>

#include "common/report/event_record.h"
#include "common/store/event_store.h"
#include "organizer/commands/command.h"

namespace turnout::commands {
namespace {

namespace fs = std::filesystem;

struct Options {
    std::string event;
    std::vector<std::string> doors;
};

int tellDoubles(const Options& options, Io& io) {
    auto reader = EventReader::open(options.event);
    if (!reader) return fail(io, reader.error());
    const auto record = [&] {
        ProgressLine progress(io);
        return readRecord(*reader, io.clock.now(),
                          [&](std::int64_t done, std::int64_t all) { progress.show("report_progress", done, all); });
    }();
    if (!record) return fail(io, record.error());
    const Zone& zone = record->plan.zone;
    const auto time = [&](TimePoint at) { return zone.date(at) + " " + zone.clockTimeWithSeconds(at); };
    for (const DoubleAdmission& one : record->doubles)
        io.out << say(Text{"report.doubles_row",
                           {{"name", one.name},
                            {"first", time(one.first)},
                            {"door", cleanForScreen(one.firstDoor)},
                            {"second", time(one.second)},
                            {"other", cleanForScreen(one.secondDoor)}}},
                      io.lang)
               << '\n';
    tell(io.out, io, "merge_now",
         {{"arrived", std::to_string(record->totals.guests.arrived)},
          {"registered", std::to_string(record->totals.guests.registered)},
          {"n", std::to_string(record->doubles.size())}});
    return kDone;
}

int runMerge(const Options& options, Io& io) {
    {
        auto store = EventStore::open(options.event);
        if (!store) return fail(io, store.error());
        const auto all = static_cast<std::int64_t>(options.doors.size());
        std::int64_t done = 0;
        for (const std::string& door : options.doors) {
            std::error_code failed;
            if (fs::equivalent(door, options.event, failed))
                return failWith(io, kCouldNot, "merge_itself", {{"file", door}});
            const auto outcome = [&] {
                ProgressLine progress(io);
                progress.show("merge_progress", ++done, all);
                return store->unite(door, io.clock.now());
            }();
            if (!outcome) return fail(io, outcome.error());
            tell(io.out, io, "merge_done",
                 {{"file", door}, {"n", std::to_string(outcome->scans)}, {"guests", std::to_string(outcome->guests)}});
        }
    }
    return tellDoubles(options, io);
}

}  // namespace

void addMerge(CommandLine& line) {
    const auto options = std::make_shared<Options>();
    CLI::App* verb = line.add("merge", [options](Io& io) { return runMerge(*options, io); });
    line.event(verb, options->event);
    verb->add_option("DOOR", options->doors, line.text("merge.door"))->required();
}

}  // namespace turnout::commands
