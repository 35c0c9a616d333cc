// Where two frames differ, for the painting of no more than that.
#include "common/ui/damage.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace turnout::ui {
namespace {

constexpr PixelBox kWindow{0, 0, 1920, 1080};
constexpr int kSide = 24;  // of the small pictures

PaintedItem item(std::uint64_t print, int x, int y, int size = 40) {
    return {print, {x, y, x + size, y + size}};
}

bool covered(const std::vector<PixelBox>& boxes, int x, int y) {
    for (const PixelBox& box : boxes)
        if (box.meets({x, y, x + 1, y + 1})) return true;
    return false;
}

TEST(Damage, IsNothingBetweenEqualFrames) {
    const std::vector<PaintedItem> frame{item(1, 0, 0), item(2, 100, 0), item(1, 0, 0)};
    EXPECT_TRUE(damageBetween(frame, frame, kWindow).empty());
    EXPECT_TRUE(damageBetween({}, {}, kWindow).empty());
}

TEST(Damage, IsWhereAnItemWasAndWhereItIs) {
    const std::vector<PaintedItem> before{item(1, 0, 0, 1920), item(2, 100, 100)},
        after{item(1, 0, 0, 1920), item(3, 900, 100)};
    const std::vector<PixelBox> expected{{900, 100, 940, 140}, {100, 100, 140, 140}};
    EXPECT_EQ(damageBetween(before, after, kWindow), expected);
}

TEST(Damage, OfOneThatMovesALittleIsOneBox) {
    const std::vector<PaintedItem> before{item(2, 100, 100)}, after{item(3, 104, 100)};
    const std::vector<PixelBox> expected{{100, 100, 144, 140}};
    EXPECT_EQ(damageBetween(before, after, kWindow), expected);
}

TEST(Damage, StaysInTheWindow) {
    const std::vector<PaintedItem> after{item(1, -500, -500), item(2, 1900, 1060)};
    const std::vector<PixelBox> expected{{1900, 1060, 1920, 1080}};
    EXPECT_EQ(damageBetween({}, after, kWindow), expected);
}

TEST(Damage, OfAnItemThatMovesUpInTheOrderIsItsOwnBox) {
    // The newest flag is drawn last, over its neighbours; the next newest sends it back among them.
    std::vector<PaintedItem> before, after;
    for (int i = 0; i < 50; ++i) before.push_back(item(static_cast<std::uint64_t>(i), i * 30, 0, 20));
    after = before;
    std::rotate(before.begin() + 7, before.begin() + 8, before.end());
    const std::vector<PixelBox> boxes = damageBetween(before, after, kWindow);
    EXPECT_EQ(boxes, (std::vector<PixelBox>{{210, 0, 230, 20}}));
}

TEST(Damage, OfVeryManyItemsIsAFewBoxesApartFromEachOther) {
    std::vector<PaintedItem> after;
    for (int i = 0; i < 400; ++i)
        after.push_back(item(static_cast<std::uint64_t>(i), (i % 20) * 90, (i / 20) * 50, 10));
    const std::vector<PixelBox> boxes = damageBetween({}, after, kWindow);
    ASSERT_FALSE(boxes.empty());
    EXPECT_LE(boxes.size(), 10U);
    for (const PaintedItem& each : after) EXPECT_TRUE(covered(boxes, each.box.left, each.box.top));
    for (std::size_t i = 0; i < boxes.size(); ++i)
        for (std::size_t j = i + 1; j < boxes.size(); ++j) EXPECT_FALSE(boxes[i].meets(boxes[j]));
}

// Pictures of one letter a pixel, painted from the items: outside the damage nothing may differ.
TEST(Damage, LeavesOutNothingThatDiffers) {
    std::mt19937 random(7);
    const auto any = [&](int below) { return static_cast<int>(random() % static_cast<unsigned>(below)); };
    const auto picture = [](const std::vector<PaintedItem>& items) {
        std::vector<std::vector<std::uint64_t>> pixels(kSide * kSide);
        for (const PaintedItem& each : items)
            for (int y = std::max(0, each.box.top); y < std::min(kSide, each.box.bottom); ++y)
                for (int x = std::max(0, each.box.left); x < std::min(kSide, each.box.right); ++x)
                    pixels[static_cast<std::size_t>(y * kSide + x)].push_back(each.print);
        return pixels;
    };
    for (int round = 0; round < 400; ++round) {
        std::vector<PaintedItem> before;
        for (int i = any(14); i > 0; --i) {
            const int x = any(kSide), y = any(kSide), size = 1 + any(8);
            before.push_back(item(static_cast<std::uint64_t>((x * kSide + y) * 10 + size), x, y, size));
        }
        std::vector<PaintedItem> after = before;
        for (int change = any(4); change > 0 && !after.empty(); --change) {
            const auto at = after.begin() + any(static_cast<int>(after.size()));
            switch (any(3)) {
                case 0: after.erase(at); break;
                case 1: after.insert(at, item(90000 + random() % 50, any(kSide), any(kSide), 3)); break;
                default: std::rotate(after.begin(), at, after.end());
            }
        }
        const std::vector<PixelBox> boxes = damageBetween(before, after, {0, 0, kSide, kSide});
        const auto old = picture(before), now = picture(after);
        for (int y = 0; y < kSide; ++y)
            for (int x = 0; x < kSide; ++x)
                if (!covered(boxes, x, y)) {
                    ASSERT_EQ(old[static_cast<std::size_t>(y * kSide + x)],
                              now[static_cast<std::size_t>(y * kSide + x)])
                        << round;
                }
    }
}

}  // namespace
}  // namespace turnout::ui
