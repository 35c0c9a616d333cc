// The cameras of this machine, as GStreamer's device monitor sees them. One thread at a time.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

typedef struct _GstElement GstElement;

namespace turnout::kiosk {

class DeviceList {
  public:
    DeviceList();
    ~DeviceList();

    struct Camera {
        std::string name;               // for people
        std::string path;               // /dev/video0; empty when the device has none
        GstElement* element = nullptr;  // gives its frames; floating, the caller takes it over
    };
    std::optional<Camera> take(const std::string& name) const;  // nothing when it is not there
    // Of all that are there; two of one make are told apart ("USB camera", "USB camera 2"), and each keeps its name
    // while it is plugged in.
    std::vector<std::string> names() const;
    std::string nameOf(const std::string& path) const;  // the path itself when the monitor does not know it

  private:
    struct Monitor;
    std::unique_ptr<Monitor> monitor_;
};

}  // namespace turnout::kiosk
