// What the store is measured against: the same rows into the same tables of the same schema, one transaction and one
// sync for each scan, by a plain loop over SQLite that reads nothing, decides nothing and hashes nothing.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

struct sqlite3;
struct sqlite3_stmt;

namespace turnout::bench {

class BareLoop {
  public:
    // `event` is an event file with guests 1 ... n; only this program has it open.
    explicit BareLoop(const std::filesystem::path& event);
    ~BareLoop();
    BareLoop(const BareLoop&) = delete;
    BareLoop& operator=(const BareLoop&) = delete;

    void admit(int guest, const std::string& code);

  private:
    void exec(const char* sql);
    sqlite3_stmt* prepare(const char* sql);
    void step(sqlite3_stmt* statement);

    sqlite3* database_ = nullptr;
    sqlite3_stmt *begin_, *commit_, *scan_, *stay_, *tally_, *newTally_, *verdict_, *newVerdict_, *head_;
    std::int64_t seq_ = 0;
};

}  // namespace turnout::bench
