// A folder of tickets: sheets to print, pictures to send, and the table that says which is whose. The folder is a
// secret of the event: 0700, its files 0600, and no file's name tells a guest or a code.
#pragma once

#include <filesystem>
#include <functional>
#include <set>
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

struct TicketRun {
    TicketFormat format = TicketFormat::pdf;
    TicketLayout layout = TicketLayout::sheet;  // of PDFs
    bool byAffiliation = false;                 // a folder for each university, each with its send list
    std::set<std::string> keep;                 // files of an earlier run that stay, as they stand in tickets.csv
    Progress progress = {};
};

// Answers the file of each ticket, in the order given, below `folder`. Files of an earlier run are kept when `keep`
// names them, else replaced, or removed when this run does not make them: a revoked ticket does not lie about in the
// folder.
Result<std::vector<std::string>> writeTicketFiles(const std::filesystem::path& folder, const EventPlan& event,
                                                  const std::vector<Ticket>& tickets, const TicketRun& run);
Result<std::vector<std::string>> writeTicketFiles(const std::filesystem::path& folder, const EventPlan& event,
                                                  const std::vector<Ticket>& tickets, TicketFormat format,
                                                  const Progress& progress = {});

// The first page as it will be printed, on white, `edge` pixels along its longer side: for a look before it is.
paint::Bitmap ticketPage(const EventPlan& event, const std::vector<Ticket>& tickets, TicketLayout layout, int edge);

struct TicketLine {
    Ticket ticket;
    std::string file;  // empty when it was not printed
};

// folder/tickets.csv: code,name,country,affiliation,category,file. Names are made safe for spreadsheets, codes stay
// exactly as they are read. Written beside and renamed.
Status writeTicketsCsv(const std::filesystem::path& folder, const std::vector<TicketLine>& lines);

// folder/send.csv, for a mail merge: name,native_name,email,language,code,seat,affiliation,file. Files are named as
// they are seen from `folder`. Lines without a file are left out.
Status writeSendList(const std::filesystem::path& folder, const std::vector<TicketLine>& lines);

// The folder's name for a university: its own name without what a file system or a shell would stumble over.
std::string affiliationFolder(const Guest& guest);

// Makes the folder (0700) with those above it; an existing one is left as it is and must be writable.
Status makeTicketFolder(const std::filesystem::path& folder);

}  // namespace turnout
