// turnout tickets EVENT --out DIR: issues what is missing, draws every valid ticket that has no file in DIR yet, writes
// tickets.csv.
#include <map>
#include <memory>
#include <ostream>

#include "organizer/commands/command.h"
#include "organizer/office/ticket_run.h"

namespace turnout::commands {
namespace {

struct Options {
    std::string event, out, format = "pdf", layout = "sheet";
    bool foreign = false, all = false, byAffiliation = false, isSigned = false;
};

const std::map<std::string, TicketLayout>& layouts() {
    static const std::map<std::string, TicketLayout> all{{"sheet", TicketLayout::sheet},
                                                         {"page", TicketLayout::page},
                                                         {"label", TicketLayout::label},
                                                         {"4x6", TicketLayout::card}};
    return all;
}

int runTickets(const Options& options, Io& io) {
    auto store = EventStore::open(options.event);
    if (!store) return fail(io, store.error());
    TicketOrder order;
    order.folder = options.out;
    order.format = options.format == "png" ? TicketFormat::png : TicketFormat::pdf;
    order.layout = layouts().at(options.layout);
    order.foreign = options.foreign;
    order.all = options.all;
    order.byAffiliation = options.byAffiliation;
    order.isSigned = options.isSigned;
    TicketsMade made;
    {
        ProgressLine progress(io);
        order.progress = [&](std::int64_t done, std::int64_t all) { progress.show("tickets_progress", done, all); };
        const auto tickets = makeTickets(*store, order, io.clock.now());
        if (!tickets) return fail(io, tickets.error());
        made = *tickets;
    }
    const Args numbers{{"drawn", std::to_string(made.drawn)},
                       {"fresh", std::to_string(made.issued)},
                       {"all", std::to_string(made.all)},
                       {"kept", std::to_string(made.kept)},
                       {"folder", options.out}};
    tell(io.out, io, made.all == 0 ? "tickets_none" : "tickets_done", numbers);
    if (made.kept > 0) tell(io.out, io, "tickets_kept", numbers);
    return kDone;
}

}  // namespace

void addTickets(CommandLine& line) {
    const auto options = std::make_shared<Options>();
    CLI::App* verb = line.add("tickets", [options](Io& io) { return runTickets(*options, io); });
    line.event(verb, options->event);
    verb->add_option("--out", options->out, line.text("tickets.out"))->required()->type_name("DIR");
    verb->add_option("--format", options->format, line.text("tickets.format"))
        ->check(CLI::IsMember({"pdf", "png"}).description(""))
        ->type_name("pdf|png");
    verb->add_option("--layout", options->layout, line.text("tickets.layout"))
        ->check(CLI::IsMember({"sheet", "page", "label", "4x6"}).description(""))
        ->type_name("sheet|page|label|4x6");
    verb->add_flag("--all", options->all, line.text("tickets.all"));
    verb->add_flag("--by-affiliation", options->byAffiliation, line.text("tickets.by_affiliation"));
    verb->add_flag("--signed", options->isSigned, line.text("tickets.signed"));
    verb->add_flag("--foreign", options->foreign, line.text("tickets.foreign"));
}

}  // namespace turnout::commands
