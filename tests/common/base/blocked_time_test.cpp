#include "common/base/blocked_time.h"

#include <gtest/gtest.h>
#include <time.h>

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
    const auto began = steady_clock::now();
    const auto end = worked() + 60ms;
    while (worked() < end) {
    }
    const auto took = steady_clock::now() - began;
    EXPECT_LT(blocked.take(), took / 4);
    enough = true;
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
    EXPECT_LT(blocked.take(), 20ms);
}

}  // namespace
}  // namespace turnout
