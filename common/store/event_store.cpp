#include "common/store/event_store.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>

#include "common/domain/ticket_code.h"
#include "common/store/event_reader.h"
#include "common/store/gate.h"
#include "common/store/sqlite/admission.h"
#include "common/store/sqlite/attendees.h"
#include "common/store/sqlite/chain.h"
#include "common/store/sqlite/copying.h"
#include "common/store/sqlite/database.h"
#include "common/store/sqlite/doors.h"
#include "common/store/sqlite/guest_records.h"
#include "common/store/sqlite/merging.h"
#include "common/store/sqlite/plan_rows.h"
#include "common/store/sqlite/schema.h"
#include "common/store/sqlite/ticketing.h"
#include "common/store/sqlite/uniting.h"

namespace turnout {
namespace {

namespace fs = std::filesystem;
using sqlite::Database;
using sqlite::Transaction;

constexpr std::int64_t kPassiveAbove = 4 << 20;  // bytes of log that a writer lets stand before it checkpoints
constexpr std::chrono::seconds kTruncateAfter{5};

std::string newTag(bool demo) {
    if (demo) return "DEM0";  // "DEMO" in Crockford's alphabet, where O is 0
    const std::string random = sqlite::randomBytes(3);
    return crockford(reinterpret_cast<const std::uint8_t*>(random.data()), random.size()).substr(0, kEventTagLength);
}

// Files of an event are secrets of the event: 0600, made by us before SQLite opens them.
bool makePrivateFile(const fs::path& path) {
    const int fd = ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd < 0) return false;
    ::close(fd);
    return true;
}

void createIn(const fs::path& path, const EventPlan& plan, TimePoint now) {
    Database database(path, sqlite::Mode::readWrite);
    Transaction transaction(database, Transaction::Kind::write);
    database.exec(("pragma application_id=" + std::to_string(sqlite::kApplicationId)).c_str());
    sqlite::migrate(database);
    sqlite::writePlan(database, plan, newScanId().value, newTag(plan.demo), now);
    database.query("insert into machine(id, uid) values(1, ?)").bind(newScanId().value).run();
    transaction.commit();
    database.checkpoint(SQLITE_CHECKPOINT_TRUNCATE);
    database.removeLogOnClose();
}

}  // namespace

ScanId newScanId() {
    const std::string random = sqlite::randomBytes(16);
    return {crockford(reinterpret_cast<const std::uint8_t*>(random.data()), random.size())};
}

Scan newScan(const Door& door, Direction direction, Source source, std::string text, TimePoint at) {
    Scan scan;
    scan.id = newScanId();
    scan.at = at;
    scan.door = door.id;
    scan.direction = direction;
    scan.source = source;
    scan.text = std::move(text);
    return scan;
}

bool samePresentation(const Scan& a, const Scan& b) {
    return a.text == b.text && a.guest == b.guest && a.walkIn == b.walkIn && a.direction == b.direction &&
           a.door == b.door;
}

struct EventStore::Impl {
    Impl(fs::path file, OpenOptions chosen)
        : path(std::move(file)), options(std::move(chosen)), gate(path, options.program) {}

    fs::path path;
    OpenOptions options;
    Gate gate;
    std::unique_ptr<Database> database;
    std::string machine, tag;
    bool demo = false;
    std::optional<Error> fault;  // latched: every write answers it until recover() succeeds
    SteadyTime lastWrite = std::chrono::steady_clock::now();
    bool dirty = false;  // written since the last TRUNCATE

    ~Impl() {
        if (!database) return;
        // The last connection takes -wal and -shm away, at the gate, so that one complete file is left.
        const auto turn = gate.enter(options.gateWait);
        if (turn && !fault && checkpointAtGate(SQLITE_CHECKPOINT_TRUNCATE)) database->removeLogOnClose();
        database.reset();
    }

    // True when all of the log is in the file now. Trouble is no news here: what was answered is in the log already,
    // and the next write meets the same trouble and says it.
    bool checkpointAtGate(int mode) {
        try {
            return database->stillThere() && database->checkpoint(mode);
        } catch (const SQLite::Exception&) {
            return false;
        }
    }

    void truncateLog() {
        if (const auto turn = gate.enter(options.gateWait)) checkpointAtGate(SQLITE_CHECKPOINT_TRUNCATE);
    }

    Error latch(const Error& error) {
        const bool passing = error.fault == Fault::busy || error.fault == Fault::refusedByRules ||
                             error.fault == Fault::notFound || error.fault == Fault::badInput;
        if (!passing) fault = error;
        return error;
    }

    // Another file stands at the path, or none. What the log beside it still holds belongs to the file that we have
    // open, wherever that lies now: it is written there, before anybody pairs that log with the new file. Called at the
    // gate.
    Error replaced() {
        try {
            database->checkpoint(SQLITE_CHECKPOINT_TRUNCATE);
        } catch (const SQLite::Exception&) {
            // The fault below is told in any case.
        }
        return latch(makeError(Fault::replaced, "store.replaced", {{"file", path.filename().string()}}));
    }

    // Runs `work` in one write transaction at the gate. `work` answers Result<T>; an Error rolls back.
    template <class T, class Work>
    Result<T> write(Work work) {
        if (fault) return *fault;
        const auto turn = gate.enter(options.gateWait);
        if (!turn) return latch(turn.error());
        if (!database->stillThere()) return replaced();
        try {
            Transaction transaction(*database, Transaction::Kind::write);
            Result<T> done = work(*database);
            if (!done) return done;
            transaction.commit();
            lastWrite = std::chrono::steady_clock::now();
            dirty = true;
            return done;
        } catch (const SQLite::Exception& exception) {
            return latch(sqlite::translate(exception, path));
        }
    }

    template <class T, class Work>
    Result<T> read(Work work) {
        if (!database) return fault.value_or(makeError(Fault::notFound, "store.not_found", {{"file", path.string()}}));
        try {
            Transaction transaction(*database, Transaction::Kind::read);
            return work(*database);
        } catch (const SQLite::Exception& exception) {
            return sqlite::translate(exception, path);
        }
    }

    Status openDatabase() {
        if (const Status seen = sqlite::inspect(path); !seen) return seen.error();
        if (sqlite::isReadOnlyPlace(path))
            return makeError(Fault::readOnly, "store.read_only", {{"file", path.filename().string()}});
        const auto turn = gate.enter(options.gateWait);
        if (!turn) return turn.error();
        try {
            auto opened = std::make_unique<Database>(path, sqlite::Mode::readWrite);
            if (sqlite::schemaVersion(*opened) > sqlite::kSchemaVersion)
                return makeError(Fault::newerSchema, "store.newer", {{"file", path.string()}});
            if (sqlite::schemaVersion(*opened) < sqlite::kSchemaVersion) {
                Transaction transaction(*opened, Transaction::Kind::write);
                sqlite::migrate(*opened);
                transaction.commit();
            }
            auto row = opened->query("select tag, demo, (select uid from machine) from event");
            if (!row.step()) return makeError(Fault::notOurs, "store.not_ours", {{"file", path.string()}});
            // Another event's file, or another copy of ours, has other doors and another chain: never mix the two.
            if (!machine.empty() && machine != row.text(2))
                return makeError(Fault::replaced, "store.replaced", {{"file", path.filename().string()}});
            tag = row.text(0);
            demo = row.integer(1) != 0;
            machine = row.text(2);
            database = std::move(opened);
        } catch (const SQLite::Exception& exception) {
            return sqlite::translate(exception, path);
        }
        return Done{};
    }
};

EventStore::EventStore(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
EventStore::EventStore(EventStore&&) noexcept = default;
EventStore& EventStore::operator=(EventStore&&) noexcept = default;
EventStore::~EventStore() = default;

Status EventStore::create(const fs::path& path, const EventPlan& plan, TimePoint now) {
    if (fs::exists(fs::symlink_status(path))) return makeError(Fault::inUse, "store.exists", {{"file", path.string()}});
    fs::path making = path;
    making += "-new-" + newScanId().value.substr(0, 8);
    if (!makePrivateFile(making))
        return makeError(errno == ENOSPC ? Fault::diskFull : Fault::readOnly, "store.cannot_write",
                         {{"file", path.string()}});
    std::error_code ignored;
    try {
        createIn(making, plan, now);
    } catch (const SQLite::Exception& exception) {
        for (const char* ending : {"", "-wal", "-shm"}) fs::remove(making.string() + ending, ignored);
        return sqlite::translate(exception, path);
    }
    return sqlite::putInPlace(making, path);
}

Result<EventStore> EventStore::open(const fs::path& path, OpenOptions options) {
    std::error_code error;
    const fs::path real = fs::canonical(path, error);
    if (error) return makeError(Fault::notFound, "store.not_found", {{"file", path.string()}});
    auto impl = std::make_unique<Impl>(real, std::move(options));
    if (const Status opened = impl->openDatabase(); !opened) return opened.error();
    return EventStore(std::move(impl));
}

const fs::path& EventStore::path() const {
    return impl_->path;
}
std::string EventStore::eventTag() const {
    return impl_->tag;
}
bool EventStore::isDemo() const {
    return impl_->demo;
}
bool EventStore::latched() const {
    return impl_->fault.has_value();
}

Result<EventPlan> EventStore::event() {
    return impl_->read<EventPlan>([](Database& database) -> Result<EventPlan> { return sqlite::readPlan(database); });
}

Result<Door> EventStore::doorNamed(const std::string& name, TimePoint now) {
    (void)now;
    const auto find = [&](Database& database) -> std::optional<Door> {
        auto query = database.query(
            "select id, name, way from door where name = ?1 or lower(name) = lower(?1) order by name <> ?1, id limit "
            "1");
        if (!query.bind(name).step()) return std::nullopt;
        const std::string way = query.text(2);
        return Door{DoorId{query.integer(0)}, query.text(1),
                    way == "entry"  ? DoorWay::entry
                    : way == "exit" ? DoorWay::exit
                                    : DoorWay::both};
    };
    const auto found = impl_->read<std::optional<Door>>(
        [&](Database& database) -> Result<std::optional<Door>> { return find(database); });
    if (!found) return found.error();
    if (*found) return **found;
    return impl_->write<Door>([&](Database& database) -> Result<Door> {
        if (const auto door = find(database)) return *door;  // made by another door meanwhile
        auto strict = database.query("select strict_doors from event");
        strict.step();
        if (strict.integer(0) != 0) {
            std::string names;
            auto doors = database.query("select name from door order by id");
            while (doors.step()) names += (names.empty() ? "" : ", ") + doors.text(0);
            return makeError(Fault::refusedByRules, "store.unknown_door", {{"door", name}, {"doors", names}});
        }
        database.query("insert into door(name, way) values(?, 'both')").bind(name).run();
        return Door{DoorId{sqlite3_last_insert_rowid(database.handle())}, name, DoorWay::both};
    });
}

Status EventStore::renameDoor(DoorId door, const std::string& name) {
    return impl_->write<Done>(
        [&](Database& database) -> Result<Done> { return sqlite::renameDoor(database, door, name); });
}

Status EventStore::closeDoor(DoorId door, bool closed, TimePoint now) {
    return impl_->write<Done>([&](Database& database) -> Result<Done> {
        sqlite::closeDoor(database, door, closed, now);
        return Done{};
    });
}

Result<Answer> EventStore::admit(const Scan& scan, const std::optional<HubAnswer>& hub) {
    (void)hub;
    return impl_->write<Answer>([&](Database& database) -> Result<Answer> {
        if (const auto stored = sqlite::findScan(database, scan.id)) return sqlite::describe(database, *stored);
        const auto row = sqlite::record(database, impl_->machine, scan);
        if (!row) return row.error();
        return sqlite::describe(database, *row);
    });
}

Status EventStore::rehearse(bool on) {
    return impl_->write<Done>([&](Database& database) -> Result<Done> {
        if (on == sqlite::rehearsingSince(database).has_value()) return Done{};
        if (on)
            database
                .query(
                    "insert into setting(name, value) values('rehearsal', cast((select coalesce(max(id), 0) from scan) "
                    "as text))")
                .run();
        else
            database.query("delete from setting where name = 'rehearsal'").run();
        return Done{};
    });
}

Status EventStore::hideFromScreen(AttendeeId guest) {
    return impl_->write<Done>([&](Database& database) -> Result<Done> {
        database.query("update attendee set hidden = 1 where id = ?").bind(guest.value).run();
        return Done{};
    });
}

Status EventStore::changeGuest(const GuestRecord& guest, TimePoint now) {
    return impl_->write<Done>(
        [&](Database& database) -> Result<Done> { return sqlite::changeRecord(database, guest, now); });
}

Status EventStore::checkNames(const std::vector<AttendeeId>& guests, bool checked, TimePoint now) {
    return impl_->write<Done>([&](Database& database) -> Result<Done> {
        sqlite::checkNames(database, guests, checked, now);
        return Done{};
    });
}

Status EventStore::remark(const ScanId& scan, Remark remark, const std::string& volunteer, TimePoint now) {
    return impl_->write<Done>([&](Database& database) -> Result<Done> {
        const auto row = sqlite::findScan(database, scan);
        if (!row) return makeError(Fault::notFound, "store.no_such_scan");
        database.query("insert into remark(scan, at, kind, volunteer) values(?,?,?,?)")
            .bind(*row, now.time_since_epoch().count(), remark == Remark::samePerson ? "same_person" : "another_person",
                  volunteer)
            .run();
        return Done{};
    });
}

Result<std::optional<std::string>> EventStore::setting(const std::string& name) {
    return impl_->read<std::optional<std::string>>([&](Database& database) -> Result<std::optional<std::string>> {
        auto query = database.query("select value from setting where name = ?");
        return query.bind(name).step() ? std::optional(query.text(0)) : std::nullopt;
    });
}

Status EventStore::setSetting(const std::string& name, const std::string& value) {
    return impl_->write<Done>([&](Database& database) -> Result<Done> {
        database.query("insert into setting(name, value) values(?1, ?2) on conflict(name) do update set value = ?2")
            .bind(name, value)
            .run();
        return Done{};
    });
}

Result<std::optional<Answer>> EventStore::answered(const ScanId& scan) {
    return impl_->read<std::optional<Answer>>([&](Database& database) -> Result<std::optional<Answer>> {
        const auto stored = sqlite::findScan(database, scan);
        if (!stored) return std::optional<Answer>{};
        return std::optional(sqlite::describe(database, *stored));
    });
}

Result<Answer> EventStore::undoLast(DoorId door, const std::string& reason, const std::string& volunteer,
                                    TimePoint now) {
    return impl_->write<Answer>([&](Database& database) -> Result<Answer> {
        const auto row = sqlite::recordUndo(database, impl_->machine, door, reason, volunteer, now);
        if (!row) return makeError(Fault::refusedByRules, "store.nothing_to_undo");
        return sqlite::describe(database, *row);
    });
}

Status EventStore::recover() {
    if (!impl_->fault) return Done{};
    impl_->database.reset();
    impl_->fault =
        makeError(Fault::diskError, "store.disk_error", {{"file", impl_->path.filename().string()}, {"detail", "0"}});
    if (const Status opened = impl_->openDatabase(); !opened) {
        impl_->fault = opened.error();
        return opened.error();
    }
    // What the log holds after a failed fsync may stand in memory only: writing all of it into the file and syncing
    // that is what makes it true.
    const auto turn = impl_->gate.enter(impl_->options.gateWait);
    if (!turn) return *(impl_->fault = turn.error());
    try {
        {
            Transaction transaction(*impl_->database, Transaction::Kind::write);
            impl_->database
                ->query(
                    "insert into setting(name, value) values('recovered', ?1)"
                    " on conflict(name) do update set value = ?1")
                .bind(newScanId().value)
                .run();
            transaction.commit();
        }
        impl_->database->checkpoint(SQLITE_CHECKPOINT_PASSIVE);
    } catch (const SQLite::Exception& exception) {
        return *(impl_->fault = sqlite::translate(exception, impl_->path));
    }
    impl_->fault.reset();
    impl_->dirty = true;
    return Done{};
}

void EventStore::maintain(SteadyTime now) {
    Impl& self = *impl_;
    if (self.fault || !self.database) return;
    const bool idle = self.dirty && now - self.lastWrite >= kTruncateAfter;
    if (!idle && self.database->walBytes() <= kPassiveAbove) return;
    const auto turn = self.gate.enter(self.options.gateWait);
    if (!turn) return;
    const bool done = self.checkpointAtGate(idle ? SQLITE_CHECKPOINT_TRUNCATE : SQLITE_CHECKPOINT_PASSIVE);
    if (!idle) return;
    self.dirty = !done;
    self.lastWrite = now;  // when a reader was in the way: again after the same pause
}

Result<MergeOutcome> EventStore::merge(const std::vector<RosterRow>& rows, const MergeOptions& options, TimePoint now) {
    const auto each = [&](const std::function<void(const RosterRow&)>& take) {
        std::for_each(rows.begin(), rows.end(), take);
        return true;
    };
    return mergeEach({each, rows.size()}, options, now);
}

Result<MergeOutcome> EventStore::mergeEach(const RowSource& rows, const MergeOptions& options, TimePoint now) {
    std::optional<MergeOutcome> kept;
    std::optional<sqlite::LargeWrite> large;
    if (impl_->database) large.emplace(*impl_->database);
    const auto done = impl_->write<MergeOutcome>([&](Database& database) -> Result<MergeOutcome> {
        MergeOutcome outcome = sqlite::mergeRows(database, rows, options, now);
        if (outcome.written) return outcome;
        kept = std::move(outcome);
        return makeError(Fault::badInput, "store.list_not_written");  // rolls back; the outcome is the answer
    });
    if (kept) return *std::move(kept);
    return done;
}

Result<std::vector<TicketRow>> EventStore::issueTickets(TimePoint now, std::optional<std::uint64_t> seeded) {
    const auto source = seeded ? sqlite::seededCodes(*seeded) : sqlite::systemCodes();
    return impl_->write<std::vector<TicketRow>>([&](Database& database) -> Result<std::vector<TicketRow>> {
        return sqlite::issueMissing(database, source, now);
    });
}

Result<TicketRow> EventStore::revoke(const std::string& code, const std::string& reason, TimePoint now) {
    return impl_->write<TicketRow>([&](Database& database) -> Result<TicketRow> {
        const auto known = sqlite::findCode(database, code);
        if (!known)
            return makeError(Fault::notFound, "store.no_such_ticket", {{"code", shorten(cleanForScreen(code), 40)}});
        {
            auto when = database.query("select revoked from ticket where code = ?");
            when.bind(*known).step();
            if (!when.isNull(0)) {
                const Zone zone = sqlite::readPlan(database).zone;
                return makeError(
                    Fault::refusedByRules, "store.already_revoked",
                    {{"code", groupedCode(*known)}, {"date", zone.date(TimePoint{Millis{when.integer(0)}})}});
            }
        }
        database.query("update ticket set revoked = ?, reason = ? where code = ?")
            .bind(now.time_since_epoch().count(), reason, *known)
            .run();
        return sqlite::readTicketRow(database, *known);
    });
}

Result<TicketRow> EventStore::reissue(const std::string& code, const std::string& reason, TimePoint now) {
    return impl_->write<TicketRow>([&](Database& database) -> Result<TicketRow> {
        const auto known = sqlite::findCode(database, code);
        if (!known)
            return makeError(Fault::notFound, "store.no_such_ticket", {{"code", shorten(cleanForScreen(code), 40)}});
        const std::int64_t attendee = sqlite::readTicketRow(database, *known).guest.id.value;
        return sqlite::readTicketRow(database, sqlite::issue(database, attendee, sqlite::systemCodes(), reason, now));
    });
}

Status EventStore::copyTo(const fs::path& target, TimePoint now) {
    (void)now;
    if (impl_->fault) return *impl_->fault;
    impl_->truncateLog();
    return sqlite::copyEvent(*impl_->database, target);
}

Result<UniteOutcome> EventStore::unite(const fs::path& door, TimePoint now) {
    {
        auto reader = EventReader::open(door);  // looks at the place and the schema
        if (!reader) return reader.error();
        const auto findings = reader->verify();
        if (!findings) return findings.error();
        if (!findings->empty())
            return makeError(Fault::corrupt, "store.unite_damaged", {{"file", door.filename().string()}});
        for (const bool ours : {true, false}) {
            const auto closed = ours ? setting("closed") : reader->setting("closed");
            if (!closed) return closed.error();
            const fs::path file = ours ? impl_->path : door;
            if (*closed) return makeError(Fault::refusedByRules, "store.closed", {{"file", file.filename().string()}});
        }
    }
    const fs::path real = fs::canonical(door);
    std::unique_ptr<Database> there;
    try {
        there = std::make_unique<Database>(
            real, sqlite::isReadOnlyPlace(real) ? sqlite::Mode::immutable : sqlite::Mode::readOnly);
    } catch (const SQLite::Exception& exception) {
        return sqlite::translate(exception, door);
    }
    return impl_->write<UniteOutcome>([&](Database& database) -> Result<UniteOutcome> {
        Transaction snapshot(*there, Transaction::Kind::read);
        return sqlite::uniteFrom(database, *there, door, now);
    });
}

}  // namespace turnout
