// A walk-in's new ticket on the screen can be photographed and read.
#include <gtest/gtest.h>

#include <algorithm>

#include "common/ui/window.h"
#include "kiosk/views/page.h"
#include "kiosk/views/parts.h"
#include "tests/kiosk/views/door_samples.h"
#include "tests/support/gl_virtual_display.h"

namespace turnout::kiosk {
namespace {

struct Box {
    int left = 1 << 20, top = 1 << 20, right = -1, bottom = -1;  // of the dark modules; the last ones included
};

bool isWhite(const paint::Bitmap& picture, int x, int y) {
    const auto c = picture.at(x, y);
    return c.r > 250 && c.g > 250 && c.b > 250;
}

// Nothing but the modules is black on a green card.
Box blackOf(const paint::Bitmap& picture) {
    Box box;
    for (int y = 0; y < picture.height; ++y)
        for (int x = 0; x < picture.width; ++x) {
            const auto c = picture.at(x, y);
            if (c.r != 0 || c.g != 0 || c.b != 0) continue;
            box = {std::min(box.left, x), std::min(box.top, y), std::max(box.right, x), std::max(box.bottom, y)};
        }
    return box;
}

TEST(NewTicket, HasLargeModulesAndFourOfWhiteAroundThemInEveryShape) {
    turnout::test::VirtualDisplay::shared();
    for (const auto& [width, height] : {std::pair{1280, 720}, std::pair{1024, 600}, std::pair{720, 1280}}) {
        ui::WindowOptions options;
        options.title = "ticket";
        options.width = width;
        options.height = height;
        auto window = ui::Window::open(options);
        ASSERT_TRUE(window.ok()) << window.error().sentence(Lang::en);
        std::size_t seen = 0;
        for (const test::Sample& sample : test::everyScreen(Lang::en)) {
            if (!sample.screen.card || sample.screen.card->ticketSize == 0) continue;
            SCOPED_TRACE(sample.name + " " + std::to_string(width));
            ++seen;
            float k = 1;
            (*window)->draw([&](ui::Canvas& canvas) {
                k = Page(canvas).k();
                drawDoor(canvas, sample.screen, {});
            });
            const paint::Bitmap picture = (*window)->pixelsDrawn();
            const Box code = blackOf(picture);
            const int side = code.right + 1 - code.left;
            EXPECT_EQ(side, code.bottom + 1 - code.top);
            EXPECT_EQ(side % sample.screen.card->ticketSize, 0) << "whole pixels";
            const int module = side / sample.screen.card->ticketSize;
            EXPECT_GE(module, static_cast<int>(9 * k)) << "9 dp";
            const int quiet = 4 * module - 1;
            for (int i = 0; i < side; ++i) {
                for (int away = 1; away <= quiet; ++away) {
                    ASSERT_TRUE(isWhite(picture, code.left + i, code.top - away));
                    ASSERT_TRUE(isWhite(picture, code.left + i, code.bottom + away));
                    ASSERT_TRUE(isWhite(picture, code.left - away, code.top + i));
                    ASSERT_TRUE(isWhite(picture, code.right + away, code.top + i));
                }
            }
        }
        EXPECT_GE(seen, 1U);
    }
}

}  // namespace
}  // namespace turnout::kiosk
