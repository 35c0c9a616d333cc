#include <gtest/gtest.h>

#include "display/views/scene_views.h"
#include "display/views/scenery.h"
#include "tests/support/temp_dir.h"

namespace turnout::display {
namespace {

TEST(Logo, OfAnyProportionSaysHowWideItWillBe) {
    const test::TempDir folder;
    const auto canvas = ui::Canvas::headless({1920, 1080});
    for (const auto& [w, h, wide] : {std::array{300, 100, 450}, {100, 100, 150}, {100, 200, 75}, {900, 100, 450}}) {
        const std::string name = std::to_string(w) + ".svg";
        test::writeFile(folder / name, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + std::to_string(w) +
                                           "\" height=\"" + std::to_string(h) +
                                           "\"><rect width=\"100%\" height=\"100%\" fill=\"#fff\"/></svg>");
        Palette palette;
        palette.logo = (folder / name).string();
        Scenery scenery;
        Frame frame;
        frame.scenery = &scenery;
        frame.palette = &palette;
        const Stage stage(*canvas, 1, {}, {1920, 1080}, frame);
        canvas->begin({1920, 1080}, {});
        EXPECT_NEAR(logoWidth(stage, 150), static_cast<float>(wide), 3) << w << " x " << h;
        EXPECT_EQ(drawLogo(stage, 0, 0, 150), logoWidth(stage, 150));
        canvas->end();
    }
}

}  // namespace
}  // namespace turnout::display
