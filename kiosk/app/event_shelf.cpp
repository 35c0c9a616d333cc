#include "kiosk/app/event_shelf.h"

#include <algorithm>
#include <cstdlib>
#include <set>

#include "common/base/utf8.h"
#include "common/store/event_reader.h"

namespace turnout::kiosk {

namespace fs = std::filesystem;

ShelvedEvent shelved(const fs::path& path) {
    ShelvedEvent event;
    std::error_code error;
    event.path = fs::canonical(path, error);
    if (error) event.path = path;
    const auto tell = [&]() -> Status {
        auto reader = EventReader::open(path);
        if (!reader) return reader.error();
        auto plan = reader->event();
        if (!plan) return plan.error();
        const auto totals = reader->totals();
        if (!totals) return totals.error();
        event.name = plan->name;
        event.starts = plan->starts;
        event.zone = plan->zone;
        event.guests = totals->guests.registered;
        event.doors = plan->doors;
        for (const DoorNumbers& door : totals->byDoor)  // made while the doors were open
            if (std::none_of(event.doors.begin(), event.doors.end(),
                             [&](const DoorPlan& known) { return known.name == door.name; })) {
                DoorPlan made;
                made.name = door.name;
                event.doors.push_back(std::move(made));
            }
        return Done{};
    };
    if (const Status told = tell(); !told) event.trouble = told.error();
    return event;
}

bool isEventFile(const fs::directory_entry& entry) {
    const fs::path name = entry.path().filename();
    std::error_code ignored;
    return !name.string().starts_with('.') && inSmallLetters(name.extension().string()) == ".turnout" &&
           entry.is_regular_file(ignored);
}

std::vector<fs::path> eventFilesIn(const std::vector<fs::path>& folders, std::size_t most) {
    std::vector<std::pair<fs::file_time_type, fs::path>> found;
    std::set<fs::path> known;
    for (const fs::path& folder : folders) {
        std::error_code error;
        for (fs::directory_iterator at(folder, fs::directory_options::skip_permission_denied, error), end;
             !error && at != end; at.increment(error)) {
            std::error_code ignored;
            if (!isEventFile(*at)) continue;
            const fs::path real = fs::canonical(at->path(), ignored);
            if (ignored || !known.insert(real).second) continue;
            found.emplace_back(at->last_write_time(ignored), real);
        }
    }
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<fs::path> paths;
    for (auto& [time, path] : found)
        if (paths.size() < most) paths.push_back(std::move(path));
    return paths;
}

std::vector<fs::path> usualFolders() {
    std::vector<fs::path> folders;
    std::error_code error;
    if (fs::path here = fs::current_path(error); !error) folders.push_back(std::move(here));
    if (const char* home = std::getenv("HOME"); home != nullptr && *home != 0)
        for (const char* below : {"", "Documents", "Downloads", "Desktop", "文档", "下载", "桌面"})
            folders.push_back(fs::path(home) / below);
    for (const char* drives : {"/media", "/run/media"})
        for (fs::recursive_directory_iterator at(drives, fs::directory_options::skip_permission_denied, error), end;
             !error && at != end; at.increment(error)) {
            std::error_code ignored;
            if (!at->is_directory(ignored)) continue;
            folders.push_back(at->path());
            if (at.depth() >= 1) at.disable_recursion_pending();
        }
    return folders;
}

std::vector<fs::path> newestLyingAbout() {
    constexpr std::size_t kMostFound = 12;
    return eventFilesIn(usualFolders(), kMostFound);
}

}  // namespace turnout::kiosk
