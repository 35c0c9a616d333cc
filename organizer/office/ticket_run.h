// Tickets for an event, into a folder: issues what is missing, draws every valid ticket that has no file there yet,
// writes tickets.csv and the send lists.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>

#include "common/store/event_store.h"
#include "common/tickets/ticket_files.h"

namespace turnout {

struct TicketOrder {
    std::filesystem::path folder;
    TicketFormat format = TicketFormat::pdf;
    TicketLayout layout = TicketLayout::sheet;
    bool foreign = false;        // another system's tickets too; they are in their guests' hands already
    bool all = false;            // draw those again that are in the folder
    bool byAffiliation = false;  // a folder for each university
    bool isSigned = false;
    Progress progress = {};
};

struct TicketsMade {
    std::int64_t drawn = 0, issued = 0, all = 0,
                 kept = 0;  // all: valid tickets of the event; kept: in the folder before
};

// A folder that cannot be written is found before anything is issued.
Result<TicketsMade> makeTickets(EventStore& store, const TicketOrder& order, TimePoint now);

}  // namespace turnout
