#include "common/store/replacing.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <fstream>
#include <string_view>

namespace turnout {

namespace fs = std::filesystem;

namespace {

// A log that holds something. Whoever only read the file leaves an empty one behind, which is as good as none. A log
// without its file counts too: somebody may still want to save it.
bool logBeside(const fs::path& target) {
    std::error_code failed;
    const fs::path log = target.string() + "-wal";
    const bool there = fs::exists(fs::symlink_status(log, failed));
    return there && (!fs::is_regular_file(fs::symlink_status(log, failed)) || fs::file_size(log, failed) > 0 || failed);
}

// Every connection holds a lock on this byte of the -shm file for as long as it lives (SQLite's "dead man switch").
bool isOpen(const fs::path& target) {
    constexpr off_t kDeadManSwitch = 128;
    const int shared = ::open((target.string() + "-shm").c_str(), O_RDWR | O_CLOEXEC | O_NOFOLLOW);
    if (shared < 0) return errno != ENOENT;
    struct flock lock {};
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    lock.l_start = kDeadManSwitch;
    lock.l_len = 1;
    const bool held = ::fcntl(shared, F_GETLK, &lock) != 0 || lock.l_type != F_UNLCK;
    ::close(shared);
    return held;
}

}  // namespace

bool looksLikeEventFile(const fs::path& path) {
    std::array<char, 72> head{};
    std::ifstream file(path, std::ios::binary);
    if (!file.read(head.data(), head.size())) return false;
    const std::string_view bytes(head.data(), head.size());
    return bytes.starts_with("SQLite format 3") && bytes.substr(68, 4) == "TRNT";  // application_id
}

Result<Replacing> Replacing::begin(const fs::path& target, bool replace) {
    Replacing replacing;
    std::error_code ignored;
    const auto args = [&] { return std::vector<std::pair<std::string, std::string>>{{"file", target.string()}}; };
    if (logBeside(target) || isOpen(target)) return makeError(Fault::inUse, "store.target_in_use", args());
    if (!fs::exists(fs::symlink_status(target, ignored))) return replacing;
    if (!replace) return makeError(Fault::inUse, "store.exists", args());
    if (!fs::is_regular_file(fs::symlink_status(target, ignored)) || !looksLikeEventFile(target))
        return makeError(Fault::notOurs, "store.target_not_ours", args());
    for (const char* ending : {"-wal", "-shm"}) fs::remove(target.string() + ending, ignored);  // empty, and nobody's
    replacing.target_ = target;
    replacing.aside_ = target.string() + "-replaced-" + std::to_string(::getpid());
    fs::rename(target, replacing.aside_, ignored);
    if (ignored) {
        replacing.aside_.clear();
        return makeError(Fault::readOnly, "store.cannot_write", args());
    }
    return replacing;
}

Replacing::Replacing(Replacing&& other) noexcept : target_(std::move(other.target_)), aside_(std::move(other.aside_)) {
    other.aside_.clear();
}

Replacing::~Replacing() {
    if (aside_.empty()) return;
    std::error_code ignored;
    fs::rename(aside_, target_, ignored);
}

void Replacing::keep() {
    if (aside_.empty()) return;
    std::error_code ignored;
    fs::remove(aside_, ignored);
    aside_.clear();
}

}  // namespace turnout
