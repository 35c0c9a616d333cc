// The desk reads the hall's timetable as the display does.
#include "organizer/desk/app/rotation.h"

#include <gtest/gtest.h>

#include "common/domain/hall_settings.h"

namespace turnout::desk {
namespace {

TEST(RotationTest, UnderstandsExactlyWhatTheDisplayUnderstands) {
    for (const char* text :
         {"count 20, doors-open 30", "count", " journey 16 ,universities 16", "programme 14, thank-you 18", "count 2",
          "count 3601", "count soon", "count 20 s", "kitchen 20", "Count 20", "count 3, journey 3600", ","}) {
        const auto here = rotationOf(text);
        const auto there = HallSettings::rotation(text);
        if (!there) {
            EXPECT_TRUE(!here || here->empty()) << text;
            continue;
        }
        ASSERT_TRUE(here) << text;
        ASSERT_EQ(here->size(), there->size()) << text;
        for (std::size_t i = 0; i < here->size(); ++i) EXPECT_EQ((*here)[i].seconds, (*there)[i].stays.count()) << text;
    }
    EXPECT_TRUE(rotationOf("")->empty());
}

}  // namespace
}  // namespace turnout::desk
