#include "common/base/blocked_time.h"

#include <gtest/gtest.h>
#include <time.h>

#include <algorithm>
#include <atomic>
#include <future>
#include <thread>
#include <vector>

namespace turnout {
namespace {

using namespace std::chrono_literals;
using std::chrono::steady_clock;

std::chrono::nanoseconds worked() {
    timespec at{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &at);
    return std::chrono::seconds(at.tv_sec) + std::chrono::nanoseconds(at.tv_nsec);
}

TEST(BlockedTimeTest, CountsWaitingForAnotherThread) {
    std::promise<void> entered, opened;
    auto waiter = std::async(std::launch::async, [&] {
        BlockedTime blocked;
        entered.set_value();
        opened.get_future().wait();
        return blocked.take();
    });
    entered.get_future().wait();
    const auto until = steady_clock::now() + 60ms;
    while (steady_clock::now() < until) {
    }
    opened.set_value();
    EXPECT_GE(waiter.get(), 30ms);
}

// However many others want the processor meanwhile.
TEST(BlockedTimeTest, LeavesWorkAndWaitingForTheProcessorOut) {
    std::atomic<bool> enough{false};
    std::vector<std::jthread> others;
    for (unsigned i = 0; i < 2 * std::thread::hardware_concurrency(); ++i)
        others.emplace_back([&] {
            while (!enough) {
            }
        });
    BlockedTime blocked;
    auto longest = 0ns;
    for (const auto end = worked() + 200ms; worked() < end; longest = std::max(longest, blocked.take())) {
    }
    enough = true;
    EXPECT_EQ(longest, 0ns);
}

TEST(BlockedTimeTest, BeginsAnewWithEachTake) {
    std::promise<void> opened;
    BlockedTime blocked;
    std::jthread opener([&] {
        const auto until = steady_clock::now() + 60ms;
        while (steady_clock::now() < until) {
        }
        opened.set_value();
    });
    opened.get_future().wait();
    EXPECT_GE(blocked.take(), 20ms);
    EXPECT_EQ(blocked.take(), 0ns);
}

}  // namespace
}  // namespace turnout
