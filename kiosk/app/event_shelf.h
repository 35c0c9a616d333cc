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
};

// What the file tells of itself, read only.
ShelvedEvent shelved(const std::filesystem::path& path);

// Files ending in .turnout in these folders themselves, the newest first, at most `most`; folders that cannot be read
// hold none.
std::vector<std::filesystem::path> eventFilesIn(const std::vector<std::filesystem::path>& folders, std::size_t most);

// Where people keep files: here, home with its documents, downloads and desktop, removable drives.
std::vector<std::filesystem::path> usualFolders();

}  // namespace turnout::kiosk
