// A folder of tickets: sheets to print, pictures to send, and the table that says which is whose. The folder is a
// secret of the event: 0700, its files 0600, and no file's name tells a guest or a code.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "common/base/result.h"
#include "common/tickets/ticket_art.h"

namespace turnout {

enum class TicketFormat {
    pdf,  // tickets-001.pdf ...: A4, four to a page, cut marks; a file for each university while these are few
    png,  // ticket-0001.png ...: one picture for each guest
};

using Progress = std::function<void(std::int64_t done, std::int64_t all)>;  // may be empty

// Answers the file of each ticket, in the order given. Files of an earlier run with these names are replaced, or
// removed when this run does not make them: a revoked ticket does not lie about in the folder.
Result<std::vector<std::string>> writeTicketFiles(const std::filesystem::path& folder, const EventPlan& event,
                                                  const std::vector<Ticket>& tickets, TicketFormat format,
                                                  const Progress& progress = {});

struct TicketLine {
    Ticket ticket;
    std::string file;  // empty when it was not printed
};

// folder/tickets.csv: code,name,country,affiliation,category,file. Names are made safe for spreadsheets, codes stay
// exactly as they are read. Written beside and renamed.
Status writeTicketsCsv(const std::filesystem::path& folder, const std::vector<TicketLine>& lines);

// Makes the folder (0700) with those above it; an existing one is left as it is and must be writable.
Status makeTicketFolder(const std::filesystem::path& folder);

}  // namespace turnout
