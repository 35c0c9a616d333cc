#include "common/store/sqlite/open_files.h"

#include <sys/stat.h>

#include <condition_variable>
#include <map>
#include <mutex>
#include <optional>

namespace turnout::sqlite {
namespace {

struct Uses {
    int connections = 0, looks = 0;
};

struct Table {
    std::mutex mutex;
    std::condition_variable lookedEnough;
    std::map<FileKey, Uses> files;

    void forgetUnused(FileKey file) {
        const auto found = files.find(file);
        if (found->second.connections == 0 && found->second.looks == 0) files.erase(found);
    }
};

// Never taken down: a thread that hangs on a drive may let go of its file while the program ends.
Table& table() {
    static Table& all = *new Table;
    return all;
}

std::optional<FileKey> keyOf(const std::filesystem::path& path) {
    struct stat info {};
    if (::stat(path.c_str(), &info) != 0) return {};
    return FileKey{info.st_dev, info.st_ino};
}

}  // namespace

OpenFile::OpenFile(const std::filesystem::path& path) : key_(keyOf(path).value_or(FileKey{})) {
    std::unique_lock lock(table().mutex);
    Uses& uses = table().files[key_];
    ++uses.connections;  // from here on nobody begins to look
    table().lookedEnough.wait(lock, [&] { return uses.looks == 0; });
}

OpenFile::~OpenFile() {
    const std::lock_guard lock(table().mutex);
    --table().files[key_].connections;
    table().forgetUnused(key_);
}

std::optional<FileStamp> OpenFile::stampAt(const std::filesystem::path& path) const {
    struct stat info {};
    if (::stat(path.c_str(), &info) != 0 || FileKey{info.st_dev, info.st_ino} != key_) return {};
    return FileStamp{info.st_size, std::int64_t{info.st_mtim.tv_sec} * 1'000'000'000 + info.st_mtim.tv_nsec};
}

FileLook::FileLook(FileKey file) : key_(file) {
    const std::lock_guard lock(table().mutex);
    Uses& uses = table().files[key_];
    allowed_ = uses.connections == 0;
    if (allowed_) ++uses.looks;
}

FileLook::~FileLook() {
    if (!allowed_) return;
    const std::lock_guard lock(table().mutex);
    if (--table().files[key_].looks == 0) table().lookedEnough.notify_all();
    table().forgetUnused(key_);
}

}  // namespace turnout::sqlite
