// What single scenes promise: names of few universities, labels upon the ridges, a journey before anybody came.
#include "display/views/scene_views.h"

#include <gtest/gtest.h>

#include <set>

#include "display/views/hall_view.h"
#include "tests/display/views/scenes.h"

namespace turnout::display {
namespace {

const Names kLong{"The Affiliated College of Clinical Medicine of the Institute of Medical Science and Technology",
                  "国际医学与科学技术高等研究大学附属临床医学院"};

class SceneViewsAt : public testing::TestWithParam<ui::Size> {
  protected:
    std::vector<ui::Written> draw(const SceneScreen& scene, Tongues tongues = Tongues::both) {
        HallScreen screen;
        screen.scene = scene;
        screen.tongues = tongues;
        std::vector<ui::Written> all;
        canvas_->onWritten([&](const ui::Written& written) { all.push_back(written); });
        canvas_->begin(GetParam(), {});
        drawHall(*canvas_, screen, scenery_, {});
        canvas_->end();
        return all;
    }
    static UniversitiesScreen universities(std::size_t all) {
        UniversitiesScreen screen;
        for (std::size_t i = 0; i < all; ++i)
            screen.rows.push_back({i == 0 ? kLong : Names{"Chongqing Medical University", "重庆医科大学"}, {364, 365}});
        screen.all = static_cast<std::int64_t>(all);
        return screen;
    }
    bool flat() const { return GetParam().w > GetParam().h * 1.55F; }

    std::unique_ptr<ui::Canvas> canvas_ = ui::Canvas::headless(GetParam());
    Scenery scenery_;
};

TEST_P(SceneViewsAt, AFewUniversitiesStandInBothLanguagesHoweverLong) {
    for (const std::size_t all : {1U, 2U, 3U}) {
        std::string english, chinese;
        std::set<float> sizes;
        for (const ui::Written& written : draw(universities(all))) {
            EXPECT_FALSE(written.cut) << written.text;
            if (kLong.en.find(written.text) != std::string::npos) english += written.text + " ";
            if (kLong.zh.find(written.text) != std::string::npos) chinese += written.text;
            if (written.text.starts_with("国际") || written.text == "重庆医科大学") sizes.insert(written.style.size);
        }
        EXPECT_EQ(english, kLong.en + " ") << all;
        EXPECT_EQ(chinese, kLong.zh) << all;
        EXPECT_EQ(sizes.size(), 1U) << all;  // names of one list have one size
    }
}

TEST_P(SceneViewsAt, OneLanguageStandsInTheMiddleOfItsRow) {
    if (!flat()) return;  // elsewhere the names stand above the bar
    for (const Tongues tongues : {Tongues::english, Tongues::chinese}) {
        UniversitiesScreen screen = universities(3);
        screen.rows.erase(screen.rows.begin());
        float name = 0, number = 0;
        for (const ui::Written& written : draw(screen, tongues)) {
            if (written.text == "重庆医科大学" || written.text.starts_with("Chongqing")) name = written.ink.centre().y;
            if (written.text == "364") number = written.ink.centre().y;
        }
        EXPECT_NEAR(name, number, GetParam().h * 0.015F);
    }
}

TEST_P(SceneViewsAt, WithoutUniversitiesTheEventIsNamedAndNoNoughtStands) {
    UniversitiesScreen screen;
    screen.title = {"An Evening", "晚会"};
    std::string all;
    for (const ui::Written& written : draw(screen)) all += written.text + "|";
    EXPECT_NE(all.find("晚会"), std::string::npos);
    EXPECT_NE(all.find("An Evening"), std::string::npos);
    EXPECT_EQ(all.find("0"), std::string::npos) << all;
}

TEST_P(SceneViewsAt, LabelsUponTheRidgesAreWhite) {
    DoorsScreen screen;
    screen.countdown = "24:12";
    screen.arrived = 475;
    int seen = 0;
    for (const ui::Written& written : draw(screen)) {
        if (written.text != "Starts in" && written.text != "Arrived" && written.text != "已到场") continue;
        ++seen;
        EXPECT_EQ(written.colour, theme::kWhite) << written.text;
    }
    EXPECT_EQ(seen, 3);
}

TEST_P(SceneViewsAt, AJourneyBeforeTheFirstGuestSaysWhatItWillCount) {
    JourneyScreen screen;
    screen.countries = {0, 239};
    std::string all;
    for (const ui::Written& written : draw(screen)) all += written.text + "|";
    EXPECT_NE(all.find("Countries"), std::string::npos) << all;
    EXPECT_NE(all.find("国家"), std::string::npos) << all;
}

// With nothing beside it a long act has the whole width.
TEST_P(SceneViewsAt, TheLastActIsToldWhole) {
    ProgrammeScreen screen;
    screen.begun = true;
    screen.now = ActLines{"20:40",
                          {"The Butterfly Lovers and other songs of home", "《梁山伯与祝英台》与《我的祖国》"},
                          {"Violin concerto with choir", "小提琴协奏曲与合唱"},
                          "重庆医科大学学生交响乐团 Students' Symphony Orchestra of Chongqing"};
    float right = 0;
    for (const Tongues tongues : {Tongues::both, Tongues::english, Tongues::chinese})
        for (const ui::Written& written : draw(screen, tongues)) {
            EXPECT_FALSE(written.cut) << written.text;
            right = std::max(right, written.ink.right());
        }
    EXPECT_GT(right, GetParam().w * 0.6F);
}

TEST_P(SceneViewsAt, NamesOfPartsAreNeverReadAsOneSentence) {
    ProgrammeScreen screen;
    const Names first{"Appreciate the Beauty of All Vibrant Cultures in Bayu", {}},
        second{"See a World of Harmony", {}};
    screen.parts = {{first, {0, 0.5F}, 0.2F}, {second, {0, 0.5F}, {}}};
    float right = 0, left = 0;
    for (const ui::Written& written : draw(screen)) {
        if (first.en.find(written.text.substr(0, 10)) != std::string::npos)
            right = std::max(right, written.ink.right());
        if (written.text.starts_with("See a")) left = written.ink.x;
    }
    EXPECT_GT(left - right, 50 * unitOf(GetParam(), 0));
}

INSTANTIATE_TEST_SUITE_P(Shapes, SceneViewsAt, testing::ValuesIn(test::kShapes));

}  // namespace
}  // namespace turnout::display
