// How long a thread slept for something: a lock, a disk, a device. Not how long it worked, and not how long it was
// ready to work while others had the processor.
#pragma once

#include <chrono>

namespace turnout {

class BlockedTime {
  public:
    // Begins now, for the thread that makes it. Reads the kernel's own account of the thread: how often it gave its
    // processor up by itself (getrusage, ru_nvcsw), and how long it stood ready and waited for one
    // (/proc/thread-self/schedstat, the second figure, ns).
    BlockedTime();
    ~BlockedTime();
    BlockedTime(const BlockedTime&) = delete;

    // Since the last call or the making, on the same thread. Zero if it never gave its processor up by itself: what
    // interrupts or a virtual machine's host took from it is no sleep. Otherwise never less than the truth: such time
    // counts then, and the time spent ready does where the kernel keeps no account of it.
    std::chrono::nanoseconds take();

  private:
    struct Account {
        long sleeps = 0;
        std::chrono::nanoseconds wall{0}, worked{0}, ready{0};
    };
    Account read() const;

    const int schedstat_;  // -1: none
    Account last_;
};

}  // namespace turnout
