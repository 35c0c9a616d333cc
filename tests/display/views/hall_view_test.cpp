// Every scene and what lies over it, at every shape, without a screen: all text inside the picture and its box, none
// under the floor, no text upon another.
#include "display/views/hall_view.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>

#include "tests/display/views/scenes.h"
#include "tests/support/event_builder.h"

namespace turnout::display {
namespace {

const std::vector<test::NamedHall>& states() {
    static const std::vector<test::NamedHall> all = test::hallStates();
    return all;
}

class HallViewAt : public testing::TestWithParam<ui::Size> {
  protected:
    std::vector<ui::Written> draw(const HallScreen& screen, float floor = 0) {
        std::vector<ui::Written> all;
        canvas_->onWritten([&](const ui::Written& written) { all.push_back(written); });
        canvas_->begin(GetParam(), {});
        drawHall(*canvas_, screen, scenery_, {.floor = floor});
        canvas_->end();
        return all;
    }
    std::unique_ptr<ui::Canvas> canvas_ = ui::Canvas::headless(GetParam());
    Scenery scenery_;
};

TEST_P(HallViewAt, EveryTextIsInsideThePictureAndAboveTheFloor) {
    const ui::Rect frame{0, 0, GetParam().w, GetParam().h};
    const float unit = unitOf(GetParam(), 0);
    for (const test::NamedHall& state : states()) {
        for (const ui::Written& written : draw(state.screen)) {
            EXPECT_TRUE(frame.contains(written.ink)) << state.name << ": " << written.text;
            EXPECT_GE(written.style.size, kFloor * unit - 0.6F) << state.name << ": " << written.text;
            EXPECT_EQ(written.missingGlyphs, 0) << state.name << ": " << written.text;
        }
    }
}

TEST_P(HallViewAt, NoTextStandsUponAnother) {
    for (const test::NamedHall& state : states()) {
        if (state.screen.keys || state.screen.moment) continue;  // these lie over a scene; tested by themselves below
        const std::vector<ui::Written> all = draw(state.screen);
        for (std::size_t i = 0; i < all.size(); ++i)
            for (std::size_t j = i + 1; j < all.size(); ++j) {
                const ui::Rect &a = all[i].ink, &b = all[j].ink;
                const float across = std::min(a.right(), b.right()) - std::max(a.x, b.x);
                const float down = std::min(a.bottom(), b.bottom()) - std::max(a.y, b.y);
                EXPECT_FALSE(across > 2 && down > 2)
                    << state.name << ": \"" << all[i].text << "\" and \"" << all[j].text << "\"";
            }
    }
}

// A hall whose farthest seat needs larger type gets it in every scene, and nothing runs into another or out of the
// picture for that.
TEST_P(HallViewAt, TypeRaisedForTheFarthestSeatStillFits) {
    const ui::Rect frame{0, 0, GetParam().w, GetParam().h};
    const float unit = unitOf(GetParam(), 0), lines = 1080 / GetParam().h * unit;  // of one unit
    for (const float units : {48.0F, kMostFloor})
        for (const test::NamedHall& state : states()) {
            if (state.screen.keys || state.screen.moment) continue;
            const std::vector<ui::Written> all = draw(state.screen, units * lines);
            const auto where = [&](const ui::Written& written) {
                return state.name + " at " + std::to_string(static_cast<int>(units)) + ": \"" + written.text + "\"";
            };
            for (std::size_t i = 0; i < all.size(); ++i) {
                EXPECT_TRUE(frame.contains(all[i].ink)) << where(all[i]);
                const bool label = all[i].text.starts_with("DEMO") || all[i].text == "演示数据";  // for nobody's eyes
                EXPECT_GE(all[i].style.size, (label ? kFloor : units) * unit - 0.6F) << where(all[i]);
                for (std::size_t j = i + 1; j < all.size(); ++j) {
                    const ui::Rect &a = all[i].ink, &b = all[j].ink;
                    const float across = std::min(a.right(), b.right()) - std::max(a.x, b.x);
                    const float down = std::min(a.bottom(), b.bottom()) - std::max(a.y, b.y);
                    EXPECT_FALSE(across > 2 && down > 2) << where(all[i]) << " and \"" << all[j].text << "\"";
                }
            }
        }
}

TEST_P(HallViewAt, WithoutAFarSeatTheGroupHasBothItsNames) {
    // A portrait has no room for both beside each other; narrow pictures break one over two lines rather than cut both.
    const bool takeTurns = GetParam().w < GetParam().h * 1.55F;
    for (const test::NamedHall& state : states()) {
        if (state.name != "count-56") continue;
        std::string all;
        for (const ui::Written& written : draw(state.screen)) {
            EXPECT_FALSE(written.cut) << written.text;
            all += written.text;
        }
        const bool english = all.find("Belt and Road") != std::string::npos,
                   chinese = all.find("共建“一带一路”国家") != std::string::npos;
        EXPECT_EQ(english + chinese, takeTurns ? 1 : 2);
    }
}

TEST_P(HallViewAt, WhatLiesOverASceneDoesNotOverlapItself) {
    for (const test::NamedHall& state : states()) {
        if (!state.screen.keys && !state.screen.moment) continue;
        std::vector<ui::Written> all;
        canvas_->onWritten([&](const ui::Written& written) { all.push_back(written); });
        canvas_->begin(GetParam(), {});
        const Stage stage = stageOn(*canvas_, {});
        if (state.screen.keys)
            drawKeys(stage);
        else
            drawMoment(stage, *state.screen.moment, kMomentIn, 0);
        canvas_->end();
        EXPECT_FALSE(all.empty());
        for (std::size_t i = 0; i < all.size(); ++i) {
            EXPECT_FALSE(all[i].cut) << state.name << ": " << all[i].text;
            for (std::size_t j = i + 1; j < all.size(); ++j) {
                const ui::Rect &a = all[i].ink, &b = all[j].ink;
                const float across = std::min(a.right(), b.right()) - std::max(a.x, b.x);
                const float down = std::min(a.bottom(), b.bottom()) - std::max(a.y, b.y);
                EXPECT_FALSE(across > 2 && down > 2)
                    << state.name << ": \"" << all[i].text << "\" and \"" << all[j].text << "\"";
            }
        }
    }
}

// A projector cuts the edge, and a wall of LEDs has a frame.
TEST_P(HallViewAt, NoTextIsAtTheUpperEdge) {
    const float least = 12 * unitOf(GetParam(), 0);
    for (const test::NamedHall& state : states()) {
        if (!state.name.ends_with("-56")) continue;
        for (const ui::Written& written : draw(state.screen))
            EXPECT_GT(written.ink.y, least) << state.name << ": " << written.text;
    }
}

TEST_P(HallViewAt, ASafeMarginKeepsEveryTextInside) {
    constexpr float kShare = 0.05F;
    const float margin = GetParam().h * kShare;
    const ui::Rect frame{margin, margin, GetParam().w - 2 * margin, GetParam().h - 2 * margin};
    for (const test::NamedHall& state : states()) {
        if (!state.name.ends_with("-56")) continue;
        std::vector<ui::Written> all;
        canvas_->onWritten([&](const ui::Written& written) { all.push_back(written); });
        canvas_->begin(GetParam(), {});
        drawHall(*canvas_, state.screen, scenery_, {.safeMargin = kShare});
        canvas_->end();
        for (const ui::Written& written : all)
            EXPECT_TRUE(frame.contains(written.ink)) << state.name << ": " << written.text;
    }
}

TEST_P(HallViewAt, NumbersThatAreOldSayHowOldInEverySceneAndInShowMode) {
    int old = 0;
    for (const test::NamedHall& state : states()) {
        if (!state.name.ends_with("-stale")) continue;
        ++old;
        const std::vector<ui::Written> all = draw(state.screen);
        EXPECT_TRUE(std::any_of(all.begin(), all.end(), [](const ui::Written& written) {
            return written.text.find("19:24") != std::string::npos &&
                   (written.text.find("as of") != std::string::npos || written.text.find("截至") != std::string::npos);
        })) << state.name;
    }
    EXPECT_EQ(old, 8);
}

TEST_P(HallViewAt, OneLanguageIsOneLanguage) {
    for (const test::NamedHall& state : states()) {
        if (!state.name.ends_with("-english")) continue;
        for (const ui::Written& written : draw(state.screen)) {
            if (written.text.find("欢迎") == std::string::npos && written.text.find("国家") == std::string::npos)
                continue;
            ADD_FAILURE() << state.name << ": " << written.text;
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Shapes, HallViewAt, testing::ValuesIn(test::kShapes));

std::vector<std::string> textsOf(const HallScreen& screen, ui::Size size, const HallLook& look = {}) {
    const auto canvas = ui::Canvas::headless(size);
    std::vector<std::string> all;
    canvas->onWritten([&](const ui::Written& written) { all.push_back(written.text); });
    Scenery scenery;
    canvas->begin(size, {});
    drawHall(*canvas, screen, scenery, look);
    canvas->end();
    return all;
}

bool holds(const std::vector<std::string>& all, const std::string& text) {
    return std::find(all.begin(), all.end(), text) != all.end();
}

TEST(HallView, CountriesThatShareAMomentAreCalledByTheirOwnNamesToo) {
    for (const ui::Size size : {ui::Size{1280, 720}, {1080, 1920}, {3840, 1080}})
        for (const std::size_t n : {2U, 3U, 5U, 6U, 10U}) {
            HallScreen screen = test::hallWith(56, 54).screen();
            screen.moment = Moment{Moment::Kind::newCountries, {}, static_cast<std::int64_t>(n), 0, false, {}};
            constexpr std::array kCodes{"CZ", "FI", "ES", "DK", "TH", "BG", "AM", "GE", "IN", "MY"};
            for (std::size_t i = 0; i < n; ++i) screen.moment->flags.push_back(test::country(kCodes[i]));
            screen.momentInMs = kMomentIn;
            const auto texts = textsOf(screen, size);
            for (const CountryCode& code : screen.moment->flags) {
                const std::string own(findCountry(code)->nameOwn);
                if (own == "საქართველო" && n == 10 && size.w == 3840) continue;  // no room in a legible size
                EXPECT_TRUE(holds(texts, own) || own == findCountry(code)->nameEn)
                    << own << " of " << n << " at " << size.w << " x " << size.h;
            }
        }
}

TEST(HallView, APictureOfTheTestCardTellsTheHallsFigures) {
    HallScreen screen = test::hallWith(56, 54).screen();
    screen.testCard = true;
    screen.seconds = "19:24:07";
    EXPECT_TRUE(holds(textsOf(screen, {1152, 648}), "1152 × 648   19:24:07"));
    const std::vector<std::string> small = textsOf(screen, {1152, 648}, {.frames = 22, .pixels = {1920, 1080}});
    EXPECT_TRUE(holds(small, "1920 × 1080   19:24:07"));
    EXPECT_TRUE(holds(small, "Frame 22"));
}

TEST(HallView, OfOneCountryTheWordIsOne) {
    for (const ui::Size size : test::kShapes)
        for (const Control scene : {Control::count, Control::journey}) {
            HallPresenter hall = test::hallWith(1, 0);
            hall.control(scene, SteadyTime{} + 1001s, test::at("2023-11-17T19:24:00+08:00"));
            const std::vector<std::string> texts = textsOf(hall.screen(), size);
            EXPECT_TRUE(holds(texts, "Country")) << size.w << " x " << size.h;
            EXPECT_FALSE(holds(texts, "Countries")) << size.w << " x " << size.h;
        }
}

TEST(HallView, BeforeThereIsAnEventNoTimeIsTold) {
    const auto canvas = ui::Canvas::headless({1920, 1080});
    std::vector<std::string> all;
    canvas->onWritten([&](const ui::Written& written) { all.push_back(written.text); });
    Scenery scenery;
    canvas->begin({1920, 1080}, {});
    drawWaiting(*canvas, scenery, 0);
    canvas->end();
    EXPECT_EQ(all, (std::vector<std::string>{say("display.soon", Lang::zh), say("display.soon", Lang::en)}));
}

TEST(HallView, TheCleanFeedHasNoClock) {
    HallScreen screen = test::hallWith(56, 54).screen();
    const std::string clock = std::visit([](const auto& scene) { return scene.clock; }, screen.scene);
    ASSERT_TRUE(holds(textsOf(screen, {1920, 1080}), clock));
    screen.clean = true;
    EXPECT_FALSE(holds(textsOf(screen, {1920, 1080}), clock));
}

}  // namespace
}  // namespace turnout::display
