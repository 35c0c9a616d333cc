#include "common/store/sqlite/derived.h"

#include <sqlite3.h>

#include <algorithm>
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

// Replays the log: what is derived step by step at a door, all at once.
class Replay {
  public:
    explicit Replay(Database& database) : united_(unitedUpTo(database)), database_(database) {}

    Derived run() {
        readGuests();
        for (const Row& row : rowsInOrder()) {
            ++derived_.verdicts[{row.door, row.verdict}];
            const auto guest = row.attendee ? guests_.find(*row.attendee) : guests_.end();
            if (guest == guests_.end()) continue;
            if (row.verdict == "admitted")
                enterOne(guest->second, row);
            else if (row.verdict == "exited")
                leaveOne(guest->second, row);
            else if (row.verdict == "undone" && row.undoes)
                takeBackOne(guest->second, row);
        }
        std::erase_if(derived_.tallies, [](const auto& entry) { return entry.second.isZero(); });
        return std::move(derived_);
    }

  private:
    struct Row {
        std::int64_t id = 0, place = 0;  // place: of a united row among them by time; else its id
        std::string scanId;
        std::int64_t door = 0;
        std::string verdict;
        std::optional<std::string> undoes;
        std::optional<std::int64_t> attendee;
        std::string machine;
        std::int64_t seq = 0, at = 0;
    };

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

    bool isInside(const GuestKeys& guest) {
        for (const std::size_t at : staysOf_[guest.attendee])
            if (!derived_.stays[at].scanOut && !derived_.stays[at].undone) return true;
        return false;
    }

    // Somebody whom another door, out of reach, has let in already is in the log and in no number: a double.
    void enterOne(const GuestKeys& guest, const Row& row) {
        if (isInside(guest)) {
            doublesOf_[guest.attendee].push_back(row);
            return;
        }
        const bool first = validStays(guest) == 0;
        staysOf_[guest.attendee].push_back(derived_.stays.size());
        stayOfScan_[row.scanId] = derived_.stays.size();
        derived_.stays.push_back({guest.attendee, row.id, {}, {}});
        change(guest, {first ? 1 : 0, 1}, row.place);
    }

    void leaveOne(const GuestKeys& guest, const Row& row) {
        doublesOf_.erase(guest.attendee);
        for (const std::size_t at : staysOf_[guest.attendee]) {
            Stay& stay = derived_.stays[at];
            if (stay.scanOut || stay.undone) continue;
            stay.scanOut = row.id;
            stayOfScan_[row.scanId] = at;
            change(guest, {0, -1}, row.place);
        }
    }

    void takeBackOne(const GuestKeys& guest, const Row& row) {
        auto undone = database_.query("select id, verdict, door from scan where scan_id = ?");
        if (!undone.bind(*row.undoes).step()) return;
        const std::string verdict = undone.text(1);
        const auto counted = std::pair(undone.integer(2), verdict);
        if (takeBackDouble(guest, *row.undoes)) {
            --derived_.verdicts[counted];
            return;
        }
        const auto found = stayOfScan_.find(*row.undoes);
        if (found == stayOfScan_.end()) return;
        if (verdict == "exited" && isInside(guest)) return;
        Stay& stay = derived_.stays[found->second];
        --derived_.verdicts[counted];
        if (verdict == "exited") {
            stay.scanOut.reset();
            change(guest, {0, 1}, row.place);
            return;
        }
        const bool wasInside = !stay.scanOut;
        stay.undone = row.id;
        change(guest, {validStays(guest) == 0 ? -1 : 0, wasInside ? -1 : 0}, row.place);
        // The other door's admission holds now.
        auto& doubles = doublesOf_[guest.attendee];
        if (!wasInside || row.id > united_ || doubles.empty()) return;
        const Row next = doubles.front();
        doubles.erase(doubles.begin());
        enterOne(guest, next);
    }

    bool takeBackDouble(const GuestKeys& guest, const std::string& scanId) {
        auto& doubles = doublesOf_[guest.attendee];
        return std::erase_if(doubles, [&](const Row& row) { return row.scanId == scanId; }) > 0;
    }

    // In the order written; of united machines by time, a machine's own rows in their order, so that it does not matter
    // which door was brought in first.
    std::vector<Row> rowsInOrder() {
        std::vector<Row> rows;
        auto log = database_.query(
            "select s.id, s.scan_id, s.door, s.verdict, s.undoes, t.attendee, s.machine, s.seq, s.at from scan s"
            " left join ticket t on t.code = s.ticket where s.rehearsal = 0 order by s.id");
        while (log.step())
            rows.push_back({log.integer(0), log.integer(0), log.text(1), log.integer(2), log.text(3),
                            log.isNull(4) ? std::nullopt : std::optional(log.text(4)), log.optionalInteger(5),
                            log.text(6), log.integer(7), log.integer(8)});
        if (united_ == 0) return rows;
        const auto end = std::find_if(rows.begin(), rows.end(), [&](const Row& row) { return row.id > united_; });
        std::sort(rows.begin(), end,
                  [](const Row& a, const Row& b) { return std::tie(a.machine, a.seq) < std::tie(b.machine, b.seq); });
        for (auto row = rows.begin(); row != end; ++row)
            if (row != rows.begin() && (row - 1)->machine == row->machine) row->at = std::max(row->at, (row - 1)->at);
        std::sort(rows.begin(), end, [](const Row& a, const Row& b) {
            return std::tie(a.at, a.machine, a.seq) < std::tie(b.at, b.machine, b.seq);
        });
        std::int64_t place = 0;
        for (auto row = rows.begin(); row != end; ++row) row->place = ++place;  // below every later row's number
        return rows;
    }

    std::int64_t united_ = 0;
    std::unordered_map<std::int64_t, std::vector<Row>> doublesOf_;
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

void addRegistered(Database& database, const GuestKeys& place, std::int64_t guests) {
    for (const auto& [subject, key] : placesOf(place))
        database
            .query(
                "insert into tally(subject, key, registered, arrived, inside, walk_ins) values(?1, ?2, ?3, 0, 0, 0)"
                " on conflict(subject, key) do update set registered = registered + ?3")
            .bind(subject, key, guests)
            .run();
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

std::int64_t unitedUpTo(Database& database) {
    auto query = database.query("select cast(value as integer) from setting where name = 'united'");
    return query.step() ? query.integer(0) : 0;
}

namespace {

void writeTallies(Database& database, const Derived& derived) {
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

}  // namespace

void rewriteTallies(Database& database) {
    writeTallies(database, deriveFromLog(database));
}

void rewriteDerived(Database& database) {
    const Derived derived = deriveFromLog(database);
    writeTallies(database, derived);
    database.query("delete from stay").run();
    for (const Stay& stay : derived.stays)
        database.query("insert into stay(attendee, scan_in, scan_out, undone) values(?,?,?,?)")
            .bind(stay.attendee, stay.scanIn, stay.scanOut, stay.undone)
            .run();
    database.query("delete from tally_verdict").run();
    for (const auto& [place, scans] : derived.verdicts)
        database.query("insert into tally_verdict(door, verdict, scans) values(?,?,?)")
            .bind(place.first, place.second, scans)
            .run();
}

}  // namespace turnout::sqlite
