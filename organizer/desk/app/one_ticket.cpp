#include "organizer/desk/app/one_ticket.h"

#include <stdlib.h>  // mkdtemp

#include "common/tickets/ticket_files.h"
#include "organizer/desk/app/places.h"

namespace turnout::desk {

void printOneTicket(Session& session, AttendeeId guest, const std::string& name) {
    using Printed = std::pair<std::filesystem::path, bool>;  // the page, and whether a printer took it
    session.write<Printed>(
        {"desk.tickets.printing_one", {{"name", name}}},
        [guest, now = session.clock().now()](EventStore& store, Work::Handle&) -> Result<Printed> {
            const auto plan = store.event();
            if (!plan) return plan.error();
            const auto rows = store.issueTickets(now);
            if (!rows) return rows.error();
            for (const TicketRow& row : *rows) {
                if (row.guest.id != guest) continue;
                std::string made = (std::filesystem::temp_directory_path() / "turnout-ticket-XXXXXX").string();
                if (::mkdtemp(made.data()) == nullptr)
                    return makeError(Fault::readOnly, "store.cannot_write", {{"file", made}});
                const std::filesystem::path folder = made;
                TicketRun run;
                run.layout = TicketLayout::page;
                const auto files =
                    writeTicketFiles(folder, *plan, {{row.code, row.guest, {}, row.email, row.language}}, run);
                if (!files) return files.error();
                const auto page = folder / files->front();
                if (printFile(page).ok()) {
                    std::error_code ignored;
                    std::filesystem::remove_all(folder, ignored);  // lp has a copy of its own
                    return Printed{page, true};
                }
                openForPerson(page);
                return Printed{page, false};
            }
            return makeError(Fault::notFound, "desk.guests.no_valid_ticket");
        },
        [&session, name](Result<Printed> printed) {
            if (!printed) return;
            if (printed->second) return session.tell({"desk.tickets.printed_one", {{"name", name}}});
            session.tell({"desk.tickets.not_printed", {{"file", printed->first.string()}}});
        });
}

}  // namespace turnout::desk
