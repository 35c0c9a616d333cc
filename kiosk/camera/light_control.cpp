#include "kiosk/camera/light_control.h"

#include <fcntl.h>
#include <linux/videodev2.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>

namespace turnout::kiosk {
namespace {

// A longer exposure blurs a ticket that moves and costs frames: 1/30 s, in the driver's unit of 100 us.
constexpr int kLongestExposure = 333;

// Descriptor of a camera, closed with the last copy of the function that speaks to it.
struct Opened {
    explicit Opened(int opened) : fd(opened) {}
    ~Opened() { ::close(fd); }
    Opened(const Opened&) = delete;
    Opened& operator=(const Opened&) = delete;
    const int fd;
};

}  // namespace

std::unique_ptr<LightControl> LightControl::open(const std::string& path) {
    const int fd = path.empty() ? -1 : ::open(path.c_str(), O_RDWR | O_NONBLOCK | O_CLOEXEC);
    if (fd < 0) return nullptr;
    const auto opened = std::make_shared<Opened>(fd);
    v4l2_capability capability = {};
    if (::ioctl(fd, VIDIOC_QUERYCAP, &capability) != 0) return nullptr;
    return std::make_unique<LightControl>(
        [opened](unsigned long request, void* argument) { return ::ioctl(opened->fd, request, argument); });
}

LightControl::LightControl(Device device) : device_(std::move(device)) {
    const Knob mode = knob(V4L2_CID_EXPOSURE_AUTO);
    if (const Knob bias = knob(V4L2_CID_AUTO_EXPOSURE_BIAS); bias.id != 0) {
        way_ = Way::bias;
        level_ = bias;
    } else if (const Knob exposure = knob(V4L2_CID_EXPOSURE_ABSOLUTE); exposure.id != 0 && mode.id != 0) {
        way_ = Way::exposure;
        level_ = exposure;
        automatic_ = mode.standard != V4L2_EXPOSURE_MANUAL ? mode.standard : get(mode.id, V4L2_EXPOSURE_AUTO);
        if (automatic_ == V4L2_EXPOSURE_MANUAL) automatic_ = V4L2_EXPOSURE_APERTURE_PRIORITY;
    } else if (const Knob brightness = knob(V4L2_CID_BRIGHTNESS); brightness.id != 0) {
        way_ = Way::brightness;
        level_ = brightness;
    }
    lamp_ = knob(V4L2_CID_FLASH_LED_MODE);
    if (lamp_.id != 0 && lamp_.most < V4L2_FLASH_LED_MODE_TORCH) lamp_ = {};
    if (lamp_.id == 0) lamp_ = knob(V4L2_CID_ILLUMINATORS_1);
    offer_ = {way_ != Way::none, lamp_.id != 0};
}

LightControl::~LightControl() {
    set({});
}

LightControl::Knob LightControl::knob(unsigned id) const {
    v4l2_queryctrl asked = {};
    asked.id = id;
    constexpr unsigned kNotForUs = V4L2_CTRL_FLAG_DISABLED | V4L2_CTRL_FLAG_READ_ONLY;
    if (device_(VIDIOC_QUERYCTRL, &asked) != 0 || (asked.flags & kNotForUs) != 0 || asked.maximum <= asked.minimum)
        return {};
    return {id, asked.minimum, asked.maximum, asked.default_value, std::max(1, asked.step)};
}

bool LightControl::put(unsigned id, int value) const {
    v4l2_control control = {};
    control.id = id;
    control.value = value;
    return device_(VIDIOC_S_CTRL, &control) == 0;
}

int LightControl::get(unsigned id, int otherwise) const {
    v4l2_control control = {};
    control.id = id;
    return device_(VIDIOC_G_CTRL, &control) == 0 ? control.value : otherwise;
}

void LightControl::set(const CameraLight& light) {
    if (offer_.steps && light.step != now_.step) setStep(std::clamp(light.step, -kMostLightSteps, kMostLightSteps));
    if (offer_.lamp && light.lamp != now_.lamp) setLamp(light.lamp);
    now_ = light;
}

void LightControl::setStep(int step) {
    const auto within = [&](double wanted, int most) {
        const double grid = level_.grid;
        const auto value = static_cast<int>(std::lround((wanted - level_.least) / grid) * level_.grid) + level_.least;
        return std::clamp(value, level_.least, most);
    };
    switch (way_) {
        case Way::none: break;
        case Way::bias: {  // one menu entry a step, or as many as make the range four steps wide
            const double wide = std::max(1.0, (level_.most - level_.least) / (2.0 * kMostLightSteps + 2));
            put(level_.id, within(level_.standard + step * wide, level_.most));
            break;
        }
        case Way::exposure: {  // a step doubles or halves the light
            if (step == 0) {
                put(V4L2_CID_EXPOSURE_AUTO, automatic_);
                break;
            }
            if (now_.step == 0) found_ = get(level_.id, level_.standard);
            if (put(V4L2_CID_EXPOSURE_AUTO, V4L2_EXPOSURE_MANUAL))
                put(level_.id,
                    within(found_ * std::exp2(step), std::min(level_.most, std::max(kLongestExposure, found_))));
            break;
        }
        case Way::brightness:
            put(level_.id, within(level_.standard + step * (level_.most - level_.least) / 8.0, level_.most));
            break;
    }
}

void LightControl::setLamp(bool on) const {
    if (lamp_.id == V4L2_CID_FLASH_LED_MODE)
        put(lamp_.id, on ? V4L2_FLASH_LED_MODE_TORCH : V4L2_FLASH_LED_MODE_NONE);
    else
        put(lamp_.id, on ? 1 : 0);
}

}  // namespace turnout::kiosk
