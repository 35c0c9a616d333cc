#include "common/paint/svg.h"

#include <gtest/gtest.h>

#include <string>

namespace turnout::paint {
namespace {

TEST(Svg, TellsItsProportionsByItsSizeOrItsViewBox) {
    const std::string head = R"(<svg xmlns="http://www.w3.org/2000/svg" )";
    EXPECT_NEAR(svgAspect(head + R"(width="300" height="100"/>)").value_or(0), 3, 0.001);
    EXPECT_NEAR(svgAspect(head + R"(viewBox="0 0 50 100"/>)").value_or(0), 0.5, 0.001);
    EXPECT_FALSE(svgAspect("no drawing"));
}

TEST(Svg, FillsTheBitmapInItsOwnProportions) {
    const auto bitmap = renderSvg(
        R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><rect width="20" height="10" fill="#f00"/></svg>)",
        20, 20);
    ASSERT_TRUE(bitmap);
    EXPECT_EQ(bitmap->at(10, 10), Colour::hex(0xFF0000));
    EXPECT_EQ(bitmap->at(10, 1).a, 0) << "above the drawing";
}

}  // namespace
}  // namespace turnout::paint
