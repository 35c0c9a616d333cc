// Renders every state on a real (virtual) screen. TURNOUT_PICTURES=FOLDER keeps the pictures, to be looked at;
// TURNOUT_PICTURES_OF=WORD only those of states that have it in their name.
#include <gtest/gtest.h>

#include <cstdlib>

#include "common/ui/window.h"
#include "display/views/hall_view.h"
#include "tests/display/views/scenes.h"
#include "tests/display/views/states.h"
#include "tests/support/event_builder.h"
#include "tests/support/gl_virtual_display.h"

namespace turnout::test {
namespace {

bool leftOut(const std::string& state) {
    const char* word = std::getenv("TURNOUT_PICTURES_OF");
    return word != nullptr && state.find(word) == std::string::npos;
}

struct ScreenSize {
    int width, height;
    std::string name;
};

TEST(CountPictures, EveryStateIsPaintedAndNotEmpty) {
    VirtualDisplay::shared(3840, 2160);
    const char* folder = std::getenv("TURNOUT_PICTURES");
    const bool all = folder != nullptr;
    std::vector<ScreenSize> sizes{{1280, 720, "hd"}};
    if (all)
        sizes = {{1920, 1080, "fhd"}, {1280, 720, "hd"},     {1440, 1080, "4x3"},  {1080, 1920, "portrait"},
                 {3840, 1080, "led"}, {1920, 1200, "16x10"}, {2560, 1080, "21x9"}, {3840, 2160, "uhd"}};
    for (const ScreenSize& size : sizes) {
        auto window = must(ui::Window::open({.title = "pictures", .width = size.width, .height = size.height}));
        window->canvas().setFlags(std::make_shared<paint::Flags>(paint::FlagFolders::find(), "2023-11-17"));
        for (const NamedScreen& state : countStates()) {
            if (leftOut(state.name)) continue;
            window->wait(std::chrono::milliseconds(0));
            window->draw([&](ui::Canvas& canvas) { display::drawCountScene(canvas, state.screen); });
            const paint::Bitmap picture = window->pixelsDrawn();
            ASSERT_EQ(picture.width, size.width);
            // The first figure of the count, in the middle of the picture's left half, is not the ground.
            int light = 0;
            for (int y = 0; y < picture.height; y += 4)
                for (int x = 0; x < picture.width / 2; x += 4) light += picture.at(x, y).g > 80 ? 1 : 0;
            EXPECT_GT(light, 500) << state.name;
            if (all) {
                const auto file = std::filesystem::path(folder) / (state.name + "-" + size.name + ".png");
                EXPECT_TRUE(window->screenshot(file).ok());
            }
        }
    }
}

// Where the new card is, nothing of the old one is seen.
TEST(CountPictures, ACardCoversTheOneItSlidesOver) {
    VirtualDisplay::shared(3840, 2160);
    auto window = must(ui::Window::open({.title = "pictures", .width = 1280, .height = 720}));
    const auto painted = [&](const std::string& under) {
        display::CountScreen screen = fullScreen();
        screen.under = display::GuestCard{1, screen.card.country, under, 0};
        screen.cardInMs = 60;
        window->wait(std::chrono::milliseconds(0));
        window->draw([&](ui::Canvas& canvas) { display::drawCountScene(canvas, screen); });
        return window->pixelsDrawn();
    };
    const paint::Bitmap one = painted("Maximiliana Konstantinopoulou"), other = painted("");
    int different = 0;
    for (int y = 580; y < 690; ++y)
        for (int x = 40; x < 250; ++x) different += one.at(x, y) == other.at(x, y) ? 0 : 1;
    EXPECT_EQ(different, 0);
}

// A vision mixer cuts out the magenta: what is mixed with it would shimmer.
TEST(HallPictures, OnAKeyColourOnlyEdgesAreMixedWithIt) {
    VirtualDisplay::shared(3840, 2160);
    auto window = must(ui::Window::open({.title = "pictures", .width = 1280, .height = 720}));
    window->canvas().setFlags(nullptr);
    display::Scenery scenery;
    std::size_t looked = 0;
    for (const NamedHall& state : hallStates()) {
        // Where rows and cards lie on it; the journey's dots are little else than edges.
        if (state.name != "universities-key" && state.name != "count-key") continue;
        ++looked;
        window->wait(std::chrono::milliseconds(0));
        window->draw([&](ui::Canvas& canvas) { display::drawHall(canvas, state.screen, scenery); });
        const paint::Bitmap picture = window->pixelsDrawn();
        const auto key = picture.at(2, 2);
        int mixed = 0;
        for (int y = 0; y < picture.height; ++y)
            for (int x = 0; x < picture.width; ++x) {
                const auto pixel = picture.at(x, y);
                const std::uint8_t magenta = std::min(pixel.r, pixel.b);
                mixed += !(pixel == key) && magenta > 40 && magenta > 1.25F * pixel.g ? 1 : 0;
            }
        EXPECT_LT(mixed, picture.width * picture.height / 20) << state.name;  // the edges of all that is written
    }
    EXPECT_EQ(looked, 2U);
}

TEST(HallPictures, EveryStateIsPainted) {
    VirtualDisplay::shared(3840, 2160);
    const char* folder = std::getenv("TURNOUT_PICTURES");
    std::vector<ScreenSize> sizes{{1280, 720, "hd"}};
    if (folder)
        sizes = {{1920, 1080, "fhd"}, {1440, 1080, "4x3"},   {1080, 1920, "portrait"},
                 {3840, 1080, "led"}, {1920, 1200, "16x10"}, {2560, 1080, "21x9"}};
    const std::vector<NamedHall> states = hallStates();
    for (const ScreenSize& size : sizes) {
        auto window = must(ui::Window::open({.title = "pictures", .width = size.width, .height = size.height}));
        window->canvas().setFlags(std::make_shared<paint::Flags>(paint::FlagFolders::find(), "2023-11-17"));
        display::Scenery scenery;
        for (const NamedHall& state : states) {
            if (leftOut(state.name)) continue;
            window->wait(std::chrono::milliseconds(0));
            window->draw([&](ui::Canvas& canvas) { display::drawHall(canvas, state.screen, scenery); });
            const paint::Bitmap picture = window->pixelsDrawn();
            ASSERT_EQ(picture.width, size.width);
            int light = 0;
            for (int y = 0; y < picture.height; y += 4)
                for (int x = 0; x < picture.width; x += 4) light += picture.at(x, y).g > 80 ? 1 : 0;
            EXPECT_GT(light, 100) << state.name;
            if (folder) {
                const auto file = std::filesystem::path(folder) / (state.name + "-" + size.name + ".png");
                EXPECT_TRUE(window->screenshot(file).ok());
            }
        }
    }
}

}  // namespace
}  // namespace turnout::test
