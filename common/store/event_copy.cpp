#include "common/store/event_copy.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <utility>

#include "common/store/event_reader.h"
#include "common/store/replacing.h"
#include "common/store/sqlite/chain.h"
#include "common/store/sqlite/copying.h"
#include "common/store/sqlite/database.h"

namespace turnout {
namespace {

namespace fs = std::filesystem;
using Step = CopySteps::Step;

constexpr std::size_t kPiece = 1 << 20;  // bytes

// A file that is gone when we are done with it, unless it was put in place.
class Passing {
  public:
    explicit Passing(fs::path path) : path_(std::move(path)) {}
    ~Passing() {
        std::error_code ignored;
        for (const char* ending : {"", "-wal", "-shm", "-journal", "-gate"})
            fs::remove(path_.string() + ending, ignored);
    }
    Passing(const Passing&) = delete;
    const fs::path& path() const { return path_; }

  private:
    fs::path path_;
};

class Descriptor {
  public:
    Descriptor(const fs::path& path, int flags) : fd_(::open(path.c_str(), flags | O_CLOEXEC, 0600)) {}
    ~Descriptor() { close(); }
    Descriptor(const Descriptor&) = delete;
    int get() const { return fd_; }
    bool close() {
        const int fd = std::exchange(fd_, -1);
        return fd < 0 || ::close(fd) == 0;
    }

  private:
    int fd_;
};

Error cannotWrite(const fs::path& target, int error) {
    return makeError(error == ENOSPC ? Fault::diskFull : Fault::readOnly, "store.cannot_write",
                     {{"file", target.string()}});
}

Error stopped(const fs::path& target) {
    return makeError(Fault::refusedByRules, "store.copy_stopped", {{"file", target.string()}});
}

bool go(const CopySteps& steps, Step step, double share) {
    return !steps.progress || steps.progress(step, share);
}

// The next piece, whole but for the last; nothing at the end. False: it cannot be read.
bool fill(const Descriptor& in, std::string& piece) {
    piece.resize(kPiece);
    std::size_t filled = 0;
    ssize_t got = 0;
    while (filled < kPiece && (got = ::read(in.get(), piece.data() + filled, kPiece - filled)) > 0)
        filled += static_cast<std::size_t>(got);
    piece.resize(filled);
    return got >= 0;
}

double share(std::int64_t done, std::int64_t all) {
    return static_cast<double>(done) / static_cast<double>(std::max<std::int64_t>(1, all));
}

// Writes `from` to a new file; answers the digest of what was written.
Result<std::string> writeBytes(const fs::path& from, const fs::path& to, const fs::path& target, std::int64_t size,
                               const CopySteps& steps) {
    const Descriptor in(from, O_RDONLY);
    Descriptor out(to, O_WRONLY | O_CREAT | O_EXCL);
    if (in.get() < 0 || out.get() < 0) return cannotWrite(target, errno);
    sqlite::Digest digest;
    std::string piece;
    std::int64_t done = 0;
    while (fill(in, piece) && !piece.empty()) {
        digest.add(piece);
        for (std::size_t put = 0; put < piece.size();) {
            const ssize_t n = ::write(out.get(), piece.data() + put, piece.size() - put);
            if (n < 0) return cannotWrite(target, errno);
            put += static_cast<std::size_t>(n);
        }
        done += static_cast<std::int64_t>(piece.size());
        if (!go(steps, Step::writing, share(done, size))) return stopped(target);
    }
    if (done != size) return cannotWrite(target, EIO);
    if (::fsync(out.get()) != 0) return cannotWrite(target, errno);
    ::posix_fadvise(out.get(), 0, 0, POSIX_FADV_DONTNEED);  // so that it is read back from the drive
    if (!out.close()) return cannotWrite(target, errno);
    return digest.finish();
}

// The digest of what the drive gives back; empty when it cannot be read.
Result<std::string> readBytes(const fs::path& file, const fs::path& target, std::int64_t size, const CopySteps& steps) {
    const Descriptor in(file, O_RDONLY);
    if (in.get() < 0) return std::string();
    sqlite::Digest digest;
    std::string piece;
    std::int64_t done = 0;
    while (true) {
        if (!fill(in, piece)) return std::string();
        if (piece.empty()) return digest.finish();
        digest.add(piece);
        done += static_cast<std::int64_t>(piece.size());
        if (!go(steps, Step::checking, 0.9 * share(done, size))) return stopped(target);  // the rest is looking inside
    }
}

Result<CheckedCopy> lookInside(const fs::path& file, const fs::path& target) {
    const auto broken = [&] { return makeError(Fault::corrupt, "store.copy_not_whole", {{"file", target.string()}}); };
    CheckedCopy copy;
    auto reader = EventReader::open(file);
    if (!reader) return broken();
    const auto findings = reader->verify();
    if (!findings || !findings->empty()) return broken();
    try {
        sqlite::Database database(file, sqlite::Mode::immutable);
        auto row =
            database.query("select (select uid from machine), (select count(*) from attendee where cancelled is null)");
        row.step();
        copy.machine = row.text(0);
        copy.guests = row.integer(1);
    } catch (const SQLite::Exception&) {
        return broken();
    }
    return copy;
}

}  // namespace

fs::path copyTarget(const fs::path& event, const fs::path& target) {
    std::error_code failed;
    return fs::is_directory(target, failed) ? target / event.filename() : target;
}

Result<fs::path> copyEvent(EventStore& store, const fs::path& target, bool replace, TimePoint now) {
    const fs::path file = copyTarget(store.path(), target);
    std::error_code failed;
    if (fs::equivalent(file, store.path(), failed))
        return makeError(Fault::inUse, "store.copy_onto_itself", {{"file", file.string()}});
    auto replacing = Replacing::begin(file, replace);
    if (!replacing) return replacing.error();
    if (const Status copied = store.copyTo(file, now); !copied) return copied.error();
    replacing->keep();
    return file;
}

Result<CheckedCopy> copyEventChecked(EventStore& store, const fs::path& target, bool replace, TimePoint now,
                                     const CopySteps& steps) {
    const fs::path file = copyTarget(store.path(), target);
    std::error_code failed;
    if (fs::equivalent(file, store.path(), failed))
        return makeError(Fault::inUse, "store.copy_onto_itself", {{"file", file.string()}});
    if (!go(steps, Step::making, 0)) return stopped(file);
    const std::string mark = newScanId().value.substr(0, 8);
    const Passing here(store.path().string() + "-copy-" + mark);  // written to the slow drive piece by piece afterwards
    if (const Status made = store.copyTo(here.path(), now); !made) return made.error();
    if (!go(steps, Step::making, 1)) return stopped(file);
    const auto size = static_cast<std::int64_t>(fs::file_size(here.path(), failed));

    auto replacing = Replacing::begin(file, replace);
    if (!replacing) return replacing.error();
    const Passing part(file.string() + "-new-" + mark);
    const auto written = writeBytes(here.path(), part.path(), file, size, steps);
    if (!written) return written.error();
    const auto read = readBytes(part.path(), file, size, steps);
    if (!read) return read.error();
    if (*read != *written) return makeError(Fault::corrupt, "store.copy_not_whole", {{"file", file.string()}});
    auto copy = lookInside(part.path(), file);
    if (!copy) return copy;
    if (!go(steps, Step::checking, 1)) return stopped(file);
    if (const Status placed = sqlite::putInPlace(part.path(), file); !placed) return placed.error();
    replacing->keep();
    copy->file = file;
    copy->bytes = size;
    return copy;
}

}  // namespace turnout
