#include "common/store/sqlite/copying.h"

#include <SQLiteCpp/Backup.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "common/store/scan.h"

namespace turnout::sqlite {
namespace {

namespace fs = std::filesystem;

Error cannotWrite(const fs::path& target, int error) {
    return makeError(error == ENOSPC ? Fault::diskFull : Fault::readOnly, "store.cannot_write",
                     {{"file", target.string()}});
}

bool syncPath(const fs::path& path, int flags) {
    const int fd = ::open(path.c_str(), flags | O_CLOEXEC);
    if (fd < 0) return false;
    const bool done = ::fsync(fd) == 0;
    ::close(fd);
    return done;
}

}  // namespace

Status putInPlace(const fs::path& finished, const fs::path& target) {
    std::error_code ignored;
    const bool synced = syncPath(finished, O_RDWR);
    const bool linked = synced && ::link(finished.c_str(), target.c_str()) == 0;  // unlike rename(), never replaces
    int error = errno;
    if (synced && !linked && (error == EPERM || error == EOPNOTSUPP) && !fs::exists(target)) {
        // Some removable media know no links.
        fs::rename(finished, target, ignored);
        if (!ignored) error = 0;
    }
    fs::remove(finished, ignored);
    if (!linked && error == EEXIST) return makeError(Fault::inUse, "store.exists", {{"file", target.string()}});
    if (!linked && error != 0) return cannotWrite(target, error);
    syncPath(target.has_parent_path() ? target.parent_path() : fs::path("."), O_RDONLY | O_DIRECTORY);
    return Done{};
}

Status copyEvent(Database& source, const fs::path& target) {
    if (fs::exists(fs::symlink_status(target)))
        return makeError(Fault::inUse, "store.exists", {{"file", target.string()}});
    fs::path making = target;
    making += "-new-" + newScanId().value.substr(0, 8);
    const int fd = ::open(making.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd < 0) return cannotWrite(target, errno);
    ::close(fd);
    try {
        SQLite::Database copy(making.string(), SQLite::OPEN_READWRITE);
        SQLite::Database from(source.path().string(), SQLite::OPEN_READONLY);
        from.setBusyTimeout(2000);
        sqlite3_db_config(from.getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
        SQLite::Backup backup(copy, from);
        backup.executeStep(-1);  // in one step: one state of the file, whatever the doors do meanwhile
    } catch (const SQLite::Exception& exception) {
        std::error_code ignored;
        fs::remove(making, ignored);
        return translate(exception, target);
    }
    try {
        SQLite::Database copy(making.string(), SQLite::OPEN_READWRITE);
        copy.exec("pragma journal_mode=delete");
        copy.exec("pragma synchronous=full");
        copy.exec("delete from contact");
        SQLite::Statement machine(copy, "update machine set uid = ?");
        machine.bind(1, newScanId().value);
        machine.exec();
        copy.exec("vacuum");  // the contacts' bytes too
    } catch (const SQLite::Exception& exception) {
        std::error_code ignored;
        fs::remove(making, ignored);
        return translate(exception, target);
    }
    return putInPlace(making, target);
}

}  // namespace turnout::sqlite
