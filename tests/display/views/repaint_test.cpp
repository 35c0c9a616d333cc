// A frame of which only what changed was painted is, pixel for pixel, the frame painted whole.
#include <gtest/gtest.h>

#include "common/ui/window.h"
#include "display/views/hall_view.h"
#include "tests/display/views/scenes.h"
#include "tests/support/event_builder.h"
#include "tests/support/gl_virtual_display.h"

namespace turnout::test {
namespace {

using namespace std::chrono_literals;

class Repaint : public testing::Test {
  protected:
    Repaint() {
        VirtualDisplay::shared(3840, 2160);
        window_ = must(ui::Window::open({.title = "repaint", .width = 960, .height = 540}));
        window_->canvas().setFlags(std::make_shared<paint::Flags>(paint::FlagFolders::find(), "2023-11-17"));
    }
    void draw(const display::HallScreen& screen) {
        window_->wait(0ms);
        window_->draw([&](ui::Canvas& canvas) { display::drawHall(canvas, screen, scenery_); });
    }
    // How many pixels a whole painting makes different.
    int wrong(const display::HallScreen& screen) {
        const paint::Bitmap parts = window_->pixelsDrawn();
        window_->paintAll();
        draw(screen);
        const paint::Bitmap whole = window_->pixelsDrawn();
        int count = 0;
        for (std::size_t i = 0; i < whole.pixels.size(); i += 4)
            count += std::equal(&whole.pixels[i], &whole.pixels[i] + 4, &parts.pixels[i]) ? 0 : 1;
        return count;
    }

    std::unique_ptr<ui::Window> window_;
    display::Scenery scenery_;
};

// Card, flag, ring and count of a country's first guest, every 40 ms; then the card leaves.
TEST_F(Repaint, OfAnArrivalLeavesNothingBehind) {
    display::HallPresenter hall = hallWith(56, 40);
    SteadyTime now = SteadyTime{} + 1000s;
    const TimePoint wall = at("2023-11-17T19:24:00+08:00");
    hall.control(display::Control::moments, now, wall);
    hall.control(display::Control::rotation, now, wall);
    hall.control(display::Control::count, now, wall);
    HallNumbers numbers = hall.numbers().numbers();
    std::int64_t painted = 0, frames = 0;
    for (int guest = 0; guest < 3; ++guest) {
        CountryNumbers& country = numbers.totals.byCountry[static_cast<std::size_t>(40 + guest)];
        country.guests.arrived = 1;
        country.firstSeq = 41 + guest;
        ++numbers.totals.guests.arrived;
        ++numbers.totals.countries.arrived;
        numbers.newest.insert(numbers.newest.begin(), {41 + guest, wall, country.code, guest == 1 ? "Amara O." : ""});
        hall.take(numbers, now, wall);
        for (int ms = 0; ms < 1600; ms += 40) {
            hall.confirmed(now += 40ms, wall);
            hall.tick(now, wall);
            draw(hall.screen());
            painted += window_->pixelsPainted();
            ++frames;
            if (ms % 120 == 0) {
                EXPECT_EQ(wrong(hall.screen()), 0) << "guest " << guest << " after " << ms << " ms";
            }
        }
    }
    EXPECT_LT(painted / frames, 960 * 540 / 4) << "most of the picture stood still";
    for (int ms = 0; ms < 9000; ms += 60) {
        hall.confirmed(now += 60ms, wall);
        hall.tick(now, wall);
        draw(hall.screen());
    }
    EXPECT_EQ(wrong(hall.screen()), 0);
}

TEST_F(Repaint, FromAnySceneToAnyOther) {
    const std::vector<NamedHall> states = hallStates();
    for (std::size_t i = 0; i < states.size(); i += 3) {
        draw(states[i].screen);
        EXPECT_EQ(wrong(states[i].screen), 0) << states[i].name;
        draw(states[states.size() - 1 - i].screen);
        EXPECT_EQ(wrong(states[states.size() - 1 - i].screen), 0) << states[states.size() - 1 - i].name;
    }
}

TEST_F(Repaint, OfTheSameScreenPaintsNothing) {
    const display::HallScreen screen = hallWith(56, 40).screen();
    draw(screen);
    draw(screen);
    EXPECT_EQ(window_->pixelsPainted(), 0);
}

}  // namespace
}  // namespace turnout::test
