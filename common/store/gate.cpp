#include "common/store/gate.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>

namespace turnout {
namespace {

namespace fs = std::filesystem;

// How often a waiting process looks. flock() has no time limit, so waiting is looking again; a look costs under 1 us.
constexpr std::chrono::microseconds kLookAtQueue{250};
constexpr std::chrono::microseconds kLookAtGate{40};

struct Descriptor {
    int fd = -1;
    ~Descriptor() {
        if (fd >= 0) ::close(fd);
    }
};

// First in the queue: a byte-range lock of the same file, of the open file (OFD) and not of the process. Only its
// holder tries the gate itself, so a process that comes straight back cannot push past those that wait.
bool lockQueue(int fd, bool take) {
    struct flock range {};
    range.l_type = static_cast<short>(take ? F_WRLCK : F_UNLCK);
    range.l_whence = SEEK_SET;
    range.l_start = 0;
    range.l_len = 1;
    return ::fcntl(fd, F_OFD_SETLK, &range) == 0;
}

// Calls `tried` until it is true or the time is over.
template <class Try>
bool lookUntil(SteadyTime deadline, std::chrono::microseconds pause, Try tried) {
    while (!tried()) {
        if (std::chrono::steady_clock::now() >= deadline) return false;
        std::this_thread::sleep_for(pause);
    }
    return true;
}

}  // namespace

struct Gate::Shared {
    fs::path file;
    Descriptor gate;  // of the thread whose turn it is

    // The turns of this process's own threads. Not a timed_mutex: the thread sanitizer does not know its locking.
    std::mutex mutex;
    std::condition_variable freed;
    bool taken = false;
    std::string holder;  // the program and process that has the turn, while taken

    bool openFile() {
        if (gate.fd >= 0) ::close(gate.fd);
        gate.fd = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
        return gate.fd >= 0;
    }
    bool isAtItsPath() const {
        struct stat opened {
        }, there{};
        return ::fstat(gate.fd, &opened) == 0 && ::stat(file.c_str(), &there) == 0 && opened.st_ino == there.st_ino &&
               opened.st_dev == there.st_dev;
    }
    std::string owner() const {
        std::array<char, 64> text{};
        const ssize_t got = ::pread(gate.fd, text.data(), text.size(), 0);
        const std::string all(text.data(), got > 0 ? static_cast<std::size_t>(got) : 0);
        return all.substr(0, all.find('\n'));
    }
    static std::string nameOf(const std::string& program) {
        return program.substr(0, 40) + " (" + std::to_string(::getpid()) + ")";
    }
    void writeOwner(const std::string& program) const {
        std::string text = nameOf(program);
        if (owner() == text) return;
        text += '\n';
        text.resize(64, ' ');
        // Only told to people who wait; a failure (a full disk) must not stop a door.
        if (::pwrite(gate.fd, text.data(), text.size(), 0) < 0) errno = 0;
    }
};

// Behind the owner's 64 bytes.
constexpr off_t kWholeAt = 64;
constexpr char kInParts = 'p', kWhole = 'w';

void Gate::noteWhole(bool whole) {
    const char note = whole ? kWhole : kInParts;
    // Not written (a full disk): at worst the file is believed whole, as it was before there was a note.
    if (::pwrite(shared_->gate.fd, &note, 1, kWholeAt) < 0) errno = 0;
}

bool Gate::isWhole() const {
    char note = kWhole;
    return ::pread(shared_->gate.fd, &note, 1, kWholeAt) != 1 || note != kInParts;
}

struct Gate::Turn::Hold {
    explicit Hold(std::shared_ptr<Shared> taken) : shared(std::move(taken)) {}
    Hold(const Hold&) = delete;
    Hold& operator=(const Hold&) = delete;
    std::shared_ptr<Shared> shared;
    bool locked = false;  // the file too
    ~Hold() {
        if (locked) ::flock(shared->gate.fd, LOCK_UN);
        {
            const std::lock_guard lock(shared->mutex);
            shared->taken = false;
        }
        shared->freed.notify_one();
    }
};

Gate::Turn::Turn(std::unique_ptr<Hold> hold) : hold_(std::move(hold)) {}
Gate::Turn::Turn(Turn&&) noexcept = default;
Gate::Turn::~Turn() = default;

Gate::Gate(const fs::path& eventFile, std::string program) : program_(std::move(program)) {
    static std::mutex mutex;
    static std::map<std::string, std::weak_ptr<Shared>> all;
    std::error_code error;
    const fs::path real = fs::weakly_canonical(eventFile, error);
    const std::string key = (error ? eventFile : real).string() + "-gate";
    const std::lock_guard lock(mutex);
    shared_ = all[key].lock();
    if (!shared_) {
        shared_ = std::make_shared<Shared>();
        shared_->file = key;
        all[key] = shared_;
    }
}

Gate::~Gate() = default;

Result<Gate::Turn> Gate::enter(Millis wait) {
    const SteadyTime deadline = std::chrono::steady_clock::now() + wait;
    const auto busy = [](const std::string& owner) {
        return makeError(Fault::busy, "store.gate_taken", {{"program", owner}});
    };
    {
        std::unique_lock lock(shared_->mutex);
        if (!shared_->freed.wait_until(lock, deadline, [&] { return !shared_->taken; })) return busy(shared_->holder);
        shared_->taken = true;
        shared_->holder = Shared::nameOf(program_);
    }
    auto hold = std::make_unique<Turn::Hold>(shared_);
    for (;;) {
        if (shared_->gate.fd < 0 && !shared_->openFile())
            return makeError(errno == ENOSPC ? Fault::diskFull : Fault::readOnly, "store.gate_cannot_be_made",
                             {{"file", shared_->file.string()}});
        const int fd = shared_->gate.fd;
        if (!lookUntil(deadline, kLookAtQueue, [&] { return lockQueue(fd, true); })) return busy(shared_->owner());
        const bool mine = lookUntil(deadline, kLookAtGate, [&] { return ::flock(fd, LOCK_EX | LOCK_NB) == 0; });
        lockQueue(fd, false);
        if (!mine) return busy(shared_->owner());
        if (shared_->isAtItsPath()) break;
        // Somebody deleted or replaced the gate file: what we hold guards nothing.
        ::flock(fd, LOCK_UN);
        if (!shared_->openFile())
            return makeError(Fault::readOnly, "store.gate_cannot_be_made", {{"file", shared_->file.string()}});
    }
    shared_->writeOwner(program_);
    hold->locked = true;
    return Turn(std::move(hold));
}

}  // namespace turnout
