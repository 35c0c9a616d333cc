// The copy for a laptop in four steps, and what a laptop recorded, brought back.
#include <cstdio>

#include "common/report/event_record.h"
#include "organizer/desk/app/doors_page.h"
#include "organizer/desk/app/frame.h"

namespace turnout::desk {
namespace {

namespace fs = std::filesystem;

// "3.1 MB".
std::string sizeWords(std::int64_t bytes) {
    const char* unit = bytes >= 1'000'000'000 ? "GB" : "MB";
    const double number = static_cast<double>(bytes) / (bytes >= 1'000'000'000 ? 1e9 : 1e6);
    char text[32];
    std::snprintf(text, sizeof text, "%.1f %s", number, unit);
    return text;
}

}  // namespace

void DoorsPage::lookForDrives() {
    session_.work().quietly([this](Work::Handle&) -> Work::Then {
        auto drives = std::make_shared<std::vector<Drive>>(drivesNow());
        return [this, drives] {
            CopyScreen& copy = screen_.copy;
            if (copy.running || copy.step == CopyStep::take || copy.drives == *drives) return;
            copy.drives = *drives;
            copy.drive.reset();
            if (copy.drives.size() == 1 && copy.folder.empty()) copy.drive = 0;
        };
    });
}

void DoorsPage::chooseDrive(std::size_t drive) {
    if (screen_.copy.running || drive >= screen_.copy.drives.size()) return;
    screen_.copy.drive = drive;
    screen_.copy.folder.clear();
    screen_.copy.exists = false;
    screen_.copy.trouble.reset();
}

void DoorsPage::typeFolder(std::string folder) {
    screen_.copy.folder = std::move(folder);
    screen_.copy.drive.reset();
    screen_.copy.exists = false;
    screen_.copy.trouble.reset();
}

fs::path DoorsPage::target() const {
    const CopyScreen& copy = screen_.copy;
    if (copy.drive) return copy.drives[*copy.drive].folder;
    return copy.folder.empty() ? fs::path() : fs::path(copy.folder);
}

void DoorsPage::copyAgain() {
    if (screen_.copy.running) return;
    CopyScreen fresh;
    fresh.drives = screen_.copy.drives;
    fresh.drive = screen_.copy.drive;
    fresh.folder = screen_.copy.folder;
    screen_.copy = std::move(fresh);
}

void DoorsPage::copy() {
    const fs::path where = target();
    if (where.empty() || screen_.copy.running || session_.event() == nullptr) return;
    const bool replace = screen_.copy.exists;  // said beside the button the second time
    screen_.copy.running = true;
    screen_.copy.step = CopyStep::copy;
    screen_.copy.trouble.reset();
    session_.write<CheckedCopy>(
        Text{"desk.doors.copying", {}},
        [where, replace, now = session_.clock().now()](EventStore& store, Work::Handle& handle) {
            const CopySteps steps{[&](CopySteps::Step step, double share) {
                const double all = step == CopySteps::Step::making    ? 0.1 * share
                                   : step == CopySteps::Step::writing ? 0.1 + (kChecking - 0.1) * share
                                                                      : kChecking + (1 - kChecking) * share;
                handle.progress(
                    all, Text{step == CopySteps::Step::checking ? "desk.doors.checking" : "desk.doors.copying", {}});
                return !handle.cancelled();
            }};
            return copyEventChecked(store, where, replace, now, steps);
        },
        [this](Result<CheckedCopy> done) {
            CopyScreen& copy = screen_.copy;
            copy.running = false;
            if (!done) {
                copy.step = CopyStep::drive;
                copy.trouble = done.error().text;
                copy.exists = done.error().text.key == "store.exists";
                if (copy.exists) session_.dismissToast();  // it is asked in the steps
                return;
            }
            copy.step = CopyStep::take;
            copy.exists = false;
            copy.file = done->file.filename().string();
            copy.size = sizeWords(done->bytes);
            copy.guests = done->guests;
            noteCopied(*done);
        });
}

void DoorsPage::noteCopied(const CheckedCopy& done) {
    if (!screen_.selected) return;
    const fs::path folder = done.file.parent_path();
    const DoorCopy note{folder.filename().string(), done.machine, session_.clock().now()};
    session_.write<Done>(
        Text{"desk.doors.saving", {}},
        [path = session_.event()->path, id = records_[*screen_.selected].id, note](EventStore&, Work::Handle&) {
            return noteCopy(path, id, note);
        },
        [this](Result<Done>) { version_ = 0; });
}

void DoorsPage::bringBack(const fs::path& file) {
    if (session_.event() == nullptr || file.empty()) return;
    struct Brought {
        UniteOutcome outcome;
        std::size_t doubles = 0;
    };
    session_.write<Brought>(
        Text{"desk.doors.bringing", {{"file", file.filename().string()}}},
        [file, path = session_.event()->path, now = session_.clock().now()](EventStore& store,
                                                                            Work::Handle&) -> Result<Brought> {
            std::error_code failed;
            if (fs::equivalent(file, path, failed))
                return makeError(Fault::inUse, "desk.doors.bring_itself", {{"file", file.filename().string()}});
            const auto outcome = store.unite(file, now);
            if (!outcome) return outcome.error();
            auto reader = EventReader::open(path);
            if (!reader) return reader.error();
            const auto record = readRecord(*reader, now);
            if (!record) return record.error();
            return Brought{*outcome, record->doubles.size()};
        },
        [this](Result<Brought> done) {
            if (!done) return;
            screen_.bringPath.clear();
            session_.tell({done->doubles > 0 ? "desk.doors.brought_doubles" : "desk.doors.brought",
                           {{"n", grouped(done->outcome.scans)},
                            {"guests", grouped(done->outcome.guests)},
                            {"doubles", std::to_string(done->doubles)}}});
        });
}

}  // namespace turnout::desk
