// Everything on a door's screen can be read: no letters too small, none without contrast when the screen is dim.
#include <gtest/gtest.h>

#include <cmath>

#include "common/ui/window.h"
#include "kiosk/views/page.h"
#include "kiosk/views/parts.h"
#include "kiosk/views/start_view.h"
#include "tests/kiosk/views/door_samples.h"
#include "tests/kiosk/views/presses.h"
#include "tests/support/gl_virtual_display.h"

namespace turnout::kiosk {
namespace {

using test::Sample;
using ui::Size;

constexpr std::array kSizes{Size{1280, 720}, Size{1024, 600}, Size{1920, 1080}, Size{1080, 1920}};

std::vector<Sample> everything(Lang lang) {
    std::vector<Sample> all = test::everyScreen(lang);
    for (Sample& sample : test::longestNames(lang)) all.push_back(std::move(sample));
    return all;
}

void expectLargeEnough(const std::vector<ui::Written>& texts, float k) {
    for (const ui::Written& text : texts) EXPECT_GE(text.style.size, theme::kLeastText * k - 0.01F) << text.text;
}

TEST(Readable, NothingIsWrittenInSmallerLettersThanTheLeast) {
    for (const Size size : kSizes) {
        const auto canvas = ui::Canvas::headless(size);
        for (const Lang lang : {Lang::en, Lang::zh}) {
            for (const Sample& sample : everything(lang)) {
                SCOPED_TRACE(sample.name + " " + std::to_string(static_cast<int>(size.w)));
                const auto texts = test::textsOn(sample.screen, *canvas, size);
                expectLargeEnough(texts, Page(*canvas, sample.screen.rehearsal ? kRehearsalBand : 0).k());
            }
            for (const auto& [name, screen] : test::everyStart(lang)) {
                SCOPED_TRACE("start " + name + " " + std::to_string(static_cast<int>(size.w)));
                std::vector<ui::Written> texts;
                canvas->onWritten([&](const ui::Written& written) { texts.push_back(written); });
                canvas->begin(size, {});
                drawStart(*canvas, screen, {});
                canvas->end();
                canvas->onWritten({});
                expectLargeEnough(texts, Page(*canvas).k());
            }
        }
    }
}

auto openWindow() {
    turnout::test::VirtualDisplay::shared();
    ui::WindowOptions options;
    options.title = "readable";
    options.width = 1280;
    options.height = 720;
    return ui::Window::open(options);
}

double luminance(paint::Colour c) {
    const auto linear = [](int value) {
        const double v = value / 255.0;
        return v <= 0.03928 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b);
}

// Between the darkest and the brightest dot where the text stands: the text and its ground, as they were painted.
double contrastIn(const paint::Bitmap& picture, const ui::Rect& ink) {
    double least = 1, most = 0;
    for (int y = static_cast<int>(ink.y); y < static_cast<int>(std::ceil(ink.bottom())) && y < picture.height; ++y)
        for (int x = static_cast<int>(ink.x); x < static_cast<int>(std::ceil(ink.right())) && x < picture.width; ++x) {
            const double l = luminance(picture.at(x, y));
            least = std::min(least, l);
            most = std::max(most, l);
        }
    return (most + 0.05) / (least + 0.05);
}

TEST(Readable, QuietModeDimsTheFieldsAndLeavesTheTextsTheirContrast) {
    auto window = openWindow();
    ASSERT_TRUE(window.ok()) << window.error().sentence(Lang::en);
    const char* gallery = std::getenv("TURNOUT_GALLERY");
    for (Sample& sample : test::everyScreen(Lang::en)) {
        SCOPED_TRACE(sample.name);
        sample.screen.quiet = true;
        std::vector<ui::Written> texts;
        (*window)->draw([&](ui::Canvas& canvas) {
            texts.clear();
            canvas.onWritten([&](const ui::Written& written) { texts.push_back(written); });
            drawDoor(canvas, sample.screen, {});
            canvas.onWritten({});
        });
        const paint::Bitmap picture = (*window)->pixelsDrawn();
        if (gallery != nullptr) {
            const auto file = std::string(gallery) + "/quiet-" + sample.name + ".png";
            ASSERT_TRUE(paint::writePng(picture, file).ok());
        }
        double sum = 0;
        for (int y = 0; y < picture.height; y += 4)
            for (int x = 0; x < picture.width; x += 4) sum += luminance(picture.at(x, y));
        const bool newTicket = sample.screen.card && sample.screen.card->ticketSize > 0;  // white, to be photographed
        EXPECT_TRUE(newTicket || sum * 16 / picture.width / picture.height < 0.1) << "a bright page in a dark hall";
        const auto& menu = sample.screen.menu;
        const bool nothingTyped = menu && menu->volunteer.typed.empty();
        const auto& group = sample.screen.group;
        const bool nobodyToAdmit = group && !group->canAdmit && group->undo.empty();
        for (const ui::Written& text : texts) {
            if (sample.screen.pin && !sample.screen.pin->canEnter && text.text == "F9") continue;
            if (nobodyToAdmit && (text.text == group->admit || text.text == "F9")) continue;  // nor can this
            if (group && !group->canTick && (text.text == group->tickAll || text.text == "F6")) continue;
            if (group && !group->canUntick && (text.text == group->tickNone || text.text == "F7")) continue;
            if (nothingTyped && (text.text == menu->enter || text.text == "F9")) continue;  // cannot be pressed
            EXPECT_GE(contrastIn(picture, text.ink), 4.5) << text.text;
        }
    }
}

// Every chosen card had the frame of the keyboard: only a thin line told which one the arrows move.
TEST(Readable, OnTheStartPageTheKeyboardsPlaceHasTheOnlyFrame) {
    auto window = openWindow();
    ASSERT_TRUE(window.ok()) << window.error().sentence(Lang::en);
    const auto skyIn = [&](int focused) {  // left and right: the event and the door, the camera
        StartScreen screen = test::everyStart(Lang::en).front().second;
        screen.focused = focused;
        screen.volunteer.focused = false;
        (*window)->draw([&](ui::Canvas& canvas) { drawStart(canvas, screen, {}); });
        const paint::Bitmap picture = (*window)->pixelsDrawn();
        std::pair<int, int> sky;
        for (int y = 0; y < picture.height * 8 / 10; ++y)
            for (int x = 0; x < picture.width; ++x)
                if (picture.at(x, y) == theme::kSky) ++(x < picture.width / 2 ? sky.first : sky.second);
        return sky;
    };
    const auto event = skyIn(0), camera = skyIn(2);
    EXPECT_GT(event.first, camera.first + 1000);
    EXPECT_GT(camera.second, event.second + 1000);
}

}  // namespace
}  // namespace turnout::kiosk
