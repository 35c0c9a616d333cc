// How brightly a camera sees, and its lamp, where the device offers them: the controls of Video4Linux
// (https://docs.kernel.org/userspace-api/media/v4l/extended-controls.html). One thread at a time.
#pragma once

#include <functional>
#include <memory>
#include <string>

namespace turnout::kiosk {

// What a person may change, counted from what the camera chooses by itself.
struct CameraLight {
    int step = 0;  // -2 (darker) to 2 (brighter); 0 = the camera's own choice
    bool lamp = false;
    bool operator==(const CameraLight&) const = default;
};

inline constexpr int kMostLightSteps = 2;

struct LightOffer {
    bool steps = false, lamp = false;
    bool operator==(const LightOffer&) const = default;
};

class LightControl {
  public:
    // ioctl() on the camera: 0 = done, else it refuses.
    using Device = std::function<int(unsigned long request, void* argument)>;

    // The camera at /dev/video...; nothing when it cannot be opened or is no Video4Linux device.
    static std::unique_ptr<LightControl> open(const std::string& path);
    explicit LightControl(Device device);
    ~LightControl();  // the camera is as it was found: its own choice, the lamp out
    LightControl(const LightControl&) = delete;
    LightControl& operator=(const LightControl&) = delete;

    LightOffer offer() const { return offer_; }
    // Steps and a lamp that are not offered are left alone.
    void set(const CameraLight& light);

  private:
    struct Knob {
        unsigned id = 0;  // 0 = not there
        int least = 0, most = 0, standard = 0, grid = 1;
    };
    // The first there is, best first: `bias` shifts the camera's own exposure, `exposure` replaces it for as long as a
    // step is asked for, `brightness` only stretches the picture.
    enum class Way { none, bias, exposure, brightness };

    Knob knob(unsigned id) const;
    bool put(unsigned id, int value) const;
    int get(unsigned id, int otherwise) const;
    void setStep(int step);
    void setLamp(bool on) const;

    const Device device_;
    LightOffer offer_;
    Way way_ = Way::none;
    Knob level_, lamp_;
    int automatic_ = 0;  // value of the exposure mode that is the camera's own choice
    int found_ = 0;      // the exposure it had chosen when the first step was asked for
    CameraLight now_;
};

}  // namespace turnout::kiosk
