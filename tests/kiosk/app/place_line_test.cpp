#include "kiosk/app/place_line.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace turnout::kiosk {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class PlaceLineTest : public testing::Test {
  protected:
    PlaceLineTest() {
        guest.name = "Thida Win Htet";
        guest.nativeName = "သီတာ ဝင်း ထက်";
        guest.country = *CountryCode::fromAlpha2("MM");
        guest.affiliation = {"Chongqing Medical University", "重庆医科大学"};
    }
    PlaceLine line(std::string_view typed, Lang lang = Lang::en) const {
        return placeLine(guest, {{"cqmu", guest.affiliation, {"CQMU", "重医"}, {"Chongyi"}}}, typed, lang);
    }
    std::vector<std::string> marked(const PlaceLine& line) const {
        std::vector<std::string> parts;
        for (const ByteSpan& span : line.marked) parts.push_back(line.words.substr(span.begin, span.end - span.begin));
        return parts;
    }

    Guest guest;
};

TEST_F(PlaceLineTest, MarksWhatWasTypedOfTheUsualNames) {
    const PlaceLine found = line("myan medical");
    EXPECT_EQ(found.words, "Myanmar · Chongqing Medical University");
    EXPECT_THAT(marked(found), ElementsAre("Myan", "Medical"));
}

TEST_F(PlaceLineTest, ShowsTheOtherNameThatWasTyped) {
    EXPECT_EQ(line("缅甸").words, "Myanmar (缅甸) · Chongqing Medical University");
    EXPECT_THAT(marked(line("缅甸")), ElementsAre("缅甸"));
    EXPECT_EQ(line("重庆").words, "Myanmar · Chongqing Medical University (重庆医科大学)");
    EXPECT_THAT(marked(line("cqmu")), ElementsAre("CQMU"));
    EXPECT_EQ(line("myanmar", Lang::zh).words, "缅甸 (Myanmar) · 重庆医科大学");
}

TEST_F(PlaceLineTest, LeavesOutWhatIsFoundInTheNames) {
    EXPECT_EQ(line("thida").words, "Myanmar · Chongqing Medical University");
    EXPECT_THAT(line("thida").marked, IsEmpty());
    EXPECT_THAT(line("သီတာ").marked, IsEmpty());
}

TEST_F(PlaceLineTest, IsEmptyWithoutCountryAndUniversity) {
    guest.country = {};
    guest.affiliation = {};
    EXPECT_THAT(line("x").marked, IsEmpty());
}

}  // namespace
}  // namespace turnout::kiosk
