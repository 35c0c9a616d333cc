#include "organizer/desk/app/printing.h"

#include <stdlib.h>  // mkdtemp

namespace turnout::desk {

namespace fs = std::filesystem;

Result<fs::path> folderForPrinting() {
    std::error_code failed;
    std::string made = (fs::temp_directory_path(failed) / "turnout-print-XXXXXX").string();
    if (::mkdtemp(made.data()) == nullptr) return makeError(Fault::readOnly, "store.cannot_write", {{"file", made}});
    return fs::path(made);
}

Printed printAndTidy(const fs::path& file, const PrintJob& job) {
    Printed printed{file, printFile(file, job).ok()};
    std::error_code ignored;
    if (printed.taken)
        fs::remove_all(file.parent_path(), ignored);
    else
        openForPerson(file);
    return printed;
}

void tellPrinted(Session& session, const Printed& printed, Text done) {
    if (printed.taken) return session.tell(std::move(done));
    session.trouble(makeError(Fault::device, "desk.no_printer", {{"file", printed.file.string()}}));
}

void printFromEvent(Session& session, Text working, const PrintJob& job, MakePdf make, Text done) {
    session.read<Printed>(
        std::move(working),
        [job, make = std::move(make)](EventReader& reader, Work::Handle&) -> Result<Printed> {
            const auto folder = folderForPrinting();
            if (!folder) return folder.error();
            const fs::path file = *folder / "turnout.pdf";
            if (const Status made = make(reader, file); !made) {
                std::error_code ignored;
                fs::remove_all(*folder, ignored);
                return made.error();
            }
            return printAndTidy(file, job);
        },
        [&session, done = std::move(done)](const Result<Printed>& printed) {
            if (!printed) return session.trouble(printed.error());
            tellPrinted(session, *printed, done);
        });
}

}  // namespace turnout::desk
