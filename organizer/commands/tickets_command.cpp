// turnout tickets EVENT --out DIR: issues what is missing, draws every valid ticket, writes tickets.csv.
#include <memory>
#include <ostream>

#include "common/domain/ticket_code.h"
#include "common/store/event_store.h"
#include "common/tickets/ticket_files.h"
#include "organizer/commands/command.h"

namespace turnout::commands {
namespace {

struct Options {
    std::string event, out, format = "pdf";
    bool foreign = false;
};

int runTickets(const Options& options, Io& io) {
    auto store = EventStore::open(options.event);
    if (!store) return fail(io, store.error());
    const auto plan = store->event();
    if (!plan) return fail(io, plan.error());
    // A folder that cannot be written is found before anything is issued.
    if (const Status made = makeTicketFolder(options.out); !made) return fail(io, made.error());
    const auto rows = store->issueTickets(io.clock.now());
    if (!rows) return fail(io, rows.error());

    std::vector<Ticket> drawn;
    std::vector<std::size_t> lineOf;
    std::vector<TicketLine> lines;
    std::int64_t fresh = 0;
    for (const TicketRow& row : *rows) {
        if (row.isNew) ++fresh;
        // Another system's tickets are in their guests' hands already.
        if (options.foreign || parseTicketCode(row.code).shape == CodeShape::ours) {
            drawn.push_back({row.code, row.guest});
            lineOf.push_back(lines.size());
        }
        lines.push_back({{row.code, row.guest}, ""});
    }
    const auto format = options.format == "png" ? TicketFormat::png : TicketFormat::pdf;
    {
        ProgressLine progress(io);
        const auto files = writeTicketFiles(
            options.out, *plan, drawn, format,
            [&](std::int64_t done, std::int64_t all) { progress.show("tickets_progress", done, all); });
        if (!files) return fail(io, files.error());
        for (std::size_t i = 0; i < files->size(); ++i) lines[lineOf[i]].file = (*files)[i];
    }
    if (const Status wrote = writeTicketsCsv(options.out, lines); !wrote) return fail(io, wrote.error());
    tell(io.out, io, lines.empty() ? "tickets_none" : "tickets_done",
         {{"drawn", std::to_string(drawn.size())},
          {"fresh", std::to_string(fresh)},
          {"all", std::to_string(lines.size())},
          {"folder", options.out}});
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
    verb->add_flag("--foreign", options->foreign, line.text("tickets.foreign"));
}

}  // namespace turnout::commands
