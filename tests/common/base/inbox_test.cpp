#include "common/base/inbox.h"

#include <gtest/gtest.h>

#include <array>
#include <memory>
#include <thread>

namespace turnout {
namespace {

TEST(Inbox, GivesWhatWasPutInItsOrder) {
    Inbox<std::unique_ptr<int>> inbox;
    EXPECT_TRUE(inbox.take().empty());
    for (const int n : {1, 2, 3}) inbox.put(std::make_unique<int>(n));
    const auto values = inbox.take();
    ASSERT_EQ(values.size(), 3U);
    for (int n = 0; n < 3; ++n) EXPECT_EQ(*values[static_cast<std::size_t>(n)], n + 1);
    EXPECT_TRUE(inbox.take().empty());
}

TEST(Inbox, LosesNothingOfManyThreadsAndKeepsTheOrderOfEach) {
    constexpr int kThreads = 4, kEach = 20'000;
    Inbox<std::pair<int, int>> inbox;
    std::vector<std::jthread> threads;
    for (int thread = 0; thread < kThreads; ++thread)
        threads.emplace_back([&inbox, thread] {
            for (int n = 0; n < kEach; ++n) inbox.put({thread, n});
        });
    std::array<int, kThreads> next{};
    for (int taken = 0; taken < kThreads * kEach;)
        for (const auto& [thread, n] : inbox.take()) {
            ASSERT_EQ(n, next[static_cast<std::size_t>(thread)]++);
            ++taken;
        }
}

TEST(Inbox, WhatNobodyTookGoesWithIt) {
    const auto kept = std::make_shared<int>(1);
    {
        Inbox<std::shared_ptr<int>> inbox;
        inbox.put(kept);
        EXPECT_EQ(kept.use_count(), 2);
    }
    EXPECT_EQ(kept.use_count(), 1);
}

}  // namespace
}  // namespace turnout
