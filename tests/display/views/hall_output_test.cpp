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

TEST(HallOutput, WhereThereIsNoRoomItIsSmallOverTheLowerRightCornerOfTheOperators) {
    const ui::Rect desk{40, 40, 1280, 800};
    for (const ui::Rect& monitor : {ui::Rect{0, 0, 1366, 768}, {0, 0, 1280, 800}}) {
        const ui::Rect hall = besideOperator(desk, monitor);
        EXPECT_TRUE(monitor.contains(hall));
        EXPECT_EQ(hall, (ui::Rect{monitor.w - 320, monitor.h - 180, 320, 180}));
        EXPECT_FALSE(apart(desk, hall)) << "there is no other place";
    }
}

constexpr const char *kLaptop = "eDP-1, 1366 x 768", *kProjector = "HDMI-1, 1920 x 1080";

// A window on a desktop whose projector can be plugged in and pulled out.
class FakeOutput : public OutputWindow {
  public:
    bool fullscreen() const override { return on.has_value(); }
    ui::Rect place() const override { return on ? monitorPlaces().at(static_cast<std::size_t>(*on)) : lies; }
    void fill(int monitor) override { on = monitor; }
    void unfill() override { on.reset(); }
    void lieAt(const ui::Rect& place) override {
        on.reset();
        lies = place;
    }
    std::vector<std::string> monitors() const override {
        return projector ? std::vector<std::string>{kLaptop, kProjector} : std::vector<std::string>{kLaptop};
    }
    std::vector<ui::Rect> monitorPlaces() const override {
        std::vector<ui::Rect> places{{0, 0, 1366, 768}};
        if (projector) places.push_back({1366, 0, 1920, 1080});
        return places;
    }

    std::optional<int> on;  // the monitor that it fills
    ui::Rect lies{100, 100, 640, 360};
    bool projector = true;
};

// A hall for the second monitor beside an operator's window on the first.
class HallOutputTest : public testing::Test {
  protected:
    HallOutputTest() {
        output.beside([] { return ui::Rect{40, 40, 1280, 800}; });
        look();
    }
    void look() { output.follow(now += std::chrono::seconds(2)); }
    void plug(bool in) {
        window->projector = in;
        if (!in && window->on == 1) window->on.reset();  // as the system does
        look();
    }

    FakeOutput* window = new FakeOutput;
    HallOutput output{std::unique_ptr<OutputWindow>(window), 1, true};
    SteadyTime now{std::chrono::hours(1)};
};

TEST_F(HallOutputTest, ComesBackToItsMonitorAndSaysWhatItWaitsForMeanwhile) {
    EXPECT_EQ(output.name(), kProjector);
    plug(false);
    EXPECT_FALSE(window->on) << "the operator's screen is not covered";
    EXPECT_EQ(output.awaited(), "HDMI-1");
    EXPECT_EQ(output.name(), "");
    plug(true);
    EXPECT_EQ(window->on, 1);
    EXPECT_EQ(output.awaited(), "");
}

TEST_F(HallOutputTest, F11MakesItAWindowAndFillsTheMonitorThatTheWindowLiesOn) {
    output.toggle();
    EXPECT_FALSE(window->on);
    EXPECT_EQ(output.awaited(), "") << "a window is what was asked for";
    look();
    EXPECT_FALSE(window->on);
    window->lies = {1500, 100, 640, 360};
    output.toggle();
    EXPECT_EQ(window->on, 1);
    output.nextMonitor();
    EXPECT_EQ(window->on, 0);
}

TEST_F(HallOutputTest, F11WhileItWaitsFillsTheMonitorThatItLiesOn) {
    plug(false);
    output.toggle();
    EXPECT_EQ(window->on, 0) << "a key that is pressed does something";
    EXPECT_EQ(output.awaited(), "");
    EXPECT_EQ(output.name(), kLaptop);
    plug(true);
    EXPECT_EQ(window->on, 0) << "chosen from then on";
    output.nextMonitor();
    EXPECT_EQ(window->on, 1);
}

}  // namespace
}  // namespace turnout::display
