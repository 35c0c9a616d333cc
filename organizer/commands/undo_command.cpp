// turnout undo EVENT --door NAME --reason TEXT: takes back the door's last admission or exit.
#include <memory>
#include <ostream>

#include "organizer/commands/answering.h"

namespace turnout::commands {
namespace {

struct Options {
    std::string event, door, reason;
};

int runUndo(const Options& options, Io& io) {
    auto store = EventStore::open(options.event);
    if (!store) return fail(io, store.error());
    const auto plan = store->event();
    if (!plan) return fail(io, plan.error());
    const TimePoint now = io.clock.now();
    const auto door = store->doorNamed(options.door, now);
    if (!door) return fail(io, door.error());
    const auto undone = store->undoLast(door->id, options.reason, "", now);
    if (!undone) return fail(io, undone.error());
    io.out << answerLine(*undone, plan->zone, io.lang) << '\n';
    return kDone;
}

}  // namespace

void addUndo(CommandLine& line) {
    const auto options = std::make_shared<Options>();
    CLI::App* verb = line.add("undo", [options](Io& io) { return runUndo(*options, io); });
    line.event(verb, options->event);
    verb->add_option("--door", options->door, line.text("help.door"))->required()->type_name("NAME");
    verb->add_option("--reason", options->reason, line.text("help.reason"))->required()->type_name("TEXT");
}

}  // namespace turnout::commands
