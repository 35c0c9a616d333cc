// A real window on a virtual display: what is painted, and what people do.
#include "common/ui/window.h"

#include <gtest/gtest.h>
#include <langinfo.h>
#include <sys/resource.h>

#include <clocale>
#include <cmath>
#include <cstdlib>
#include <string>
#include <thread>

#include "common/ui/theme.h"
#include "common/ui/widgets.h"
#include "common/ui/window_events.h"
#include "tests/support/gl_virtual_display.h"
#include "tests/support/process.h"
#include "tests/support/temp_dir.h"

namespace turnout::ui {
namespace {

using namespace std::chrono_literals;
using test::Process;

constexpr const char* kTitle = "turnout window test";

std::unique_ptr<Window> openWindow(int width = 640, int height = 360) {
    test::VirtualDisplay::shared();
    auto window = Window::open({.title = kTitle, .width = width, .height = height});
    if (!window.ok()) throw std::runtime_error(window.error().sentence(Lang::en));
    return std::move(window).value();
}

Colour pixel(Window& window, int x, int y) {
    return window.pixelsDrawn().at(x, y);
}

// The events until `enough` of them say so, or 30 s are over.
template <class Enough>
std::vector<Event> collect(Window& window, Enough enough) {
    std::vector<Event> all;
    const auto until = std::chrono::steady_clock::now() + 30s;
    while (!enough(all) && std::chrono::steady_clock::now() < until) {
        for (Event& event : window.wait(200ms)) all.push_back(event);
        if (window.mustDraw()) window.draw([](Canvas&) {});
    }
    return all;
}

void focus() {
    const test::Finished finished =
        test::run({"xdotool", "search", "--sync", "--name", kTitle, "windowfocus", "--sync"});
    ASSERT_EQ(finished.code, 0) << finished.err;
}

TEST(WindowDeathTest, IsRefusedWithASentenceWhereThereIsNoDisplay) {
    GTEST_FLAG_SET(death_test_style, "threadsafe");
    EXPECT_EXIT(
        {
            unsetenv("DISPLAY");
            unsetenv("WAYLAND_DISPLAY");
            const auto window = Window::open({.title = kTitle});
            const bool told = !window.ok() &&
                              window.error().sentence(Lang::en).find("no screen") != std::string::npos &&
                              window.error().sentence(Lang::zh).find("显示器") != std::string::npos;
            std::exit(told ? 0 : 1);
        },
        testing::ExitedWithCode(0), "");
}

// Seen with IBus and its pinyin: in the C locale a window gets no character of what is written.
TEST(Window, HearsInputMethodsAlsoWhereTheLocaleHasNoChinese) {
    const char* before = std::getenv("LC_ALL");
    const std::string kept = before != nullptr ? before : "";
    setenv("LC_ALL", "C", 1);
    std::setlocale(LC_CTYPE, "C");
    const auto window = openWindow();
    EXPECT_STREQ(nl_langinfo(CODESET), "UTF-8");
    before != nullptr ? setenv("LC_ALL", kept.c_str(), 1) : unsetenv("LC_ALL");
}

TEST(Window, PaintsShapesExactlyWhereTheyAre) {
    const auto window = openWindow();
    window->draw([](Canvas& canvas) {
        canvas.fill({0, 0, 640, 360}, theme::kInk);
        canvas.fill({100, 50, 200, 100}, theme::kGreen);
        canvas.fill({400, 50, 100, 100}, theme::kGold, 20);
        canvas.outline({400, 200, 100, 100}, theme::kSky, 4, 0);
        canvas.gradientDown({100, 200, 100, 100}, Colour::hex(0x000000), Colour::hex(0xFFFFFF));
        canvas.gradientDown({220, 200, 100, 100}, Colour::hex(0x000000), Colour::hex(0xFFFFFF), 20);
        canvas.pushOpacity(0.5F);
        canvas.fill({550, 50, 50, 50}, theme::kWhite);
        canvas.popOpacity();
    });
    const paint::Bitmap shot = window->pixelsDrawn();
    EXPECT_EQ(shot.at(99, 60), theme::kInk);
    EXPECT_EQ(shot.at(100, 50), theme::kGreen);
    EXPECT_EQ(shot.at(299, 149), theme::kGreen);
    EXPECT_EQ(shot.at(300, 149), theme::kInk);
    EXPECT_EQ(shot.at(401, 51), theme::kInk) << "the corner is round";
    EXPECT_EQ(shot.at(450, 50), theme::kGold);
    EXPECT_EQ(shot.at(403, 250), theme::kSky);
    EXPECT_EQ(shot.at(404, 250), theme::kInk);
    EXPECT_NEAR(shot.at(150, 250).r, 128, 4);
    EXPECT_NEAR(shot.at(270, 250).r, 128, 4);
    EXPECT_NEAR(shot.at(560, 60).r, 131, 3);  // half of 0x07 and 255
}

TEST(Window, PaintsAPillOfAnyHeightWithinItsBox) {
    auto window = openWindow(640, 700);
    std::vector<Rect> pills;
    for (float y = 8; y < 680; y += 17.37F) pills.push_back({20.3F, y, 560, 4.1F + std::fmod(y, 4.9F)});
    window->wait(0ms);
    window->draw([&](Canvas& canvas) {
        canvas.fill({0, 0, 640, 700}, theme::kBlack);
        for (const Rect& pill : pills) canvas.gradientAcross(pill, theme::kWhite, theme::kWhite, pill.h / 2);
    });
    const paint::Bitmap shot = window->pixelsDrawn();
    for (const Rect& pill : pills)
        for (const int x : {40, 300, 560}) {
            const int above = static_cast<int>(std::floor(pill.y)) - 2,
                      below = static_cast<int>(std::ceil(pill.bottom())) + 1;
            EXPECT_EQ(shot.at(x, above), theme::kBlack) << pill.y << " + " << pill.h << " at " << x;
            EXPECT_EQ(shot.at(x, below), theme::kBlack) << pill.y << " + " << pill.h << " at " << x;
        }
}

TEST(Window, PaintsTextAndIconsInTheirColour) {
    const auto window = openWindow();
    window->draw([](Canvas& canvas) {
        canvas.fill({0, 0, 640, 360}, theme::kInk);
        canvas.text({20, 100}, "HHH", theme::display(100), theme::kGold);
        canvas.textGradient({20, 250}, "HHH", theme::display(100), Colour::hex(0xFF0000), Colour::hex(0x0000FF));
        canvas.sign(SignShape::circle, Icon::check, {400, 50, 100, 100}, theme::kGreen, theme::kInk);
    });
    const paint::Bitmap shot = window->pixelsDrawn();
    // The stem of the first H, half-way up, and where it ends: on the baseline.
    int stem = 20;
    while (stem < 60 && !(shot.at(stem, 80) == theme::kGold)) ++stem;
    ASSERT_LT(stem, 60);
    EXPECT_EQ(shot.at(stem, 98), theme::kGold);
    EXPECT_EQ(shot.at(stem, 101), theme::kInk);
    EXPECT_GT(shot.at(stem + 1, 182).r, 200);
    EXPECT_GT(shot.at(stem + 1, 247).b, 200);
    EXPECT_EQ(shot.at(420, 100), theme::kGreen);
    bool cut = false;
    for (int x = 420; x < 480; ++x) cut = cut || shot.at(x, 110) == theme::kInk;
    EXPECT_TRUE(cut) << "the check is cut out of the disc";
}

TEST(Window, ShowsCameraFramesOfAnyStride) {
    const auto window = openWindow();
    constexpr std::size_t kGreyStride = 67, kRgbStride = 64;  // 64 is no multiple of three
    std::vector<std::uint8_t> grey(kGreyStride * 40, 10), rgb(kRgbStride * 20, 0);
    for (std::size_t y = 0; y < 40; ++y)
        for (std::size_t x = 0; x < 64; ++x) grey[y * kGreyStride + x] = y < 20 ? 200 : 60;
    for (std::size_t y = 0; y < 20; ++y)
        for (std::size_t x = 0; x < 20; ++x) rgb[y * kRgbStride + x * 3 + (y < 10 ? 0 : 2)] = 255;
    StreamTexture greyFrame, rgbFrame;
    greyFrame.show(window->canvas().textures(), 64, 40, PixelFormat::grey, grey.data(), kGreyStride);
    rgbFrame.show(window->canvas().textures(), 20, 20, PixelFormat::rgb, rgb.data(), kRgbStride);
    window->draw([&](Canvas& canvas) {
        canvas.image(greyFrame.texture(), {0, 0, 64, 40});
        canvas.image(rgbFrame.texture(), {100, 0, 200, 200}, 20);
    });
    EXPECT_EQ(pixel(*window, 30, 10), (Colour{200, 200, 200, 255}));
    EXPECT_EQ(pixel(*window, 63, 35), (Colour{60, 60, 60, 255}));
    EXPECT_EQ(pixel(*window, 200, 40), (Colour{255, 0, 0, 255}));
    EXPECT_EQ(pixel(*window, 200, 160), (Colour{0, 0, 255, 255}));
    EXPECT_EQ(pixel(*window, 101, 1), (Colour{0, 0, 0, 255})) << "the corner is round";
}

TEST(Window, GetsEveryCharacterOfAFastScannerInOrder) {
    const auto window = openWindow();
    window->draw([](Canvas&) {});
    focus();
    const std::string code(121, 'A');
    std::vector<std::string> command{"xdotool"};
    for (int i = 0; i < 5; ++i) {
        for (const char* word : {"type", "--delay", "1", "--args", "1"}) command.emplace_back(word);
        command.push_back(code.substr(1) + std::to_string(i));
        command.insert(command.end(), {"key", "Return"});
    }
    Process typing(command);
    std::string line;
    std::vector<std::string> lines;
    collect(*window, [&](std::vector<Event>& events) {
        for (const Event& event : events) {
            if (event.kind == EventKind::character) line += static_cast<char>(event.character);
            if (event.kind == EventKind::key && event.key == Key::enter) lines.push_back(std::exchange(line, {}));
        }
        events.clear();
        return lines.size() >= 5;
    });
    ASSERT_EQ(lines.size(), 5U);
    for (std::size_t i = 0; i < 5; ++i) EXPECT_EQ(lines[i], code.substr(1) + std::to_string(i));
    typing.wait();
}

TEST(Window, HandsAClickToTheButtonUnderIt) {
    const auto window = openWindow();
    const Rect area{200, 100, 200, 80};
    int presses = 0;
    auto draw = [&] {
        window->draw([&](Canvas& canvas) { presses += button(canvas, area, {.label = "Press"}, 1) ? 1 : 0; });
    };
    draw();
    focus();
    const std::string id = test::run({"xdotool", "search", "--name", kTitle}).out;
    Process clicking({"xdotool", "mousemove", "--window", id.substr(0, id.find('\n')), "300", "140", "click", "1"});
    const auto until = std::chrono::steady_clock::now() + 30s;
    while (presses == 0 && std::chrono::steady_clock::now() < until) {
        window->wait(200ms);
        if (window->mustDraw()) draw();
    }
    EXPECT_EQ(presses, 1);
    draw();
    EXPECT_EQ(presses, 1) << "a click counts once";
    clicking.wait();
}

TEST(Window, PaintsOnlyWhatChangedAndTheScreenShowsIt) {
    const auto window = openWindow();
    float x = 100;
    const auto draw = [&] {
        window->wait(0ms);
        window->draw([&](Canvas& canvas) {
            canvas.fill({0, 0, 640, 360}, theme::kInk);
            canvas.fill({x, 50, 40, 40}, theme::kGold);
            canvas.fill({500, 300, 20, 20}, theme::kSky);
        });
    };
    draw();
    while (!window->wait(300ms).empty() || window->mustDraw()) draw();
    for (x = 110; x < 400; x += 70) draw();
    EXPECT_LT(window->pixelsPainted(), 6000);
    EXPECT_GT(window->pixelsPainted(), 3000);
    const test::TempDir dir;
    const std::string file = dir / "root.png";
    const std::string at = test::run({"xwininfo", "-name", kTitle}).out;
    const auto number = [&](const char* label) {
        return std::stoi(at.substr(at.find(label) + std::string(label).size()));
    };
    ASSERT_EQ(test::run({"import", "-window", "root", file}).code, 0);
    const auto shown = paint::readPng(file);
    ASSERT_TRUE(shown.ok());
    const int left = number("Absolute upper-left X:"), top = number("Absolute upper-left Y:");
    const paint::Bitmap drawn = window->pixelsDrawn();
    int wrong = 0;
    for (int py = 0; py < 360; ++py)
        for (int px = 0; px < 640; ++px) wrong += shown.value().at(left + px, top + py) == drawn.at(px, py) ? 0 : 1;
    EXPECT_EQ(wrong, 0);
    EXPECT_EQ(drawn.at(static_cast<int>(x) - 70 + 10, 60), theme::kGold);
    EXPECT_EQ(drawn.at(110, 60), theme::kInk);
}

TEST(Window, ShowsInTheOneBesideWhatWasDrawnAnewIntoAPicture) {
    const auto window = openWindow();
    auto beside = Window::open({.title = "beside", .width = 200, .height = 100, .beside = window.get()});
    ASSERT_TRUE(beside.ok());
    Texture picture;
    for (const Colour colour : {theme::kGold, theme::kSky}) {
        window->drawInto(picture, 200, 100, [&](Canvas& canvas) { canvas.fill({0, 0, 200, 100}, colour); });
        (*beside)->draw([&](Canvas& canvas) { canvas.image(picture, {0, 0, 200, 100}); });
        EXPECT_EQ((*beside)->pixelsDrawn().at(100, 50), colour);
    }
    picture = {};
}

TEST(Window, WakesAtOnceWhenAnotherThreadSaysSo) {
    const auto window = openWindow();
    window->draw([](Canvas&) {});
    window->wait(0ms);
    window->wake();
    auto started = std::chrono::steady_clock::now();
    window->wait(20s);
    EXPECT_LT(std::chrono::steady_clock::now() - started, 2s) << "a wake before the wait is not lost";
    started = std::chrono::steady_clock::now();
    std::jthread other([&] { window->wake(); });
    window->wait(20s);
    EXPECT_LT(std::chrono::steady_clock::now() - started, 2s);
}

TEST(Window, CostsNothingWhileNothingHappens) {
    const auto window = openWindow(1280, 720);
    window->draw([](Canvas& canvas) { canvas.fill({0, 0, 1280, 720}, theme::kInk); });
    while (!window->wait(300ms).empty() || window->mustDraw()) window->draw([](Canvas&) {});
    rusage before{}, after{};
    getrusage(RUSAGE_SELF, &before);
    window->wait(2000ms);
    getrusage(RUSAGE_SELF, &after);
    auto seconds = [](const rusage& r) {
        return static_cast<double>(r.ru_utime.tv_sec + r.ru_stime.tv_sec) +
               static_cast<double>(r.ru_utime.tv_usec + r.ru_stime.tv_usec) / 1e6;
    };
    EXPECT_LT(seconds(after) - seconds(before), 0.06) << "3 % of one core";
}

TEST(Window, LeavesAScreenshotOfWhatItDrew) {
    const test::TempDir dir;
    const auto window = openWindow(800, 600);
    window->draw([](Canvas& canvas) { canvas.fill({0, 0, 800, 300}, theme::kSky); });
    ASSERT_TRUE(window->screenshot(dir / "shot.png").ok());
    const auto shot = paint::readPng(dir / "shot.png");
    ASSERT_TRUE(shot.ok());
    EXPECT_EQ(shot.value().width, 800);
    EXPECT_EQ(shot.value().at(400, 100), theme::kSky);
    EXPECT_EQ(shot.value().at(400, 500), theme::kBlack);
    EXPECT_FALSE(window->screenshot(dir / "absent" / "shot.png").ok());
}

TEST(Window, TellsItsNewSize) {
    const auto window = openWindow();
    window->draw([](Canvas&) {});
    const std::string id = test::run({"xdotool", "search", "--sync", "--name", kTitle}).out;
    Process resizing({"xdotool", "windowsize", id.substr(0, id.find('\n')), "900", "500"});
    collect(*window, [&](const std::vector<Event>&) { return window->pixels() == Size{900, 500}; });
    EXPECT_EQ(window->pixels(), (Size{900, 500}));
    Size drawn;
    window->draw([&](Canvas& canvas) { drawn = canvas.size(); });
    EXPECT_EQ(drawn, (Size{900, 500}));
    resizing.wait();
}

TEST(Window, FillsTheScreenWhenAsked) {
    test::VirtualDisplay::shared();
    auto window = Window::open({.title = kTitle, .fullscreen = true, .monitor = 7});
    ASSERT_TRUE(window.ok());
    EXPECT_EQ((*window)->pixels(), (Size{1920, 1080}));
    EXPECT_TRUE((*window)->fullscreen());
    EXPECT_EQ(Window::monitors().size(), 1U);
}

TEST(WindowEvents, KeysThatCameDuringASlowFrameAreSpreadOverIt) {
    WindowEvents events;
    const std::chrono::steady_clock::time_point from{std::chrono::seconds(10)},
        to = from + std::chrono::milliseconds(600);
    for (const char32_t letter : U"Amara") {
        Event event;
        event.kind = EventKind::character;
        event.character = letter;
        event.when = to;
        events.add(event);
    }
    events.spread(from, to);
    const std::vector<Event> spread = events.take();
    for (std::size_t i = 1; i < spread.size(); ++i)
        EXPECT_GE(spread[i].when - spread[i - 1].when, std::chrono::milliseconds(80));
    EXPECT_LE(spread.back().when, to);
}

TEST(WindowEvents, ATicketThatAScannerTypedDuringAVerySlowFrameStaysABurst) {
    WindowEvents events;
    const std::chrono::steady_clock::time_point from{std::chrono::seconds(10)}, to = from + std::chrono::seconds(1);
    for (const char32_t letter : U"K7QX9V3M2RTB5WHN8DJ3") {
        Event event;
        event.kind = EventKind::character;
        event.character = letter;
        event.when = to;
        events.add(event);
    }
    events.spread(from, to);
    const std::vector<Event> spread = events.take();
    EXPECT_LE(spread.back().when - spread.front().when, std::chrono::milliseconds(40));
    EXPECT_LE(spread.back().when, to);
}

}  // namespace
}  // namespace turnout::ui
