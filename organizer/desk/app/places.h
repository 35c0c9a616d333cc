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

// Home's documents folder, else home, else the working folder.
std::filesystem::path documentsFolder();

// "~/x" and "file:///x%20y" and quoted paths, as people paste them, as a path.
std::filesystem::path pathFrom(const std::string& typed);

// Sends a PDF to the system's printer (lp). Fault::device "desk.no_printer" when there is no such program or it
// refuses.
Status printFile(const std::filesystem::path& pdf);
// Opens a file or folder in the program the person uses for it (xdg-open); false when there is none.
bool openForPerson(const std::filesystem::path& file);

}  // namespace turnout::desk
