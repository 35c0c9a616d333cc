#include "common/store/sqlite/verifying.h"

#include <algorithm>
#include <unordered_map>

#include "common/store/sqlite/chain.h"
#include "common/store/sqlite/derived.h"
#include "common/store/sqlite/schema.h"

namespace turnout::sqlite {
namespace {

using Findings = std::vector<Finding>;

void verifyFile(Database& database, Findings& findings) {
    auto check = database.query("pragma integrity_check(5)");
    while (check.step())
        if (const std::string detail = check.text(0); detail != "ok")
            findings.push_back({{"store.verify_integrity", {{"detail", detail}}}});
    auto references = database.query("pragma foreign_key_check");
    while (references.step())
        findings.push_back(
            {{"store.verify_integrity", {{"detail", references.text(0) + " -> " + references.text(2)}}}});
}

void verifySchema(Database& database, Findings& findings) {
    auto there = schemaOf(database);
    for (const auto& [name, sql] : expectedSchema()) {
        const auto found = there.find(name);
        if (found == there.end())
            findings.push_back({{"store.verify_schema_missing", {{"name", name}}}});
        else if (found->second != sql)
            findings.push_back({{"store.verify_schema_changed", {{"name", name}}}});
        if (found != there.end()) there.erase(found);
    }
    for (const auto& [name, sql] : there) findings.push_back({{"store.verify_schema_extra", {{"name", name}}}});
}

std::optional<std::string> optionalText(const Query& query, int column) {
    return query.isNull(column) ? std::nullopt : std::optional(query.text(column));
}

ScanRow readRow(const Query& log) {
    ScanRow row;
    row.scanId = log.text(0);
    row.machine = log.text(1);
    row.seq = log.integer(2);
    row.at = log.integer(3);
    row.door = log.integer(4);
    row.direction = log.text(5);
    row.source = log.text(6);
    row.ticket = optionalText(log, 7);
    row.verdict = log.text(8);
    row.undoes = optionalText(log, 9);
    row.overrides = optionalText(log, 10);
    row.rehearsal = log.integer(11) != 0;
    row.privateHash = optionalText(log, 12);
    return row;
}

struct Head {
    std::int64_t seq = 0;
    std::string hash = std::string(kHashBytes, '\0');
};

// Each machine's rows in their order, each following the hash of the one before it, up to the head kept beside them.
void verifyChain(Database& database, Findings& findings) {
    std::unordered_map<std::string, Head> heads;
    auto log = database.query(
        "select s.scan_id, s.machine, s.seq, s.at, s.door, s.direction, s.source, s.ticket, s.verdict, s.undoes, "
        "s.overrides,"
        " s.rehearsal, s.private_hash, s.hash, p.salt, p.raw, p.raw_sha256, p.volunteer, p.reason, e.door_there"
        " from scan s left join scan_private p on p.scan = s.id"
        " left join door_elsewhere e on e.machine = s.machine and e.door = s.door order by s.machine, s.seq");
    while (log.step()) {
        ScanRow row = readRow(log);
        if (const auto there = log.optionalInteger(19)) row.door = *there;
        Head& head = heads[row.machine];
        const auto where = [&](std::int64_t seq) -> std::vector<std::pair<std::string, std::string>> {
            return {{"machine", row.machine.substr(0, 6)}, {"seq", std::to_string(seq)}};
        };
        if (row.seq != head.seq + 1) findings.push_back({{"store.verify_chain_gap", where(head.seq + 1)}});
        const std::string stored = log.text(13);
        if (chainHash(head.hash, row) != stored) findings.push_back({{"store.verify_chain", where(row.seq)}});
        if (!log.isNull(14)) {
            const PrivatePart part{log.text(14), log.text(15), optionalText(log, 16), log.text(17), log.text(18)};
            if (!row.privateHash || privateHash(part) != *row.privateHash)
                findings.push_back({{"store.verify_private", where(row.seq)}});
        }
        head = {row.seq, stored};
    }
    auto kept = database.query("select machine, seq, hash from chain_head");
    while (kept.step()) {
        const std::string machine = kept.text(0);
        const auto found = heads.find(machine);
        if (found == heads.end() || found->second.seq != kept.integer(1) || found->second.hash != kept.text(2))
            findings.push_back({{"store.verify_chain_head", {{"machine", machine.substr(0, 6)}}}});
        if (found != heads.end()) heads.erase(found);
    }
    for (const auto& [machine, head] : heads)
        findings.push_back({{"store.verify_chain_head", {{"machine", machine.substr(0, 6)}}}});
}

template <class Map>
void compareMaps(const Map& there, const Map& derived, const std::string& table, Findings& findings) {
    const auto name = [&](const auto& key) {
        if constexpr (std::is_same_v<std::decay_t<decltype(key.first)>, std::string>)
            return table + " " + key.first + " " + key.second;
        else
            return table + " " + std::to_string(key.first) + " " + key.second;
    };
    for (const auto& [key, value] : derived) {
        const auto found = there.find(key);
        if (found == there.end() || found->second != value)
            findings.push_back({{"store.verify_derived", {{"what", name(key)}}}});
    }
    for (const auto& [key, value] : there)
        if (!derived.contains(key)) findings.push_back({{"store.verify_derived", {{"what", name(key)}}}});
}

void verifyDerived(Database& database, Findings& findings) {
    Derived derived = deriveFromLog(database);
    Derived there = readDerived(database);
    const auto byEntry = [](const Stay& a, const Stay& b) { return a.scanIn < b.scanIn; };
    std::sort(derived.stays.begin(), derived.stays.end(), byEntry);
    if (there.stays != derived.stays) findings.push_back({{"store.verify_derived", {{"what", "stay"}}}});
    std::erase_if(there.verdicts, [](const auto& entry) { return entry.second == 0; });
    std::erase_if(derived.verdicts, [](const auto& entry) { return entry.second == 0; });
    compareMaps(there.tallies, derived.tallies, "tally", findings);
    compareMaps(there.verdicts, derived.verdicts, "tally_verdict", findings);
}

}  // namespace

std::vector<Finding> verifyAll(Database& database) {
    Findings findings;
    verifyFile(database, findings);
    verifySchema(database, findings);
    if (findings.empty() || schemaOf(database).contains("scan")) {
        verifyChain(database, findings);
        verifyDerived(database, findings);
    }
    return findings;
}

std::string fingerprintOf(Database& database) {
    Digest digest;
    for (const char* sql : {"select uid, tag, name_en, name_zh, starts, zone from event",
                            "select id, outside_id, name, native_name, country, affiliation, category, seat, note, "
                            "cancelled from attendee order by id",
                            "select code, attendee, issued, revoked, reason from ticket order by code",
                            "select id, name, way from door order by id",
                            "select id, scan_id, machine, seq, hash from scan order by id"}) {
        auto rows = database.query(sql);
        while (rows.step()) {
            for (int column = 0; column < rows.columns(); ++column) {
                if (rows.isNull(column))
                    digest.addNull();
                else
                    digest.add(rows.text(column));
            }
        }
        digest.add(std::string_view("next table"));
    }
    return hex(digest.finish());
}

}  // namespace turnout::sqlite
