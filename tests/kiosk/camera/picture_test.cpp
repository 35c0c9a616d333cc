#include "kiosk/camera/picture.h"

#include <gtest/gtest.h>

#include "kiosk/camera/frame_source.h"

namespace turnout::kiosk {
namespace {

Frame frameOf(const std::string& pipeline) {
    auto source = FrameSource::open(cameraChoice("gst: " + pipeline), Pace::everyFrame);
    if (!source) throw std::runtime_error(source.error().sentence(Lang::en));
    const auto limit = std::chrono::steady_clock::now() + std::chrono::seconds(60);
    while (std::chrono::steady_clock::now() < limit)
        if (auto frame = (*source)->next(Millis(100))) return *frame;
    throw std::runtime_error("no frame");
}

TEST(PictureMaker, KeepsColoursAndSize) {
    PictureMaker maker;
    Picture picture;
    maker.make(frameOf("videotestsrc num-buffers=1 pattern=red ! video/x-raw,width=322,height=240"), picture);
    EXPECT_EQ(picture.width, 322);
    EXPECT_EQ(picture.height, 240);
    EXPECT_EQ(picture.scale, 1);
    ASSERT_EQ(picture.rgba.size(), 322U * 240 * 4);
    const std::uint8_t* pixel = &picture.rgba[(100 * 322 + 100) * 4];
    EXPECT_GT(pixel[0], 230);
    EXPECT_LT(pixel[1], 25);
    EXPECT_LT(pixel[2], 25);
    EXPECT_EQ(pixel[3], 255);
}

TEST(PictureMaker, MakesLargeFramesAsWideAsAWindowNeeds) {
    PictureMaker maker;
    Picture picture;
    maker.make(frameOf("videotestsrc num-buffers=1 ! video/x-raw,width=2560,height=1440"), picture);
    EXPECT_EQ(picture.width, PictureMaker::kWidest);
    EXPECT_EQ(picture.height, 720);
    EXPECT_FLOAT_EQ(picture.scale, 0.5F);
    maker.make(frameOf("videotestsrc num-buffers=1 ! video/x-raw,width=640,height=480"), picture);  // another shape
    EXPECT_EQ(picture.width, 640);
    EXPECT_EQ(picture.height, 480);
}

}  // namespace
}  // namespace turnout::kiosk
