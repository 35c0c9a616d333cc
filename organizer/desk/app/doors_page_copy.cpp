// The copy for a laptop in four steps, what a laptop recorded, brought back, and the lists on paper.
#include "common/report/event_record.h"
#include "common/report/people_lists.h"
#include "organizer/desk/app/doors_page.h"
#include "organizer/desk/app/frame.h"
#include "organizer/desk/app/places.h"
#include "organizer/desk/app/printing.h"

namespace turnout::desk {

namespace fs = std::filesystem;

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

void DoorsPage::browseForFolder() {
    const CopyScreen& copy = screen_.copy;
    const fs::path start = copy.folder.empty() && !copy.drives.empty() ? copy.drives.front().folder : target();
    session_.chooser().open({ChooseKind::folder, {"desk.choose.copy", {}}, {}, {}, start, {}},
                            [this](const fs::path& folder) { typeFolder(folder.string()); });
}

void DoorsPage::browseForFile() {
    const CopyScreen& copy = screen_.copy;
    fs::path start = pathFrom(screen_.bringPath);
    if (start.empty() && !copy.drives.empty()) start = copy.drives.front().folder;
    session_.chooser().open(
        {ChooseKind::openFile, {"desk.choose.door_file", {}}, {"desk.doors.bring", {}}, {".turnout"}, start, {}},
        [this](const fs::path& file) { bringBack(file); });
}

fs::path DoorsPage::target() const {
    const CopyScreen& copy = screen_.copy;
    if (copy.drive) return copy.drives[*copy.drive].folder;
    return copy.folder.empty() ? fs::path() : pathFrom(copy.folder);
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

void DoorsPage::printDoorList() {
    printFromEvent(
        session_, {"desk.doors.printing_list", {}}, {session_.say("paper.door_list")},
        [now = session_.clock().now(), lang = session_.lang()](EventReader& reader, const fs::path& file) -> Status {
            const auto list = doorList(reader, now, lang);
            return list ? writePeoplePdf(file, *list) : Status(list.error());
        },
        {"desk.doors.printed_list", {}});
}

void DoorsPage::printInside() {
    printFromEvent(
        session_, {"desk.doors.printing_inside", {}}, {session_.say("desk.doors.print_inside")},
        [now = session_.clock().now(), lang = session_.lang()](EventReader& reader, const fs::path& file) -> Status {
            const auto list = insideList(reader, now, lang);
            return list ? writePeoplePdf(file, *list) : Status(list.error());
        },
        {"desk.doors.printed_inside", {}});
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
