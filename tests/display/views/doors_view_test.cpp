#include <gtest/gtest.h>

#include <algorithm>

#include "display/views/hall_view.h"
#include "tests/display/views/scenes.h"
#include "tests/support/event_builder.h"

namespace turnout::display {
namespace {

std::vector<ui::Written> written(const DoorsScreen& screen, ui::Size size) {
    std::vector<ui::Written> all;
    const auto canvas = ui::Canvas::headless(size);
    canvas->onWritten([&](const ui::Written& each) { all.push_back(each); });
    canvas->begin(size, {});
    drawScene(*canvas, screen, {});
    canvas->end();
    return all;
}

DoorsScreen before() {
    const display::HallPresenter hall = test::hallWith(56, 35);
    return std::get<DoorsScreen>(hall.sceneScreen(Scene::doorsOpen, SteadyTime{} + std::chrono::hours(1),
                                                  test::at("2023-11-17T18:35:44+08:00")));
}

TEST(DoorsView, OnATotemTheCountdownIsAsLargeAsTheNumberOfGuests) {
    const DoorsScreen screen = before();
    const auto all = written(screen, {1080, 1920});
    const auto sizeOf = [&](const std::string& text) {
        const auto found = std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.text == text; });
        return found == all.end() ? 0.0F : found->style.size;
    };
    EXPECT_GT(sizeOf(screen.countdown), 0);
    EXPECT_EQ(sizeOf(screen.countdown), sizeOf(std::to_string(screen.arrived)));
}

TEST(DoorsView, OnATotemEveryWelcomeHasItsPlaceAndEveryRowEndsAtTheEdge) {
    const DoorsScreen screen = before();
    constexpr float kEdge = 1080 - 64, kBearing = 8;
    std::size_t words = 0, atTheEdge = 0;
    for (const ui::Written& each : written(screen, {1080, 1920})) {
        if (each.ink.y < 990 || each.ink.y > 1590 ||
            std::find(screen.greetings.begin(), screen.greetings.end(), each.text) == screen.greetings.end())
            continue;
        ++words;
        atTheEdge += each.ink.right() > kEdge - kBearing ? 1 : 0;
    }
    EXPECT_EQ(words, screen.greetings.size());
    EXPECT_EQ(atTheEdge, 8U);
}

}  // namespace
}  // namespace turnout::display
