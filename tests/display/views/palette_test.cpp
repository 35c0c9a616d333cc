#include <gtest/gtest.h>

#include "display/views/stage.h"

namespace turnout::display {
namespace {

TEST(Palette, TakesTheEventsColoursAndFilesBesideTheEvent) {
    HallSettings settings;
    settings.gold = 0xFF8A3D;
    settings.ground = 0x2A0A14;
    settings.logo = "logo.svg";
    const Palette palette = Palette::of(settings, "/srv/event");
    EXPECT_EQ(palette.gold, Colour::hex(0xFF8A3D));
    EXPECT_EQ(palette.sky, theme::kSky);
    EXPECT_EQ(palette.groundMiddle, Colour::hex(0x2A0A14));
    EXPECT_EQ(palette.logo, "/srv/event/logo.svg");
    EXPECT_TRUE(palette.background.empty());
}

TEST(Palette, WhatStandsOnTheGroundIsATintOfItAlsoOfABlackOne) {
    for (const std::uint32_t ground : {0x2A0A14U, 0x000000U}) {
        HallSettings settings;
        settings.ground = ground;
        const Palette palette = Palette::of(settings, {});
        for (const Colour& over : {palette.track, palette.slotEdge, palette.nextEdge, palette.stripe, palette.bandTop,
                                   palette.bandLine, palette.glow, palette.guestTop, palette.guestBottom}) {
            EXPECT_GE(over.r, over.b) << "none of our blue";
            EXPECT_GT(over.r, palette.groundMiddle.r);
        }
    }
}

TEST(Palette, AColourThatIsNotSetIsTheDesigns) {
    const Palette palette = Palette::of({}, {});
    EXPECT_EQ(palette.guestTop, theme::kCardTop);
    EXPECT_EQ(palette.glow, theme::kGlow);
    EXPECT_EQ(palette.gold, theme::kGold);
    EXPECT_EQ(palette.sky, theme::kSky);
    EXPECT_EQ(palette.groundMiddle, theme::kGroundMiddle);
}

TEST(Palette, ShadesComeFromTheEventsOwnColour) {
    const auto canvas = ui::Canvas::headless({1920, 1080});
    Palette palette;
    palette.gold = Colour::hex(0xFF6699);
    Frame frame;
    frame.palette = &palette;
    const Stage stage(*canvas, 1, {}, {1920, 1080}, frame);
    EXPECT_EQ(stage.gold(1), palette.gold);
    EXPECT_EQ(stage.gold(0.5F), Colour::hex(0x80334D));
    EXPECT_EQ(stage.gold(2), theme::kWhite);
}

TEST(Palette, OnAKeyColourNothingIsHalfThrough) {
    const auto canvas = ui::Canvas::headless({1920, 1080});
    Frame frame;
    const Colour half = Colour::hex(0x1A3768).faded(0.5F);
    EXPECT_EQ(Stage(*canvas, 1, {}, {1920, 1080}, frame).solid(half), half);
    frame.backdrop = Backdrop::keyColour;
    const Colour solid = Stage(*canvas, 1, {}, {1920, 1080}, frame).solid(half);
    EXPECT_EQ(solid.a, 255);
    EXPECT_NEAR(solid.b, (theme::kGroundMiddle.b + 0x68) / 2, 1);
}

}  // namespace
}  // namespace turnout::display
