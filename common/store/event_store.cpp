#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>

#include "common/domain/ticket_code.h"
#include "common/store/event_store_impl.h"
#include "common/store/sqlite/admission.h"
#include "common/store/sqlite/attendees.h"
#include "common/store/sqlite/chain.h"
#include "common/store/sqlite/copying.h"
#include "common/store/sqlite/doors.h"
#include "common/store/sqlite/file_rows.h"
#include "common/store/sqlite/guest_records.h"
#include "common/store/sqlite/plan_rows.h"
#include "common/store/sqlite/schema.h"
#include "common/store/sqlite/taking_back.h"

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

void createIn(const fs::path& path, const EventPlan& plan, TimePoint now, const EventFiles& files) {
    Database database(path, sqlite::Mode::readWrite);
    Transaction transaction(database, Transaction::Kind::write);
    database.exec(("pragma application_id=" + std::to_string(sqlite::kApplicationId)).c_str());
    sqlite::migrate(database);
    sqlite::writePlan(database, plan, newScanId().value, newTag(plan.demo), now);
    sqlite::writeFiles(database, files);
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

Status EventStore::Impl::openDatabase() {
    if (const Status seen = sqlite::inspect(path); !seen) return seen.error();
    if (sqlite::isReadOnlyPlace(path))
        return makeError(Fault::readOnly, "store.read_only", {{"file", path.filename().string()}});
    const auto turn = gate.enter(options.gateWait);
    if (!turn) return turn.error();
    const bool again = !identity.machine.empty();
    if (again)  // our log may lie beside a file that was written over, and hide what is in that file
        if (const Status ours = fileIsStill(); !ours) return ours.error();
    try {
        auto opened = std::make_unique<Database>(path, sqlite::Mode::readWrite);
        const int version = sqlite::schemaVersion(*opened);
        if (version > sqlite::kSchemaVersion)
            return makeError(Fault::newerSchema, "store.newer", {{"file", path.string()}});
        // Another event's file, or another copy of ours, has other doors and another chain: never mix the two. In an
        // older state of ours guests are missing who were let in: they would be let in again. Nor is it migrated.
        if (version > 0 && again)
            if (const Status ours = sqlite::isStill(*opened, identity); !ours) return ours.error();
        if (version < sqlite::kSchemaVersion) {
            Transaction transaction(*opened, Transaction::Kind::write);
            sqlite::migrate(*opened);
            transaction.commit();
        }
        const auto found = sqlite::identityOf(*opened);
        if (!found) return makeError(Fault::notOurs, "store.not_ours", {{"file", path.string()}});
        identity = *found;
        settledSeq = sqlite::seqInFile(path, identity).value_or(0);
        auto row = opened->query("select demo from event");
        demo = row.step() && row.integer(0) != 0;
        database = std::move(opened);
    } catch (const SQLite::Exception& exception) {
        return sqlite::translate(exception, path);
    }
    return Done{};
}

EventStore::EventStore(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
EventStore::EventStore(EventStore&&) noexcept = default;
EventStore& EventStore::operator=(EventStore&&) noexcept = default;
EventStore::~EventStore() = default;

Status EventStore::create(const fs::path& path, const EventPlan& plan, TimePoint now, const EventFiles& files) {
    if (fs::exists(fs::symlink_status(path))) return makeError(Fault::inUse, "store.exists", {{"file", path.string()}});
    fs::path making = path;
    making += "-new-" + newScanId().value.substr(0, 8);
    if (!makePrivateFile(making))
        return makeError(errno == ENOSPC ? Fault::diskFull : Fault::readOnly, "store.cannot_write",
                         {{"file", path.string()}});
    std::error_code ignored;
    try {
        createIn(making, plan, now, files);
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
    return impl_->identity.eventTag;
}

FileIdentity EventStore::identity() const {
    return impl_->identity;
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
    const auto found = impl_->read<std::optional<Door>>(
        [&](Database& database) -> Result<std::optional<Door>> { return sqlite::findDoor(database, name); });
    if (!found) return found.error();
    if (*found) return **found;
    return impl_->write<Door>([&](Database& database) -> Result<Door> {
        if (const auto door = sqlite::findDoor(database, name)) return *door;  // made by another door meanwhile
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
    bool fresh = false;
    auto answer = impl_->write<Answer>([&](Database& database) -> Result<Answer> {
        if (const auto stored = sqlite::findScan(database, scan.id)) return sqlite::describe(database, *stored);
        const auto row = sqlite::record(database, impl_->identity.machine, scan);
        if (!row) return row.error();
        fresh = true;
        return sqlite::describe(database, *row);
    });
    return fresh ? impl_->remembered(std::move(answer)) : answer;
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

Result<Answer> EventStore::undoLast(DoorId door, const std::string& reason, const std::string& volunteer, TimePoint now,
                                    const std::optional<ScanId>& expected) {
    auto answer = impl_->write<Answer>([&](Database& database) -> Result<Answer> {
        const auto row =
            sqlite::takeBackLast(database, {impl_->identity.machine, door, reason, volunteer, now}, expected);
        if (!row) return row.error();
        return sqlite::describe(database, *row);
    });
    return impl_->remembered(std::move(answer));
}

Result<Answer> EventStore::undo(const ScanId& scan, DoorId door, const std::string& reason,
                                const std::string& volunteer, TimePoint now) {
    auto answer = impl_->write<Answer>([&](Database& database) -> Result<Answer> {
        const auto row = sqlite::takeBackScan(database, {impl_->identity.machine, door, reason, volunteer, now}, scan);
        if (!row) return row.error();
        return sqlite::describe(database, *row);
    });
    return impl_->remembered(std::move(answer));
}

Result<std::vector<Answer>> EventStore::notUndone(DoorId door, TimePoint since) {
    return impl_->read<std::vector<Answer>>([&](Database& database) -> Result<std::vector<Answer>> {
        return sqlite::describe(database, sqlite::notTakenBack(database, door, since));
    });
}

Result<std::vector<Answer>> EventStore::newest(DoorId door, std::size_t most) {
    return impl_->read<std::vector<Answer>>([&](Database& database) -> Result<std::vector<Answer>> {
        return sqlite::describe(database, sqlite::newestScans(database, door, most));
    });
}

Status EventStore::checkPlace() {
    if (impl_->fault) return *impl_->fault;
    if (impl_->database->place() == Database::Place::same) return Done{};
    const auto turn = impl_->gate.enter(impl_->options.gateWait);
    if (!turn) return turn.error();
    return impl_->inPlace();
}

Status EventStore::recover() {
    if (!impl_->fault) return Done{};
    impl_->database.reset();
    impl_->fault =
        makeError(Fault::diskError, "store.disk_error", {{"file", impl_->path.filename().string()}, {"detail", "0"}});
    if (const Status opened = impl_->openDatabase(); !opened) {
        // It was there once: whoever reads this must bring it back, not make a new one.
        impl_->fault = opened.error().fault == Fault::notFound ? impl_->gone() : opened.error();
        return *impl_->fault;
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
        impl_->checkpoint(SQLITE_CHECKPOINT_PASSIVE);
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

}  // namespace turnout
