#include "kiosk/camera/camera_trouble.h"

#include <gst/gst.h>
#include <gtest/gtest.h>

namespace turnout::kiosk {
namespace {

std::string keyOf(GQuark domain, int code, CameraKind kind, const std::string& device, bool seen,
                  const std::string& missing = {}, const std::string& words = "x") {
    return cameraTrouble({g_quark_to_string(domain), code, words, missing}, kind, "the camera", device, seen).text.key;
}

TEST(CameraTrouble, SaysWhatAPersonCanDoAboutADevice) {
    const GQuark resource = GST_RESOURCE_ERROR;
    EXPECT_EQ(keyOf(resource, GST_RESOURCE_ERROR_BUSY, CameraKind::device, "/dev/null", false), "camera.busy");
    EXPECT_EQ(keyOf(resource, GST_RESOURCE_ERROR_READ, CameraKind::device, "/dev/null", true), "camera.unplugged");
    EXPECT_EQ(keyOf(resource, GST_RESOURCE_ERROR_SETTINGS, CameraKind::device, "/dev/null", false),
              "camera.not_a_camera");
    EXPECT_EQ(keyOf(resource, GST_RESOURCE_ERROR_READ, CameraKind::device, "/dev/video97", true), "camera.unplugged");
    EXPECT_EQ(keyOf(resource, GST_RESOURCE_ERROR_NOT_FOUND, CameraKind::device, "/dev/video97", false),
              "camera.not_there");
    EXPECT_EQ(keyOf(resource, GST_RESOURCE_ERROR_FAILED, CameraKind::automatic, "", true), "camera.failed");
}

TEST(CameraTrouble, NamesThePackageWhenNothingDecodesThePictures) {
    EXPECT_EQ(keyOf(GST_STREAM_ERROR, GST_STREAM_ERROR_CODEC_NOT_FOUND, CameraKind::file, "", false,
                    "H.264 (High Profile) decoder"),
              "camera.no_codec");
    EXPECT_EQ(keyOf(GST_CORE_ERROR, GST_CORE_ERROR_MISSING_PLUGIN, CameraKind::device, "/dev/null", false),
              "camera.no_codec");
    EXPECT_EQ(
        keyOf(GST_STREAM_ERROR, GST_STREAM_ERROR_FAILED, CameraKind::pipeline, "", false, "", "reason not-linked (-1)"),
        "camera.no_codec");
}

TEST(CameraTrouble, AFileIsNoVideoOrIsDamaged) {
    EXPECT_EQ(keyOf(GST_STREAM_ERROR, GST_STREAM_ERROR_TYPE_NOT_FOUND, CameraKind::file, "", false),
              "camera.file_not_video");
    EXPECT_EQ(keyOf(GST_STREAM_ERROR, GST_STREAM_ERROR_DEMUX, CameraKind::file, "", true), "camera.file_damaged");
}

}  // namespace
}  // namespace turnout::kiosk
