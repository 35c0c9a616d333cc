// When the operator is told that the picture stumbles.
#include "display/app/frame_times.h"

#include <gtest/gtest.h>

namespace turnout::display {
namespace {

using namespace std::chrono_literals;

const SteadyTime kStart{1h};

HallScreen scene(SceneScreen which) {
    HallScreen screen;
    screen.scene = std::move(which);
    return screen;
}

// Painted the count for a while, quickly: nothing is new any more.
FrameTimes settled() {
    FrameTimes times;
    for (int i = 0; i < 300; ++i) times.painted(scene(CountScreen{}), kStart + i * 16ms, 12);
    return times;
}

const SteadyTime kLater = kStart + 10s;

TEST(FrameTimes, WhatIsDrawnAtTheStartIsNoStumble) {
    FrameTimes times;
    for (int i = 0; i < 5; ++i) times.painted(scene(ThanksScreen{}), kStart + i * 300ms, 242);
    EXPECT_EQ(times.news(kStart + 2s), PictureNews{});
    times.painted(scene(ThanksScreen{}), kStart + 3s, 20);
    times.begins(kStart + 60s);  // another event in the file, say
    for (int i = 0; i < 5; ++i) times.painted(scene(ThanksScreen{}), kStart + 60s + i * 300ms, 242);
    EXPECT_EQ(times.news(kStart + 62s), (PictureNews{20, false}));
}

TEST(FrameTimes, AScenesFirstFramesAreNoStumble) {
    FrameTimes times = settled();
    HallScreen moment = scene(CountScreen{});
    moment.moment = Moment{};
    int i = 0;
    for (const HallScreen& screen : {scene(JourneyScreen{}), moment, scene(JourneyScreen{}), scene(ThanksScreen{})})
        for (const auto after : {0ms, 120ms, 300ms})
            times.painted(screen, kLater + i++ / 3 * 5s + after, after == 300ms ? 20 : 120);
    EXPECT_EQ(times.news(kLater + 20s), (PictureNews{20, false}));
}

TEST(FrameTimes, OneSlowFrameIsToldButIsNoStumble) {
    FrameTimes times = settled();
    times.painted(scene(CountScreen{}), kLater, 400);
    EXPECT_EQ(times.news(kLater + 1s), (PictureNews{400, false}));
}

TEST(FrameTimes, AMotionThatStumblesIsTold) {
    FrameTimes times = settled();
    for (int i = 0; i < 3; ++i) times.painted(scene(CountScreen{}), kLater + i * 150ms, 150);
    EXPECT_EQ(times.news(kLater + 1s), (PictureNews{150, true}));
}

TEST(FrameTimes, AScenesMotionThatStumblesToItsEndIsTold) {
    FrameTimes times = settled();
    for (int i = 0; i < 6; ++i) times.painted(scene(JourneyScreen{}), kLater + i * 150ms, 150);
    EXPECT_TRUE(times.news(kLater + 1s).stumbles);
}

TEST(FrameTimes, AMinuteLaterItIsForgottenThoughNothingWasDrawn) {
    FrameTimes times = settled();
    for (int i = 0; i < 3; ++i) times.painted(scene(CountScreen{}), kLater + i * 150ms, 150);
    EXPECT_TRUE(times.news(kLater + 59s).stumbles);
    EXPECT_EQ(times.news(kLater + 62s), PictureNews{});
}

}  // namespace
}  // namespace turnout::display
