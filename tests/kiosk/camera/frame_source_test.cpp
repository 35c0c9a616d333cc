#include "kiosk/camera/frame_source.h"

#include <gmock/gmock.h>
#include <gst/gst.h>
#include <gtest/gtest.h>

#include <functional>

#include "kiosk/camera/device_list.h"
#include "tests/kiosk/camera/camera_stand.h"
#include "tests/support/qr_frames.h"
#include "tests/support/temp_dir.h"

namespace turnout::kiosk {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;

// Runs a GStreamer pipeline to its end: the films of these tests are real ones.
void runToEnd(const std::string& description) {
    gst_init(nullptr, nullptr);
    GError* problem = nullptr;
    GstElement* pipeline = gst_parse_launch(description.c_str(), &problem);
    if (problem != nullptr) throw std::runtime_error(problem->message);
    gst_element_set_state(pipeline, GST_STATE_PLAYING);
    GstBus* bus = gst_element_get_bus(pipeline);
    GstMessage* end = gst_bus_timed_pop_filtered(bus, 60 * GST_SECOND,
                                                 static_cast<GstMessageType>(GST_MESSAGE_EOS | GST_MESSAGE_ERROR));
    const bool well = end != nullptr && GST_MESSAGE_TYPE(end) == GST_MESSAGE_EOS;
    if (end != nullptr) gst_message_unref(end);
    gst_object_unref(bus);
    gst_element_set_state(pipeline, GST_STATE_NULL);
    gst_object_unref(pipeline);
    if (!well) throw std::runtime_error("no film: " + description);
}

std::string film(const test::TempDir& folder, int frames, const std::string& pattern = "smpte", int width = 320) {
    const std::string file = folder / "film.mkv";
    runToEnd("videotestsrc num-buffers=" + std::to_string(frames) + " pattern=" + pattern +
             " ! video/x-raw,format=I420,width=" + std::to_string(width) +
             ",height=240,framerate=20/1 ! jpegenc ! matroskamux ! filesink location=" + file);
    return file;
}

std::unique_ptr<FrameSource> opened(const std::string& camera, Pace pace) {
    auto source = FrameSource::open(cameraChoice(camera), pace);
    if (!source) throw std::runtime_error(source.error().sentence(Lang::en));
    return std::move(*source);
}

// Takes frames until `enough`, or a minute has passed.
bool takeUntil(FrameSource& source, const std::function<bool(const std::optional<Frame>&)>& enough) {
    const auto limit = std::chrono::steady_clock::now() + 60s;
    while (std::chrono::steady_clock::now() < limit)
        if (enough(source.next(100ms))) return true;
    return false;
}

std::vector<Frame> toEnd(FrameSource& source) {
    std::vector<Frame> frames;
    EXPECT_TRUE(takeUntil(source, [&](const auto& frame) {
        if (frame) frames.push_back(*frame);
        return source.finished();
    }));
    return frames;
}

std::string troubleOf(const std::string& camera) {
    const auto source = opened(camera, Pace::live);
    EXPECT_TRUE(takeUntil(*source, [&](const auto&) { return source->status().state == SourceState::trouble; }));
    return source->status().error ? source->status().error->text.key : "";
}

std::string refusalOf(const std::string& camera) {
    const auto source = FrameSource::open(cameraChoice(camera), Pace::live);
    return source ? "" : source.error().text.key;
}

TEST(CameraChoice, TellsWordsDevicesFilesAndPipelinesApart) {
    EXPECT_EQ(cameraChoice("auto").kind, CameraKind::automatic);
    EXPECT_EQ(cameraChoice("none").kind, CameraKind::none);
    EXPECT_EQ(cameraChoice("/dev/video0").kind, CameraKind::device);
    EXPECT_EQ(cameraChoice("door.mkv").kind, CameraKind::file);
    EXPECT_EQ(cameraChoice("/dev.mkv").kind, CameraKind::file);
    EXPECT_EQ(cameraChoice("gst: videotestsrc ! identity").kind, CameraKind::pipeline);
    EXPECT_EQ(cameraChoice("gst: videotestsrc ! identity").what, "videotestsrc ! identity");
    EXPECT_EQ(cameraChoice("gst:videotestsrc ! identity").name(), "videotestsrc");
    EXPECT_EQ(cameraChoice("/films/door.mkv").name(), "door.mkv");
}

TEST(FrameSource, AFilmTakenFrameByFrameLosesNoneAndBringsItsOwnTime) {
    const test::TempDir folder;
    const auto source = opened(film(folder, 40), Pace::everyFrame);
    EXPECT_EQ(source->status().state, SourceState::starting);
    EXPECT_TRUE(source->status().film);
    const auto frames = toEnd(*source);
    ASSERT_EQ(frames.size(), 40U);
    for (std::size_t i = 0; i < frames.size(); ++i) {
        EXPECT_EQ(frames[i].at, Millis(50 * i));
        EXPECT_EQ(frames[i].width, 320);
        EXPECT_EQ(frames[i].height, 240);
        EXPECT_GE(frames[i].stride, 320U);
    }
    EXPECT_EQ(source->dropped(), 0U);
    EXPECT_EQ(source->status().state, SourceState::ended);
    EXPECT_EQ(source->status().name, "film.mkv");
    EXPECT_FALSE(source->next(0ms));
}

TEST(FrameSource, FramesKeepTheirPixelsAfterTheSourceHasGone) {
    const test::TempDir folder;
    auto source = opened(film(folder, 3, "white"), Pace::everyFrame);
    const auto frames = toEnd(*source);
    source.reset();
    ASSERT_EQ(frames.size(), 3U);
    for (const Frame& frame : frames) EXPECT_GT(frame.grey[frame.stride * 239 + 319], 225);
}

TEST(FrameSource, ALiveFilmRunsAtItsOwnSpeed) {
    const test::TempDir folder;
    const auto source = opened(film(folder, 20), Pace::live);
    const auto begun = std::chrono::steady_clock::now();
    const auto frames = toEnd(*source);
    EXPECT_GE(std::chrono::steady_clock::now() - begun, 900ms);
    EXPECT_FALSE(frames.empty());
    EXPECT_LE(frames.size(), 20U);
    EXPECT_EQ(source->status().state, SourceState::ended);
}

TEST(FrameSource, AtADoorTheNewestFrameWinsAndTheOthersAreCounted) {
    const std::string camera =
        "gst: videotestsrc is-live=true num-buffers=40 ! video/x-raw,width=64,height=48,framerate=50/1";
    const auto slow = opened(camera, Pace::live);
    ASSERT_TRUE(takeUntil(*slow, [](const auto& frame) { return frame.has_value(); }));
    toEnd(*opened(camera, Pace::live));  // nobody looks at the first camera while the second plays
    const auto rest = toEnd(*slow);
    EXPECT_LT(rest.size(), 20U);
    EXPECT_GT(slow->dropped(), 10U);
    EXPECT_LE(rest.size() + slow->dropped(), 40U);
}

TEST(FrameSource, APictureIsShownForSomeFrames) {
    const test::TempDir folder;
    const test::GreyFrame picture(200, 100, 60);
    writePngFile(picture, folder / "one.png");
    const auto source = opened(folder / "one.png", Pace::everyFrame);
    const auto frames = toEnd(*source);
    EXPECT_GE(frames.size(), 8U);
    EXPECT_LE(frames.size(), 30U);
    ASSERT_FALSE(frames.empty());
    EXPECT_EQ(frames[0].width, 200);
    EXPECT_EQ(source->status().state, SourceState::ended);
}

TEST(FrameSource, AFileThatCannotBePlayedIsRefusedBeforeTheDoorOpens) {
    const test::TempDir folder;
    test::writeFile(folder / "empty.mkv", "");
    test::writeFile(folder / "list.mkv", "name,country\nLi,CN\n");
    EXPECT_EQ(refusalOf(folder / "none.mkv"), "camera.file_missing");
    EXPECT_EQ(refusalOf(folder / "empty.mkv"), "camera.file_not_video");
    EXPECT_EQ(refusalOf(folder / "list.mkv"), "camera.file_not_video");
    EXPECT_EQ(refusalOf(folder.path()), "camera.file_not_video");
    EXPECT_EQ(refusalOf("gst: nosuchthing ! identity"), "camera.pipeline_wrong");
}

TEST(FrameSource, SoundAloneIsNoFilm) {
    const test::TempDir folder;
    runToEnd("audiotestsrc num-buffers=20 ! wavenc ! filesink location=" + std::string(folder / "sound.mkv"));
    EXPECT_EQ(refusalOf(folder / "sound.mkv"), "camera.file_not_video");
}

TEST(FrameSource, AFilmCutOffInTheMiddleGivesWhatIsThereAndEnds) {
    const test::TempDir folder;
    const std::string whole = test::readFile(film(folder, 40));
    test::writeFile(folder / "half.mkv", whole.substr(0, whole.size() / 2));
    const auto source = opened(folder / "half.mkv", Pace::everyFrame);
    const auto frames = toEnd(*source);
    EXPECT_GT(frames.size(), 10U);
    EXPECT_LT(frames.size(), 30U);
}

TEST(FrameSource, WhatIsMissingIsToldApart) {
    EXPECT_EQ(troubleOf("/dev/video97"), "camera.not_there");
    EXPECT_EQ(troubleOf("/dev/null"), "camera.not_a_camera");
}

TEST(FrameSource, AMachineWithoutACameraSaysSo) {
    const auto source = opened("auto", Pace::live);
    ASSERT_TRUE(takeUntil(*source, [&](const auto& frame) { return frame || source->status().error; }));
    if (source->status().error) {
        EXPECT_THAT(source->status().error->text.key, testing::StartsWith("camera."));
    }
    EXPECT_FALSE(source->finished());
}

TEST(FrameSource, ACameraThatComesLateStartsByItself) {
    const test::TempDir folder;
    const std::string file = folder / "late.png";
    const auto source =
        opened("gst: filesrc location=" + file + " ! pngdec ! imagefreeze ! video/x-raw,framerate=20/1", Pace::live);
    ASSERT_TRUE(takeUntil(*source, [&](const auto&) { return source->status().state == SourceState::trouble; }));
    EXPECT_THAT(source->status().error->sentence(Lang::en), HasSubstr("gst-launch"));
    EXPECT_FALSE(source->finished());
    writePngFile(test::GreyFrame(64, 48), file);
    ASSERT_TRUE(takeUntil(*source, [](const auto& frame) { return frame.has_value(); }));
    EXPECT_EQ(source->status().state, SourceState::live);
    EXPECT_FALSE(source->status().error);
}

TEST(FrameSource, ACameraThatBreaksDownIsOpenedAgainAndItsTimeGoesOn) {
    const auto source = opened(
        "gst: videotestsrc is-live=true ! video/x-raw,width=64,height=48,framerate=30/1 ! identity error-after=6",
        Pace::live);
    Millis last{-1};
    int broken = 0;
    bool wasLive = false;
    ASSERT_TRUE(takeUntil(*source, [&](const auto& frame) {
        if (frame) {
            EXPECT_GT(frame->at, last);
            last = frame->at;
        }
        const bool live = source->status().state == SourceState::live;
        broken += wasLive && !live ? 1 : 0;
        wasLive = live;
        return broken == 2;
    }));
    EXPECT_FALSE(source->finished());
}

// Through GStreamer's device monitor, as real ones come and go.
class PluggedCameras : public testing::Test {
  protected:
    PluggedCameras() {
        test::setUpCameraStand();
        test::plugIn("Desk camera", 640);
        test::plugIn("Door camera", 800);
    }
    ~PluggedCameras() override {
        for (const char* name : {"Desk camera", "Door camera"}) test::unplug(name);
    }
    static bool takeOfWidth(FrameSource& source, int width) {
        return takeUntil(source, [&](const auto& frame) { return frame && frame->width == width; });
    }
};

TEST_F(PluggedCameras, TheOneRememberedByNameIsTakenElseTheFirst) {
    CameraChoice choice{CameraKind::automatic, "Door camera"};
    auto source = FrameSource::open(choice, Pace::live);
    ASSERT_TRUE(source);
    EXPECT_TRUE(takeOfWidth(**source, 800));
    EXPECT_EQ((*source)->status().name, "Door camera");
    EXPECT_THAT((*source)->status().cameras, testing::ElementsAre("Desk camera", "Door camera"));
    choice.what = "A camera of last year";
    auto other = FrameSource::open(choice, Pace::live);
    ASSERT_TRUE(other);
    EXPECT_TRUE(takeOfWidth(**other, 640));
}

TEST_F(PluggedCameras, AnotherOneIsChosenWhileTheDoorRuns) {
    const auto source = opened("auto", Pace::live);
    ASSERT_TRUE(takeOfWidth(*source, 640));
    source->prefer("Door camera");
    EXPECT_TRUE(takeOfWidth(*source, 800));
    EXPECT_EQ(source->status().state, SourceState::live);
    EXPECT_EQ(source->status().name, "Door camera");
}

TEST_F(PluggedCameras, TheOneInUseIsNotReplacedByAnotherWhenItsPlugIsLoose) {
    auto source = FrameSource::open({CameraKind::automatic, "Door camera"}, Pace::live);
    ASSERT_TRUE(source);
    FrameSource& camera = **source;
    ASSERT_TRUE(takeOfWidth(camera, 800));
    test::unplug("Door camera");
    // Through the pipeline's own error and at least one look for another one.
    ASSERT_TRUE(takeUntil(camera, [&](const auto& frame) {
        EXPECT_FALSE(frame && frame->width == 640);
        const auto& error = camera.status().error;
        return error && error->text.key == "camera.unplugged" && camera.status().cameras.size() == 1;
    }));
    EXPECT_EQ(camera.status().name, "Door camera");
    EXPECT_THAT(camera.status().cameras, testing::ElementsAre("Desk camera"));
    test::plugIn("Door camera", 800);
    ASSERT_TRUE(takeUntil(camera, [&](const auto& frame) {
        EXPECT_FALSE(frame && frame->width == 640);
        return frame && frame->width == 800;
    }));
    EXPECT_EQ(camera.status().state, SourceState::live);
}

TEST_F(PluggedCameras, WhileTheOneInUseIsAwayAPersonMayChooseAnother) {
    const auto source = opened("auto", Pace::live);
    ASSERT_TRUE(takeOfWidth(*source, 640));
    test::unplug("Desk camera");
    ASSERT_TRUE(takeUntil(*source, [&](const auto&) { return source->status().state == SourceState::trouble; }));
    source->prefer("Door camera");
    EXPECT_TRUE(takeOfWidth(*source, 800));
    test::plugIn("Desk camera", 640);
    ASSERT_TRUE(takeUntil(*source, [&](const auto&) { return source->status().cameras.size() == 2; }));
    EXPECT_EQ(source->status().name, "Door camera");
    EXPECT_EQ(source->status().state, SourceState::live);
}

TEST_F(PluggedCameras, ChoosingTheOneThatIsOpenDoesNotInterruptIt) {
    const auto source = opened("auto", Pace::live);
    ASSERT_TRUE(takeOfWidth(*source, 640));
    source->prefer("Desk camera");
    ASSERT_TRUE(takeUntil(*source, [&](const auto& frame) {
        EXPECT_EQ(source->status().state, SourceState::live);
        return frame.has_value();
    }));
    EXPECT_EQ(source->status().name, "Desk camera");
}

TEST_F(PluggedCameras, ARememberedOneThatIsNotThereIsStoodInForUntilItComes) {
    test::unplug("Door camera");
    auto source = FrameSource::open({CameraKind::automatic, "Door camera"}, Pace::live);
    ASSERT_TRUE(source);
    ASSERT_TRUE(takeOfWidth(**source, 640));
    EXPECT_EQ((*source)->status().name, "Desk camera");
    EXPECT_EQ((*source)->status().standsInFor, "Door camera");
    test::plugIn("Door camera", 800);
    ASSERT_TRUE(takeOfWidth(**source, 800));
    EXPECT_EQ((*source)->status().name, "Door camera");
    EXPECT_EQ((*source)->status().standsInFor, "");
}

TEST_F(PluggedCameras, OfTwoOfOneMakeTheSecondKeepsItsNameWhenTheFirstGoes) {
    DeviceList list;
    test::plugIn("Twin", 320);
    test::plugIn("Twin", 160);
    ASSERT_THAT(list.names(), testing::ElementsAre("Desk camera", "Door camera", "Twin", "Twin 2"));
    test::unplug("Twin");
    EXPECT_THAT(list.names(), testing::ElementsAre("Desk camera", "Door camera", "Twin 2"));
    EXPECT_FALSE(list.take("Twin"));
    test::plugIn("Twin", 320);
    EXPECT_THAT(list.names(), testing::UnorderedElementsAre("Desk camera", "Door camera", "Twin", "Twin 2"));
    for (int i = 0; i < 2; ++i) test::unplug("Twin");
}

TEST_F(PluggedCameras, PulledOutAndPluggedInAgainWithoutARestart) {
    test::unplug("Desk camera");
    const auto source = opened("auto", Pace::live);
    ASSERT_TRUE(takeOfWidth(*source, 800));
    test::unplug("Door camera");
    ASSERT_TRUE(takeUntil(*source, [&](const auto&) { return source->status().state == SourceState::trouble; }));
    EXPECT_NE(source->status().error->sentence(Lang::en), "");
    test::plugIn("Door camera", 800);
    EXPECT_TRUE(takeOfWidth(*source, 800));
    EXPECT_EQ(source->status().state, SourceState::live);
    EXPECT_FALSE(source->status().error);
}

TEST(FrameSource, StopEndsTheWaiting) {
    const auto source = opened("gst: videotestsrc num-buffers=1 is-live=true ! video/x-raw,framerate=1/60", Pace::live);
    source->next(0ms);
    std::thread other([&] { source->stop(); });
    const auto begun = std::chrono::steady_clock::now();
    while (source->next(30s)) {
    }
    EXPECT_LT(std::chrono::steady_clock::now() - begun, 20s);
    other.join();
}

}  // namespace
}  // namespace turnout::kiosk
