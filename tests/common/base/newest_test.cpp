#include "common/base/newest.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <thread>
#include <vector>

namespace turnout {
namespace {

TEST(Newest, IsTakenOnceAndAnOlderOneIsForgotten) {
    Newest<std::string> newest;
    std::string value = "mine";
    EXPECT_TRUE(newest.taken());
    EXPECT_FALSE(newest.take(value));
    EXPECT_EQ(value, "mine");
    newest.put("first");
    newest.put("second");
    EXPECT_FALSE(newest.taken());
    EXPECT_TRUE(newest.take(value));
    EXPECT_EQ(value, "second");
    EXPECT_TRUE(newest.taken());
    EXPECT_FALSE(newest.take(value));
    EXPECT_EQ(value, "second");
}

TEST(Newest, KeepsTheMemoryOfWhatGoesRound) {
    Newest<std::vector<int>> newest;
    std::vector<int> value(1000);
    std::vector<const int*> places{value.data()};
    for (int round = 0; round < 3; ++round) {
        newest.making().resize(1000);
        places.push_back(newest.making().data());
        newest.publish();
        ASSERT_TRUE(newest.take(value));
    }
    for (int round = 0; round < 20; ++round) {
        EXPECT_NE(std::find(places.begin(), places.end(), newest.making().data()), places.end());
        newest.publish();
        ASSERT_TRUE(newest.take(value));
    }
}

TEST(Newest, IsWholeAndNeverOlderThanTheLastWhileAnotherThreadMakesIt) {
    constexpr int kLast = 100'000;
    Newest<std::vector<int>> newest;
    const std::jthread maker([&newest] {
        for (int n = 1; n <= kLast; ++n) {
            newest.making().assign(16, n);
            newest.publish();
        }
    });
    std::vector<int> value;
    for (int before = 0; before < kLast;) {
        if (!newest.take(value)) continue;
        ASSERT_EQ(value, std::vector<int>(16, value.front()));
        ASSERT_GT(value.front(), before);
        before = value.front();
    }
}

}  // namespace
}  // namespace turnout
