// After the event: names go, numbers stay. And what the file holds of one person, and forgetting that one.
//
// closeEvent() works on the file alone: nobody else may have it open, and nothing is left in a log or a free page. The
// log is written anew with times rounded down to five minutes and tickets under meaningless numbers, each machine's
// chain in its old order; of a cancelled booking it stays that it was cancelled, not when; the heads of the old chains
// stay in the setting "closed", so that a report printed before can still be told to belong to this file.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "common/base/result.h"
#include "common/base/time.h"
#include "common/domain/ids.h"

namespace turnout {

struct ClosePreview {  // what closing deletes
    std::int64_t guests = 0, contacts = 0, tickets = 0, remarks = 0, privateParts = 0, scans = 0;
    bool closed = false;  // it is done already
    bool begun = false;   // an earlier close deleted the names and did not finish
};
Result<ClosePreview> previewClose(const std::filesystem::path& event);

struct CloseOutcome {
    // Names, numbers, notes and codes that were looked for in the bytes of the file afterwards, in vain: those long
    // enough not to stand there by chance. The shorter ones are gone from their columns.
    std::int64_t sought = 0;
    bool resumed = false;  // an earlier close deleted the names: nothing was left to look for
};

// Fault::inUse when another program holds the file, Fault::corrupt when verify() finds something before or a column
// would still hold something about people: then nothing is changed. One transaction deletes and rewrites; from then on
// the event takes nothing in, and is closed once the file was written anew, verifies, and nothing sought is in its
// bytes. A close that ends between (the disk is full, the power fails, Fault::corrupt) goes on with the next one. This
// process has no other connection to the file.
using CloseProgress = std::function<void(std::int64_t step, std::int64_t steps)>;  // before each step
Result<CloseOutcome> closeEvent(const std::filesystem::path& event, TimePoint now, const CloseProgress& progress = {});

// What stands beside the event and may still hold names, by name: other event files, folders of tickets and of
// attendance sheets, tables, PDFs and logs.
std::vector<std::filesystem::path> leftoversBeside(const std::filesystem::path& event);

struct HeldTicket {
    std::string code;
    TimePoint issued{};
    std::optional<TimePoint> revoked;
    std::string reason;
};
struct HeldRemark {  // what a volunteer said about a scan
    TimePoint at{};
    std::string kind, volunteer;
};
struct HeldScan {
    TimePoint at{};
    std::string door, direction, verdict, source, volunteer, reason;
    bool rehearsal = false;
    std::vector<HeldRemark> remarks;
};
struct HeldPerson {
    AttendeeId id;
    std::vector<std::pair<std::string, std::string>> fields;  // column -> what stands there; empty ones left out
    bool onScreen = false, nameChecked = false, hidden = false, walkIn = false;
    TimePoint added{}, changed{};
    std::optional<TimePoint> cancelled;
    std::vector<HeldTicket> tickets;
    std::vector<HeldScan> scans;  // of their tickets, rehearsals too; and of their code or id before it was on the list
};
// Everybody whose ticket code, outside id, e-mail or whole name is `person`. Fault::notFound when there is nobody.
Result<std::vector<HeldPerson>> heldAbout(const std::filesystem::path& event, const std::string& person);

// Deletes what tells who this guest is, and overwrites it in the file; the numbers stay. Tickets are cancelled and get
// numbers that say nothing, in the log too, whose chains are hashed again: a door answers an old ticket with "unknown".
// The bytes of the file are searched as closeEvent() does. Doors may be open, but this process has no other connection
// to the file. Copies made before still know the guest; merging one of them names nobody again. Imported again they are
// a new guest, who is registered once.
Status forgetPerson(const std::filesystem::path& event, AttendeeId guest, TimePoint now);

}  // namespace turnout
