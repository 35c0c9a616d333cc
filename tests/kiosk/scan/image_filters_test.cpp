#include "kiosk/scan/image_filters.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>

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

// Every pixel by the formula in the header, at widths about the size of a block and of a processor's register.
class FilterFormulas : public testing::TestWithParam<int> {
  protected:
    FilterFormulas() {
        addGrain(frame_, 120, 7);
        shade(frame_, 0.3, 1.0);
    }
    double at(int x, int y) const {
        return frame_.pixels[static_cast<std::size_t>(std::clamp(y, 0, frame_.height - 1) * frame_.width +
                                                      std::clamp(x, 0, frame_.width - 1))];
    }
    void expectEach(const GreyBuffer& made, double off, const std::function<double(int, int)>& formula) const {
        ASSERT_EQ(made.width, frame_.width);
        ASSERT_EQ(made.height, frame_.height);
        for (int y = 0; y < frame_.height; ++y)
            for (int x = 0; x < frame_.width; ++x)
                ASSERT_NEAR(made.pixels[static_cast<std::size_t>(y * frame_.width + x)],
                            std::clamp(formula(x, y), 0.0, 255.0), off)
                    << x << ", " << y;
    }
    GreyFrame frame_{GetParam(), 37, 170};
    GreyBuffer made_;
};

TEST_P(FilterFormulas, Softening) {
    soften(imageOf(frame_), made_);
    expectEach(made_, 0.51, [&](int x, int y) {
        double sum = 0;
        for (int dy = -1; dy <= 1; ++dy)
            for (int dx = -1; dx <= 1; ++dx) sum += (2 - std::abs(dx)) * (2 - std::abs(dy)) * at(x + dx, y + dy);
        return sum / 16;
    });
}

TEST_P(FilterFormulas, Sharpening) {
    for (const auto& [radius, amount] : {std::pair{4, 1}, {2, 2}, {2, 4}}) {
        sharpen(imageOf(frame_), radius, amount, made_);
        // The mean is a whole number, rounded down, of a share of 65536 that is one too.
        expectEach(made_, 1.05 * amount, [&, radius = radius, amount = amount](int x, int y) {
            double sum = 0;
            for (int dy = -radius; dy <= radius; ++dy)
                for (int dx = -radius; dx <= radius; ++dx) sum += at(x + dx, y + dy);
            return at(x, y) + amount * (at(x, y) - sum / ((2 * radius + 1) * (2 * radius + 1)));
        });
    }
}

TEST_P(FilterFormulas, Binarising) {
    InkBuffers ink;
    for (const auto& [radius, margin] : {std::pair{1, 0}, {6, 2}, {16, 40}}) {
        binarise(imageOf(frame_), radius, margin, ink);
        const auto over = [&, radius = radius](int x, int y) {
            double sum = 0;
            for (int dy = -radius; dy <= radius; ++dy)
                for (int dx = -radius; dx <= radius; ++dx) sum += at(x + dx, y + dy);
            return at(x, y) - sum / ((2 * radius + 1) * (2 * radius + 1));
        };
        expectEach(ink.dark, 0, [&, margin = margin](int x, int y) { return over(x, y) < -margin ? 0 : 255; });
        expectEach(ink.light, 0, [&, margin = margin](int x, int y) { return over(x, y) > margin ? 0 : 255; });
    }
}

TEST_P(FilterFormulas, Mirroring) {
    mirror(imageOf(frame_), made_);
    expectEach(made_, 0, [&](int x, int y) { return at(frame_.width - 1 - x, y); });
}

INSTANTIATE_TEST_SUITE_P(Widths, FilterFormulas, testing::Values(8, 15, 16, 17, 24, 33, 40, 63, 64, 65, 97));

}  // namespace
}  // namespace turnout::kiosk
