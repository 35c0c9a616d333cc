#include "display/views/hall_output.h"

#include <gtest/gtest.h>

namespace turnout::display {
namespace {

const std::vector<ui::Rect> kTwo{{0, 0, 1280, 720}, {1280, 0, 1920, 1080}};

TEST(HallOutput, AWindowIsOnTheMonitorThatMostOfItLiesOn) {
    EXPECT_EQ(monitorUnder({40, 40, 1280, 720}, kTwo), 0U) << "a little of it hangs over";
    EXPECT_EQ(monitorUnder({700, 40, 1280, 720}, kTwo), 1U);
    EXPECT_EQ(monitorUnder({1500, 100, 640, 360}, kTwo), 1U);
    EXPECT_EQ(monitorUnder({1280, 0, 1920, 1080}, kTwo), 1U) << "it fills it";
}

TEST(HallOutput, AWindowOnNoMonitorIsOnTheFirst) {
    EXPECT_EQ(monitorUnder({-5000, 0, 640, 360}, kTwo), 0U);
    EXPECT_EQ(monitorUnder({0, 0, 640, 360}, {}), 0U);
}

bool apart(const ui::Rect& a, const ui::Rect& b) {
    return a.right() <= b.x || b.right() <= a.x || a.bottom() <= b.y || b.bottom() <= a.y;
}

TEST(HallOutput, TheHallWaitsBesideTheOperatorsWindowWhereThereIsRoom) {
    for (const ui::Rect& monitor : {ui::Rect{0, 0, 1920, 1080},
                                    {0, 0, 2560, 1440},
                                    {0, 0, 1440, 2560},
                                    {1280, 0, 1920, 1200},
                                    {0, 0, 1680, 1050}}) {
        const ui::Rect desk{monitor.x + 40, monitor.y + 40, 1280, 800}, hall = besideOperator(desk, monitor);
        EXPECT_TRUE(monitor.contains(hall)) << monitor.w;
        EXPECT_TRUE(apart(desk, hall)) << monitor.w;
        EXPECT_GE(hall.w, 320) << monitor.w;
        EXPECT_NEAR(hall.w / hall.h, 16.0 / 9, 0.02) << monitor.w;
    }
}

TEST(HallOutput, WhereThereIsNoRoomItIsSmallInTheCornerAndNotUponTheOperators) {
    for (const ui::Rect& monitor : {ui::Rect{0, 0, 1366, 768}, {0, 0, 1280, 800}}) {
        const ui::Rect hall = besideOperator({40, 40, 1280, 800}, monitor);
        EXPECT_TRUE(monitor.contains(hall));
        EXPECT_EQ(hall, (ui::Rect{monitor.w - 320, monitor.h - 180, 320, 180}));
    }
}

}  // namespace
}  // namespace turnout::display
