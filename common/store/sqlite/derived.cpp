#include "common/store/sqlite/derived.h"

#include <sqlite3.h>

#include <unordered_map>

namespace turnout::sqlite {
namespace {

struct Change {
    std::int64_t arrived = 0, inside = 0;
};

// Where a guest stands in the tallies. Guests of uncounted categories stand only in their category's.
std::vector<std::pair<std::string, std::string>> placesOf(const GuestKeys& guest) {
    std::vector<std::pair<std::string, std::string>> places{{"category", guest.category}};
    if (!guest.counted) return places;
    places.emplace_back("all", "");
    places.emplace_back("country", guest.country);
    if (guest.affiliation) places.emplace_back("affiliation", std::to_string(*guest.affiliation));
    return places;
}

void count(Database& database, const GuestKeys& guest, Change change, std::int64_t scanRow) {
    for (const auto& [subject, key] : placesOf(guest)) {
        // first_scan: the admission with which the number last rose from 0; flags take their place on the wall by it.
        // Two plain statements: SQLite builds a temporary table for every "insert ... on conflict do update", which was
        // nearly half the work of an admission.
        const std::int64_t walkIns = guest.walkIn ? change.arrived : std::int64_t{0};
        database
            .query(
                "update tally set arrived = arrived + ?3, inside = inside + ?4, walk_ins = walk_ins + ?5,"
                " first_scan = case when arrived + ?3 = 0 then null else coalesce(first_scan, ?6) end"
                " where subject = ?1 and key = ?2")
            .bind(subject, key, change.arrived, change.inside, walkIns, scanRow)
            .run();
        if (sqlite3_changes(database.handle()) > 0) continue;
        database
            .query(
                "insert into tally(subject, key, registered, arrived, inside, walk_ins, first_scan)"
                " values(?1, ?2, 0, ?3, ?4, ?5, iif(?3 > 0, ?6, null))")
            .bind(subject, key, change.arrived, change.inside, walkIns, scanRow)
            .run();
    }
}

bool hasStay(Database& database, std::int64_t attendee) {
    auto query = database.query("select 1 from stay where attendee = ? and undone is null limit 1");
    return query.bind(attendee).step();
}

void apply(Tally& tally, const GuestKeys& guest, Change change, std::int64_t scanRow) {
    tally.arrived += change.arrived;
    tally.inside += change.inside;
    if (guest.walkIn) tally.walkIns += change.arrived;
    if (tally.arrived == 0)
        tally.firstScan.reset();
    else if (!tally.firstScan)
        tally.firstScan = scanRow;
}

// Replays the log in the order it was written.
class Replay {
  public:
    explicit Replay(Database& database) : database_(database) {}

    Derived run() {
        readGuests();
        auto log = database_.query(
            "select s.id, s.scan_id, s.door, s.verdict, s.undoes, t.attendee from scan s left join ticket t on t.code "
            "= s.ticket"
            " where s.rehearsal = 0 order by s.id");
        while (log.step()) {
            const std::int64_t row = log.integer(0);
            const std::string verdict = log.text(3);
            ++derived_.verdicts[{log.integer(2), verdict}];
            const auto guest = log.isNull(5) ? guests_.end() : guests_.find(log.integer(5));
            if (guest == guests_.end()) continue;
            if (verdict == "admitted")
                enterOne(guest->second, log.text(1), row);
            else if (verdict == "exited")
                leaveOne(guest->second, log.text(1), row);
            else if (verdict == "undone" && !log.isNull(4))
                takeBackOne(guest->second, log.text(4), row);
        }
        std::erase_if(derived_.tallies, [](const auto& entry) { return entry.second.isZero(); });
        return std::move(derived_);
    }

  private:
    void readGuests() {
        auto list = database_.query(
            "select a.id, a.country, a.category, a.affiliation, c.counted, a.walk_in, a.cancelled is not null"
            " from attendee a join category c on c.id = a.category");
        while (list.step()) {
            const GuestKeys guest{list.integer(0),         list.text(1),         list.text(2),
                                  list.optionalInteger(3), list.integer(4) != 0, list.integer(5) != 0};
            guests_.emplace(guest.attendee, guest);
            if (!guest.walkIn && list.integer(6) == 0)
                for (const auto& place : placesOf(guest)) ++derived_.tallies[place].registered;
        }
    }

    void change(const GuestKeys& guest, Change by, std::int64_t row) {
        for (const auto& place : placesOf(guest)) apply(derived_.tallies[place], guest, by, row);
    }

    std::int64_t validStays(const GuestKeys& guest) {
        std::int64_t valid = 0;
        for (const std::size_t at : staysOf_[guest.attendee]) valid += derived_.stays[at].undone ? 0 : 1;
        return valid;
    }

    void enterOne(const GuestKeys& guest, const std::string& scanId, std::int64_t row) {
        const bool first = validStays(guest) == 0;
        staysOf_[guest.attendee].push_back(derived_.stays.size());
        stayOfScan_[scanId] = derived_.stays.size();
        derived_.stays.push_back({guest.attendee, row, {}, {}});
        change(guest, {first ? 1 : 0, 1}, row);
    }

    void leaveOne(const GuestKeys& guest, const std::string& scanId, std::int64_t row) {
        for (const std::size_t at : staysOf_[guest.attendee]) {
            Stay& stay = derived_.stays[at];
            if (stay.scanOut || stay.undone) continue;
            stay.scanOut = row;
            stayOfScan_[scanId] = at;
            change(guest, {0, -1}, row);
        }
    }

    void takeBackOne(const GuestKeys& guest, const std::string& undoes, std::int64_t row) {
        const auto found = stayOfScan_.find(undoes);
        if (found == stayOfScan_.end()) return;
        Stay& stay = derived_.stays[found->second];
        auto undone = database_.query("select id, verdict, door from scan where scan_id = ?");
        undone.bind(undoes).step();
        --derived_.verdicts[{undone.integer(2), undone.text(1)}];
        if (undone.text(1) == "exited") {
            stay.scanOut.reset();
            change(guest, {0, 1}, row);
        } else {
            stay.undone = row;
            change(guest, {validStays(guest) == 0 ? -1 : 0, stay.scanOut ? 0 : -1}, row);
        }
    }

    Database& database_;
    Derived derived_;
    std::unordered_map<std::int64_t, GuestKeys> guests_;
    std::unordered_map<std::int64_t, std::vector<std::size_t>> staysOf_;
    std::unordered_map<std::string, std::size_t> stayOfScan_;
};

}  // namespace

void enter(Database& database, const GuestKeys& guest, bool first, std::int64_t scanRow) {
    database.query("insert into stay(attendee, scan_in) values(?, ?)").bind(guest.attendee, scanRow).run();
    count(database, guest, {first ? 1 : 0, 1}, scanRow);
}

void leave(Database& database, const GuestKeys& guest, std::int64_t scanRow) {
    database.query("update stay set scan_out = ? where attendee = ? and scan_out is null and undone is null")
        .bind(scanRow, guest.attendee)
        .run();
    count(database, guest, {0, -1}, scanRow);
}

bool takeBack(Database& database, const GuestKeys& guest, Verdict verdict, std::int64_t takenBackRow,
              std::int64_t undoRow) {
    if (verdict == Verdict::exited) {
        auto open = database.query("select 1 from stay where attendee = ? and scan_out is null and undone is null");
        if (open.bind(guest.attendee).step()) return false;
        database.query("update stay set scan_out = null where scan_out = ? and attendee = ?")
            .bind(takenBackRow, guest.attendee)
            .run();
        count(database, guest, {0, 1}, undoRow);
    } else {
        auto stay = database.query("select scan_out is null from stay where scan_in = ?");
        const bool wasInside = stay.bind(takenBackRow).step() && stay.integer(0) != 0;
        database.query("update stay set undone = ? where scan_in = ?").bind(undoRow, takenBackRow).run();
        count(database, guest, {hasStay(database, guest.attendee) ? 0 : -1, wasInside ? -1 : 0}, undoRow);
    }
    database
        .query(
            "update tally_verdict set scans = scans - 1 where verdict = ? and door = (select door from scan where id = "
            "?)")
        .bind(word(verdict), takenBackRow)
        .run();
    return true;
}

Derived deriveFromLog(Database& database) {
    return Replay(database).run();
}

Derived readDerived(Database& database) {
    Derived derived;
    auto stays = database.query("select attendee, scan_in, scan_out, undone from stay order by scan_in");
    while (stays.step())
        derived.stays.push_back(
            {stays.integer(0), stays.integer(1), stays.optionalInteger(2), stays.optionalInteger(3)});
    auto tallies = database.query("select subject, key, registered, arrived, inside, walk_ins, first_scan from tally");
    while (tallies.step()) {
        const Tally tally{tallies.integer(2), tallies.integer(3), tallies.integer(4), tallies.integer(5),
                          tallies.optionalInteger(6)};
        if (!tally.isZero()) derived.tallies[{tallies.text(0), tallies.text(1)}] = tally;
    }
    auto verdicts = database.query("select door, verdict, scans from tally_verdict");
    while (verdicts.step()) derived.verdicts[{verdicts.integer(0), verdicts.text(1)}] = verdicts.integer(2);
    return derived;
}

void rewriteTallies(Database& database) {
    const Derived derived = deriveFromLog(database);
    database.query("delete from tally").run();
    for (const auto& [place, tally] : derived.tallies)
        database
            .query(
                "insert into tally(subject, key, registered, arrived, inside, walk_ins, first_scan) "
                "values(?,?,?,?,?,?,?)")
            .bind(place.first, place.second, tally.registered, tally.arrived, tally.inside, tally.walkIns,
                  tally.firstScan)
            .run();
}

}  // namespace turnout::sqlite
