// Paper: a finished document goes to the system's printer; where there is none it is opened, so that nobody stands
// there with nothing.
#pragma once

#include <functional>
#include <string>

#include "organizer/desk/app/places.h"
#include "organizer/desk/app/session.h"

namespace turnout::desk {

struct Printed {
    std::filesystem::path file;  // taken away when a printer took it
    bool taken = false;          // by a printer
};

// An empty folder that only this account can look into. Fault::readOnly when there is none to be had.
Result<std::filesystem::path> folderForPrinting();

// Prints a document of folderForPrinting(). Taken: the folder is removed, the printer has a copy of its own. Not taken:
// it is opened in the program the person uses, and stays.
Printed printAndTidy(const std::filesystem::path& file, const PrintJob& job);

// Says what became of it: `done` when a printer took it, else where it lies.
void tellPrinted(Session& session, const Printed& printed, Text done);

// Makes a PDF from the open event and prints it. `working`: shown meanwhile.
using MakePdf = std::function<Status(EventReader&, const std::filesystem::path& file)>;
void printFromEvent(Session& session, Text working, const PrintJob& job, MakePdf make, Text done);

}  // namespace turnout::desk
