// The event file: one SQLite database that any number of doors, displays and commands of one machine share.
//
// A store is one connection. It is used by one thread at a time; open one for each thread. Every writing call takes its
// turn at the gate (gate.h), does its work in one BEGIN IMMEDIATE transaction with synchronous=FULL, and has returned
// only when the work is on disk. An Error means that nothing was done, except where Fault::diskError is answered: then
// the outcome is unknown and the store has been latched; see recover(). A closed event takes nothing in: every writing
// call answers Fault::refusedByRules, store.closed.
//
// docs/data_model.md tells the tables and what may never change. Errors' sentences stand in assets/text/store.tsv.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "common/base/result.h"
#include "common/domain/attendee.h"
#include "common/domain/event.h"
#include "common/store/event_files.h"
#include "common/store/file_identity.h"
#include "common/store/guest_record.h"
#include "common/store/scan.h"

namespace turnout {

struct OpenOptions {
    std::string program = "turnout";  // told to whoever waits for the gate while we hold it
    Millis gateWait{2000};            // how long a write waits for its turn before Fault::busy
};

struct TicketRow {
    std::string code, outsideId;
    Guest guest;
    bool isNew = false;           // issued by this call
    std::string email, language;  // of the contact, where it is known
};

// What a list does to one guest.
struct ListChange {
    enum class Kind { added, changed, cancelled, gone };  // gone: on the event's list, not in this one; left alone
    Kind kind = Kind::added;
    std::string name;
    CountryCode country;
    std::string what;  // changed: the fields that change, by their names in a roster, with commas
};

struct MergeOutcome {
    std::int64_t added = 0, changed = 0, unchanged = 0, cancelled = 0, gone = 0;
    std::vector<ListChange> changes;  // in the list's order, those who are gone last
    std::vector<RosterProblem>
        problems;  // doubtful rows and warnings; with an error and no skipBad nothing was written
    bool written = false;
};

struct MergeOptions {
    bool dryRun = false;
    bool skipBad = false;                // write the good rows although some are bad
    std::string affiliation;             // the list is only of these guests: of others nobody is gone
    std::size_t changesKept = SIZE_MAX;  // of each kind, in MergeOutcome::changes; all are counted
    std::function<void(std::int64_t done, std::int64_t all)> progress;  // may be empty
    std::function<void(const MergeOutcome&)> review;  // may be empty; told everything just before it is written
};

// Rows of a list that need not be in memory together.
struct RowSource {
    // Hands every row to `take`, good until it returns. False: there were errors, so that without skipBad nothing is
    // written. Called once, inside the transaction.
    std::function<bool(const std::function<void(const RosterRow&)>& take)> each;
    std::size_t about = 0;  // how many
};

struct UniteOutcome {  // what unite() brought in that was not here already
    std::int64_t scans = 0, guests = 0;
};

class EventStore {
  public:
    // A new event file at `path`, which must not exist, with the pictures and fonts that the plan names. The file is
    // whole and closed when this returns.
    static Status create(const std::filesystem::path& path, const EventPlan& plan, TimePoint now,
                         const EventFiles& files = {});

    // Opens for reading and writing. Refuses with a sentence, before any write: a missing or empty file, one that is
    // not ours, a newer schema, a network file system, a read-only place. An older schema is migrated first.
    static Result<EventStore> open(const std::filesystem::path& path, OpenOptions options = {});

    EventStore(EventStore&&) noexcept;
    EventStore& operator=(EventStore&&) noexcept;
    ~EventStore();  // last maintenance (TRUNCATE when it can), then closes

    const std::filesystem::path& path() const;
    Result<EventPlan> event();
    std::string eventTag() const;
    FileIdentity identity() const;  // with the newest scan that this store knows to be on disk
    bool isDemo() const;

    // --- doors ---
    // Exact name, else case-insensitive, else a name that the door had before it was renamed; made (both ways, admits
    // all) when missing, unless the event says strict_doors.
    Result<Door> doorNamed(const std::string& name, TimePoint now);

    // While it runs. A name that is blank or another door's is Fault::refusedByRules. A closed door answers not_open.
    Status renameDoor(DoorId door, const std::string& name);
    Status closeDoor(DoorId door, bool closed, TimePoint now);

    // Reads, decides and writes the scan with all derived rows in ONE transaction. A scan id already stored: its stored
    // answer, nothing written. On an Error the caller shows not_recorded and offers the same scan again.
    Result<Answer> admit(const Scan& scan, const std::optional<HubAnswer>& hub = {});

    // The stored answer of a scan; nothing when it is not in the file.
    Result<std::optional<Answer>> answered(const ScanId& scan);

    // Takes back this door's last admission or exit that is not undone. A new row; the old one stays.
    // Fault::refusedByRules when there is none, or when it is not the scan `expected`: another program may have written
    // at this door since its screen was looked at.
    Result<Answer> undoLast(DoorId door, const std::string& reason, const std::string& volunteer, TimePoint now,
                            const std::optional<ScanId>& expected = {});

    // The same of any admission or exit of this door, whoever has come after it. Fault::refusedByRules also when its
    // own guest has come in or left since, at any door.
    Result<Answer> undo(const ScanId& scan, DoorId door, const std::string& reason, const std::string& volunteer,
                        TimePoint now);
    // What of this door could be taken back so: its admissions and exits from `since` on, the oldest first.
    Result<std::vector<Answer>> notUndone(DoorId door, TimePoint since);

    // The door's newest answers, the oldest of them first, as they were given: of the rehearsal while there is one.
    Result<std::vector<Answer>> newest(DoorId door, std::size_t most);

    // From now on scans are recorded as a rehearsal: decided against the rehearsal's own state, without opening times
    // and without the hall's capacity, and in no number. Off: the doors are live. Done when it is so already.
    Status rehearse(bool on);

    // The guest asked not to be named on the hall's screen; no later list takes that back.
    Status hideFromScreen(AttendeeId guest);

    // The organiser corrects one guest; everything but the ticket is taken over as it is given. Fault::refusedByRules
    // with a sentence for a blank name, an unknown category or an outside id that another guest has.
    Status changeGuest(const GuestRecord& guest, TimePoint now);
    // The organiser looked at these names: the hall may show them where their guests agreed; or takes that back.
    Status checkNames(const std::vector<AttendeeId>& guests, bool checked, TimePoint now);

    // What a volunteer says about a scan in the log.
    Status remark(const ScanId& scan, Remark remark, const std::string& volunteer, TimePoint now);

    // Settings of the event by name ("pin"); nothing when it was never set.
    Result<std::optional<std::string>> setting(const std::string& name);
    Status setSetting(const std::string& name, const std::string& value);

    // Fault::replaced when another file, or none, lies at the path, or an older state was written over the file in its
    // place; latched as by a write, so that what is open is whole and its log is not taken for the other file's. About
    // 1 us when all is well.
    Status checkPlace();

    // After Fault::diskError or Fault::replaced: closes, opens the file again and checks it. The file is taken again
    // only if it is the same copy and holds the newest scan that was answered: an older state of it, put back from a
    // backup, is Fault::replaced too (store.older_copy). Until it succeeds every write answers the same fault at once.
    // Then ask answered() what became of a scan.
    Status recover();
    bool latched() const;

    // Call when idle (the answer is out): checkpoints above 4 MB of WAL at once (PASSIVE), and TRUNCATEs after 5 s
    // without a write. Cheap when there is nothing to do. Never fails loudly: trouble shows at the next write.
    void maintain(SteadyTime now);

    // --- the list ---
    // Adds and changes guests. The same guest: by ticket_code, else outside id, else e-mail, else name + country +
    // affiliation when that is unique. All rows in one transaction.
    Result<MergeOutcome> merge(const std::vector<RosterRow>& rows, const MergeOptions& options, TimePoint now);
    Result<MergeOutcome> mergeEach(const RowSource& rows, const MergeOptions& options, TimePoint now);

    // Issues a ticket to every guest without a valid one (registered, not cancelled); all valid tickets of the event,
    // foreign ones included, none revoked, in the list's order. `seeded`: only for a demo event, codes from this seed.
    Result<std::vector<TicketRow>> issueTickets(TimePoint now, std::optional<std::uint64_t> seeded = {});

    // Fault::notFound when no ticket has that code; a ticket already revoked is an error that says when.
    Result<TicketRow> revoke(const std::string& code, const std::string& reason, TimePoint now);
    Result<TicketRow> reissue(const std::string& code, const std::string& reason,
                              TimePoint now);  // answers the new one

    // Everything into one complete file without -wal at `target` (SQLite's backup API), with a new machine id, without
    // contacts. `target` must not exist.
    Status copyTo(const std::filesystem::path& target, TimePoint now);

    // Brings in what a door on another machine recorded in its copy of this event: scans by their id, so that bringing
    // them in again changes nothing and the order of doors does not matter; its doors, walk-ins and tickets too. Chains
    // stay those of their machines. All of one file in one transaction. Refused with a sentence: another event, a
    // damaged file (verify() finds something), a copy that went on as the same machine, a closed event.
    Result<UniteOutcome> unite(const std::filesystem::path& door, TimePoint now);

  private:
    struct Impl;
    explicit EventStore(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace turnout
