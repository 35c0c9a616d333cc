#include "common/store/event_reader.h"

#include "common/domain/ticket_code.h"
#include "common/store/event_store.h"
#include "common/store/sqlite/attendees.h"
#include "common/store/sqlite/chain.h"
#include "common/store/sqlite/closed.h"
#include "common/store/sqlite/database.h"
#include "common/store/sqlite/file_rows.h"
#include "common/store/sqlite/guest_records.h"
#include "common/store/sqlite/identity.h"
#include "common/store/sqlite/plan_rows.h"
#include "common/store/sqlite/schema.h"
#include "common/store/sqlite/totals.h"
#include "common/store/sqlite/verifying.h"

namespace turnout {
namespace {

namespace fs = std::filesystem;
using sqlite::Database;
using sqlite::Transaction;

constexpr std::chrono::seconds kLookAtPath{1};

}  // namespace

struct EventReader::Impl {
    fs::path path;
    std::unique_ptr<Database> database;
    SteadyTime looked{};
    bool gone = false;

    Error replaced() const {
        return makeError(Fault::replaced, "store.replaced", {{"file", path.filename().string()}});
    }

    // Runs `work` in one short read transaction: one state of the file, and no lock held when it returns.
    template <class T, class Work>
    Result<T> read(Work work) {
        try {
            Transaction transaction(*database, Transaction::Kind::read);
            return work(*database);
        } catch (const SQLite::Exception& exception) {
            return sqlite::translate(exception, path);
        }
    }
};

EventReader::EventReader(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
EventReader::EventReader(EventReader&&) noexcept = default;
EventReader& EventReader::operator=(EventReader&&) noexcept = default;
EventReader::~EventReader() = default;

Result<EventReader> EventReader::open(const fs::path& path) {
    std::error_code error;
    const fs::path real = fs::canonical(path, error);
    if (error) return makeError(Fault::notFound, "store.not_found", {{"file", path.string()}});
    if (const Status seen = sqlite::inspect(real); !seen) return seen.error();
    const bool immutable = sqlite::isReadOnlyPlace(real);
    if (immutable && !sqlite::hasNoLog(real))
        return makeError(Fault::readOnly, "store.read_only_with_log", {{"file", path.filename().string()}});
    auto impl = std::make_unique<Impl>();
    impl->path = real;
    try {
        impl->database = std::make_unique<Database>(real, immutable ? sqlite::Mode::immutable : sqlite::Mode::readOnly);
        const int version = sqlite::schemaVersion(*impl->database);
        if (version > sqlite::kSchemaVersion)
            return makeError(Fault::newerSchema, "store.newer", {{"file", path.string()}});
        if (version < 1) return makeError(Fault::notOurs, "store.not_ours", {{"file", path.string()}});
        if (version < sqlite::kSchemaVersion) {
            if (immutable) return makeError(Fault::readOnly, "store.older", {{"file", path.filename().string()}});
            if (const auto migrated = EventStore::open(real); !migrated) return migrated.error();
        }
    } catch (const SQLite::Exception& exception) {
        return sqlite::translate(exception, path);
    }
    return EventReader(std::move(impl));
}

Result<EventReader> EventReader::openAgain(const fs::path& path, const FileIdentity& before) {
    const Error replaced = makeError(Fault::replaced, "store.replaced", {{"file", path.filename().string()}});
    auto opened = open(path);
    if (!opened) return opened.error().fault == Fault::notFound ? replaced : opened.error();
    if (const Status ours = opened->isStill(before); !ours) return ours.error();
    return opened;
}

Result<EventPlan> EventReader::event() {
    return impl_->read<EventPlan>([](Database& database) -> Result<EventPlan> { return sqlite::readPlan(database); });
}

Result<FileIdentity> EventReader::identity() {
    return impl_->read<FileIdentity>([](Database& database) -> Result<FileIdentity> {
        return sqlite::identityOf(database).value_or(FileIdentity{});
    });
}

Status EventReader::isStill(const FileIdentity& before) {
    return impl_->read<Done>([&](Database& database) -> Result<Done> { return sqlite::isStill(database, before); });
}

Status EventReader::stillThere() {
    if (!impl_->database->stillThere()) return impl_->replaced();
    return Done{};
}

Result<std::int64_t> EventReader::version(SteadyTime now) {
    Impl& self = *impl_;
    if (now - self.looked >= kLookAtPath) {
        self.looked = now;
        self.gone = !self.database->stillThere();
    }
    if (self.gone) return self.replaced();
    try {
        auto query = self.database->query("pragma data_version");
        query.step();
        return query.integer(0);
    } catch (const SQLite::Exception& exception) {
        return sqlite::translate(exception, self.path);
    }
}

Result<Totals> EventReader::totals() {
    return impl_->read<Totals>([](Database& database) -> Result<Totals> { return sqlite::readTotals(database); });
}

Result<FileSizes> EventReader::sizes() {
    return impl_->read<FileSizes>([](Database& database) -> Result<FileSizes> {
        auto query = database.query(
            "select (select count(*) from attendee where cancelled is null),"
            " (select count(*) from ticket t join attendee a on a.id = t.attendee where t.revoked is null and"
            " a.cancelled is null),"
            " (select count(*) from attendee a where a.cancelled is null and not exists (select 1 from ticket t where"
            " t.attendee = a.id and t.revoked is null)),"
            " (select count(*) from scan where rehearsal = 0), (select count(*) from door),"
            " (select count(*) from attendee where cancelled is null and on_screen and not hidden),"
            " (select count(*) from attendee where cancelled is null and on_screen and not hidden and name_checked)");
        query.step();
        return FileSizes{query.integer(0), query.integer(1), query.integer(2), query.integer(3),
                         query.integer(4), query.integer(5), query.integer(6)};
    });
}

Result<HallNumbers> EventReader::hall(std::size_t newest) {
    return impl_->read<HallNumbers>([&](Database& database) -> Result<HallNumbers> {
        return HallNumbers{sqlite::readTotals(database), sqlite::readNewest(database, newest)};
    });
}

Result<DoorStatus> EventReader::doorStatus(DoorId door, TimePoint now) {
    return impl_->read<DoorStatus>(
        [&](Database& database) -> Result<DoorStatus> { return sqlite::readDoorStatus(database, door, now); });
}

Status EventReader::log(const std::function<void(const LogRow&)>& row) {
    return impl_->read<Done>([&](Database& database) -> Result<Done> {
        auto rows = database.query(
            "select s.at, d.name, s.direction, s.source, s.verdict, s.ticket, p.raw, a.name, a.country,"
            " coalesce(nullif(f.name_en, ''), f.name_zh), p.volunteer, s.undoes, s.overrides, s.scan_id,"
            " a.id, coalesce(c.counted, 0) from scan s join door d on d.id = s.door left join scan_private p on p.scan "
            "= s.id"
            " left join ticket t on t.code = s.ticket left join attendee a on a.id = t.attendee"
            " left join affiliation f on f.id = a.affiliation left join category c on c.id = a.category"
            " where s.rehearsal = 0 order by s.id");
        const auto text = [&](int column) { return rows.isNull(column) ? std::string() : rows.text(column); };
        while (rows.step()) {
            LogRow line;
            line.at = TimePoint{Millis{rows.integer(0)}};
            line.door = rows.text(1);
            line.direction = rows.text(2) == "exit" ? Direction::exit : Direction::entry;
            line.source = sourceFromWord(rows.text(3)).value_or(Source::command);
            line.verdict = verdictFromWord(rows.text(4)).value_or(Verdict::notATicket);
            line.code = text(5);
            if (line.code.empty()) {
                const ParsedCode parsed = parseTicketCode(text(6));
                line.code = parsed.shape == CodeShape::foreign ? shorten(cleanForScreen(text(6)), sqlite::kRawKept)
                                                               : parsed.code;
            }
            line.name = text(7);
            line.country = text(8);
            line.affiliation = text(9);
            line.volunteer = text(10);
            line.undoes = text(11);
            line.overrides = text(12);
            line.scanId = text(13);
            line.guest = AttendeeId{rows.optionalInteger(14).value_or(0)};
            line.counted = rows.integer(15) != 0;
            row(line);
        }
        return Done{};
    });
}

Status EventReader::guests(const std::function<void(const Guest&)>& guest) {
    return impl_->read<Done>([&](Database& database) -> Result<Done> {
        sqlite::eachGuest(database, guest);
        return Done{};
    });
}

Status EventReader::tickets(const std::function<void(std::string, AttendeeId)>& ticket) {
    return impl_->read<Done>([&](Database& database) -> Result<Done> {
        auto query = database.query("select code, attendee from ticket");
        while (query.step()) ticket(query.text(0), AttendeeId{query.integer(1)});
        return Done{};
    });
}

Status EventReader::records(const std::function<void(GuestRecord)>& guest) {
    return impl_->read<Done>([&](Database& database) -> Result<Done> {
        sqlite::eachRecord(database, guest);
        return Done{};
    });
}

Result<std::int64_t> EventReader::listVersion() {
    return impl_->read<std::int64_t>([](Database& database) -> Result<std::int64_t> {
        auto query = database.query(
            "select (select coalesce(max(id), 0) from list_import) * 1000000007 + (select coalesce(max(id), 0) from "
            "attendee)");
        query.step();
        return query.integer(0);
    });
}

Result<std::vector<GuestNow>> EventReader::guestsNow(const std::vector<AttendeeId>& guests) {
    return impl_->read<std::vector<GuestNow>>([&](Database& database) -> Result<std::vector<GuestNow>> {
        std::vector<GuestNow> now;
        for (const AttendeeId guest : guests) now.push_back(sqlite::readGuestNow(database, guest));
        return now;
    });
}

Result<std::optional<std::string>> EventReader::setting(const std::string& name) {
    return impl_->read<std::optional<std::string>>([&](Database& database) -> Result<std::optional<std::string>> {
        auto query = database.query("select value from setting where name = ?");
        return query.bind(name).step() ? std::optional(query.text(0)) : std::nullopt;
    });
}

Result<EventFiles> EventReader::files() {
    return impl_->read<EventFiles>(
        [](Database& database) -> Result<EventFiles> { return sqlite::readFiles(database); });
}

Result<bool> EventReader::namesDeleted() {
    return impl_->read<bool>(
        [](Database& database) -> Result<bool> { return sqlite::closingOf(database) != sqlite::Closing::open; });
}

Status EventReader::inside(const std::function<void(const Guest&, const Entry&)>& guest) {
    return impl_->read<Done>([&](Database& database) -> Result<Done> {
        sqlite::eachInside(database, guest);
        return Done{};
    });
}

Result<std::vector<Finding>> EventReader::verify() {
    return impl_->read<std::vector<Finding>>(
        [](Database& database) -> Result<std::vector<Finding>> { return sqlite::verifyAll(database); });
}

Result<std::string> EventReader::fingerprint() {
    return impl_->read<std::string>(
        [](Database& database) -> Result<std::string> { return sqlite::fingerprintOf(database); });
}

}  // namespace turnout
