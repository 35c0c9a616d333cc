#include "common/base/blocked_time.h"

#include <fcntl.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>

namespace turnout {
namespace {

std::chrono::nanoseconds clockTime(clockid_t id) {
    timespec at{};
    clock_gettime(id, &at);
    return std::chrono::seconds(at.tv_sec) + std::chrono::nanoseconds(at.tv_nsec);
}

}  // namespace

BlockedTime::BlockedTime() : schedstat_(open("/proc/thread-self/schedstat", O_RDONLY | O_CLOEXEC)), last_(read()) {}

BlockedTime::~BlockedTime() {
    if (schedstat_ >= 0) close(schedstat_);
}

std::chrono::nanoseconds BlockedTime::take() {
    const Account now = read();
    const auto blocked = (now.wall - last_.wall) - (now.worked - last_.worked) - (now.ready - last_.ready);
    last_ = now;
    return std::max(blocked, std::chrono::nanoseconds{0});
}

BlockedTime::Account BlockedTime::read() const {
    Account account;
    account.wall = clockTime(CLOCK_MONOTONIC);
    account.worked = clockTime(CLOCK_THREAD_CPUTIME_ID);
    char line[96];
    const ssize_t length = schedstat_ < 0 ? -1 : pread(schedstat_, line, sizeof line - 1, 0);
    if (length <= 0) return account;
    line[length] = '\0';
    char* rest = line;
    std::strtoll(rest, &rest, 10);
    account.ready = std::chrono::nanoseconds(std::strtoll(rest, nullptr, 10));
    return account;
}

}  // namespace turnout
