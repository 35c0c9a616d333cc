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

TEST(Palette, AColourThatIsNotSetIsTheDesigns) {
    const Palette palette = Palette::of({}, {});
    EXPECT_EQ(palette.gold, theme::kGold);
    EXPECT_EQ(palette.sky, theme::kSky);
    EXPECT_EQ(palette.groundMiddle, theme::kGroundMiddle);
}

}  // namespace
}  // namespace turnout::display
