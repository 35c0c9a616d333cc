// turnout copy EVENT TARGET: a consistent copy while doors are open; on a laptop it is a door.
#include <filesystem>
#include <memory>
#include <ostream>

#include "common/store/event_store.h"
#include "organizer/commands/command.h"
#include "organizer/commands/replacing.h"

namespace turnout::commands {
namespace {

namespace fs = std::filesystem;

struct Options {
    std::string event, target;
    bool replace = false;
};

int runCopy(const Options& options, Io& io) {
    std::error_code failed;
    fs::path target = options.target;
    if (fs::is_directory(target, failed)) target /= fs::path(options.event).filename();
    if (fs::equivalent(target, options.event, failed))
        return failWith(io, kCouldNot, "copy_onto_itself", {{"file", options.event}});
    auto store = EventStore::open(options.event);
    if (!store) return fail(io, store.error());
    auto replacing = Replacing::begin(target, options.replace);
    if (!replacing) return fail(io, replacing.error());
    if (const Status copied = store->copyTo(target, io.clock.now()); !copied) return fail(io, copied.error());
    replacing->keep();
    tell(io.out, io, "copy_done", {{"file", target.string()}});
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
