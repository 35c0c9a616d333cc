#include "common/store/sqlite/database.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <array>
#include <cstring>

#include "common/store/sqlite/schema.h"

namespace turnout::sqlite {
namespace {

namespace fs = std::filesystem;

// SQLite counts its memory for whoever asks, with a lock for each piece; nobody asks. Only before its first connection.
void countNoMemory() {
    static const int answer = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    (void)answer;
}

std::string uri(const fs::path& path, Mode mode) {
    countNoMemory();
    std::string escaped;
    for (const char c : fs::absolute(path).string()) {
        if (c == '%' || c == '?' || c == '#') {
            constexpr std::string_view hex = "0123456789ABCDEF";
            escaped += '%';
            escaped += hex[static_cast<unsigned char>(c) >> 4];
            escaped += hex[static_cast<unsigned char>(c) & 15];
        } else {
            escaped += c;
        }
    }
    switch (mode) {
        case Mode::readWrite: return "file:" + escaped + "?mode=rw";
        case Mode::readOnly: return "file:" + escaped + "?mode=ro";
        case Mode::immutable: return "file:" + escaped + "?mode=ro&immutable=1";
    }
    return {};
}

int onCommit(void* bytes, sqlite3* connection, const char*, int pages) {
    (void)connection;
    *static_cast<std::int64_t*>(bytes) = std::int64_t{pages} * (kPageSize + 24);
    return SQLITE_OK;
}

bool isNetworkFileSystem(const fs::path& path) {
    struct statfs info {};
    if (::statfs(path.c_str(), &info) != 0) return false;
    // Numbers of statfs(2): NFS, SMB, SMB2, CIFS, 9P, AFS, Coda, Ceph.
    constexpr std::array<unsigned, 8> network{0x6969,     0x517B,     0xFE534D42, 0xFF534D42,
                                              0x01021997, 0x5346414F, 0x73757245, 0x00C36400};
    for (const unsigned type : network)
        if (static_cast<unsigned>(info.f_type) == type) return true;
    return false;
}

std::uint32_t bigEndian(const unsigned char* bytes) {
    return (std::uint32_t{bytes[0]} << 24) | (std::uint32_t{bytes[1]} << 16) | (std::uint32_t{bytes[2]} << 8) |
           bytes[3];
}

}  // namespace

Database::Database(const fs::path& path, Mode mode)
    : file_(path),
      connection_(uri(path, mode), (mode == Mode::readWrite ? SQLite::OPEN_READWRITE : SQLite::OPEN_READONLY) |
                                       SQLite::OPEN_URI | SQLite::OPEN_NOMUTEX),
      path_(path) {
    sqlite3* db = handle();
    // Room for all prepared statements: with SQLite's usual 48 KB every step of an admission goes to malloc.
    sqlite3_db_config(db, SQLITE_DBCONFIG_LOOKASIDE, nullptr, 1200, 512);
    sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    connection_.setBusyTimeout(2000);
    if (mode == Mode::readWrite) {
        exec("pragma journal_mode=wal");
        exec("pragma synchronous=full");
        exec("pragma foreign_keys=on");
        exec("pragma secure_delete=off");
        exec("pragma wal_autocheckpoint=0");  // also takes away SQLite's own hook, so ours comes after it
        sqlite3_wal_hook(db, onCommit, &walBytes_);
    }
    settle();
}

Database::Place Database::place() const {
    const auto now = file_.stampAt(path_);
    return !now ? Place::gone : now == stamp_ ? Place::same : Place::written;
}

Query Database::query(const char* sql) {
    auto& statement = statements_[sql];
    if (!statement) statement = std::make_unique<SQLite::Statement>(connection_, sql);
    return Query(*statement);
}

bool Database::checkpoint(int mode) {
    int inLog = 0;
    int done = 0;
    const int rc = sqlite3_wal_checkpoint_v2(handle(), nullptr, mode, &inLog, &done);
    settle();
    if (rc != SQLITE_OK && rc != SQLITE_BUSY) throw SQLite::Exception(handle(), rc);
    if (rc == SQLITE_OK && done == inLog) walBytes_ = 0;
    return rc == SQLITE_OK && done == inLog;
}

void Database::removeLogOnClose() {
    sqlite3_db_config(handle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, nullptr);
}

Transaction::Transaction(Database& database, Kind kind) : database_(database) {
    database_.query(kind == Kind::write ? "begin immediate" : "begin").run();
}

Transaction::~Transaction() {
    if (!open_ || sqlite3_get_autocommit(database_.handle()) != 0) return;
    try {
        database_.query("rollback").run();
    } catch (const SQLite::Exception&) {
        // After an I/O error SQLite has often rolled back by itself; the connection is latched and reopened anyway.
    }
}

void Transaction::commit() {
    database_.query("commit").run();
    open_ = false;
}

LargeWrite::LargeWrite(Database& database) : database_(database) {
    sqlite3_exec(database_.handle(), "pragma cache_size = -4096; pragma foreign_keys = off", nullptr, nullptr, nullptr);
}

LargeWrite::~LargeWrite() {
    sqlite3_exec(database_.handle(), "pragma foreign_keys = on; pragma cache_size = -2000", nullptr, nullptr, nullptr);
}

Error translate(const SQLite::Exception& exception, const fs::path& path) {
    const std::string file = path.filename().string();
    const std::string detail = std::to_string(exception.getExtendedErrorCode());
    switch (exception.getErrorCode() & 0xFF) {
        case SQLITE_FULL: return makeError(Fault::diskFull, "store.disk_full", {{"file", file}});
        case SQLITE_READONLY:
        case SQLITE_PERM:
        case SQLITE_AUTH: return makeError(Fault::readOnly, "store.read_only", {{"file", file}});
        case SQLITE_BUSY:
        case SQLITE_LOCKED: return makeError(Fault::busy, "store.locked", {{"file", file}});
        case SQLITE_CORRUPT: return makeError(Fault::corrupt, "store.corrupt", {{"file", file}});
        case SQLITE_NOTADB: return makeError(Fault::notOurs, "store.not_ours", {{"file", file}});
        case SQLITE_CANTOPEN: return makeError(Fault::notFound, "store.cannot_open", {{"file", path.string()}});
        default: return makeError(Fault::diskError, "store.disk_error", {{"file", file}, {"detail", detail}});
    }
}

Status inspect(const fs::path& path) {
    struct stat info {};
    if (::stat(path.c_str(), &info) != 0)
        return makeError(Fault::notFound, "store.not_found", {{"file", path.string()}});
    if (!S_ISREG(info.st_mode)) return makeError(Fault::notOurs, "store.not_a_file", {{"file", path.string()}});
    if (isNetworkFileSystem(path)) return makeError(Fault::unsafePlace, "store.network", {{"file", path.string()}});
    const FileLook look({info.st_dev, info.st_ino});
    if (!look.allowed()) return Done{};  // looked at when it was opened first
    if (info.st_size == 0) return makeError(Fault::notOurs, "store.empty_file", {{"file", path.string()}});
    const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (fd < 0) return makeError(Fault::readOnly, "store.no_permission", {{"file", path.string()}});
    std::array<unsigned char, 100> header{};
    const ssize_t got = ::pread(fd, header.data(), header.size(), 0);
    ::close(fd);
    const bool ours = got == static_cast<ssize_t>(header.size()) &&
                      std::memcmp(header.data(), "SQLite format 3", 16) == 0 &&
                      bigEndian(&header[68]) == kApplicationId;
    if (!ours) return makeError(Fault::notOurs, "store.not_ours", {{"file", path.string()}});
    if (bigEndian(&header[60]) > static_cast<unsigned>(kSchemaVersion))
        return makeError(Fault::newerSchema, "store.newer", {{"file", path.string()}});
    return Done{};
}

bool hasNoLog(const fs::path& path) {
    std::error_code error;
    const auto size = fs::file_size(path.string() + "-wal", error);
    return error || size == 0;
}

bool isReadOnlyPlace(const fs::path& path) {
    const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
    return ::access(path.c_str(), W_OK) != 0 || ::access(folder.c_str(), W_OK) != 0;
}

}  // namespace turnout::sqlite
