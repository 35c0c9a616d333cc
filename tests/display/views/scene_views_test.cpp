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
    std::vector<ui::Written> draw(const SceneScreen& scene, Tongues tongues = Tongues::both, float floor = 0) {
        HallScreen screen;
        screen.scene = scene;
        screen.tongues = tongues;
        std::vector<ui::Written> all;
        canvas_->onWritten([&](const ui::Written& written) { all.push_back(written); });
        canvas_->begin(GetParam(), {});
        drawHall(*canvas_, screen, scenery_, {.floor = floor * 1080 / GetParam().h * unitOf(GetParam(), 0)});
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

TEST_P(SceneViewsAt, AThankYouTellsItsDateHoweverLongTheEventsName) {
    ThanksScreen screen;
    screen.date = "2026.12.01";
    screen.closing = {"Thank you", "谢谢"};
    for (const Names& title :
         {Names{"Night of Nations", "万国之夜"},
          Names{"The International Students' Festival of Music and Dance", "国际留学生音乐舞蹈文化艺术节"},
          Names{"The International Students' Evening of Music and Dance of the Nine Universities", {}}})
        for (const Tongues tongues : {Tongues::both, Tongues::english, Tongues::chinese})
            for (const float floor : {0.0F, kMostFloor}) {
                screen.title = title;
                bool dated = false;
                for (const ui::Written& written : draw(screen, tongues, floor)) {
                    EXPECT_FALSE(written.cut && (floor == 0 || !title.zh.empty())) << written.text << " at " << floor;
                    dated = dated || written.text == screen.date;
                }
                EXPECT_TRUE(dated) << title.en << " at " << floor;
            }
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

ProgrammeScreen aProgramme() {
    ProgrammeScreen screen;
    screen.now = ActLines{"19:20", {"Horse Racing", "《赛马》"}, {{}, "二胡独奏"}, "刘广宇 LIU Guangyu"};
    screen.next = ActLines{"19:40", {"Changing Faces", "《变脸》"}, {{}, "川剧"}, "演示虚构 · invented for the demo"};
    screen.later = {
        {"19:55", {"We Are the World", "《We Are the World》"}, {{}, "合唱"}, {}},
        {"20:10", {"Medley of national dances", "各国民族舞蹈联演"}, {}, {}},
    };
    screen.parts = {{{"Appreciate the Beauty of All Vibrant Cultures in Bayu", "《各美其美聚巴渝》"}, {0, 0.5F}, 0.2F},
                    {{"See a World Blessed with Harmony", "《美美与共话大同》"}, {0, 0.5F}, {}}};
    return screen;
}

TEST_P(SceneViewsAt, ActsOfOneListShareOneSize) {
    std::set<float> sizes;
    for (const ui::Written& written : draw(aProgramme()))
        if (written.text == "合唱《We Are the World》" || written.text == "各国民族舞蹈联演")
            sizes.insert(written.style.size);
    EXPECT_EQ(sizes.size(), 1U);
}

TEST_P(SceneViewsAt, AMarkOfAPartIsNotRepeated) {
    ProgrammeScreen screen = aProgramme();
    screen.parts[0].name.zh = "上篇 各美其美";
    screen.parts[1].name.zh = "美美与共";
    std::string all;
    for (const ui::Written& written : draw(screen)) all += written.text + "|";
    EXPECT_NE(all.find("上篇 各美其美"), std::string::npos) << all;
    EXPECT_EQ(all.find("上篇|"), std::string::npos) << all;
    EXPECT_NE(all.find("下篇|美美与共"), std::string::npos) << all;
}

TEST_P(SceneViewsAt, PartsAreToldAlike) {
    for (const float floor : {0.0F, kMostFloor}) {
        int first = 0, second = 0;
        for (const ui::Written& written : draw(aProgramme(), Tongues::both, floor)) {
            first += written.text.starts_with("Appreciate") ? 1 : 0;
            second += written.text.starts_with("See a") ? 1 : 0;
        }
        EXPECT_EQ(first, second) << floor;
    }
}

// Type of the farthest seat: what has no room under the other language is told in turn.
TEST_P(SceneViewsAt, LinesOfAProgrammeStayApartHoweverFarTheSeat) {
    const float unit = unitOf(GetParam(), 0);
    for (const bool other : {false, true}) {
        ProgrammeScreen screen = aProgramme();
        screen.otherLanguage = other;
        bool chinese = false, english = false;
        const std::vector<ui::Written> all = draw(screen, Tongues::both, kMostFloor);
        for (const ui::Written& upper : all) {
            chinese = chinese || upper.text == "各国民族舞蹈联演";
            english = english || upper.text == "Medley of national dances";
            for (const ui::Written& lower : all) {
                const float across =
                    std::min(upper.ink.right(), lower.ink.right()) - std::max(upper.ink.x, lower.ink.x);
                if (across <= 0 || lower.ink.centre().y <= upper.ink.centre().y) continue;
                EXPECT_GT(lower.ink.y - upper.ink.bottom(), 2 * unit) << upper.text << " / " << lower.text;
            }
        }
        if (!chinese && !english) continue;  // low rooms have no list
        EXPECT_EQ(english, other);
    }
}

// No dot of the map behind a figure: on a wall of LEDs what is told stands beside it.
TEST_P(SceneViewsAt, AJourneysFiguresStandBesideItsMap) {
    if (shapeOf(GetParam()) != Shape::ledWall) return;
    JourneyScreen screen;
    screen.clock = "19:24";
    screen.place = EventPlace{{"Chongqing", "重庆"}, 29.56F, 106.55F};
    screen.countries = {199, 239};
    screen.points = {{CountryCode::fromAlpha2("VC").value(), 13, -61, 3}};
    screen.newest = 0;
    screen.arcMs = kArcMs;
    bool counted = false;
    for (const ui::Written& written : draw(screen)) {
        if (written.text == screen.clock || written.text == "Chongqing" || written.text == "重庆") continue;
        counted = counted || written.text == "199";
        EXPECT_LT(written.ink.right(), GetParam().w * 0.37F) << written.text;
    }
    EXPECT_TRUE(counted);
}

INSTANTIATE_TEST_SUITE_P(Shapes, SceneViewsAt, testing::ValuesIn(test::kShapes));

}  // namespace
}  // namespace turnout::display
