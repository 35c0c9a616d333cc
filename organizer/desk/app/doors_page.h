// The page "Doors": which doors there are and where each runs; a copy of the event for a laptop, read back from the
// drive; and what a laptop recorded, brought back.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "common/store/event_copy.h"
#include "common/store/planning.h"
#include "organizer/desk/app/session.h"

namespace turnout::desk {

enum class DoorPlace { here, laptop, olderList, cameBack, none };

struct DoorLine {
    DoorId id;
    std::string name, way, opens, came;  // opens: "17:30 – 19:30"; came: "–" when nobody did
    std::vector<std::string> letsIn;     // categories; empty: everybody
    DoorPlace place = DoorPlace::none;
    std::string where, how;  // "Laptop KINGSTON" / "copy checked 16:52"
    bool closed = false;
    std::int64_t scans = 0;
    bool operator==(const DoorLine&) const = default;
};

struct DoorDraft {                    // as typed
    std::string name, opens, closes;  // clock times of the event's day, may be empty
    DoorWay way = DoorWay::both;
    std::vector<std::string> admits;  // category ids; empty: everybody
    bool operator==(const DoorDraft&) const = default;
};

struct Drive {  // a place to copy to that is not this computer's disk
    std::filesystem::path folder;
    std::string name;
    std::int64_t freeBytes = 0;
    bool operator==(const Drive&) const = default;
};
// USB drives and cards that the system has mounted for people. Reads directories: not on the thread of the window.
std::vector<Drive> drivesNow();

enum class CopyStep { drive, copy, check, take };

struct CopyScreen {
    std::vector<Drive> drives;
    std::optional<std::size_t> drive;
    std::string folder;               // typed: another place than a drive
    CopyStep step = CopyStep::drive;  // the one that is next or under way
    bool running = false;
    double share = 0;        // of the step under way
    std::string file, size;  // of the finished copy
    std::int64_t guests = 0;
    bool exists = false;  // a copy stands there already
    std::optional<Text> trouble;
    bool operator==(const CopyScreen&) const = default;
};

struct DoorsScreen {
    bool loading = true;
    std::vector<DoorLine> doors;
    std::optional<std::size_t> selected;
    bool adding = false;  // the draft is a new door
    DoorDraft draft;
    bool changed = false;
    bool wrongTime = false;                                       // a time is no time
    std::vector<std::pair<std::string, std::string>> categories;  // id, name
    bool hasPin = false, changingPin = false;
    std::string pin;
    CopyScreen copy;
    bool bringing = false;  // not copying
    std::string bringPath;  // typed: a door laptop's file
    bool closedEvent = false;
    bool operator==(const DoorsScreen&) const = default;
};

class DoorsPage {
  public:
    explicit DoorsPage(Session& session) : session_(session) {}

    DoorsScreen screen() const;
    Session& session() { return session_; }
    void tick();
    void shown();
    void dropped(const std::vector<std::filesystem::path>& files);  // a door laptop's file

    // --- doors ---
    void select(std::size_t row);
    void add();  // a new door, not yet saved
    void draft(DoorDraft draft);
    void dropDraft();
    void save();
    void closeOrOpen();  // the selected door, by hand
    void remove();       // asks first, and says what stays

    // --- on paper ---
    void printDoorList();  // to tick where nothing else works
    void printInside();    // who is inside, for an emergency

    // --- the PIN of all doors ---
    void changePin(bool on);
    void typePin(std::string pin) { screen_.pin = std::move(pin); }
    void savePin();  // empty: no PIN

    // --- a copy for a laptop ---
    void lookForDrives();
    void chooseDrive(std::size_t drive);
    void typeFolder(std::string folder);
    void browseForFolder();
    void copy();
    void copyAgain();  // from the first step

    // --- what a laptop recorded ---
    void showBringing(bool on) { screen_.bringing = on; }
    void typeBring(std::string path) { screen_.bringPath = std::move(path); }
    void browseForFile();  // and brings it back
    void bringBack(const std::filesystem::path& file);

  private:
    void read();
    void take(std::vector<DoorRecord> doors);
    void fill();  // the draft from the selected door
    DoorLine lineOf(const DoorRecord& door) const;
    std::optional<DoorPlan> planOf(const DoorDraft& draft) const;
    std::filesystem::path target() const;
    void noteCopied(const CheckedCopy& copy);

    Session& session_;
    std::uint64_t event_ = 0, version_ = 0;
    static constexpr double kChecking = 0.55;  // of the whole copy: from here on it is read back

    bool reading_ = false;
    Lang lang_ = Lang::en;
    std::vector<DoorRecord> records_;
    DoorsScreen screen_;
};

}  // namespace turnout::desk
