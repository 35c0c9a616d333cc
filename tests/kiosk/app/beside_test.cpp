#include "kiosk/app/beside.h"

#include <gtest/gtest.h>

#include <memory>

namespace turnout::kiosk {
namespace {

TEST(Beside, WhatHangsIsWaitedForByNobodyAndItsAnswerGoesAwayWithIt) {
    std::promise<void> let, freed;
    struct Freed {
        std::promise<void> promise;
        ~Freed() { promise.set_value(); }
    };
    auto isFree = freed.get_future();
    auto answer = beside([drive = let.get_future(), freed = std::move(freed)]() mutable {
        drive.wait();
        return std::make_unique<Freed>(std::move(freed));
    });
    EXPECT_FALSE(hasCome(answer));
    answer = {};
    let.set_value();
    isFree.wait();
}

TEST(Beside, TheAnswerOfAnotherThreadIsTaken) {
    auto answer = beside([] { return std::this_thread::get_id(); });
    ASSERT_TRUE(hasCome(answer, std::chrono::seconds(30)));
    EXPECT_NE(answer.get(), std::this_thread::get_id());
}

}  // namespace
}  // namespace turnout::kiosk
