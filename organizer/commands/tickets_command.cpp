// turnout tickets EVENT --out DIR: issues what is missing, draws every valid ticket that has no file in DIR yet, writes
// tickets.csv.
#include <chrono>
#include <filesystem>
#include <map>
#include <memory>
#include <ostream>
#include <set>

#include "common/domain/ticket_code.h"
#include "common/roster/table.h"
#include "common/store/event_store.h"
#include "common/store/signing.h"
#include "common/tickets/ticket_files.h"
#include "organizer/commands/command.h"

namespace turnout::commands {
namespace {

namespace fs = std::filesystem;

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

// What an earlier run left in the folder: code -> file. Only files that are there and hold no code that is not valid
// any more: a sheet with a revoked ticket is drawn anew.
std::map<std::string, std::string> drawnBefore(const fs::path& folder, const std::string& format,
                                               const std::set<std::string>& valid) {
    std::map<std::string, std::string> files;
    const auto table = readTable(folder / "tickets.csv", {"utf-8", ",", ""});
    if (!table) return files;
    std::set<std::string> spoiled;
    table->each([&](const CsvRow& row) {
        std::error_code failed;
        if (row.cells.size() < 6) return true;
        const std::string code(row.cells[0]), file(row.cells[5]);
        if (!file.ends_with("." + format) || file.starts_with("/") || file.find("..") != std::string::npos ||
            !fs::exists(folder / file, failed))
            return true;
        files[code] = file;
        if (!valid.contains(code)) spoiled.insert(file);
        return true;
    });
    std::erase_if(files, [&](const auto& entry) { return spoiled.contains(entry.second); });
    return files;
}

// A day after the event's last, in days since 1970: nobody is sent home because the evening grew late.
std::uint16_t lastDay(const EventPlan& plan) {
    const TimePoint end = plan.ends.value_or(plan.starts);
    return static_cast<std::uint16_t>(std::chrono::floor<std::chrono::days>(end).time_since_epoch().count() + 1);
}

Status signAll(EventStore& store, const EventPlan& plan, std::vector<Ticket>& tickets) {
    auto signer = TicketSigner::of(store);
    if (!signer) return signer.error();
    for (Ticket& ticket : tickets) {
        if (parseTicketCode(ticket.code).shape != CodeShape::ours) continue;
        std::uint8_t place = 0;
        for (std::size_t i = 0; i < plan.categories.size() && i < 255; ++i)
            if (plan.categories[i].id == ticket.guest.categoryId) place = static_cast<std::uint8_t>(i + 1);
        ticket.text = signer->sign({ticket.code, lastDay(plan), place});
    }
    return Done{};
}

// One list for the folder; with a folder for each university one in each, seen from there.
Status writeSendLists(const Options& options, const std::vector<TicketLine>& lines) {
    if (!options.byAffiliation) return writeSendList(options.out, lines);
    std::map<std::string, std::vector<TicketLine>> folders;
    for (const TicketLine& line : lines) {
        const auto slash = line.file.rfind('/');
        if (slash == std::string::npos) continue;
        auto& own = folders[line.file.substr(0, slash)];
        own.push_back(line);
        own.back().file = line.file.substr(slash + 1);
    }
    for (const auto& [folder, own] : folders)
        if (const Status wrote = writeSendList(fs::path(options.out) / folder, own); !wrote) return wrote;
    return Done{};
}

int runTickets(const Options& options, Io& io) {
    auto store = EventStore::open(options.event);
    if (!store) return fail(io, store.error());
    const auto plan = store->event();
    if (!plan) return fail(io, plan.error());
    // A folder that cannot be written is found before anything is issued.
    if (const Status made = makeTicketFolder(options.out); !made) return fail(io, made.error());
    const auto rows = store->issueTickets(io.clock.now());
    if (!rows) return fail(io, rows.error());

    std::set<std::string> valid;
    for (const TicketRow& row : *rows) valid.insert(row.code);
    std::map<std::string, std::string> before;
    if (!options.all) before = drawnBefore(options.out, options.format, valid);
    TicketRun run;
    std::vector<Ticket> drawn;
    std::vector<std::size_t> lineOf;
    std::vector<TicketLine> lines;
    std::int64_t fresh = 0;
    for (const TicketRow& row : *rows) {
        if (row.isNew) ++fresh;
        const Ticket ticket{row.code, row.guest, {}, row.email, row.language};
        const auto file = before.find(row.code);
        const bool kept = file != before.end();
        if (kept) run.keep.insert(file->second);
        // Another system's tickets are in their guests' hands already.
        if (!kept && (options.foreign || parseTicketCode(row.code).shape == CodeShape::ours)) {
            drawn.push_back(ticket);
            lineOf.push_back(lines.size());
        }
        lines.push_back({ticket, kept ? file->second : ""});
    }
    if (options.isSigned)
        if (const Status done = signAll(*store, *plan, drawn); !done) return fail(io, done.error());
    run.format = options.format == "png" ? TicketFormat::png : TicketFormat::pdf;
    run.layout = layouts().at(options.layout);
    run.byAffiliation = options.byAffiliation;
    {
        ProgressLine progress(io);
        run.progress = [&](std::int64_t done, std::int64_t all) { progress.show("tickets_progress", done, all); };
        const auto files = writeTicketFiles(options.out, *plan, drawn, run);
        if (!files) return fail(io, files.error());
        for (std::size_t i = 0; i < files->size(); ++i) lines[lineOf[i]].file = (*files)[i];
    }
    if (const Status wrote = writeTicketsCsv(options.out, lines); !wrote) return fail(io, wrote.error());
    if (run.format == TicketFormat::png || run.byAffiliation)
        if (const Status wrote = writeSendLists(options, lines); !wrote) return fail(io, wrote.error());
    const Args numbers{{"drawn", std::to_string(drawn.size())},
                       {"fresh", std::to_string(fresh)},
                       {"all", std::to_string(lines.size())},
                       {"kept", std::to_string(before.size())},
                       {"folder", options.out}};
    tell(io.out, io, lines.empty() ? "tickets_none" : "tickets_done", numbers);
    if (!before.empty()) tell(io.out, io, "tickets_kept", numbers);
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
