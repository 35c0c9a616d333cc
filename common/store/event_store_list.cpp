// An event's list of guests and their tickets; copies of the file, and the scans that come back in them.
#include <algorithm>

#include "common/domain/ticket_code.h"
#include "common/store/event_reader.h"
#include "common/store/event_store_impl.h"
#include "common/store/sqlite/blanking.h"
#include "common/store/sqlite/copying.h"
#include "common/store/sqlite/merging.h"
#include "common/store/sqlite/plan_rows.h"
#include "common/store/sqlite/ticketing.h"
#include "common/store/sqlite/uniting.h"

namespace turnout {

namespace fs = std::filesystem;
using sqlite::Database;
using sqlite::Transaction;

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
        if (outcome.written) sqlite::countForgottenOnce(database, now);
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
        const auto closed = reader->namesDeleted();
        if (!closed) return closed.error();
        if (*closed) return makeError(Fault::refusedByRules, "store.closed", {{"file", door.filename().string()}});
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
