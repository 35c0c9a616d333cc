#include "organizer/desk/app/one_ticket.h"

#include "common/tickets/ticket_files.h"
#include "organizer/desk/app/printing.h"

namespace turnout::desk {
namespace {

// The code of the guest's valid ticket. Fault::notFound when there is none.
Result<std::string> validTicket(const std::filesystem::path& event, AttendeeId guest) {
    auto reader = EventReader::open(event);
    if (!reader) return reader.error();
    std::string code;
    if (const Status read = reader->records([&](const GuestRecord& record) {
            if (record.id == guest) code = record.ticket;
        });
        !read)
        return read.error();
    if (code.empty()) return makeError(Fault::notFound, "desk.guests.no_valid_ticket");
    return code;
}

}  // namespace

void printOneTicket(Session& session, AttendeeId guest, const std::string& name) {
    session.write<Printed>(
        {"desk.tickets.printing_one", {{"name", name}}},
        [guest, name, now = session.clock().now()](EventStore& store, Work::Handle&) -> Result<Printed> {
            const auto plan = store.event();
            if (!plan) return plan.error();
            const auto rows = store.issueTickets(now);
            if (!rows) return rows.error();
            for (const TicketRow& row : *rows) {
                if (row.guest.id != guest) continue;
                const auto folder = folderForPrinting();
                if (!folder) return folder.error();
                TicketRun run;
                run.layout = TicketLayout::page;
                const auto files =
                    writeTicketFiles(*folder, *plan, {{row.code, row.guest, {}, row.email, row.language}}, run);
                if (!files) return files.error();
                return printAndTidy(*folder / files->front(), {name});
            }
            return makeError(Fault::notFound, "desk.guests.no_valid_ticket");
        },
        [&session, name](const Result<Printed>& printed) {
            if (printed) tellPrinted(session, *printed, {"desk.tickets.printed_one", {{"name", name}}});
        });
}

void askForNewTicket(Session& session, AttendeeId guest, const std::string& name) {
    const auto reissue = [&session, guest, name] {
        session.write<TicketRow>(
            {"desk.guests.saving", {{"name", name}}},
            [guest, reason = session.say("desk.guests.new_ticket_reason"), now = session.clock().now()](
                EventStore& store, Work::Handle&) -> Result<TicketRow> {
                const auto code = validTicket(store.path(), guest);
                if (!code) return code.error();
                return store.reissue(*code, reason, now);
            },
            [&session, guest, name](const Result<TicketRow>& ticket) {
                if (ticket) session.tell({"desk.guests.new_ticket_done", {{"name", name}}});
            });
    };
    session.ask({{"desk.guests.new_ticket_title", {{"name", name}}},
                 {"desk.guests.new_ticket_does", {}},
                 {"desk.guests.new_ticket_act", {}}},
                reissue);
}

}  // namespace turnout::desk
