// What [display] may say, and what is told of a value that cannot be understood.
#include "common/domain/hall_settings.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace turnout {
namespace {

using namespace std::chrono_literals;

HallSettings settingsOf(std::vector<std::pair<std::string, std::string>> display) {
    EventPlan plan;
    plan.display = std::move(display);
    return HallSettings::of(plan);
}

TEST(HallSettings, NothingSetIsNothingWrong) {
    const HallSettings settings = settingsOf({});
    EXPECT_TRUE(settings.wrong.empty());
    EXPECT_EQ(settings.during.front(), (SceneTime{Scene::count, 24s}));
    EXPECT_FALSE(settings.gold);
}

TEST(HallSettings, UnderstandsWhatTheDocumentsShow) {
    const HallSettings settings = settingsOf({{"rotation_before", "count 20, doors-open 30"},
                                              {"rotation_after", "thank-you"},
                                              {"place_north", "29.56"},
                                              {"place_east", "106.55"},
                                              {"map", "true"},
                                              {"show_strip", "false"},
                                              {"language", "in-turn"},
                                              {"screen_height_m", "3.4"},
                                              {"farthest_seat_m", "30"},
                                              {"gold", "#FFC83D"},
                                              {"ground", "#071426"},
                                              {"font", "Source Han Sans SC"}});
    EXPECT_TRUE(settings.wrong.empty()) << settings.wrong.front().key;
    EXPECT_EQ(settings.gold, 0xFFC83DU);
    EXPECT_EQ(settings.ground, 0x071426U);
    EXPECT_FALSE(settings.showStrip);
    ASSERT_TRUE(settings.place);
    EXPECT_NEAR(smallestType(settings), 47.6F, 0.1F);
}

TEST(HallSettings, EveryValueThatCannotBeUnderstoodIsToldAndHasItsDefault) {
    const HallSettings usual = settingsOf({});
    for (const auto& [key, value] :
         std::vector<std::pair<std::string, std::string>>{{"rotation", "cuont 24, jurney"},
                                                          {"rotation", "count 2"},
                                                          {"rotation", "count 20 s"},
                                                          {"rotation", ","},
                                                          {"rotation_before", "count soon"},
                                                          {"rotation_after", "kitchen"},
                                                          {"moments", "yes"},
                                                          {"moments_in_acts", "1"},
                                                          {"map", "on"},
                                                          {"show_strip", "False"},
                                                          {"reduced_motion", "no"},
                                                          {"language", "english"},
                                                          {"gold", "pink-ish"},
                                                          {"gold", "#FFC83"},
                                                          {"gold", "#FFC83DD"},
                                                          {"gold", "#101010"},  // could not be read on the ground
                                                          {"sky", "#001020"},
                                                          {"ground", "#F0F0F0"},
                                                          {"screen_height_m", "tall"},
                                                          {"screen_height_m", "3.4 m"},
                                                          {"screen_height_m", "0"},
                                                          {"farthest_seat_m", "-30"},
                                                          {"farthest_seat_m", "nan"},
                                                          {"place_north", "91"},
                                                          {"place_east", "east"}}) {
        const HallSettings settings = settingsOf({{key, value}});
        ASSERT_EQ(settings.wrong.size(), 1U) << key << " = " << value;
        EXPECT_EQ(settings.wrong[0].key, key);
        EXPECT_EQ(settings.wrong[0].value, value);
        EXPECT_FALSE(settings.wrong[0].wanted.empty());
        EXPECT_EQ(settings.during, usual.during);
        EXPECT_EQ(settings.gold, std::nullopt);
        EXPECT_EQ(settings.screenHeight, 0);
        EXPECT_TRUE(settings.showStrip && settings.moments && settings.map);
    }
}

TEST(HallSettings, HalfAPlaceIsToldByItsOtherHalf) {
    const HallSettings settings = settingsOf({{"place_north", "29.56"}});
    ASSERT_EQ(settings.wrong.size(), 1U);
    EXPECT_EQ(settings.wrong[0].key, "place_east");
    EXPECT_FALSE(settings.place);
}

TEST(HallSettings, EveryKeyThatIsToldWrongIsAKnownOne) {
    const auto& keys = HallSettings::keys();
    for (const char* key : {"rotation", "gold", "place_north", "screen_height_m", "message_5_zh", "flags", "theme"})
        EXPECT_NE(std::find(keys.begin(), keys.end(), key), keys.end()) << key;
}

}  // namespace
}  // namespace turnout
