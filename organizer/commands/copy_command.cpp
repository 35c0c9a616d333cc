// turnout copy EVENT TARGET: a consistent copy while doors are open; on a laptop it is a door.
#include <filesystem>
#include <memory>
#include <ostream>

#include "common/store/event_copy.h"
#include "organizer/commands/command.h"

namespace turnout::commands {
namespace {

struct Options {
    std::string event, target;
    bool replace = false;
};

int runCopy(const Options& options, Io& io) {
    auto store = EventStore::open(options.event);
    if (!store) return fail(io, store.error());
    const auto file = copyEvent(*store, copyTarget(options.event, options.target), options.replace, io.clock.now());
    if (!file) return fail(io, file.error());
    tell(io.out, io, "copy_done", {{"file", file->string()}});
    return kDone;
}

}  // namespace

void addCopy(CommandLine& line) {
    const auto options = std::make_shared<Options>();
    CLI::App* verb = line.add("copy", [options](Io& io) { return runCopy(*options, io); });
    line.event(verb, options->event);
    verb->add_option("TARGET", options->target, line.text("copy.target"))->required();
    verb->add_flag("--replace", options->replace, line.text("help.replace"));
}

}  // namespace turnout::commands
