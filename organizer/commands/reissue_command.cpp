// turnout reissue EVENT CODE --reason TEXT: a new ticket in place of one; prints the new code and nothing else.
#include <memory>
#include <ostream>

#include "common/store/event_store.h"
#include "organizer/commands/command.h"

namespace turnout::commands {
namespace {

struct Options {
    std::string event, code, reason;
};

int runReissue(const Options& options, Io& io) {
    auto store = EventStore::open(options.event);
    if (!store) return fail(io, store.error());
    const auto ticket = store->reissue(options.code, options.reason, io.clock.now());
    if (!ticket) return fail(io, ticket.error());
    io.out << ticket->code << '\n';
    return kDone;
}

}  // namespace

void addReissue(CommandLine& line) {
    const auto options = std::make_shared<Options>();
    CLI::App* verb = line.add("reissue", [options](Io& io) { return runReissue(*options, io); });
    line.event(verb, options->event);
    verb->add_option("CODE", options->code, line.text("help.code"))->required();
    verb->add_option("--reason", options->reason, line.text("help.reason"))->required()->type_name("TEXT");
}

}  // namespace turnout::commands
