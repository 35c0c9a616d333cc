// How long a thread slept for something: a lock, a disk, a device. Not how long it worked, and not how long it was
// ready to work while others had the processor.
#pragma once

#include <chrono>

namespace turnout {

class BlockedTime {
  public:
    // Begins now, for the thread that makes it. Reads the kernel's own account of the thread
    // (/proc/thread-self/schedstat, the second figure: ns it stood ready and waited for a processor).
    BlockedTime();
    ~BlockedTime();
    BlockedTime(const BlockedTime&) = delete;

    // Since the last call or the making, on the same thread. Where the kernel keeps no such account, the time spent
    // ready counts as well: never less than the truth.
    std::chrono::nanoseconds take();

  private:
    struct Account {
        std::chrono::nanoseconds wall{0}, worked{0}, ready{0};
    };
    Account read() const;

    const int schedstat_;  // -1: none
    Account last_;
};

}  // namespace turnout
