#include "kiosk/views/door_view.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "common/ui/window.h"
#include "kiosk/views/page.h"
#include "kiosk/views/start_view.h"
#include "tests/kiosk/views/door_samples.h"
#include "tests/kiosk/views/presses.h"
#include "tests/support/gl_virtual_display.h"

namespace turnout::kiosk {
namespace {

using test::Sample;
using ui::Size;

constexpr std::array kSizes{Size{1280, 720}, Size{1024, 600}, Size{1920, 1080}, Size{1080, 1920}, Size{2560, 1080}};

// A dark room with a ticket in it.
struct Picture {
    ui::StreamTexture stream;
    Preview preview;

    explicit Picture(ui::TextureHome& home) {
        constexpr int w = 640, h = 480;
        std::vector<std::uint8_t> rgb(static_cast<std::size_t>(w) * h * 3);
        for (int y = 0; y < h; ++y)
            for (int x = 0; x < w; ++x) {
                const bool ticket = x > 250 && x < 390 && y > 170 && y < 310;
                const bool module = ticket && x > 264 && x < 376 && y > 184 && y < 296 &&
                                    ((x - 264) / 5 * 7 + (y - 184) / 5 * 13) % 5 < 2;
                auto* p = &rgb[(static_cast<std::size_t>(y) * w + static_cast<std::size_t>(x)) * 3];
                p[0] = ticket ? (module ? 20 : 235) : static_cast<std::uint8_t>(40 + x / 20);
                p[1] = ticket ? (module ? 20 : 235) : static_cast<std::uint8_t>(36 + y / 24);
                p[2] = ticket ? (module ? 24 : 232) : 52;
            }
        stream.show(home, w, h, ui::PixelFormat::rgb, rgb.data(), w * 3);
        preview.picture = &stream.texture();
        preview.found.push_back({ui::Point{264, 184}, ui::Point{376, 184}, ui::Point{376, 296}, ui::Point{264, 296}});
    }
};

std::string where(const Sample& sample, Size size, Lang lang) {
    return sample.name + (lang == Lang::en ? " en " : " zh ") + std::to_string(static_cast<int>(size.w)) + "x" +
           std::to_string(static_cast<int>(size.h));
}

// A canvas without a window, kept for many screens: it remembers what it has measured.
struct Paper {
    std::unique_ptr<ui::Canvas> canvas;
    Picture picture;
    Size size;

    explicit Paper(Size s) : canvas(ui::Canvas::headless(s)), picture(canvas->textures()), size(s) {}

    std::optional<DoorPress> draw(const DoorScreen& screen, const ui::Pointer& pointer,
                                  std::vector<ui::Written>& texts) {
        canvas->onWritten([&](const ui::Written& w) { texts.push_back(w); });
        canvas->begin(size, pointer);
        const auto pressed = drawDoor(*canvas, screen, picture.preview);
        canvas->end();
        canvas->onWritten({});
        return pressed;
    }
};

bool overlap(const ui::Rect& a, const ui::Rect& b) {
    constexpr float kTouch = 1;
    return a.x < b.right() - kTouch && b.x < a.right() - kTouch && a.y < b.bottom() - kTouch &&
           b.y < a.bottom() - kTouch;
}

// Every text is in the window, in a font that has it, and over no other text; nothing is cut unless it may be.
void expectTidy(const std::vector<ui::Written>& texts, Size size, bool mayCut) {
    EXPECT_FALSE(texts.empty());
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const ui::Written& text = texts[i];
        EXPECT_TRUE((ui::Rect{0, 0, size.w, size.h}.contains(text.ink))) << text.text;
        EXPECT_EQ(text.missingGlyphs, 0) << text.text;
        EXPECT_TRUE(mayCut || !text.cut) << text.text;
        for (std::size_t j = i + 1; j < texts.size(); ++j)
            EXPECT_FALSE(overlap(text.ink, texts[j].ink)) << "“" << text.text << "” and “" << texts[j].text << "”";
    }
}

void expectTidy(Paper& paper, const Sample& sample, Lang lang, bool mayCut) {
    SCOPED_TRACE(where(sample, paper.size, lang));
    std::vector<ui::Written> texts;
    paper.draw(sample.screen, {}, texts);
    expectTidy(texts, paper.size, mayCut);
}

TEST(StartView, IsTidyWithAnyNumberOfEventsDoorsAndCamerasAndPressedByTouch) {
    for (const Size size : kSizes) {
        const auto canvas = ui::Canvas::headless(size);
        for (const Lang lang : {Lang::en, Lang::zh})
            for (const auto& [name, screen] : test::everyStart(lang)) {
                SCOPED_TRACE(name + " " + std::to_string(static_cast<int>(size.w)));
                std::vector<ui::Written> texts;
                canvas->onWritten([&](const ui::Written& w) { texts.push_back(w); });
                canvas->begin(size, {});
                EXPECT_EQ(drawStart(*canvas, screen, {}), std::nullopt);
                canvas->end();
                canvas->onWritten({});
                expectTidy(texts, size, name == "many-doors");  // longer than a card
            }
    }
    const auto canvas = ui::Canvas::headless({1280, 720});
    const auto press = [&](ui::Point at) {
        ui::Pointer pointer;
        pointer.clicks.push_back({at, at});
        canvas->begin({1280, 720}, pointer);
        const auto pressed = drawStart(*canvas, test::everyStart(Lang::en).front().second, {});
        canvas->end();
        return pressed;
    };
    EXPECT_EQ(press({600, 660}), StartPress(StartAction::start));
    EXPECT_EQ(press({1060, 40}), StartPress(StartAction::chinese));
    EXPECT_EQ(press({200, 290}), StartPress(StartAction::chooseEvent, 1));
    EXPECT_EQ(press({100, 510}), StartPress(StartAction::chooseDoor, 0));
}

TEST(DoorView, EveryScreenIsTidyAtEverySizeInBothLanguages) {
    for (const Size size : kSizes) {
        Paper paper(size);
        for (const Lang lang : {Lang::en, Lang::zh})
            for (const Sample& sample : test::everyScreen(lang)) expectTidy(paper, sample, lang, false);
    }
}

TEST(DoorView, TheLongestNamesOfManyScriptsAreTidy) {
    for (const Size size : {Size{1280, 720}, Size{1024, 600}, Size{1920, 1080}, Size{1080, 1920}}) {
        Paper paper(size);
        for (const Lang lang : {Lang::en, Lang::zh})
            for (const Sample& sample : test::longestNames(lang)) expectTidy(paper, sample, lang, true);
    }
}

TEST(DoorView, SearchWalkInAndGroupAreOpenedByATouch) {
    Paper paper({1280, 720});
    std::vector<ui::Written> texts;
    for (const Sample& sample : test::everyScreen(Lang::en)) {
        if (sample.screen.scene != Scene::idle || sample.screen.walkInLabel.empty()) continue;
        const std::pair<float, DoorAction> places[] = {
            {150, DoorAction::openSearch}, {420, DoorAction::openWalkIn}, {700, DoorAction::openGroup}};
        for (const auto& [x, action] : places) {
            ui::Pointer pointer;
            pointer.clicks.push_back({{x, 612}, {x + 2, 611}});
            EXPECT_EQ(paper.draw(sample.screen, pointer, texts), DoorPress(action)) << sample.name;
        }
    }
}

TEST(DoorView, UndoAndDoNotShowMeAreOnTheCardAndUndoOnTheIdleScreenHoweverTheyLie) {
    for (const Size size : {Size{1280, 720}, Size{720, 1280}})
        for (const Sample& sample : test::everyScreen(Lang::en)) {
            const bool card = sample.screen.scene == Scene::verdict;
            const bool undo = card ? sample.screen.card->canUndo
                                   : sample.screen.scene == Scene::idle && !sample.screen.idle.undo.empty();
            const bool hide = card && !sample.screen.card->hideLabel.empty() && !sample.screen.card->hidden;
            if (!undo && !hide) continue;
            SCOPED_TRACE(where(sample, size, Lang::en));
            Paper paper(size);
            const auto presses = test::pressesOn(sample.screen, *paper.canvas, size);
            const auto offers = [&](DoorAction what) {
                return std::find(presses.begin(), presses.end(), DoorPress(what)) != presses.end();
            };
            EXPECT_TRUE(!undo || offers(DoorAction::undo));
            EXPECT_TRUE(!hide || offers(DoorAction::hideName));
        }
}

// A finger is met by 12 mm of a screen of 96 dots an inch.
constexpr float kLeast = 12 / 25.4F * 96;

std::vector<ui::Rect> asked(ui::Canvas& canvas, Size size, const StartScreen& screen) {
    std::vector<ui::Rect> areas;
    ui::Pointer pointer;
    pointer.asked = &areas;
    canvas.begin(size, pointer);
    drawStart(canvas, screen, {});
    canvas.end();
    return areas;
}

TEST(StartView, WhateverCanBePressedIsAtLeastTwelveMillimetresWideAndHigh) {
    for (const Size size : {Size{1024, 600}, Size{1280, 720}, Size{720, 1280}}) {
        const auto canvas = ui::Canvas::headless(size);
        for (const auto& [name, screen] : test::everyStart(Lang::en)) {
            SCOPED_TRACE(name + " " + std::to_string(static_cast<int>(size.w)));
            const std::vector<ui::Rect> areas = asked(*canvas, size, screen);
            EXPECT_GT(areas.size(), 3U);
            for (const ui::Rect& area : areas)
                EXPECT_TRUE(area.w >= kLeast && area.h >= kLeast)
                    << area.w << " x " << area.h << " at " << area.x << ", " << area.y;
        }
    }
}

TEST(DoorView, WhateverCanBePressedIsAtLeastTwelveMillimetresWideAndHigh) {
    for (const Size size : {Size{1024, 600}, Size{1280, 720}, Size{720, 1280}}) {
        Paper paper(size);
        std::vector<ui::Written> texts;
        std::size_t seen = 0;
        for (const Sample& sample : test::everyScreen(Lang::en)) {
            SCOPED_TRACE(where(sample, size, Lang::en));
            std::vector<ui::Rect> areas;
            ui::Pointer pointer;
            pointer.asked = &areas;
            paper.draw(sample.screen, pointer, texts);
            for (const ui::Rect& area : areas)
                EXPECT_TRUE(area.w >= kLeast && area.h >= kLeast)
                    << area.w << " x " << area.h << " at " << area.x << ", " << area.y;
            seen += areas.size();
        }
        EXPECT_GT(seen, 400U);
    }
}

// A key of the keyboard on the screen over the button that lets a guest in: no text stands upon another, and a finger
// still types a letter.
void expectApart(const std::vector<ui::Rect>& areas, Size size) {
    const auto wholePage = [&](const ui::Rect& area) { return area.w > 0.9F * size.w && area.h > 0.6F * size.h; };
    for (std::size_t i = 0; i < areas.size(); ++i)
        for (std::size_t j = i + 1; j < areas.size(); ++j) {
            const ui::Rect &a = areas[i], &b = areas[j];
            if (a == b || wholePage(a) || wholePage(b)) continue;
            const float across = std::min(a.right(), b.right()) - std::max(a.x, b.x),
                        down = std::min(a.bottom(), b.bottom()) - std::max(a.y, b.y);
            EXPECT_FALSE(across > 1 && down > 1)
                << "at " << a.x << ", " << a.y << " (" << a.w << " x " << a.h << ") and at " << b.x << ", " << b.y;
        }
}

TEST(DoorView, NothingThatCanBePressedLiesUponAnother) {
    for (const Size size : {Size{1024, 600}, Size{1280, 720}, Size{1920, 1080}, Size{720, 1280}, Size{1080, 1920}}) {
        Paper paper(size);
        std::vector<ui::Written> texts;
        for (const Lang lang : {Lang::en, Lang::zh})
            for (const Sample& sample : test::everyScreen(lang)) {
                SCOPED_TRACE(where(sample, size, lang));
                std::vector<ui::Rect> areas;
                ui::Pointer pointer;
                pointer.asked = &areas;
                paper.draw(sample.screen, pointer, texts);
                expectApart(areas, size);
            }
    }
}

TEST(StartView, NothingThatCanBePressedLiesUponAnother) {
    for (const Size size : {Size{1024, 600}, Size{1280, 720}, Size{1920, 1080}, Size{720, 1280}, Size{1080, 1920}}) {
        const auto canvas = ui::Canvas::headless(size);
        for (const auto& [name, screen] : test::everyStart(Lang::en)) {
            SCOPED_TRACE(name + " " + std::to_string(static_cast<int>(size.w)));
            const std::vector<ui::Rect> areas = asked(*canvas, size, screen);
            expectApart(areas, size);
        }
    }
}

TEST(DoorView, ACardThatStaysGoesAtATapAndOneThatRunsDownDoesNot) {
    Paper paper({1280, 720});
    std::vector<ui::Written> texts;
    for (const Sample& sample : test::everyScreen(Lang::en)) {
        if (!sample.screen.card || sample.screen.card->verdict == Verdict::notRecorded) continue;
        ui::Pointer pointer;
        pointer.clicks.push_back({{500, 300}, {500, 300}});
        EXPECT_EQ(paper.draw(sample.screen, pointer, texts).has_value(), !sample.screen.card->lifeLeft) << sample.name;
    }
}

// --- painted ---

bool isGreen(paint::Colour c) {
    const auto near = [](int a, int b) { return std::abs(a - b) <= 3; };
    return near(c.r, 0x2C) && near(c.g, 0xC5) && near(c.b, 0x85);
}

int greenPixels(const paint::Bitmap& picture) {
    int green = 0;
    for (int y = 0; y < picture.height; ++y)
        for (int x = 0; x < picture.width; ++x) green += isGreen(picture.at(x, y)) ? 1 : 0;
    return green;
}

std::shared_ptr<const paint::Flags> flags() {
    return std::make_shared<paint::Flags>(paint::FlagFolders::find(), "2023-11-17");
}

// With TURNOUT_GALLERY=FOLDER every screen is left there, to be looked at.
class PaintedDoor : public testing::TestWithParam<std::pair<int, int>> {};

TEST_P(PaintedDoor, ShowsGreenOnlyForSomethingRecorded) {
    const auto [width, height] = GetParam();
    turnout::test::VirtualDisplay::shared();
    ui::WindowOptions options;
    options.title = "door";
    options.width = width;
    options.height = height;
    auto window = ui::Window::open(options);
    ASSERT_TRUE(window.ok()) << window.error().sentence(Lang::en);
    (*window)->canvas().setFlags(flags());
    Picture picture((*window)->canvas().textures());
    const char* gallery = std::getenv("TURNOUT_GALLERY");
    for (const Lang lang : {Lang::en, Lang::zh}) {
        if (lang == Lang::zh && gallery == nullptr) break;  // the same fields
        std::vector<Sample> samples = test::everyScreen(lang);
        if (gallery != nullptr)
            for (Sample& s : test::longestNames(lang)) samples.push_back(std::move(s));
        for (const Sample& sample : samples) {
            (*window)->draw([&](ui::Canvas& canvas) { drawDoor(canvas, sample.screen, picture.preview); });
            const paint::Bitmap pixels = (*window)->pixelsDrawn();
            const std::string name = where(sample, {static_cast<float>(width), static_cast<float>(height)}, lang);
            const int green = greenPixels(pixels);
            EXPECT_TRUE(sample.recorded ? green > width * height / 4 : green == 0) << name << ": " << green;
            if (gallery == nullptr) continue;
            std::string file = name + ".png";
            std::replace(file.begin(), file.end(), ' ', '_');
            ASSERT_TRUE(paint::writePng(pixels, std::filesystem::path(gallery) / file).ok());
        }
    }
}

TEST_P(PaintedDoor, TheStartPageShowsNoGreen) {
    const auto [width, height] = GetParam();
    turnout::test::VirtualDisplay::shared();
    ui::WindowOptions options;
    options.title = "start";
    options.width = width;
    options.height = height;
    auto window = ui::Window::open(options);
    ASSERT_TRUE(window.ok()) << window.error().sentence(Lang::en);
    Picture picture((*window)->canvas().textures());
    const char* gallery = std::getenv("TURNOUT_GALLERY");
    for (const Lang lang : {Lang::en, Lang::zh})
        for (const auto& [name, screen] : test::everyStart(lang)) {
            (*window)->draw([&](ui::Canvas& canvas) { drawStart(canvas, screen, picture.preview); });
            const paint::Bitmap pixels = (*window)->pixelsDrawn();
            EXPECT_EQ(greenPixels(pixels), 0) << name;
            if (gallery == nullptr) continue;
            const std::string file =
                "start-" + name + (lang == Lang::en ? "-en-" : "-zh-") + std::to_string(width) + ".png";
            ASSERT_TRUE(paint::writePng(pixels, std::filesystem::path(gallery) / file).ok());
        }
}

INSTANTIATE_TEST_SUITE_P(Sizes, PaintedDoor,
                         testing::Values(std::pair{1280, 720}, std::pair{1024, 600}, std::pair{720, 1280}));

}  // namespace
}  // namespace turnout::kiosk
