// turnout rehearse EVENT on|off: scans are tried out, or count from now on.
#include <memory>
#include <ostream>

#include "common/store/event_store.h"
#include "organizer/commands/command.h"

namespace turnout::commands {
namespace {

struct Options {
    std::string event, state;
};

int runRehearse(const Options& options, Io& io) {
    auto store = EventStore::open(options.event);
    if (!store) return fail(io, store.error());
    const bool on = options.state == "on";
    if (const Status done = store->rehearse(on); !done) return fail(io, done.error());
    tell(io.out, io, on ? "rehearse_on" : "rehearse_off");
    return kDone;
}

}  // namespace

void addRehearse(CommandLine& line) {
    const auto options = std::make_shared<Options>();
    CLI::App* verb = line.add("rehearse", [options](Io& io) { return runRehearse(*options, io); });
    line.event(verb, options->event);
    verb->add_option("STATE", options->state, line.text("help.rehearse"))
        ->required()
        ->check(CLI::IsMember({"on", "off"}).description(""))
        ->type_name("on|off");
}

}  // namespace turnout::commands
