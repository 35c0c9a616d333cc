#include "display/views/scenery.h"

#include <gtest/gtest.h>

namespace turnout::display {
namespace {

using ui::Colour;

constexpr Colour kLand = Colour::hex(0x27476B), kThread = Colour::hex(0x5C9CD4);

int lightness(Colour colour) {
    return (30 * colour.r + 59 * colour.g + 11 * colour.b) / 100;
}

TEST(Scenery, InEveryHueADrawingIsAsLightAsTheDesigns) {
    for (const std::uint32_t glow : {0x000000U, 0x0F0F0FU, 0x140000U, 0x970A6DU, 0x00002AU})
        for (const Colour drawn : {kLand, kThread})
            EXPECT_GE(lightness(drawnIn({.glow = Colour::hex(glow)}, drawn)), lightness(drawn) - 1) << glow;
}

TEST(Scenery, TheDesignsOwnHueIsTheDrawingAndGoldIsTheEvents) {
    EXPECT_EQ(drawnIn({}, kLand), kLand);
    EXPECT_EQ(drawnIn({.gold = Colour::hex(0xFF8A3D)}, ui::theme::kGold), Colour::hex(0xFF8A3D));
}

TEST(Scenery, OverTheEventsOwnPictureLandIsLighterThanItMayBe) {
    constexpr int kLightestPicture = 130 * 35 / 100;
    for (const std::uint32_t glow : {0x2E74B5U, 0x970A6DU})
        EXPECT_GE(lightness(drawnIn({.glow = Colour::hex(glow), .overPicture = true}, kLand)), 2 * kLightestPicture);
}

}  // namespace
}  // namespace turnout::display
