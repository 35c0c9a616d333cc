// Every state at every shape, without a screen: all text inside the picture, none under the floor, no missing glyphs,
// no text upon another.
#include "display/views/count_view.h"

#include <gtest/gtest.h>

#include <set>

#include "common/ui/theme.h"
#include "display/views/layouts.h"
#include "tests/display/views/states.h"

namespace turnout::display {
namespace {

class CountViewAt : public testing::TestWithParam<ui::Size> {
  protected:
    std::vector<ui::Written> draw(const CountScreen& screen) { return test::drawn(*canvas_, GetParam(), screen); }
    std::unique_ptr<ui::Canvas> canvas_ = ui::Canvas::headless(GetParam());
};

TEST_P(CountViewAt, EveryTextIsInsideThePictureAndAboveTheFloor) {
    const ui::Rect frame{0, 0, GetParam().w, GetParam().h};
    const float unit = unitOf(GetParam(), 0);
    for (const test::NamedScreen& state : test::countStates()) {
        if (state.screen.moving()) continue;  // a card on its way in is partly outside
        for (const ui::Written& written : draw(state.screen)) {
            EXPECT_TRUE(frame.contains(written.ink)) << state.name << ": " << written.text;
            EXPECT_GE(written.style.size, 36 * unit - 0.6F) << state.name << ": " << written.text;
            EXPECT_EQ(written.missingGlyphs, 0) << state.name << ": " << written.text;
        }
    }
}

TEST_P(CountViewAt, NoTextStandsUponAnother) {
    for (const test::NamedScreen& state : test::countStates()) {
        if (state.screen.moving()) continue;
        const std::vector<ui::Written> all = draw(state.screen);
        for (std::size_t i = 0; i < all.size(); ++i) {
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

TEST_P(CountViewAt, TheMainFactsAreNeverLeftOutNorCut) {
    for (const test::NamedScreen& state : test::countStates()) {
        const std::vector<ui::Written> all = draw(state.screen);
        const auto whole = [&](const std::string& text) {
            return std::any_of(all.begin(), all.end(),
                               [&](const ui::Written& written) { return written.text == text && !written.cut; });
        };
        std::string count = std::to_string(state.screen.count);
        if (count.size() > 3) count.insert(count.size() - 3, ",");
        EXPECT_TRUE(whole(count)) << state.name;
        EXPECT_TRUE(whole(std::to_string(state.screen.countries.arrived))) << state.name;
        EXPECT_TRUE(whole(state.screen.clock)) << state.name;
        EXPECT_TRUE(whole("国家")) << state.name;
    }
}

TEST_P(CountViewAt, NobodyIsNamedWithoutAName) {
    CountScreen screen = test::fullScreen();
    screen.card = {1, CountryCode::fromAlpha2("LA").value(), "", 0};
    bool said = false;
    for (const ui::Written& written : draw(screen)) said = said || written.text == "老挝来宾";
    EXPECT_TRUE(said);
}

// What of a roll's names is written whole, and how large; the card below tells names too.
class RollAt : public CountViewAt {
  protected:
    std::set<float> sizesOf(const std::vector<std::string>& codes, Lang lang, const std::vector<std::string>& of) {
        CountScreen screen = test::fullScreen();
        screen.lane = Lane::empty;
        screen.programme.clear();
        for (const std::string& code : codes) screen.wall.emplace_back(CountryCode::fromAlpha2(code).value());
        screen.wall.erase(screen.wall.begin(), screen.wall.end() - static_cast<std::ptrdiff_t>(codes.size()));
        std::set<float> sizes;
        for (const ui::Written& written : draw(screen)) {
            EXPECT_FALSE(written.cut) << written.text;
            for (const std::string& code : of)
                if (written.text == countryName(CountryCode::fromAlpha2(code).value(), lang))
                    sizes.insert(written.style.size);
        }
        return sizes;
    }
};

TEST_P(RollAt, AllButLongNamesShareOneSizeInEachLanguage) {
    for (const Lang lang : {Lang::en, Lang::zh})
        EXPECT_EQ(sizesOf({"VC", "AG", "AE", "ET", "CD", "LA", "NP"}, lang, {"ET", "LA", "NP"}).size(), 1U);
}

TEST_P(RollAt, OneLongNameDoesNotMakeTheOthersSmall) {
    const std::vector<std::string> others{"CD", "NP", "LA", "SY", "CI", "LK"};
    std::vector<std::string> all = others, usual = others;
    all.insert(all.begin(), "VC");
    usual.insert(usual.begin(), "TH");
    for (const Lang lang : {Lang::en, Lang::zh}) {
        const std::set<float> beside = sizesOf(all, lang, others);
        ASSERT_FALSE(beside.empty());
        if (GetParam().w < GetParam().h * 1.55F) continue;  // there names stand above each other
        if (GetParam().w > GetParam().h * 3.0F) continue;   // in a strip a long name still makes all of them smaller
        EXPECT_EQ(beside, sizesOf(usual, lang, others));
    }
}

TEST_P(CountViewAt, TheLastActTakesBothLinesOfTheBandBeforeItIsCut) {
    for (const bool other : {false, true}) {
        CountScreen screen = test::fullScreen();
        screen.otherLanguage = other;
        screen.programme = {{ProgrammeLine::Kind::now,
                             {},
                             {"Violin concerto: The Butterfly Lovers", "小提琴协奏曲《梁山伯与祝英台》"}}};
        for (const ui::Written& written : draw(screen)) EXPECT_FALSE(written.cut) << written.text;
    }
}

TEST_P(CountViewAt, LongActsTakeTwoLinesBeforeTheyAreCut) {
    CountScreen screen = test::fullScreen();
    screen.programme = {
        {ProgrammeLine::Kind::now, {}, {"Medley of the national dances of fifteen peoples", "各国民族舞蹈联演大串烧"}},
        {ProgrammeLine::Kind::next,
         {},
         {"Hand in hand on the road of medicine, towards the future", "医路携手 向未来"}}};
    Frame frame;
    frame.tongues = Tongues::english;
    std::string all;
    canvas_->onWritten([&](const ui::Written& written) {
        EXPECT_FALSE(written.cut) << written.text;
        all += written.text + " ";
    });
    canvas_->begin(GetParam(), {});
    drawCountScene(*canvas_, screen, frame);
    canvas_->end();
    EXPECT_NE(all.find("dances of fifteen peoples"), std::string::npos) << all;
    const bool next = all.find("towards the future") != std::string::npos;
    EXPECT_TRUE(next || shapeOf(GetParam()) == Shape::portrait) << all;  // which has room for one act
}

TEST_P(CountViewAt, OneLineAloneStandsWhereTheMiddleOfTwoWouldBe) {
    CountScreen screen = test::fullScreen();
    screen.programme.clear();
    screen.lane = Lane::empty;
    screen.venue = {"Auditorium", "礼堂"};
    const auto middleIn = [&](Tongues tongues) {
        float top = GetParam().h, bottom = 0;
        Frame frame;
        frame.tongues = tongues;
        canvas_->onWritten([&](const ui::Written& written) {
            if (written.text != screen.venue.en && written.text != screen.venue.zh) return;
            top = std::min(top, written.ink.y);
            bottom = std::max(bottom, written.ink.bottom());
        });
        canvas_->begin(GetParam(), {});
        drawCountScene(*canvas_, screen, frame);
        canvas_->end();
        EXPECT_GT(bottom, 0);
        return (top + bottom) / 2;
    };
    const float both = middleIn(Tongues::both), unit = unitOf(GetParam(), 0);
    EXPECT_NEAR(middleIn(Tongues::english), both, 8 * unit);
    EXPECT_NEAR(middleIn(Tongues::chinese), both, 8 * unit);
}

TEST_P(CountViewAt, TheOldCardIsGoneBeforeTheNewOneIsThere) {
    CountScreen screen = test::fullScreen();
    screen.under = GuestCard{1, screen.card.country, "Somchai P.", 0};
    const auto isRead = [&](int ms) {
        screen.cardInMs = ms;
        const std::vector<ui::Written> all = draw(screen);
        return std::any_of(all.begin(), all.end(), [](const auto& each) { return each.text == "Somchai P."; });
    };
    EXPECT_TRUE(isRead(60));
    EXPECT_FALSE(isRead(130));
}

TEST_P(CountViewAt, OnlyTheSecondOfTwoLinesIsCut) {
    CountScreen screen = test::fullScreen();
    screen.group->name = {};
    std::string words;
    for (int i = 1; i <= 30; ++i) words += (i > 1 ? " " : "") + std::string("friendship") + std::to_string(i);
    screen.title = {words, {}};
    std::vector<ui::Written> lines;
    for (const ui::Written& written : draw(screen))
        if (written.text.find("friendship") != std::string::npos) lines.push_back(written);
    ASSERT_FALSE(lines.empty());
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) EXPECT_FALSE(lines[i].cut) << lines[i].text;
    EXPECT_TRUE(lines.back().cut);
}

TEST_P(CountViewAt, WithoutActsTheWallTakesTheFoot) {
    const Shape shape = shapeOf(GetParam());
    const auto foot = [&](bool told) { return roomsOf(shape, unitsOf(GetParam(), 0), 56, told).wall.bottom(); };
    if (shape == Shape::squarish)
        EXPECT_EQ(foot(false), foot(true)) << "there the arriving guests keep their room";
    else
        EXPECT_GT(foot(false), foot(true) + 50);
}

TEST_P(CountViewAt, OneLanguageOfTheWaitingCardStandsInItsMiddle) {
    CountScreen screen = test::fullScreen();
    screen.lane = Lane::waiting;
    Frame frame;
    float middle = 0;
    for (const Tongues tongues : {Tongues::both, Tongues::chinese}) {
        frame.tongues = tongues;
        std::vector<float> at;
        canvas_->onWritten([&](const ui::Written& written) {
            if (written.text.starts_with("等待") || written.text.starts_with("Waiting"))
                at.push_back(written.ink.centre().y);
        });
        canvas_->begin(GetParam(), {});
        drawCountScene(*canvas_, screen, frame);
        canvas_->end();
        ASSERT_FALSE(at.empty());
        if (tongues == Tongues::both)
            middle = (at.front() + at.back()) / 2;
        else
            EXPECT_NEAR(at.front(), middle, GetParam().h * 0.012F);
    }
}

const auto kSizes = testing::Values(
    ui::Size{1920, 1080}, ui::Size{1280, 720}, ui::Size{3840, 2160}, ui::Size{1920, 1200}, ui::Size{2560, 1080},
    ui::Size{1440, 1080}, ui::Size{1280, 1024}, ui::Size{1080, 1920}, ui::Size{3840, 1080}, ui::Size{1024, 600});
INSTANTIATE_TEST_SUITE_P(Shapes, CountViewAt, kSizes);
INSTANTIATE_TEST_SUITE_P(Shapes, RollAt, kSizes);

}  // namespace
}  // namespace turnout::display
