// What stands in a moment and where: measured on what was laid out.
#include <gtest/gtest.h>

#include <algorithm>

#include "display/views/hall_view.h"
#include "tests/display/views/boxes.h"
#include "tests/display/views/scenes.h"
#include "tests/support/event_builder.h"

namespace turnout::display {
namespace {

struct Laid {
    std::vector<ui::Written> texts;
    std::vector<Rect> flags;
};

Laid laid(const Moment& moment, ui::Size size, float floor) {
    const test::PlainFlags flags;
    Laid all;
    const auto canvas = ui::Canvas::headless(size);
    canvas->setFlags(flags.flags());
    canvas->onWritten([&](const ui::Written& written) { all.texts.push_back(written); });
    canvas->onFilled([&](const ui::Filled& filled) {
        if (filled.picture) all.flags.push_back(filled.area);
    });
    Frame frame;
    frame.floor = floor;
    canvas->begin(size, {});
    drawMoment(stageOn(*canvas, frame), moment, kMomentIn, 0);
    canvas->end();
    return all;
}

class MomentViewAt : public testing::TestWithParam<ui::Size> {};

TEST_P(MomentViewAt, TheOrdinalStandsClearOfTheNamesAndBothAroundTheFlagsMiddle) {
    for (const float floor : {0.0F, 48.0F})
        for (const char* code : {"VC", "NP", "CF", "ET"}) {
            const Laid all = laid({Moment::Kind::country, test::country(code), 54, 56, true, {}}, GetParam(), floor);
            ASSERT_EQ(all.flags.size(), 1U);
            const float right = all.flags.front().right();
            float ordinal = 0, size = 0, names = GetParam().h, top = GetParam().h, bottom = 0;
            for (const ui::Written& each : all.texts) {
                if (each.ink.x < right) continue;
                top = std::min(top, each.ink.y);
                bottom = std::max(bottom, each.ink.bottom());
                if (each.text.find("54") != std::string::npos) {
                    ordinal = std::max(ordinal, each.ink.bottom());
                    size = each.style.size;
                } else {
                    names = std::min(names, each.ink.y);
                }
            }
            EXPECT_GE(names - ordinal, size * 0.33F) << code;
            const Rect& flag = all.flags.front();
            EXPECT_NEAR((top + bottom) / 2, flag.y + flag.h / 2, flag.h * 0.04F) << code;
        }
}

TEST(MomentView, AllCountriesAreCountedInBothLanguages) {
    const Laid all = laid({Moment::Kind::allCountries, {}, 56, 56, true, {}}, {1920, 1080}, 0);
    std::string told;
    for (const ui::Written& each : all.texts) told += each.text + "|";
    EXPECT_EQ(told, "56|个国家全部到齐|All 56 countries are here|");
}

TEST(MomentView, TheNamesOfManyCountriesFillTheRoomUnderTheirFlags) {
    Moment several{Moment::Kind::newCountries, {}, 10, 0, false, {}};
    for (const char* code : {"VN", "BD", "RU", "TH", "MZ", "YE", "AF", "CI", "PK", "KZ"})
        several.flags.push_back(test::country(code));
    const Laid all = laid(several, {1920, 1080}, 0);
    std::size_t names = 0;
    for (const ui::Written& each : all.texts) {
        if (each.ink.y < 200) continue;
        ++names;
        EXPECT_GE(each.style.size, 44) << each.text;
    }
    EXPECT_GE(names, 29U) << "three of each, and what Côte d'Ivoire calls itself is its English name";
}

// Upright, the names stand under the flag.
std::vector<ui::Size> lying() {
    std::vector<ui::Size> all(test::kShapes.begin(), test::kShapes.end());
    std::erase_if(all, [](const ui::Size& size) { return size.w < size.h; });
    return all;
}
INSTANTIATE_TEST_SUITE_P(Shapes, MomentViewAt, testing::ValuesIn(lying()));

}  // namespace
}  // namespace turnout::display
