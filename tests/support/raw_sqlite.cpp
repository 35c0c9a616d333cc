#include "tests/support/raw_sqlite.h"

#include <sqlite3.h>

#include <stdexcept>

namespace turnout::test {

RawSqlite::RawSqlite(const std::filesystem::path& path, bool readOnly) {
    const int flags = readOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    if (sqlite3_open_v2(path.c_str(), &handle_, flags, nullptr) != SQLITE_OK)
        throw std::runtime_error(sqlite3_errmsg(handle_));
    sqlite3_busy_timeout(handle_, 5000);
}

RawSqlite::~RawSqlite() {
    sqlite3_close(handle_);
}

std::string RawSqlite::tryExec(const std::string& sql) {
    char* message = nullptr;
    if (sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, &message) == SQLITE_OK) return {};
    std::string words = message ? message : "failed";
    sqlite3_free(message);
    return words;
}

void RawSqlite::exec(const std::string& sql) {
    if (const std::string words = tryExec(sql); !words.empty()) throw std::runtime_error(words + ": " + sql);
}

std::vector<std::vector<std::string>> RawSqlite::rows(const std::string& sql) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(handle_, sql.c_str(), -1, &statement, nullptr) != SQLITE_OK)
        throw std::runtime_error(std::string(sqlite3_errmsg(handle_)) + ": " + sql);
    std::vector<std::vector<std::string>> all;
    int rc = SQLITE_OK;
    while ((rc = sqlite3_step(statement)) == SQLITE_ROW) {
        auto& row = all.emplace_back();
        for (int i = 0; i < sqlite3_column_count(statement); ++i) {
            const int type = sqlite3_column_type(statement, i);
            if (type == SQLITE_NULL) {
                row.emplace_back("NULL");
            } else if (type == SQLITE_BLOB) {
                static constexpr char kHex[] = "0123456789abcdef";
                std::string hex;
                const auto* bytes = static_cast<const unsigned char*>(sqlite3_column_blob(statement, i));
                for (int b = 0; b < sqlite3_column_bytes(statement, i); ++b) {
                    hex += kHex[bytes[b] >> 4];
                    hex += kHex[bytes[b] & 15];
                }
                row.push_back(hex);
            } else {
                row.emplace_back(reinterpret_cast<const char*>(sqlite3_column_text(statement, i)));
            }
        }
    }
    const std::string words = sqlite3_errmsg(handle_);
    sqlite3_finalize(statement);
    if (rc != SQLITE_DONE) throw std::runtime_error(words + ": " + sql);
    return all;
}

std::string RawSqlite::text(const std::string& sql) {
    const auto all = rows(sql);
    if (all.empty()) throw std::runtime_error("no row: " + sql);
    return all.front().front();
}

std::int64_t RawSqlite::number(const std::string& sql) {
    return std::stoll(text(sql));
}

void forceChange(const std::filesystem::path& event, const std::string& sql) {
    RawSqlite raw(event);
    const auto triggers = raw.rows("select name, sql from sqlite_schema where type = 'trigger'");
    for (const auto& trigger : triggers) raw.exec("drop trigger \"" + trigger[0] + "\"");
    raw.exec(sql);
    for (const auto& trigger : triggers) raw.exec(trigger[1]);
}

}  // namespace turnout::test
