// The event file as a stranger with the sqlite3 library sees it: for looking behind the store's back and for damage.
// Only while this process has the file open through SQLite alone.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

struct sqlite3;

namespace turnout::test {

class RawSqlite {
  public:
    explicit RawSqlite(const std::filesystem::path& path, bool readOnly = false);
    ~RawSqlite();
    RawSqlite(const RawSqlite&) = delete;
    RawSqlite& operator=(const RawSqlite&) = delete;

    void exec(const std::string& sql);            // throws with SQLite's words
    std::string tryExec(const std::string& sql);  // SQLite's words, empty when it went well
    std::int64_t number(const std::string& sql);
    std::string text(const std::string& sql);  // NULL is "NULL", a BLOB is its hex
    std::vector<std::vector<std::string>> rows(const std::string& sql);

  private:
    sqlite3* handle_ = nullptr;
};

// Takes the triggers away, runs `sql`, puts the triggers back: what somebody who means it would do.
void forceChange(const std::filesystem::path& event, const std::string& sql);

}  // namespace turnout::test
