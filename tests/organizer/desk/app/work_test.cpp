#include "organizer/desk/app/work.h"

#include <gtest/gtest.h>

#include <atomic>
#include <future>

namespace turnout::desk {
namespace {

TEST(Work, RunsJobsOneAfterAnotherAndDeliversOnThisThread) {
    Work work;
    const auto here = std::this_thread::get_id();
    std::string order;
    for (const char letter : {'a', 'b', 'c'})
        work.start({"desk.opening", {}}, [&, letter](Work::Handle&) -> Work::Then {
            EXPECT_NE(std::this_thread::get_id(), here);
            return [&, letter] {
                EXPECT_EQ(std::this_thread::get_id(), here);
                order += letter;
            };
        });
    work.finish();
    EXPECT_EQ(order, "abc");
    EXPECT_FALSE(work.busy());
}

TEST(Work, ShowsHowFarALongJobIsAndStopsItWhenAsked) {
    std::atomic<int> woken{0};
    Work work([&] { ++woken; });
    std::promise<void> half;
    bool stopped = false;
    work.start({"desk.opening", {}}, [&](Work::Handle& handle) -> Work::Then {
        handle.progress(0.5, {"desk.saving_file", {}});
        half.set_value();
        while (!handle.cancelled()) std::this_thread::yield();
        return [&] { stopped = true; };
    });
    half.get_future().wait();
    ASSERT_TRUE(work.now().has_value());
    EXPECT_EQ(work.now()->share, 0.5);
    EXPECT_EQ(work.now()->what.key, "desk.saving_file");
    work.cancel();
    work.finish();
    EXPECT_TRUE(stopped);
    EXPECT_FALSE(work.now().has_value());
    EXPECT_GT(woken.load(), 0);
}

TEST(Work, ACancelIsForTheRunningJobAloneAndQuietOnesAreNotShown) {
    Work work;
    bool cancelled = true;
    work.cancel();
    work.quietly([&](Work::Handle& handle) -> Work::Then {
        EXPECT_FALSE(work.now().has_value());
        cancelled = handle.cancelled();
        return {};
    });
    work.finish();
    EXPECT_FALSE(cancelled);
}

TEST(Work, EndsWithoutWaitingForJobsThatHaveNotBegun) {
    bool ran = false;
    {
        Work work;
        std::promise<void> begun;
        work.quietly([&](Work::Handle& handle) -> Work::Then {
            begun.set_value();
            while (!handle.cancelled()) std::this_thread::yield();
            return {};
        });
        begun.get_future().wait();
        work.quietly([&](Work::Handle&) -> Work::Then {
            ran = true;
            return {};
        });
    }
    EXPECT_FALSE(ran);
}

}  // namespace
}  // namespace turnout::desk
