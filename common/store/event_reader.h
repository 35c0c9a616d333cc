// Read-only questions to an event file, for displays, reports and checks. Never writes, never needs the gate, never
// holds a transaction between two calls. One thread at a time.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "common/base/result.h"
#include "common/domain/decide.h"
#include "common/domain/event.h"
#include "common/store/event_files.h"
#include "common/store/file_identity.h"
#include "common/store/guest_record.h"
#include "common/store/scan.h"

namespace turnout {

struct Numbers {  // registered: counted guests on the list and not cancelled; arrived: counted, walk-ins included
    std::int64_t registered = 0, arrived = 0;
    bool operator==(const Numbers&) const = default;
};

struct CountryNumbers {
    CountryCode code;
    Numbers guests;
    std::int64_t firstSeq = 0;  // order in which countries first arrived (1, 2, ...); 0 = nobody yet. Fixed by the log
    bool operator==(const CountryNumbers&) const = default;
};

struct GroupNumbers {  // countries of the group, not guests
    std::string id;
    Names name;
    Numbers countries;
};

struct AffiliationNumbers {
    std::string id;
    Names name;
    Numbers guests;
};

struct DoorNumbers {
    std::string name;
    std::int64_t admitted = 0, refused = 0;  // admissions not undone
};

struct Totals {
    Numbers guests;
    std::int64_t walkIns = 0;  // arrived without being registered
    std::int64_t inside = 0;
    bool exitsScanned = false;
    Numbers countries;                      // countries with a registered guest / with an arrived guest; ZZ is none
    std::vector<CountryNumbers> byCountry;  // registered or arrived; in ISO code order
    std::vector<GroupNumbers> groups;
    std::vector<AffiliationNumbers> byAffiliation;
    std::vector<DoorNumbers> byDoor;
    std::vector<std::pair<Verdict, std::int64_t>> refusals;  // those that happened
};

// A guest the hall may see: the newest admissions, newest first.
struct Arrival {
    std::int64_t scanRow = 0;  // grows with every admission
    TimePoint at{};
    CountryCode country;
    std::string name;  // screen name; only with the guest's consent, the organiser's tick and the event's
                       // names_on_screen, and never for a country's only registered guest. Else empty
};

struct HallNumbers {  // what one display refresh reads, at O(countries) cost
    Totals totals;
    std::vector<Arrival> newest;
};

struct DoorStatus {  // what a kiosk's counters show, at O(1) cost
    Numbers guests;
    std::int64_t inside = 0;
    std::int64_t admittedHere = 0;
    std::int64_t lastFiveMinutesHere = 0;
    std::int64_t exitedHere = 0, exitsLastFiveMinutesHere = 0;
    std::vector<std::pair<Verdict, std::int64_t>> refusedHere;
    std::int64_t walkIns = 0;
    bool rehearsal = false, hasPin = false;
    std::string door;                        // its name, which may change while it runs
    bool closed = false;                     // by hand
    std::optional<TimePoint> opens, closes;  // its own times, else the event's
    std::optional<TimePoint> listAt;         // when the list last changed
};

struct GuestNow {  // what a door asks about one guest; in a rehearsal, of the rehearsal
    AttendeeId id;
    Presence presence = Presence::neverIn;
    std::optional<Entry> entry;   // inside: where and when
    std::string ticketBeginning;  // the first five characters of the valid ticket; empty = none
    std::string ticketEnding;     // the last five of one with fifteen or more: it does not stand there whole
    std::optional<TimePoint> issued;
};

struct LogRow {
    TimePoint at{};
    std::string door;
    Direction direction = Direction::entry;
    Source source = Source::camera;
    Verdict verdict = Verdict::admitted;
    std::string code, name, affiliation, volunteer;
    std::string country;  // code; empty when the ticket is unknown
    std::string undoes, overrides, scanId;
    AttendeeId guest;      // whose ticket it was; none when the ticket is unknown
    bool counted = false;  // the guest's category is
};

struct FileSizes {                   // how much the file holds
    std::int64_t guests = 0;         // on the list and not cancelled, walk-ins included
    std::int64_t tickets = 0;        // valid ones of those guests
    std::int64_t withoutTicket = 0;  // of those guests
    std::int64_t scans = 0;          // without rehearsals
    std::int64_t doors = 0;
    std::int64_t forScreen = 0;  // guests whom the hall may name once they were looked at
    std::int64_t looked = 0;     // of those
    bool operator==(const FileSizes&) const = default;
};

struct Finding {  // one thing that verify() found wrong
    Text text;
};

class EventReader {
  public:
    // Read-only (mode=ro); from a read-only place without a -wal: immutable. Faults as EventStore::open. A file of an
    // older Turnout is migrated first.
    static Result<EventReader> open(const std::filesystem::path& path);
    // The file that was open before, again: Fault::replaced when it is gone, or another or an older state of it lies in
    // its place.
    static Result<EventReader> openAgain(const std::filesystem::path& path, const FileIdentity& before);

    EventReader(EventReader&&) noexcept;
    EventReader& operator=(EventReader&&) noexcept;
    ~EventReader();

    Result<EventPlan> event();
    Result<FileIdentity> identity();  // with the newest scan that is in it
    Status isStill(const FileIdentity& before);
    // Its pictures and fonts, for who shows them: many megabytes perhaps.
    Result<EventFiles> files();

    // Fault::replaced when the file at the path is no longer the one that is open, looked at now.
    Status stillThere();
    // A number that changes when another connection commits (PRAGMA data_version, about 1 us). Fault::replaced when the
    // file at the path is no longer the one that is open (looked at once a second): open anew.
    Result<std::int64_t> version(SteadyTime now);

    Result<Totals> totals();
    Result<FileSizes> sizes();  // 100,000 guests: about 50 ms
    Result<HallNumbers> hall(std::size_t newest);
    Result<DoorStatus> doorStatus(DoorId door, TimePoint now);
    Status log(const std::function<void(const LogRow&)>& row);  // in the order written, without rehearsals

    // Everyone on the list who is not cancelled, walk-ins included, in the order they were added; 100,000 in 0.2 s.
    Status guests(const std::function<void(const Guest&)>& guest);
    // Every ticket's code, cancelled ones too, and whose it is.
    Status tickets(const std::function<void(std::string code, AttendeeId guest)>& ticket);
    // Everyone on the list, those who cancelled too, with what the organiser may correct.
    Status records(const std::function<void(GuestRecord)>& guest);
    // A number that changes when guests() would tell other guests.
    Result<std::int64_t> listVersion();
    Result<std::vector<GuestNow>> guestsNow(const std::vector<AttendeeId>& guests);  // in the order asked
    Result<std::optional<std::string>> setting(const std::string& name);
    // The event is closed, or a close has deleted its names and has to be asked for again to finish.
    Result<bool> namesDeleted();
    // Who is inside, by university and name. Whether exits were scanned at all: Totals::exitsScanned.
    Status inside(const std::function<void(const Guest&, const Entry&)>& guest);

    // Integrity of the file, the chain of every machine, the derived tables recomputed from `scan`, the triggers and
    // indexes that keep the log append-only. Empty = all is well.
    Result<std::vector<Finding>> verify();

    // BLAKE2b-256 in hex over the contents through SQL; the same for a file and its copy of the same log.
    Result<std::string> fingerprint();

  private:
    struct Impl;
    explicit EventReader(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace turnout
