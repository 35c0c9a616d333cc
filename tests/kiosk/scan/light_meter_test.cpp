#include "kiosk/scan/light_meter.h"

#include <gtest/gtest.h>

#include "tests/support/qr_frames.h"

namespace turnout::kiosk {
namespace {

// Pictures of one brightness for a while, ten a second.
Millis see(LightMeter& meter, std::uint8_t grey, Millis from, Millis how) {
    const test::GreyFrame frame(640, 360, grey);
    const GreyImage image{frame.pixels.data(), frame.width, frame.height, static_cast<std::size_t>(frame.width)};
    for (Millis at = from; at < from + how; at += Millis(100)) meter.add(image, at);
    return from + how;
}

TEST(LightMeter, ADarkDoorIsToldOnceItHasBeenDarkForAWhile) {
    LightMeter meter;
    Millis at = see(meter, 15, Millis(0), Millis(1500));
    EXPECT_FALSE(meter.dark());
    see(meter, 15, at, Millis(1000));
    EXPECT_TRUE(meter.dark());
}

TEST(LightMeter, AHandBeforeTheCameraIsNoDarkness) {
    LightMeter meter;
    Millis at = see(meter, 110, Millis(0), Millis(5000));
    see(meter, 0, at, Millis(800));
    EXPECT_FALSE(meter.dark());
}

TEST(LightMeter, LightThatComesBackEndsItAndInBetweenNothingChanges) {
    LightMeter meter;
    Millis at = see(meter, 20, Millis(0), Millis(6000));
    EXPECT_TRUE(meter.dark());
    at = see(meter, 36, at, Millis(20'000));
    EXPECT_TRUE(meter.dark());
    at = see(meter, 90, at, Millis(6000));
    EXPECT_FALSE(meter.dark());
    see(meter, 36, at, Millis(20'000));
    EXPECT_FALSE(meter.dark());
}

TEST(LightMeter, TinyPicturesSayNothing) {
    LightMeter meter;
    const std::uint8_t pixel = 0;
    for (int at = 0; at < 10'000; at += 100) meter.add({&pixel, 1, 1, 1}, Millis(at));
    EXPECT_FALSE(meter.dark());
}

}  // namespace
}  // namespace turnout::kiosk
