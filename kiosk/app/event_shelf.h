// The event files a door may be opened with: those opened before and those lying where people keep files.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "common/base/result.h"
#include "common/domain/event.h"

namespace turnout::kiosk {

struct ShelvedEvent {
    std::filesystem::path path;
    Names name;
    TimePoint starts{};
    Zone zone;
    std::int64_t guests = 0;
    std::vector<DoorPlan> doors;
    std::optional<Error> trouble;  // it cannot be opened: why
    bool reading = false;          // no more than its path is known yet

    bool whole() const { return !reading && !trouble; }
};

// What the file tells of itself, read only; its path without links. Fault::notFound when it is not there.
ShelvedEvent shelved(const std::filesystem::path& path);

// A file by the name of an event file; hidden ones are none of ours.
bool isEventFile(const std::filesystem::directory_entry& entry);

// Event files in these folders themselves, the newest first, at most `most`; folders that cannot be read
// hold none.
std::vector<std::filesystem::path> eventFilesIn(const std::vector<std::filesystem::path>& folders, std::size_t most);

// Where people keep files: here, home with its documents, downloads and desktop, removable drives.
std::vector<std::filesystem::path> usualFolders();

// The newest event files in the usual folders.
std::vector<std::filesystem::path> newestLyingAbout();

}  // namespace turnout::kiosk
