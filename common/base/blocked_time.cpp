#include "common/base/blocked_time.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <utility>

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
    const Account last = std::exchange(last_, now);
    if (now.sleeps == last.sleeps) return std::chrono::nanoseconds{0};
    const auto blocked = (now.wall - last.wall) - (now.worked - last.worked) - (now.ready - last.ready);
    return std::max(blocked, std::chrono::nanoseconds{0});
}

BlockedTime::Account BlockedTime::read() const {
    Account account;
    rusage usage{};
    if (getrusage(RUSAGE_THREAD, &usage) == 0) account.sleeps = usage.ru_nvcsw;
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
