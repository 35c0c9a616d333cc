// turnout revoke EVENT CODE --reason TEXT: the ticket no longer admits.
#include <memory>
#include <ostream>

#include "common/domain/ticket_code.h"
#include "common/store/event_store.h"
#include "organizer/commands/command.h"

namespace turnout::commands {
namespace {

struct Options {
    std::string event, code, reason;
};

int runRevoke(const Options& options, Io& io) {
    auto store = EventStore::open(options.event);
    if (!store) return fail(io, store.error());
    const auto ticket = store->revoke(options.code, options.reason, io.clock.now());
    if (!ticket) return fail(io, ticket.error());
    tell(io.out, io, "revoke_done",
         {{"code", groupedCode(ticket->code)}, {"name", cleanForScreen(ticket->guest.name)}});
    return kDone;
}

}  // namespace

void addRevoke(CommandLine& line) {
    const auto options = std::make_shared<Options>();
    CLI::App* verb = line.add("revoke", [options](Io& io) { return runRevoke(*options, io); });
    line.event(verb, options->event);
    verb->add_option("CODE", options->code, line.text("help.code"))->required();
    verb->add_option("--reason", options->reason, line.text("help.reason"))->required()->type_name("TEXT");
}

}  // namespace turnout::commands
