#include "common/store/sqlite/uniting.h"

#include <map>

#include "common/store/sqlite/blanking.h"
#include "common/store/sqlite/chain.h"
#include "common/store/sqlite/derived.h"

namespace turnout::sqlite {
namespace {

using Ids = std::map<std::int64_t, std::int64_t>;  // there -> here

std::int64_t lastId(Database& database) {
    return sqlite3_last_insert_rowid(database.handle());
}

class Uniting {
  public:
    Uniting(Database& here, Database& there)
        : here_(here), there_(there), forgotten_(anybodyForgotten(here) || anybodyForgotten(there)) {}

    // Rows and chains of the two files differ by what was deleted of somebody in one of them.
    bool forgotten() const { return forgotten_; }

    bool sameEvent() {
        auto mine = here_.query("select uid from event");
        auto theirs = there_.query("select uid from event");
        return mine.step() && theirs.step() && mine.text(0) == theirs.text(0);
    }

    // Two files that went on as the same machine have the same numbers for different rows.
    bool forked() {
        auto rows = there_.query("select machine, seq, hash, scan_id from scan order by machine, seq");
        while (rows.step()) {
            auto mine = here_.query("select hash, scan_id from scan where machine = ? and seq = ?");
            if (!mine.bind(rows.text(0), rows.integer(1)).step()) continue;
            if (forgotten_ ? mine.text(1) != rows.text(3) : mine.text(0) != rows.text(2)) return true;
        }
        return false;
    }

    UniteOutcome run() {
        bringDoors();
        bringForgotten();
        bringTickets();
        bringScans();
        bringRemarks();
        return outcome_;
    }

  private:
    void bringDoors() {
        auto doors = there_.query("select id, name, way, opens, closes from door order by id");
        while (doors.step()) {
            auto mine = here_.query("select id from door where name = ?");
            if (mine.bind(doors.text(1)).step()) {
                doors_[doors.integer(0)] = mine.integer(0);
                continue;
            }
            here_.query("insert into door(name, way, opens, closes) values(?,?,?,?)")
                .bind(doors.text(1), doors.text(2), doors.optionalInteger(3), doors.optionalInteger(4))
                .run();
            doors_[doors.integer(0)] = lastId(here_);
        }
    }

    std::optional<std::int64_t> affiliationHere(std::optional<std::int64_t> there) {
        if (!there) return std::nullopt;
        auto theirs = there_.query("select key, name_en, name_zh, short_en, short_zh from affiliation where id = ?");
        if (!theirs.bind(*there).step()) return std::nullopt;
        auto mine = here_.query("select id from affiliation where key = ?");
        if (mine.bind(theirs.text(0)).step()) return mine.integer(0);
        here_
            .query(
                "insert into affiliation(key, place, name_en, name_zh, short_en, short_zh)"
                " values(?1, (select coalesce(max(place), 0) + 1 from affiliation), ?2, ?3, ?4, ?5)")
            .bind(theirs.text(0), theirs.text(1), theirs.text(2), theirs.text(3), theirs.text(4))
            .run();
        return lastId(here_);
    }

    // Who was forgotten there is forgotten here: noted now, and done once all is brought in.
    void bringForgotten() {
        auto settings =
            there_.query("select cast(substr(name, 11) as integer), value from setting where name glob 'forgotten.*'");
        while (settings.step())
            if (const auto guest = sameGuestHere(settings.integer(0)))
                here_.query("insert or ignore into setting(name, value) values('forgotten.' || ?, ?)")
                    .bind(*guest, settings.text(1))
                    .run();
    }

    // A forgotten guest has no name and other tickets than in the other file, but the same scans.
    std::optional<std::int64_t> guestOfScans(std::int64_t attendee) {
        auto scans =
            there_.query("select s.scan_id from ticket t join scan s on s.ticket = t.code where t.attendee = ?");
        scans.bind(attendee);
        while (scans.step()) {
            auto mine =
                here_.query("select t.attendee from scan s join ticket t on t.code = s.ticket where s.scan_id = ?");
            if (mine.bind(scans.text(0)).step()) return mine.integer(0);
        }
        return std::nullopt;
    }

    // Somebody who shares a ticket with a guest here; or who was on the list when the copy was made.
    std::optional<std::int64_t> sameGuestHere(std::int64_t attendee) {
        if (const auto found = guests_.find(attendee); found != guests_.end()) return found->second;
        auto tickets = there_.query("select code from ticket where attendee = ? order by code");
        tickets.bind(attendee);
        while (tickets.step()) {
            auto mine = here_.query("select attendee from ticket where code = ?");
            if (mine.bind(tickets.text(0)).step()) return mine.integer(0);
        }
        if (forgotten_)
            if (const auto mine = guestOfScans(attendee)) return mine;
        // Never two walk-ins: each has a ticket, and two of one name may come to two doors at once.
        auto person = there_.query("select name, country, added from attendee where id = ? and walk_in = 0");
        if (!person.bind(attendee).step()) return std::nullopt;
        // A guest on the list has a name, until forgotten.
        auto mine = here_.query(
            "select id from attendee where id = ?1 and country = ?3 and added = ?4 and walk_in = 0"
            " and (name = ?2 or '' in (name, ?2))");
        if (mine.bind(attendee, person.text(0), person.text(1), person.integer(2)).step()) return mine.integer(0);
        return std::nullopt;
    }

    // Who was let in here by signature alone has a name where their ticket was issued.
    void takeName(std::int64_t guest, std::int64_t attendee) {
        auto row = there_.query(
            "select name, native_name, screen_name, country, affiliation, category, seat, note, on_screen,"
            " name_checked, cancelled, changed from attendee where id = ? and walk_in = 0");
        if (!row.bind(attendee).step()) return;
        auto nameless = here_.query("select 1 from attendee where id = ? and walk_in = 1");
        if (!nameless.bind(guest).step()) return;
        here_
            .query(
                "update attendee set name = ?1, native_name = ?2, screen_name = ?3, country = ?4, affiliation = ?5,"
                " category = ?6, seat = ?7, note = ?8, on_screen = ?9, name_checked = ?10, cancelled = ?11,"
                " changed = ?12, walk_in = 0 where id = ?13")
            .bind(row.text(0), row.text(1), row.text(2), row.text(3), affiliationHere(row.optionalInteger(4)),
                  row.text(5), row.text(6), row.text(7), row.integer(8), row.integer(9), row.optionalInteger(10),
                  row.integer(11), guest)
            .run();
        ++outcome_.guests;
    }

    std::int64_t guestHere(std::int64_t attendee) {
        if (const auto same = sameGuestHere(attendee)) {
            if (guests_.emplace(attendee, *same).second) takeName(*same, attendee);
            return *same;
        }
        auto row = there_.query(
            "select name, native_name, screen_name, country, affiliation, category, seat, note, on_screen,"
            " name_checked, walk_in, cancelled, added, changed, hidden from attendee where id = ?");
        row.bind(attendee).step();
        here_
            .query(
                "insert into attendee(outside_id, name, native_name, screen_name, country, affiliation, category, "
                "seat,"
                " note, on_screen, name_checked, walk_in, cancelled, added, changed, hidden)"
                " values('',?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")
            .bind(row.text(0), row.text(1), row.text(2), row.text(3), affiliationHere(row.optionalInteger(4)),
                  row.text(5), row.text(6), row.text(7), row.integer(8), row.integer(9), row.integer(10),
                  row.optionalInteger(11), row.integer(12), row.integer(13), row.integer(14))
            .run();
        ++outcome_.guests;
        return guests_[attendee] = lastId(here_);
    }

    void bringTickets() {
        auto tickets = there_.query(
            "select t.code, t.attendee, t.issued, t.revoked, t.reason, a.hidden from ticket t join attendee a on a.id "
            "= t.attendee"
            " order by t.attendee, t.issued, t.code");
        while (tickets.step()) {
            const std::int64_t guest = guestHere(tickets.integer(1));
            if (tickets.integer(5) != 0)
                here_.query("update attendee set hidden = 1 where id = ? and hidden = 0").bind(guest).run();
            auto mine = here_.query("select revoked from ticket where code = ?");
            if (!mine.bind(tickets.text(0)).step()) {
                here_.query("insert into ticket(code, attendee, issued, revoked, reason) values(?,?,?,?,?)")
                    .bind(tickets.text(0), guest, tickets.integer(2), tickets.optionalInteger(3), tickets.text(4))
                    .run();
                continue;
            }
            // Cancelled anywhere is cancelled; of two times the earlier one.
            const auto revoked = tickets.optionalInteger(3);
            if (revoked && (mine.isNull(0) || *revoked < mine.integer(0)))
                here_.query("update ticket set revoked = ?, reason = ? where code = ?")
                    .bind(*revoked, tickets.text(4), tickets.text(0))
                    .run();
        }
    }

    // The number under which the machine itself knew the door: what its chain is hashed with.
    std::int64_t doorOfMachine(const std::string& machine, std::int64_t door) {
        auto known = there_.query("select door_there from door_elsewhere where machine = ? and door = ?");
        return known.bind(machine, door).step() ? known.integer(0) : door;
    }

    void bringScans() {
        auto rows = there_.query(
            "select id, scan_id, machine, seq, at, door, direction, source, ticket, verdict, undoes, overrides, "
            "rehearsal,"
            " private_hash, hash from scan order by machine, seq");
        while (rows.step()) {
            auto mine = here_.query("select id from scan where scan_id = ?");
            if (mine.bind(rows.text(1)).step()) {
                scans_[rows.integer(0)] = mine.integer(0);
                continue;
            }
            bringScan(rows);
        }
    }

    void bringScan(const Query& row) {
        const auto text = [&](int column) {
            return row.isNull(column) ? std::nullopt : std::optional(row.text(column));
        };
        const std::string machine = row.text(2), hash = row.text(14);
        const std::optional<std::string> privatePart = text(13);
        const std::int64_t door = doors_.at(row.integer(5)), own = doorOfMachine(machine, row.integer(5));
        here_
            .query(
                "insert into scan(scan_id, machine, seq, at, door, direction, source, ticket, verdict, undoes,"
                " overrides, rehearsal, private_hash, hash) values(?,?,?,?,?,?,?,?,?,?,?,?,?,?)")
            .bind(row.text(1), machine, row.integer(3), row.integer(4), door, row.text(6), row.text(7), text(8),
                  row.text(9), text(10), text(11), row.integer(12),
                  privatePart ? std::optional(Blob{*privatePart}) : std::nullopt, Blob{hash})
            .run();
        const std::int64_t id = lastId(here_);
        scans_[row.integer(0)] = id;
        ++outcome_.scans;
        if (own != door)
            here_.query("insert or ignore into door_elsewhere(machine, door, door_there) values(?,?,?)")
                .bind(machine, door, own)
                .run();
        here_
            .query(
                "insert into chain_head(machine, seq, hash) values(?1, ?2, ?3)"
                " on conflict(machine) do update set seq = ?2, hash = ?3")
            .bind(machine, row.integer(3), Blob{hash})
            .run();
        bringPrivatePart(row.integer(0), id);
    }

    void bringPrivatePart(std::int64_t there, std::int64_t here) {
        auto part = there_.query("select salt, raw, raw_sha256, volunteer, reason from scan_private where scan = ?");
        if (!part.bind(there).step()) return;
        const std::string salt = part.text(0), raw = part.text(1);
        const std::optional<std::string> sum = part.isNull(2) ? std::nullopt : std::optional(part.text(2));
        here_.query("insert into scan_private(scan, salt, raw, raw_sha256, volunteer, reason) values(?,?,?,?,?,?)")
            .bind(here, Blob{salt}, Blob{raw}, sum ? std::optional(Blob{*sum}) : std::nullopt, part.text(3),
                  part.text(4))
            .run();
    }

    void bringRemarks() {
        auto remarks = there_.query("select scan, at, kind, volunteer from remark order by at, id");
        while (remarks.step())
            here_
                .query(
                    "insert into remark(scan, at, kind, volunteer) select ?1, ?2, ?3, ?4"
                    " where not exists(select 1 from remark where scan = ?1 and at = ?2 and kind = ?3)")
                .bind(scans_.at(remarks.integer(0)), remarks.integer(1), remarks.text(2), remarks.text(3))
                .run();
    }

    Database &here_, &there_;
    bool forgotten_;
    UniteOutcome outcome_;
    Ids doors_, guests_, scans_;
};

}  // namespace

Result<UniteOutcome> uniteFrom(Database& here, Database& there, const std::filesystem::path& file, TimePoint now) {
    const std::vector<std::pair<std::string, std::string>> args{{"file", file.filename().string()}};
    Uniting uniting(here, there);
    if (!uniting.sameEvent()) return makeError(Fault::badInput, "store.unite_other_event", args);
    if (uniting.forked()) return makeError(Fault::badInput, "store.unite_same_machine", args);
    if (uniting.forgotten()) here.exec("pragma secure_delete=on");  // what is brought in of them leaves no trace
    const UniteOutcome outcome = uniting.run();
    if (uniting.forgotten()) forgetAgain(here, now);
    if (outcome.guests > 0)
        here.query("insert into list_import(at, added, changed) values(?, ?, 0)")
            .bind(now.time_since_epoch().count(), outcome.guests)
            .run();
    if (outcome.scans == 0 && outcome.guests == 0) return outcome;
    here.query(
            "insert into setting(name, value) select 'united', cast(coalesce(max(id), 0) as text) from scan where true"
            " on conflict(name) do update set value = excluded.value")
        .run();
    rewriteDerived(here);
    return outcome;
}

}  // namespace turnout::sqlite
