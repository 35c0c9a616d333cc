#include "organizer/office/ticket_run.h"

#include <chrono>
#include <map>
#include <set>

#include "common/domain/ticket_code.h"
#include "common/roster/table.h"
#include "common/store/signing.h"

namespace turnout {
namespace {

namespace fs = std::filesystem;

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
Status writeSendLists(const TicketOrder& order, const std::vector<TicketLine>& lines) {
    if (!order.byAffiliation) return writeSendList(order.folder, lines);
    std::map<std::string, std::vector<TicketLine>> folders;
    for (const TicketLine& line : lines) {
        const auto slash = line.file.rfind('/');
        if (slash == std::string::npos) continue;
        auto& own = folders[line.file.substr(0, slash)];
        own.push_back(line);
        own.back().file = line.file.substr(slash + 1);
    }
    for (const auto& [folder, own] : folders)
        if (const Status wrote = writeSendList(order.folder / folder, own); !wrote) return wrote;
    return Done{};
}

}  // namespace

Result<TicketsMade> makeTickets(EventStore& store, const TicketOrder& order, TimePoint now) {
    const auto plan = store.event();
    if (!plan) return plan.error();
    if (const Status made = makeTicketFolder(order.folder); !made) return made.error();
    const auto rows = store.issueTickets(now);
    if (!rows) return rows.error();

    std::set<std::string> valid;
    for (const TicketRow& row : *rows) valid.insert(row.code);
    std::map<std::string, std::string> before;
    const std::string ending = order.format == TicketFormat::png ? "png" : "pdf";
    if (!order.all) before = drawnBefore(order.folder, ending, valid);
    TicketRun run;
    std::vector<Ticket> drawn;
    std::vector<std::size_t> lineOf;
    std::vector<TicketLine> lines;
    TicketsMade made;
    for (const TicketRow& row : *rows) {
        if (row.isNew) ++made.issued;
        const Ticket ticket{row.code, row.guest, {}, row.email, row.language};
        const auto file = before.find(row.code);
        const bool kept = file != before.end();
        if (kept) run.keep.insert(file->second);
        // Another system's tickets are in their guests' hands already.
        if (!kept && (order.foreign || parseTicketCode(row.code).shape == CodeShape::ours)) {
            drawn.push_back(ticket);
            lineOf.push_back(lines.size());
        }
        lines.push_back({ticket, kept ? file->second : ""});
    }
    if (order.isSigned)
        if (const Status done = signAll(store, *plan, drawn); !done) return done.error();
    run.format = order.format;
    run.layout = order.layout;
    run.byAffiliation = order.byAffiliation;
    run.progress = order.progress;
    const auto files = writeTicketFiles(order.folder, *plan, drawn, run);
    if (!files) return files.error();
    for (std::size_t i = 0; i < files->size(); ++i) lines[lineOf[i]].file = (*files)[i];
    if (const Status wrote = writeTicketsCsv(order.folder, lines); !wrote) return wrote.error();
    if (run.format == TicketFormat::png || run.byAffiliation)
        if (const Status wrote = writeSendLists(order, lines); !wrote) return wrote.error();
    made.drawn = static_cast<std::int64_t>(drawn.size());
    made.all = static_cast<std::int64_t>(lines.size());
    made.kept = static_cast<std::int64_t>(before.size());
    return made;
}

}  // namespace turnout
