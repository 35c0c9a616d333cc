#include "display/views/legibility.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "display/views/event_fonts.h"
#include "tests/support/event_builder.h"

namespace turnout::display {
namespace {

using testing::HasSubstr, testing::Not;

Legibility ofHall(const char* height, const char* seat) {
    EventPlan plan = test::aPlan();
    plan.display = {{"screen_height_m", height}, {"farthest_seat_m", seat}};
    test::AnEvent event(12, plan);
    return legibilityOf(plan, test::must(event.read().hall(8)), test::evening(), {1920, 1080}, 0);
}

TEST(Legibility, ASmallHallReadsEverything) {
    const Legibility found = ofHall("4.5", "20");
    EXPECT_TRUE(found.hallTold);
    EXPECT_EQ(found.needed, kFloor);  // 24 lines would do; nothing is ever under 36
    EXPECT_GT(found.looked, 60U);
    EXPECT_TRUE(found.small.empty());
    EXPECT_THAT(told(found, Lang::en), HasSubstr("can read"));
}

TEST(Legibility, AFarSeatGetsLargerTypeByItself) {
    const Legibility found = ofHall("3.4", "30");
    EXPECT_NEAR(found.needed, 47.6F, 0.1F);
    EXPECT_TRUE(found.small.empty()) << found.small.front().text;
}

TEST(Legibility, ASeatTooFarForAnyLayoutGetsTheListOfWhatItCannotReadSmallestFirst) {
    const Legibility found = ofHall("2.4", "30");
    EXPECT_NEAR(found.needed, 67.5F, 0.1F);
    ASSERT_FALSE(found.small.empty());
    EXPECT_LE(found.small.front().lines, found.small.back().lines);
    for (const SmallText& small : found.small) EXPECT_LT(small.lines, found.needed);
    EXPECT_THAT(told(found, Lang::zh), HasSubstr("需要 68"));
    EXPECT_THAT(told(found, Lang::en), HasSubstr("68 are needed"));
}

// The title and "Arrived" stand in the count scene: they are no texts of the moment that covers it.
TEST(Legibility, EachTextIsToldOncePerSceneAndOnlyWhereItStands) {
    std::set<std::pair<std::string, std::string>> all;
    bool moment = false;
    for (const SmallText& small : ofHall("2.4", "60").small) {
        EXPECT_TRUE(all.emplace(small.scene, small.text).second) << small.scene << ": " << small.text;
        if (small.scene != "first-of-country") continue;
        moment = true;
        EXPECT_NE(small.text, "Arrived");
        EXPECT_NE(small.text, test::aPlan().name.zh);
    }
    EXPECT_TRUE(moment);
}

TEST(Legibility, AHallThatWasNotToldIsAskedFor) {
    test::AnEvent event(3);
    const EventPlan plan = test::aPlan();
    const Legibility found = legibilityOf(plan, test::must(event.read().hall(8)), test::evening(), {1920, 1080}, 0);
    EXPECT_FALSE(found.hallTold);
    EXPECT_THAT(told(found, Lang::en), HasSubstr("screen_height_m"));
    EXPECT_THAT(told(found, Lang::en), Not(HasSubstr("the farthest seat can read")));
}

TEST(Legibility, AHallThatWasToldBadlyIsNotSaidToBeUntold) {
    const Legibility found = ofHall("tall", "30");
    EXPECT_FALSE(found.hallTold);
    EXPECT_THAT(told(found, Lang::en), testing::Not(HasSubstr("does not say how large")));
    EventPlan plan;
    plan.display = {{"screen_height_m", "tall"}};
    const std::string wrong = told(HallSettings::of(plan).wrong, {{"font", "No Such Font", {}}}, Lang::en);
    EXPECT_THAT(wrong, HasSubstr("screen_height_m = \"tall\""));
    EXPECT_THAT(wrong, HasSubstr("font = \"No Such Font\""));
    EXPECT_EQ(std::count(wrong.begin(), wrong.end(), '\n'), 2);
}

TEST(EventFonts, AFontThatIsNeitherAFileNorInstalledIsNoted) {
    HallSettings settings;
    settings.font = "No Such Font";
    settings.titleFont = "noto serif cjk sc";  // in any case of letters
    const EventFamilies families = familiesOf(settings, "/nowhere/gala.turnout");
    ASSERT_EQ(families.missing.size(), 1U);
    EXPECT_EQ(families.missing[0].key, "font");
    EXPECT_EQ(families.titles, "noto serif cjk sc");
}

TEST(Legibility, APlaceThatWasNotToldIsAskedForUnlessThereIsNoMap) {
    test::AnEvent event(3);
    EventPlan plan = test::aPlan();
    const auto sentences = [&] {
        return told(legibilityOf(plan, test::must(event.read().hall(8)), test::evening(), {1920, 1080}, 0), Lang::en);
    };
    EXPECT_THAT(sentences(), HasSubstr("place_north"));
    plan.display = {{"map", "false"}};
    EXPECT_THAT(sentences(), Not(HasSubstr("place_north")));
    plan.display = {{"place_en", "Chongqing"}, {"place_north", "29.56"}, {"place_east", "106.55"}};
    EXPECT_THAT(sentences(), Not(HasSubstr("place_north")));
}

}  // namespace
}  // namespace turnout::display
