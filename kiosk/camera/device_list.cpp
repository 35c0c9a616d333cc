#include "kiosk/camera/device_list.h"

#include <gst/gst.h>

#include <algorithm>
#include <map>

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

    Monitor() {
        gst_device_monitor_add_filter(monitor, "Video/Source", nullptr);
        started = gst_device_monitor_start(monitor) != FALSE;
    }
    ~Monitor() {
        if (started) gst_device_monitor_stop(monitor);
        gst_object_unref(monitor);
    }

    // `look` answers true to stop.
    template <class Look>
    void each(Look look) const {
        GList* devices = started ? gst_device_monitor_get_devices(monitor) : nullptr;
        bool stop = false;
        for (GList* one = devices; one != nullptr && !stop; one = one->next) stop = look(GST_DEVICE(one->data));
        g_list_free_full(devices, gst_object_unref);
    }
};

DeviceList::DeviceList() : monitor_(std::make_unique<Monitor>()) {}
DeviceList::~DeviceList() = default;

std::vector<std::string> DeviceList::names() const {
    std::vector<std::string> all;
    std::map<std::string, int> count;
    monitor_->each([&](GstDevice* device) {
        const std::string name = kiosk::nameOf(device);
        const int nth = ++count[name];
        all.push_back(nth == 1 ? name : name + " " + std::to_string(nth));
        return false;
    });
    return all;
}

std::optional<DeviceList::Camera> DeviceList::take(const std::string& name) const {
    const std::vector<std::string> known = names();
    const bool isThere = std::find(known.begin(), known.end(), name) != known.end();
    std::optional<Camera> found;
    std::size_t at = 0;
    monitor_->each([&](GstDevice* device) {
        if (at >= known.size()) return true;
        const std::string& own = known[at++];
        if (isThere && own != name) return false;
        GstElement* element = gst_device_create_element(device, nullptr);
        if (element == nullptr) return false;
        found = Camera{own, pathOf(device), element};
        return true;
    });
    return found;
}

std::string DeviceList::nameOf(const std::string& path) const {
    std::string name;
    monitor_->each([&](GstDevice* device) {
        if (pathOf(device) == path) name = kiosk::nameOf(device);
        return !name.empty();
    });
    return name.empty() ? path : name;
}

}  // namespace turnout::kiosk
