// Where people keep files on this computer, and what is done with a finished document: printed, or opened.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "common/base/result.h"

namespace turnout::desk {

struct FoundFile {
    std::filesystem::path path;
    std::string name, folder;  // for people: "list.xlsx", "Downloads"
    std::filesystem::file_time_type changed{};
    bool operator==(const FoundFile&) const = default;
};

// The newest files with one of these endings (".csv", lower case) in the folders people use, at most `most`. Reads
// directories: not on the thread of the window.
std::vector<FoundFile> newestFiles(const std::vector<std::string>& endings, std::size_t most);

enum class PlaceKind { event, home, desktop, documents, downloads, recent, drive, computer };
// Home and the folders in it that people use, as far as they are there. The system's own names for them
// (user-dirs.dirs) go before the usual English and Chinese ones.
std::vector<std::pair<PlaceKind, std::filesystem::path>> usualFolders();

// "3.1 MB", "12 kB": for people.
std::string sizeWords(std::int64_t bytes);

// Home's documents folder, else home, else the working folder.
std::filesystem::path documentsFolder();

// "~/x" and "file:///x%20y" and quoted paths, as people paste them, as a path.
std::filesystem::path pathFrom(const std::string& typed);

struct PrintJob {
    std::string title;         // in the printer's queue
    std::string media = "A4";  // as CUPS names paper; always printed at its own size
};
// Sends a PDF to the system's printer (lp). Fault::device "desk.no_printer" when there is no such program, no printer,
// or it refuses.
Status printFile(const std::filesystem::path& pdf, const PrintJob& job);
// Runs one of our own programs, from the folder of this one or else from PATH, and takes what it prints; code -1 when
// it is not there.
struct ProgramAnswer {
    int code = -1;
    std::string out;
};
ProgramAnswer runOwn(const std::string& program, std::vector<std::string> words);

// Opens a file or folder in the program the person uses for it (xdg-open); false when there is none.
bool openForPerson(const std::filesystem::path& file);

}  // namespace turnout::desk
