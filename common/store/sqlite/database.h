// One SQLite connection set up as the design demands, with its prepared statements. The only user of SQLiteCpp.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "common/base/result.h"
#include "common/base/time.h"
#include "common/store/sqlite/open_files.h"

namespace turnout::sqlite {

// A prepared statement on loan from its connection: bound in order, stepped, and reset when the loan ends.
class Query {
  public:
    explicit Query(SQLite::Statement& statement) : statement_(statement) {}
    ~Query() {
        statement_.tryReset();
        statement_.clearBindings();
    }
    Query(const Query&) = delete;
    Query& operator=(const Query&) = delete;

    template <class... Values>
    Query& bind(const Values&... values) {
        (bindNext(values), ...);
        return *this;
    }
    bool step() { return statement_.executeStep(); }
    void run() { statement_.exec(); }

    std::int64_t integer(int column) const { return statement_.getColumn(column).getInt64(); }
    std::string text(int column) const { return statement_.getColumn(column).getString(); }
    int columns() const { return statement_.getColumnCount(); }
    bool isNull(int column) const { return statement_.isColumnNull(column); }
    std::optional<std::int64_t> optionalInteger(int column) const {
        return isNull(column) ? std::nullopt : std::optional(integer(column));
    }
    std::optional<TimePoint> optionalPoint(int column) const {  // milliseconds since 1970
        return isNull(column) ? std::nullopt : std::optional(TimePoint{Millis{integer(column)}});
    }

  private:
    void bindNext(std::int64_t value) { statement_.bind(++next_, value); }
    void bindNext(int value) { statement_.bind(++next_, value); }
    void bindNext(bool value) { statement_.bind(++next_, value ? 1 : 0); }
    void bindNext(const std::string& value) { statement_.bind(++next_, value); }
    void bindNext(std::string_view value) { statement_.bind(++next_, std::string(value)); }
    void bindNext(const char* value) { statement_.bind(++next_, std::string(value)); }
    void bindNext(std::nullptr_t) { statement_.bind(++next_); }
    template <class T>
    void bindNext(const std::optional<T>& value) {
        if (value)
            bindNext(*value);
        else
            bindNext(nullptr);
    }
    void bindNext(const struct Blob& value);

    SQLite::Statement& statement_;
    int next_ = 0;
};

struct Blob {  // bytes bound as BLOB and not as TEXT
    std::string_view bytes;
};

inline void Query::bindNext(const Blob& value) {
    statement_.bind(++next_, value.bytes.data(), static_cast<int>(value.bytes.size()));
}

enum class Mode { readWrite, readOnly, immutable };

class Database {
  public:
    // Throws SQLite::Exception. `path` exists.
    Database(const std::filesystem::path& path, Mode mode);
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    // `sql` is a literal: its address is the key of the statement cache.
    Query query(const char* sql);
    void exec(const char* sql) { connection_.exec(sql); }
    sqlite3* handle() { return connection_.getHandle(); }
    const std::filesystem::path& path() const { return path_; }

    // The path still leads to the file that is open.
    bool stillThere() const { return file_.stillAt(path_); }

    // written: somebody wrote into the file itself since this connection was opened or did so last. A checkpoint of
    // another program does, and cp does: what this connection remembers of the file may be wrong. The caller holds the
    // gate, where no checkpoint is under way.
    enum class Place { same, written, gone };
    Place place() const;
    // What is in the file now has been looked at.
    void settle() { stamp_ = file_.stampAt(path_); }

    // Bytes in the write-ahead log that this connection last saw.
    std::int64_t walBytes() const { return walBytes_; }

    // SQLITE_CHECKPOINT_PASSIVE or _TRUNCATE; true when all of the log is in the file. The caller holds the gate.
    bool checkpoint(int mode);

    // At close SQLite takes away -wal and -shm when this was the last connection. The caller holds the gate.
    void removeLogOnClose();

  private:
    OpenFile file_;  // first: held while the connection closes
    SQLite::Database connection_;
    std::filesystem::path path_;
    std::int64_t walBytes_ = 0;
    std::optional<FileStamp> stamp_;
    std::unordered_map<const char*, std::unique_ptr<SQLite::Statement>> statements_;
};

// BEGIN IMMEDIATE / BEGIN ... COMMIT; rolled back when it leaves scope uncommitted.
class Transaction {
  public:
    enum class Kind { read, write };
    Transaction(Database& database, Kind kind);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    void commit();

  private:
    Database& database_;
    bool open_ = true;
};

// Around a transaction that writes very many rows: its pages stay in memory instead of being spilled and read again,
// and references are not looked up by SQLite; the rows must refer to what the transaction itself read or wrote
// (verify() checks all of them).
class LargeWrite {
  public:
    explicit LargeWrite(Database& database);
    ~LargeWrite();
    LargeWrite(const LargeWrite&) = delete;
    LargeWrite& operator=(const LargeWrite&) = delete;

  private:
    Database& database_;
};

// What an exception of SQLite means for the person at the door.
Error translate(const SQLite::Exception& exception, const std::filesystem::path& path);

// Before any connection: is `path` an event file in a place where it can be used? Looks at the bytes itself only while
// this process has no connection to the file (closing a descriptor drops SQLite's POSIX locks).
Status inspect(const std::filesystem::path& path);

// No -wal beside it, or an empty one.
bool hasNoLog(const std::filesystem::path& path);

// The medium or the permissions forbid writing beside or into the file.
bool isReadOnlyPlace(const std::filesystem::path& path);

}  // namespace turnout::sqlite
