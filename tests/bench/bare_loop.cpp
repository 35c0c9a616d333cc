#include "tests/bench/bare_loop.h"

#include <sqlite3.h>

#include <stdexcept>

namespace turnout::bench {
namespace {

void check(int rc, sqlite3* database) {
    if (rc != SQLITE_OK && rc != SQLITE_DONE && rc != SQLITE_ROW) throw std::runtime_error(sqlite3_errmsg(database));
}

std::string scanId(std::int64_t seq) {  // as long as a real one, and as scattered over its index
    static constexpr char kDigits[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    std::string id(26, '0');
    auto value = static_cast<std::uint64_t>(seq) * 0x9E3779B97F4A7C15u;
    for (char& c : id) {
        c = kDigits[value >> 59];
        value = value * 6364136223846793005u + 1442695040888963407u;
    }
    return id;
}

}  // namespace

BareLoop::BareLoop(const std::filesystem::path& event) {
    check(sqlite3_open(event.c_str(), &database_), database_);
    exec("pragma journal_mode=wal; pragma synchronous=full");
    begin_ = prepare("begin immediate");
    commit_ = prepare("commit");
    scan_ = prepare(
        "insert into scan(scan_id, machine, seq, at, door, direction, source, ticket, verdict, rehearsal, "
        "private_hash, hash) "
        "values (?1, '0123456789ABCDEFGHJKMNPQRS', ?2, 1700000000000 + ?2, 1, 'entry', 'command', ?3, 'admitted', 0, "
        "x'00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff', "
        "x'00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff')");
    stay_ = prepare("insert into stay(attendee, scan_in) values (?1, ?2)");
    tally_ = prepare("update tally set arrived = arrived + 1, inside = inside + 1 where subject = ?1 and key = ?2");
    newTally_ = prepare("insert into tally values (?1, ?2, 0, 1, 1, 0, ?3)");
    verdict_ = prepare("update tally_verdict set scans = scans + 1 where door = 1 and verdict = 'admitted'");
    newVerdict_ = prepare("insert into tally_verdict values (1, 'admitted', 1)");
    head_ = prepare(
        "update chain_head set seq = ?1, hash = x'00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff'"
        " where machine = '0123456789ABCDEFGHJKMNPQRS'");
    exec("insert into chain_head values ('0123456789ABCDEFGHJKMNPQRS', 0, x'00')");
}

BareLoop::~BareLoop() {
    for (sqlite3_stmt* statement : {begin_, commit_, scan_, stay_, tally_, newTally_, verdict_, newVerdict_, head_})
        sqlite3_finalize(statement);
    sqlite3_close(database_);
}

void BareLoop::exec(const char* sql) {
    check(sqlite3_exec(database_, sql, nullptr, nullptr, nullptr), database_);
}

sqlite3_stmt* BareLoop::prepare(const char* sql) {
    sqlite3_stmt* statement = nullptr;
    check(sqlite3_prepare_v3(database_, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr), database_);
    return statement;
}

void BareLoop::step(sqlite3_stmt* statement) {
    check(sqlite3_step(statement), database_);
    sqlite3_reset(statement);
}

void BareLoop::admit(int guest, const std::string& code) {
    ++seq_;
    const std::string id = scanId(seq_);
    const auto bindText = [](sqlite3_stmt* statement, int at, const std::string& text) {
        sqlite3_bind_text(statement, at, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
    };
    step(begin_);
    bindText(scan_, 1, id);
    sqlite3_bind_int64(scan_, 2, seq_);
    bindText(scan_, 3, code);
    step(scan_);
    const sqlite3_int64 row = sqlite3_last_insert_rowid(database_);
    sqlite3_bind_int(stay_, 1, guest);
    sqlite3_bind_int64(stay_, 2, row);
    step(stay_);
    static const std::string kCountries[] = {"PK", "TH", "LA", "KR", "NG", "EG", "FR"},
                             kUniversities[] = {"1", "2", "3"};
    const std::pair<std::string, std::string> tallies[] = {{"all", ""},
                                                           {"country", kCountries[(guest - 1) % 7]},
                                                           {"affiliation", kUniversities[(guest - 1) % 3]},
                                                           {"category", "student"}};
    for (const auto& [subject, key] : tallies) {
        bindText(tally_, 1, subject);
        bindText(tally_, 2, key);
        step(tally_);
        if (sqlite3_changes(database_) > 0) continue;
        bindText(newTally_, 1, subject);
        bindText(newTally_, 2, key);
        sqlite3_bind_int64(newTally_, 3, row);
        step(newTally_);
    }
    step(verdict_);
    if (sqlite3_changes(database_) == 0) step(newVerdict_);
    sqlite3_bind_int64(head_, 1, seq_);
    step(head_);
    step(commit_);
}

}  // namespace turnout::bench
