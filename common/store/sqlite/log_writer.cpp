#include "common/store/sqlite/log_writer.h"

#include <sqlite3.h>

namespace turnout::sqlite {

std::optional<PrivatePart> privatePart(const std::string& volunteer, const std::string& reason,
                                       const std::optional<std::string>& noTicket) {
    if (!noTicket && volunteer.empty() && reason.empty()) return std::nullopt;
    PrivatePart part{randomBytes(16), {}, {}, volunteer, reason};
    if (noTicket) {
        part.raw = noTicket->substr(0, kRawKept);
        part.rawSha256 = sha256(*noTicket);
    }
    return part;
}

std::int64_t writeScan(Database& database, ScanRow& row, const std::optional<PrivatePart>& part) {
    std::string previous(kHashBytes, '\0');
    row.seq = 1;
    {
        auto head = database.query("select seq, hash from chain_head where machine = ?");
        if (head.bind(row.machine).step()) {
            row.seq = head.integer(0) + 1;
            previous = head.text(1);
        }
    }
    if (part) row.privateHash = privateHash(*part);
    const std::string hash = chainHash(previous, row);
    const auto blob = [](const std::optional<std::string>& bytes) {
        return bytes ? std::optional(Blob{*bytes}) : std::nullopt;
    };
    database
        .query(
            "insert into scan(scan_id, machine, seq, at, door, direction, source, ticket, verdict, undoes, overrides,"
            " rehearsal, private_hash, hash) values(?,?,?,?,?,?,?,?,?,?,?,?,?,?)")
        .bind(row.scanId, row.machine, row.seq, row.at, row.door, row.direction, row.source, row.ticket, row.verdict,
              row.undoes, row.overrides, row.rehearsal, blob(row.privateHash), Blob{hash})
        .run();
    const std::int64_t id = sqlite3_last_insert_rowid(database.handle());
    if (part)
        database.query("insert into scan_private(scan, salt, raw, raw_sha256, volunteer, reason) values(?,?,?,?,?,?)")
            .bind(id, Blob{part->salt}, Blob{part->raw}, blob(part->rawSha256), part->volunteer, part->reason)
            .run();
    // Two plain statements each, as in derived.cpp: "on conflict do update" costs a temporary table.
    database.query("update chain_head set seq = ?2, hash = ?3 where machine = ?1")
        .bind(row.machine, row.seq, Blob{hash})
        .run();
    if (sqlite3_changes(database.handle()) == 0)
        database.query("insert into chain_head(machine, seq, hash) values(?,?,?)")
            .bind(row.machine, row.seq, Blob{hash})
            .run();
    if (row.rehearsal) return id;
    database.query("update tally_verdict set scans = scans + 1 where door = ? and verdict = ?")
        .bind(row.door, row.verdict)
        .run();
    if (sqlite3_changes(database.handle()) == 0)
        database.query("insert into tally_verdict(door, verdict, scans) values(?,?,1)")
            .bind(row.door, row.verdict)
            .run();
    return id;
}

}  // namespace turnout::sqlite
