#include "kiosk/camera/device_list.h"

#include <gst/gst.h>

#include <algorithm>
#include <utility>

#include "common/base/text.h"

namespace turnout::kiosk {
namespace {

std::string pathOf(GstDevice* device) {
    std::string path;
    if (GstStructure* properties = gst_device_get_properties(device)) {
        for (const char* key : {"device.path", "api.v4l2.path"})
            if (const gchar* value = gst_structure_get_string(properties, key); value != nullptr && path.empty())
                path = value;
        gst_structure_free(properties);
    }
    return path;
}

std::string nameOf(GstDevice* device) {
    gchar* name = gst_device_get_display_name(device);
    std::string result = name != nullptr ? cleanForScreen(name) : std::string();
    g_free(name);
    return result;
}

}  // namespace

struct DeviceList::Monitor {
    GstDeviceMonitor* monitor = gst_device_monitor_new();
    bool started = false;
    // What each camera that is there is called; held, so that no other can come by its address.
    std::vector<std::pair<GstDevice*, std::string>> called;

    Monitor() {
        gst_device_monitor_add_filter(monitor, "Video/Source", nullptr);
        started = gst_device_monitor_start(monitor) != FALSE;
    }
    ~Monitor() {
        for (const auto& [device, name] : called) gst_object_unref(device);
        if (started) gst_device_monitor_stop(monitor);
        gst_object_unref(monitor);
    }

    // Names stay with their cameras: of two of one make, the second is not the first because that one went away.
    void look() {
        std::vector<GstDevice*> there;
        GList* devices = started ? gst_device_monitor_get_devices(monitor) : nullptr;
        for (GList* one = devices; one != nullptr; one = one->next) there.push_back(GST_DEVICE(one->data));
        const auto before = std::exchange(called, {});
        for (GstDevice* device : there) {
            const auto known =
                std::find_if(before.begin(), before.end(), [&](const auto& one) { return one.first == device; });
            called.emplace_back(GST_DEVICE(gst_object_ref(device)),
                                known == before.end() ? std::string() : known->second);
        }
        for (auto& [device, name] : called)
            if (name.empty()) name = freeName(kiosk::nameOf(device));
        for (const auto& [device, name] : before) gst_object_unref(device);
        g_list_free_full(devices, gst_object_unref);
    }

  private:
    std::string freeName(const std::string& own) const {
        const auto taken = [&](const std::string& name) {
            return std::any_of(called.begin(), called.end(), [&](const auto& one) { return one.second == name; });
        };
        std::string name = own;
        for (int nth = 2; taken(name); ++nth) name = own + " " + std::to_string(nth);
        return name;
    }
};

DeviceList::DeviceList() : monitor_(std::make_unique<Monitor>()) {}
DeviceList::~DeviceList() = default;

std::vector<std::string> DeviceList::names() const {
    monitor_->look();
    std::vector<std::string> all;
    for (const auto& [device, name] : monitor_->called) all.push_back(name);
    return all;
}

std::optional<DeviceList::Camera> DeviceList::take(const std::string& name) const {
    monitor_->look();
    for (const auto& [device, own] : monitor_->called)
        if (own == name)
            if (GstElement* element = gst_device_create_element(device, nullptr))
                return Camera{own, pathOf(device), element};
    return std::nullopt;
}

std::string DeviceList::nameOf(const std::string& path) const {
    monitor_->look();
    for (const auto& [device, name] : monitor_->called)
        if (pathOf(device) == path) return name;
    return path;
}

}  // namespace turnout::kiosk
