// What the X server shows of a window after its size changed. A driver in software learns of it late.
#include <gtest/gtest.h>

#include <vector>

#include "common/ui/theme.h"
#include "common/ui/window.h"
#include "tests/support/gl_virtual_display.h"
#include "tests/support/process.h"
#include "tests/support/shown.h"

namespace turnout::ui {
namespace {

using namespace std::chrono_literals;

constexpr const char *kTitle = "turnout resize test", *kBeside = "turnout resize test, beside";

struct Shown {
    std::string title;
    std::unique_ptr<Window> window;

    // A picture that is another one at each size, and in which little changes from one step to the next.
    void draw(int step) const {
        window->draw([&](Canvas& canvas) {
            const Size size = canvas.size();
            canvas.gradientDown({0, 0, size.w, size.h}, theme::kInk, theme::kSky);
            canvas.fill({0, 0, 40, 20}, theme::kGold);
            canvas.fill({size.w - 40, size.h - 20, 40, 20}, theme::kGreen);
            canvas.fill({size.w / 2 + static_cast<float>(step % 8) * 20, size.h / 2, 15, 15}, theme::kWhite);
        });
    }
    int wrong() const { return test::differing(test::shown(title), window->pixelsDrawn()); }
};

std::unique_ptr<Window> open(const WindowOptions& options) {
    test::VirtualDisplay::shared();
    auto window = Window::open(options);
    if (!window.ok()) throw std::runtime_error(window.error().sentence(Lang::en));
    return std::move(window).value();
}

// As a program does: little by little until all windows are shown as they were drawn, and have the size; false after
// 20 s.
bool settle(const std::vector<Shown>& all, Size size) {
    const auto until = std::chrono::steady_clock::now() + 20s;
    for (int step = 0; std::chrono::steady_clock::now() < until; ++step) {
        bool right = true;
        all.front().window->wait(0ms);
        for (const Shown& each : all) {
            each.window->events();
            if (each.window->mustDraw() || step % 2 == 0) each.draw(step);
        }
        for (const Shown& each : all) right = right && each.window->pixels() == size && each.wrong() == 0;
        if (right && step >= 4) return true;
    }
    return false;
}

void expectRightAtEverySize(const std::vector<Shown>& all) {
    EXPECT_TRUE(settle(all, all.front().window->pixels())) << "as it was opened";
    for (const auto& [width, height] : {std::pair{800, 500}, {500, 700}, {720, 400}, {640, 360}}) {
        for (const Shown& each : all)
            ASSERT_EQ(test::run({"xdotool", "search", "--name", "^" + each.title + "$", "windowsize",
                                 std::to_string(width), std::to_string(height)})
                          .code,
                      0);
        EXPECT_TRUE(settle(all, {static_cast<float>(width), static_cast<float>(height)}))
            << width << " x " << height << ": of 1000 pixels wrong are " << all.front().wrong() << " and "
            << all.back().wrong();
    }
}

// The window changes its size while it is drawn: what the driver knows, what GLFW knows and what is are three sizes.
void expectRightAfterAHurry(const std::vector<Shown>& all) {
    std::vector<std::string> hurry{"xdotool", "search", "--name", "^" + all.back().title + "$"};
    for (int i = 0; i < 40; ++i)
        hurry.insert(hurry.end(), {"windowsize", i % 2 == 0 ? "800" : "640", i % 3 == 0 ? "500" : "360"});
    hurry.insert(hurry.end(), {"windowsize", "640", "360"});
    test::Process dragging(hurry);
    EXPECT_TRUE(settle(all, {640, 360})) << all.back().wrong();
    EXPECT_EQ(dragging.wait(), 0);
    EXPECT_TRUE(settle(all, {640, 360})) << all.back().wrong();
}

TEST(Resize, IsShownWhole) {
    std::vector<Shown> all;
    all.push_back({kTitle, open({.title = kTitle, .width = 640, .height = 360, .position = Point{0, 0}})});
    expectRightAtEverySize(all);
    expectRightAfterAHurry(all);
}

TEST(Resize, IsShownWholeInBothOfTwoWindows) {
    std::vector<Shown> all;
    all.push_back({kTitle, open({.title = kTitle, .width = 640, .height = 360, .position = Point{0, 0}})});
    Window* base = all.front().window.get();
    all.push_back(
        {kBeside, open({.title = kBeside, .width = 640, .height = 360, .position = Point{900, 0}, .beside = base})});
    expectRightAtEverySize(all);
    expectRightAfterAHurry(all);
    all.pop_back();  // the one beside goes first
}

}  // namespace
}  // namespace turnout::ui
