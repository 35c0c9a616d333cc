#include "common/store/sqlite/taking_back.h"

#include "common/store/sqlite/attendees.h"
#include "common/store/sqlite/derived.h"
#include "common/store/sqlite/log_writer.h"

namespace turnout::sqlite {
namespace {

constexpr int kMostLookedAt = 1000;

struct Taken {  // a green row that nobody has taken back
    std::int64_t row = 0;
    std::string scanId;
    Verdict verdict = Verdict::admitted;
    std::string direction, ticket;
};

Taken takenAt(const Query& row) {
    return {row.integer(0), row.text(1), row.text(2) == "exited" ? Verdict::exited : Verdict::admitted, row.text(3),
            row.text(4)};
}

GuestKeys readKeys(Database& database, std::int64_t attendee) {
    auto query = database.query(
        "select a.id, a.country, a.category, a.affiliation, c.counted, a.walk_in"
        " from attendee a join category c on c.id = a.category where a.id = ?");
    query.bind(attendee).step();
    return {query.integer(0),         query.text(1),         query.text(2),
            query.optionalInteger(3), query.integer(4) != 0, query.integer(5) != 0};
}

Result<std::int64_t> write(Database& database, const Undoing& how, const Taken& taken, bool rehearsal) {
    ScanRow row;
    row.rehearsal = rehearsal;
    row.undoes = taken.scanId;
    row.direction = taken.direction;
    row.ticket = taken.ticket;
    row.scanId = newScanId().value;
    row.machine = how.machine;
    row.at = how.now.time_since_epoch().count();
    row.door = how.door.value;
    row.source = word(Source::command);
    row.verdict = word(Verdict::undone);
    const std::int64_t id = writeScan(database, row, privatePart(how.volunteer, how.reason));
    if (rehearsal) return id;
    auto owner = database.query("select attendee from ticket where code = ?");
    owner.bind(taken.ticket).step();
    if (!takeBack(database, readKeys(database, owner.integer(0)), taken.verdict, taken.row, id))
        return makeError(Fault::refusedByRules, "store.nothing_to_undo");
    return id;
}

bool wentOn(Database& database, const Taken& taken, bool rehearsal) {
    auto later = database.query(
        "select 1 from scan s join ticket t on t.code = s.ticket where s.id > ?1 and s.rehearsal = ?2 and s.verdict in "
        "('admitted', 'exited') and t.attendee = (select attendee from ticket where code = ?3) and not exists(select 1 "
        "from scan u where u.undoes = s.scan_id and u.id > s.id)");
    return later.bind(taken.row, rehearsal, taken.ticket).step();
}

}  // namespace

Result<std::int64_t> takeBackLast(Database& database, const Undoing& how, const std::optional<ScanId>& expected) {
    const auto rehearsal = rehearsingSince(database);
    Taken taken;
    {
        auto last = database.query(
            "select s.id, s.scan_id, s.verdict, s.direction, s.ticket from scan s where s.door = ?1 and s.rehearsal "
            "= ?2 and s.id > ?3 and"
            " s.verdict in ('admitted', 'exited') and not exists(select 1 from scan u where u.undoes = s.scan_id and "
            "u.id > s.id and u.door = s.door)"
            " order by s.id desc limit 1");
        if (!last.bind(how.door.value, rehearsal.has_value(), rehearsal.value_or(0)).step())
            return makeError(Fault::refusedByRules, "store.nothing_to_undo");
        taken = takenAt(last);
    }
    if (expected && expected->value != taken.scanId) return makeError(Fault::refusedByRules, "store.undo_not_last");
    return write(database, how, taken, rehearsal.has_value());
}

Result<std::int64_t> takeBackScan(Database& database, const Undoing& how, const ScanId& scan) {
    const auto rehearsal = rehearsingSince(database);
    Taken taken;
    {
        auto meant = database.query(
            "select s.id, s.scan_id, s.verdict, s.direction, s.ticket from scan s where s.scan_id = ?1 and s.door = ?2 "
            "and s.rehearsal = ?3 and s.id > ?4 and s.verdict in ('admitted', 'exited') and not exists(select 1 from "
            "scan u where u.undoes = s.scan_id and u.id > s.id)");
        if (!meant.bind(scan.value, how.door.value, rehearsal.has_value(), rehearsal.value_or(0)).step())
            return makeError(Fault::refusedByRules, "store.undo_done");
        taken = takenAt(meant);
    }
    if (wentOn(database, taken, rehearsal.has_value())) return makeError(Fault::refusedByRules, "store.undo_went_on");
    return write(database, how, taken, rehearsal.has_value());
}

std::vector<std::int64_t> notTakenBack(Database& database, DoorId door, TimePoint since) {
    const auto rehearsal = rehearsingSince(database);
    std::vector<std::int64_t> rows;
    auto greens = database.query(
        "select s.id from scan s where s.id > (select max(id) from scan) - ?1 and s.door = ?2 and s.rehearsal = ?3 and "
        "s.id > ?4 and s.at >= ?5 and s.verdict in ('admitted', 'exited') and not exists(select 1 from scan u where "
        "u.undoes = s.scan_id and u.id > s.id) order by s.id");
    greens.bind(kMostLookedAt, door.value, rehearsal.has_value(), rehearsal.value_or(0),
                static_cast<std::int64_t>(since.time_since_epoch().count()));
    while (greens.step()) rows.push_back(greens.integer(0));
    return rows;
}

}  // namespace turnout::sqlite
