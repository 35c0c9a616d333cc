// Events for the start page that lie on no disk, and disks that answer at once.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "kiosk/app/start_reader.h"

namespace turnout::kiosk::test {

inline ShelvedEvent gala(const char* name, std::vector<std::string> doors) {
    ShelvedEvent event;
    event.path = std::string("/events/") + name + ".turnout";
    event.name = {name, "晚会"};
    event.starts = *parseIso("2023-11-17T19:00:00+08:00");
    event.zone = *Zone::named("Asia/Shanghai");
    for (std::string& door : doors) {
        DoorPlan plan;
        plan.name = std::move(door);
        event.doors.push_back(std::move(plan));
    }
    return event;
}

// A drive with two events on it, one of them in a folder.
inline Disks aDrive() {
    Disks drive;
    drive.folder = [](const std::filesystem::path& folder) -> FolderListing {
        if (folder == "/media/stick/") return {{{"/media/stick/old", true}, {"/media/stick/Ball.turnout", false}}};
        if (folder == "/media/stick/old/") return {{{"/media/stick/old/Fete.turnout", false}}};
        return {};
    };
    drive.event = [](const std::filesystem::path& file) {
        ShelvedEvent event = gala(file.stem().c_str(), {"North"});
        event.path = file;
        return event;
    };
    drive.lyingAbout = [] { return std::vector<std::filesystem::path>(); };
    return drive;
}

// All that the page wants read, read and handed over.
inline void serve(StartPresenter& page, const Disks& disks) {
    for (auto wanted = page.wanted(); !wanted.empty(); wanted = page.wanted())
        for (const Unread& unread : wanted) readNow(unread, disks)(page);
}

}  // namespace turnout::kiosk::test
