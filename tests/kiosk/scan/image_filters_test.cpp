#include "kiosk/scan/image_filters.h"

#include <gtest/gtest.h>

#include "tests/support/qr_frames.h"

namespace turnout::kiosk {
namespace {

using test::GreyFrame;

GreyImage imageOf(const GreyFrame& frame) {
    return {frame.pixels.data(), frame.width, frame.height, static_cast<std::size_t>(frame.width)};
}

TEST(ImageFilters, HalvingTakesTheMeanOfFourAndLeavesOddEdgesOut) {
    // 5 x 3, in rows of 7 bytes: the padding must not be read.
    const std::vector<std::uint8_t> pixels{10, 20, 30, 40, 99, 255, 255,  //
                                           30, 40, 50, 60, 99, 255, 255,  //
                                           99, 99, 99, 99, 99, 255, 255};
    GreyBuffer half;
    halve({pixels.data(), 5, 3, 7}, half);
    ASSERT_EQ(half.width, 2);
    ASSERT_EQ(half.height, 1);
    EXPECT_EQ(half.pixels, (std::vector<std::uint8_t>{25, 45}));
}

TEST(ImageFilters, InvertingTwiceIsNothing) {
    test::GreyFrame frame(31, 17);
    addGrain(frame, 60, 3);
    GreyBuffer once, twice;
    invert(imageOf(frame), once);
    EXPECT_EQ(once.pixels[0], 255 - frame.pixels[0]);
    invert(once.image(), twice);
    EXPECT_EQ(twice.pixels, frame.pixels);
}

TEST(ImageFilters, NormalisingTakesASlopeOfLightAway) {
    test::GreyFrame frame(320, 96, 200);
    shade(frame, 0.2, 1.0);
    GreyBuffer even;
    normalise(imageOf(frame), even);
    // Away from the edges, where nothing lies beyond to interpolate with, a slope is the brightness around itself.
    for (int y = 8; y < 88; ++y)
        for (int x = 16; x < 304; ++x) EXPECT_NEAR(even.pixels[static_cast<std::size_t>(y * 320 + x)], 128, 6);
}

TEST(ImageFilters, NormalisingMakesAFaintMarkStrong) {
    test::GreyFrame frame(64, 64, 100);
    frame.at(32, 32) = 120;
    GreyBuffer even;
    normalise(imageOf(frame), even);
    EXPECT_NEAR(even.pixels[32 * 64 + 32], 128 + 3 * 20, 2);
}

TEST(ImageFilters, SofteningKeepsAPlainPictureAndSpreadsAPoint) {
    test::GreyFrame frame(9, 9, 0);
    frame.at(4, 4) = 160;
    GreyBuffer soft;
    soften(imageOf(frame), soft);
    EXPECT_EQ(soft.pixels[4 * 9 + 4], 40);
    EXPECT_EQ(soft.pixels[4 * 9 + 5], 20);
    EXPECT_EQ(soft.pixels[5 * 9 + 5], 10);
    EXPECT_EQ(soft.pixels[4 * 9 + 6], 0);
    const test::GreyFrame plain(7, 5, 77);
    soften(imageOf(plain), soft);
    EXPECT_EQ(soft.pixels, plain.pixels);
}

TEST(ImageFilters, SharpeningKeepsAPlainPictureAndDrawsABlurredEdgeAgain) {
    GreyFrame plain(40, 30, 77);
    GreyBuffer sharp;
    sharpen(imageOf(plain), 4, 1, sharp);
    for (const std::uint8_t pixel : sharp.pixels) EXPECT_NEAR(pixel, 77, 1);
    GreyFrame edge(40, 30, 60);
    for (int y = 0; y < 30; ++y)
        for (int x = 20; x < 40; ++x) edge.at(x, y) = 180;
    test::blur(edge, 2);
    sharpen(imageOf(edge), 4, 2, sharp);
    const auto steepness = [](const std::vector<std::uint8_t>& pixels) {
        return pixels[15 * 40 + 22] - pixels[15 * 40 + 17];
    };
    EXPECT_GT(steepness(sharp.pixels), steepness(edge.pixels) * 3 / 2);
}

}  // namespace
}  // namespace turnout::kiosk
