#include "kiosk/camera/light_control.h"

#include <gtest/gtest.h>
#include <linux/videodev2.h>

#include <cerrno>
#include <map>

namespace turnout::kiosk {
namespace {

// A camera's driver as Video4Linux shows it: controls by id, answered as the kernel answers.
struct Driver {
    struct Control {
        int least, most, standard, value;
        unsigned flags = 0;
    };
    std::map<unsigned, Control> controls;

    LightControl::Device device() {
        return [this](unsigned long request, void* argument) {
            if (request == VIDIOC_QUERYCTRL) {
                auto& asked = *static_cast<v4l2_queryctrl*>(argument);
                const auto found = controls.find(asked.id);
                if (found == controls.end()) return fail();
                asked.minimum = found->second.least;
                asked.maximum = found->second.most;
                asked.default_value = found->second.standard;
                asked.step = 1;
                asked.flags = found->second.flags;
                return 0;
            }
            auto& control = *static_cast<v4l2_control*>(argument);
            const auto found = controls.find(control.id);
            if (found == controls.end()) return fail();
            if (request == VIDIOC_G_CTRL) control.value = found->second.value;
            if (request == VIDIOC_S_CTRL) {
                if (control.value < found->second.least || control.value > found->second.most) return fail();
                found->second.value = control.value;
            }
            return 0;
        };
    }
    int value(unsigned id) const { return controls.at(id).value; }
    static int fail() {
        errno = EINVAL;
        return -1;
    }
};

constexpr unsigned kMode = V4L2_CID_EXPOSURE_AUTO, kExposure = V4L2_CID_EXPOSURE_ABSOLUTE;

Driver webcam() {
    Driver driver;
    driver.controls[kMode] = {0, 3, V4L2_EXPOSURE_APERTURE_PRIORITY, V4L2_EXPOSURE_APERTURE_PRIORITY};
    driver.controls[kExposure] = {3, 2047, 250, 100};
    driver.controls[V4L2_CID_BRIGHTNESS] = {-64, 64, 0, 0};
    return driver;
}

TEST(LightControl, AStepDoublesOrHalvesTheExposureTheCameraHadChosen) {
    Driver driver = webcam();
    LightControl light(driver.device());
    EXPECT_EQ(light.offer(), (LightOffer{true, false}));
    light.set({1, false});
    EXPECT_EQ(driver.value(kMode), V4L2_EXPOSURE_MANUAL);
    EXPECT_EQ(driver.value(kExposure), 200);
    light.set({-2, false});
    EXPECT_EQ(driver.value(kExposure), 25);
    light.set({0, false});
    EXPECT_EQ(driver.value(kMode), V4L2_EXPOSURE_APERTURE_PRIORITY);
}

TEST(LightControl, AnExposureNeverGrowsSoLongThatTicketsBlur) {
    Driver driver = webcam();
    LightControl light(driver.device());
    light.set({2, false});
    EXPECT_EQ(driver.value(kExposure), 333) << "a thirtieth of a second";
}

TEST(LightControl, TheCameraIsLeftAsItWasFound) {
    Driver driver = webcam();
    driver.controls[V4L2_CID_FLASH_LED_MODE] = {0, V4L2_FLASH_LED_MODE_TORCH, 0, 0};
    {
        LightControl light(driver.device());
        light.set({2, true});
        EXPECT_EQ(driver.value(V4L2_CID_FLASH_LED_MODE), V4L2_FLASH_LED_MODE_TORCH);
    }
    EXPECT_EQ(driver.value(kMode), V4L2_EXPOSURE_APERTURE_PRIORITY);
    EXPECT_EQ(driver.value(V4L2_CID_FLASH_LED_MODE), V4L2_FLASH_LED_MODE_NONE);
}

TEST(LightControl, TheCamerasOwnBiasIsPreferred) {
    Driver driver = webcam();
    driver.controls[V4L2_CID_AUTO_EXPOSURE_BIAS] = {0, 12, 6, 6};
    LightControl light(driver.device());
    light.set({2, false});
    EXPECT_EQ(driver.value(V4L2_CID_AUTO_EXPOSURE_BIAS), 10);
    light.set({-2, false});
    EXPECT_EQ(driver.value(V4L2_CID_AUTO_EXPOSURE_BIAS), 2);
    EXPECT_EQ(driver.value(kMode), V4L2_EXPOSURE_APERTURE_PRIORITY) << "it goes on choosing";
}

TEST(LightControl, ACameraWithBrightnessAloneHasItsPictureStretched) {
    Driver driver;
    driver.controls[V4L2_CID_BRIGHTNESS] = {0, 255, 128, 128};
    driver.controls[V4L2_CID_ILLUMINATORS_1] = {0, 1, 0, 0};
    LightControl light(driver.device());
    EXPECT_EQ(light.offer(), (LightOffer{true, true}));
    light.set({2, true});
    EXPECT_EQ(driver.value(V4L2_CID_BRIGHTNESS), 192);
    EXPECT_EQ(driver.value(V4L2_CID_ILLUMINATORS_1), 1);
}

TEST(LightControl, WhatTheDriverLocksOrLacksIsNotOffered) {
    Driver driver;
    driver.controls[V4L2_CID_BRIGHTNESS] = {0, 255, 128, 128, V4L2_CTRL_FLAG_READ_ONLY};
    driver.controls[V4L2_CID_FLASH_LED_MODE] = {0, V4L2_FLASH_LED_MODE_FLASH, 0, 0};  // it flashes, it does not shine
    LightControl light(driver.device());
    EXPECT_EQ(light.offer(), LightOffer{});
    light.set({2, true});
    EXPECT_EQ(driver.value(V4L2_CID_BRIGHTNESS), 128);
    EXPECT_EQ(driver.value(V4L2_CID_FLASH_LED_MODE), 0);
}

TEST(LightControl, APathThatIsNoCameraHasNone) {
    EXPECT_EQ(LightControl::open("/dev/null"), nullptr);
    EXPECT_EQ(LightControl::open("/dev/video-that-is-not-there"), nullptr);
    EXPECT_EQ(LightControl::open(""), nullptr);
}

}  // namespace
}  // namespace turnout::kiosk
