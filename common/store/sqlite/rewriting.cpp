#include "common/store/sqlite/rewriting.h"

#include <algorithm>
#include <random>

#include "common/store/sqlite/chain.h"
#include "common/store/sqlite/schema.h"
#include "common/store/sqlite/verifying.h"

namespace turnout::sqlite {
namespace {

constexpr const char* kTriggers[] = {"scan_is_never_updated", "scan_is_never_deleted", "scan_is_never_replaced"};

struct Row {
    std::int64_t id = 0;
    ScanRow scan;
    std::string hash;
};

std::vector<Row> rowsByMachine(Database& database) {
    std::vector<Row> rows;
    auto log = database.query(
        "select s.id, s.scan_id, s.machine, s.seq, s.at, coalesce(e.door_there, s.door), s.direction, s.source,"
        " s.ticket, s.verdict, s.undoes, s.overrides, s.rehearsal, s.private_hash, s.hash from scan s"
        " left join door_elsewhere e on e.machine = s.machine and e.door = s.door order by s.machine, s.seq");
    const auto text = [&](int at) { return log.isNull(at) ? std::nullopt : std::optional(log.text(at)); };
    while (log.step())
        rows.push_back({log.integer(0),
                        {log.text(1), log.text(2), log.integer(3), log.integer(4), log.integer(5), log.text(6),
                         log.text(7), text(8), log.text(9), text(10), text(11), log.integer(12) != 0, text(13)},
                        log.text(14)});
    return rows;
}

// Each machine's chain from its beginning, over the rows as they stand now.
void hashAgain(Database& database) {
    std::string machine, previous;
    for (const Row& row : rowsByMachine(database)) {
        if (row.scan.machine != machine) previous.assign(kHashBytes, '\0');
        machine = row.scan.machine;
        previous = chainHash(previous, row.scan);
        if (previous == row.hash) continue;
        database.query("update scan set hash = ? where id = ?").bind(Blob{previous}, row.id).run();
        database.query("update chain_head set hash = ?1 where machine = ?2 and seq = ?3")
            .bind(Blob{previous}, machine, row.scan.seq)
            .run();
    }
}

std::uint64_t seed() {
    std::uint64_t number = 0;
    for (const char c : randomBytes(8)) number = number << 8 | static_cast<unsigned char>(c);
    return number;
}

}  // namespace

LogRewrite::LogRewrite(Database& database) : database_(database) {
    for (const char* trigger : kTriggers) database_.exec((std::string("drop trigger ") + trigger).c_str());
}

void LogRewrite::finish() {
    hashAgain(database_);
    const auto expected = expectedSchema();
    for (const char* trigger : kTriggers) database_.exec(expected.at(trigger).c_str());
}

void renumberTickets(Database& database, std::vector<std::string> codes, const std::string& prefix) {
    std::shuffle(codes.begin(), codes.end(), std::mt19937_64(seed()));
    database.exec("create index renumbered_ticket on scan(ticket)");
    std::int64_t number = 0;
    for (const std::string& code : codes) {
        std::string fresh = prefix + std::to_string(++number);
        database.query("update scan set ticket = ? where ticket = ?").bind(fresh, code).run();
        database.query("update ticket set code = ? where code = ?").bind(fresh, code).run();
    }
    database.exec("drop index renumbered_ticket");
}

std::string toldBefore(Database& database, TimePoint now) {
    std::string told = Zone().iso(now) + " " + fingerprintOf(database);
    auto heads = database.query("select machine, seq, hash from chain_head order by machine");
    while (heads.step())
        told += " " + heads.text(0) + ":" + std::to_string(heads.integer(1)) + ":" + hex(heads.text(2));
    return told;
}

}  // namespace turnout::sqlite
