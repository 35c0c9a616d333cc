// Everything that needs no display: layout on a headless canvas, the pointer, the theme.
#include "common/ui/canvas.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <vector>

#include "common/ui/theme.h"
#include "common/ui/widgets.h"

namespace turnout::ui {
namespace {

constexpr Size kSize{1280, 720};

struct CountingTextures final : TextureHome {
    std::uintptr_t create(int, int, PixelFormat, bool) override {
        ++alive;
        return static_cast<std::uintptr_t>(++made);
    }
    void upload(std::uintptr_t, int, int, PixelFormat, const std::uint8_t*, std::size_t) override {}
    void destroy(std::uintptr_t) override { --alive; }
    int made = 0, alive = 0;
};

Event pointerEvent(EventKind kind, float x, float y) {
    Event event;
    event.kind = kind;
    event.at = {x, y};
    return event;
}

Pointer clicked(Point down, Point up) {
    Pointer pointer;
    pointer.take(pointerEvent(EventKind::press, down.x, down.y));
    pointer.take(pointerEvent(EventKind::release, up.x, up.y));
    return pointer;
}

bool pressed(const Pointer& pointer, const Button& look, const Rect& area) {
    const auto canvas = Canvas::headless(kSize);
    canvas->begin(kSize, pointer);
    const bool result = button(*canvas, area, look, 1);
    canvas->end();
    return result;
}

std::vector<Written> written(const std::function<void(Canvas&)>& drawing) {
    const auto canvas = Canvas::headless(kSize);
    std::vector<Written> all;
    canvas->onWritten([&](const Written& text) { all.push_back(text); });
    canvas->begin(kSize, {});
    drawing(*canvas);
    canvas->end();
    return all;
}

double luminance(Colour c) {
    auto linear = [](std::uint8_t channel) {
        const double v = channel / 255.0;
        return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b);
}

double contrast(Colour a, Colour b) {
    const double x = luminance(a), y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

TEST(Button, IsPressedByAClickThatBeganAndEndedOnIt) {
    const Rect area{100, 100, 200, 64};
    const Button look{.label = "Search"};
    EXPECT_TRUE(pressed(clicked({150, 120}, {160, 130}), look, area));
    EXPECT_FALSE(pressed(clicked({150, 120}, {500, 130}), look, area)) << "the finger slid off";
    EXPECT_FALSE(pressed(clicked({10, 10}, {150, 130}), look, area));
    EXPECT_FALSE(pressed(clicked({150, 120}, {160, 130}), {.label = "Search", .enabled = false}, area));
    EXPECT_FALSE(pressed({}, look, area));
}

TEST(Button, LosesNoClickBetweenTwoFrames) {
    Pointer pointer = clicked({150, 120}, {150, 120});
    pointer.take(pointerEvent(EventKind::press, 700, 700));
    pointer.take(pointerEvent(EventKind::release, 700, 700));
    EXPECT_TRUE(pressed(pointer, {.label = "Search"}, {100, 100, 200, 64}));
}

TEST(Button, KeepsItsWordsInsideWhateverTheWidth) {
    for (const float width : {600.0F, 240.0F, 160.0F, 90.0F}) {
        const Rect area{100, 100, width, 64};
        const auto texts = written([&](Canvas& canvas) {
            button(canvas, area, {.label = "Admit 21 guests of this university", .icon = Icon::group, .keyCap = "F9"},
                   1);
        });
        for (const Written& text : texts) EXPECT_TRUE(area.contains(text.ink)) << width << " " << text.text;
    }
}

TEST(Button, GrowsWithItsWords) {
    const auto canvas = Canvas::headless(kSize);
    canvas->begin(kSize, {});
    EXPECT_GT(buttonWidth(*canvas, {.label = "A much longer label"}, 1), buttonWidth(*canvas, {.label = "OK"}, 1));
    EXPECT_NEAR(buttonWidth(*canvas, {.label = "OK"}, 2), 2 * buttonWidth(*canvas, {.label = "OK"}, 1), 3);
    canvas->end();
}

TEST(Button, OfAnIconAloneNeedsNoWords) {
    Button look;
    look.icon = Icon::back;
    EXPECT_TRUE(pressed(clicked({20, 20}, {22, 22}), look, {10, 10, 64, 64}));
}

TEST(Canvas, PutsTextWhereItWasAskedTo) {
    const auto texts = written([](Canvas& canvas) {
        canvas.text({100, 200}, "Hall", theme::bold(40), theme::kWhite);
        canvas.text({640, 300}, "Hall", theme::bold(40), theme::kWhite, {0, 0, Align::centre});
        canvas.text({1200, 400}, "Hall", theme::bold(40), theme::kWhite, {0, 0, Align::right});
        canvas.textByInk({100, 500}, "Hall", theme::display(200), theme::kWhite);
        canvas.text({0, 600}, "  ", theme::bold(40), theme::kWhite);
    });
    ASSERT_EQ(texts.size(), 4U) << "blank text is not written";
    EXPECT_NEAR(texts[0].ink.x, 100, 6);
    EXPECT_NEAR(texts[0].ink.bottom(), 200, 2);
    EXPECT_NEAR(texts[1].ink.centre().x, 640, 4);
    EXPECT_NEAR(texts[2].ink.right(), 1200, 6);
    EXPECT_NEAR(texts[3].ink.x, 100, 1);
}

TEST(Canvas, MeasuresAsItDraws) {
    const auto canvas = Canvas::headless(kSize);
    canvas->begin(kSize, {});
    const TextStyle style = theme::display(88);
    const float width = canvas->measure("Nethmi Sanduni", style).width;
    EXPECT_FLOAT_EQ(canvas->text({0, 100}, "Nethmi Sanduni", style, theme::kWhite), width);
    EXPECT_FLOAT_EQ(canvas->fitSize("Nethmi Sanduni", style, {width + 1, 1}, 40, 88), 88);
    EXPECT_LT(canvas->fitSize("Nethmi Sanduni", style, {width / 2, 1}, 20, 88), 60);
    canvas->end();
}

TEST(Canvas, ForgetsTextsThatWereNotDrawnForLong) {
    CountingTextures textures;
    Canvas canvas(textures);
    for (int frame = 0; frame < 4000; ++frame) {
        canvas.begin(kSize, {});
        canvas.text({10, 50}, "always here", theme::text(20), theme::kWhite);
        canvas.text({10, 100}, std::to_string(frame), theme::text(20), theme::kWhite);
        canvas.end();
    }
    EXPECT_EQ(textures.made, 4001) << "what stays on the screen is rendered once";
    EXPECT_LE(textures.alive, 3001);
}

TEST(Canvas, TakesEveryShapeAtOddSizes) {
    const auto canvas = Canvas::headless(kSize);
    canvas->begin(kSize, {});
    const std::array<Point, 3> points{{{0, 0}, {10, 10}, {20, 0}}};
    for (const float w : {0.0F, 0.4F, 3.0F, 500.0F}) {
        const Rect area{10, 10, w, w / 2};
        canvas->fill(area, theme::kSky, 12);
        canvas->outline(area, theme::kSky, 4, 12);
        canvas->dashedOutline(area, theme::kSky, 2, 12, 6, 4);
        canvas->gradientDown(area, theme::kSky, theme::kInk, 8);
        canvas->gradientAcross(area, theme::kSky, theme::kInk, 8);
        canvas->shadow(area, 20, 26, theme::kBlack);
        canvas->glow({0, 0}, w, w, theme::kGlow);
        canvas->icon(Icon::gear, area, theme::kWhite);
        canvas->sign(SignShape::square, Icon::store, area, theme::kWhite, theme::kBlack, 0.9F);
        canvas->image({}, area, 4);
    }
    canvas->polyline(points, theme::kSky, 3, true);
    canvas->polyline(std::span(points).first(1), theme::kSky, 3);
    canvas->polygon(points, theme::kSky);
    canvas->pushClip({0, 0, 10, 10});
    canvas->pushOpacity(0.5F);
    canvas->arc({50, 50}, 20, 0, 270, theme::kSky, 4, true);
    canvas->popOpacity();
    canvas->popClip();
    canvas->end();
}

TEST(Canvas, SaysWhenThereIsNoFlag) {
    const auto canvas = Canvas::headless(kSize);
    canvas->setFlags(std::make_shared<paint::Flags>(paint::FlagFolders::find(), "2023-11-17"));
    canvas->begin(kSize, {});
    EXPECT_TRUE(canvas->flag(*CountryCode::fromAlpha2("LA"), {0, 0}, 40, 4));
    EXPECT_FALSE(canvas->flag(CountryCode(), {0, 0}, 40, 4));
    canvas->end();
}

TEST(Theme, KeepsTheContrastTheDesignPromises) {
    using namespace theme;
    EXPECT_NEAR(contrast(kInk, kWhite), 18.5, 0.1);
    EXPECT_NEAR(contrast(kInk, kSoft), 10.8, 0.1);
    EXPECT_NEAR(contrast(kInk, kSky), 8.0, 0.1);
    EXPECT_NEAR(contrast(kInk, kGold), 11.9, 0.1);
    EXPECT_NEAR(contrast(kPanel, kHint), 6.4, 0.1);
    EXPECT_NEAR(contrast(kGreen, kInk), 8.3, 0.1);
    EXPECT_NEAR(contrast(kRed, kWhite), 6.6, 0.1);
    EXPECT_NEAR(contrast(kGrey, kWhite), 5.8, 0.1);
    EXPECT_NEAR(contrast(kPanel, kRedLight), 5.8, 0.1);
}

TEST(Theme, GivesEveryToneALookReadableByItself) {
    std::vector<paint::SignShape> shapes;
    for (Tone tone : {Tone::green, Tone::amber, Tone::red, Tone::grey, Tone::fault}) {
        const theme::Look look = theme::lookOf(tone);
        EXPECT_GE(contrast(look.field, look.text), 5.8);
        EXPECT_GE(contrast(look.field, look.sign), 5.8);
        shapes.push_back(look.shape);
    }
    EXPECT_EQ(theme::lookOf(Tone::green).field, theme::kGreen);
    for (Tone tone : {Tone::amber, Tone::red, Tone::grey, Tone::fault})
        EXPECT_NE(theme::lookOf(tone).field, theme::kGreen);
}

TEST(Theme, ScalesAsTheLayoutsSay) {
    EXPECT_NEAR(theme::doorScale(1024, 600), 0.8, 0.04);
    EXPECT_FLOAT_EQ(theme::doorScale(1920, 1080), 1.5F);
    EXPECT_FLOAT_EQ(theme::doorScale(1080, 1920), 1.5F);
    EXPECT_FLOAT_EQ(theme::hallScale(1920, 1080), 1);
    EXPECT_FLOAT_EQ(theme::hallScale(1080, 1920), 1);
}

}  // namespace
}  // namespace turnout::ui
