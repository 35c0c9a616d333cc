#include "tests/kiosk/camera/camera_stand.h"

#include <gst/gst.h>

#include <algorithm>
#include <map>
#include <mutex>
#include <vector>

#pragma GCC diagnostic ignored "-Wold-style-cast"  // GLib's macros

namespace turnout::test {
namespace {

// --- a camera ---

struct StandCamera {
    GstDevice parent;
    int width;
    std::vector<GstElement*>* opened;  // what it gave away, weakly
};
struct StandCameraClass {
    GstDeviceClass parent_class;
};
G_DEFINE_TYPE(StandCamera, stand_camera, GST_TYPE_DEVICE)

GstElement* createElement(GstDevice* device, const gchar*) {
    const auto* camera = reinterpret_cast<StandCamera*>(device);
    const std::string text = "videotestsrc is-live=true ! video/x-raw,width=" + std::to_string(camera->width) +
                             ",height=480,framerate=30/1 ! identity name=cable";
    GstElement* bin = gst_parse_bin_from_description(text.c_str(), TRUE, nullptr);
    camera->opened->push_back(GST_ELEMENT(gst_object_ref(bin)));
    return bin;
}

void stand_camera_init(StandCamera* camera) {
    camera->opened = new std::vector<GstElement*>;
}
void disposeCamera(GObject* object) {
    auto* camera = reinterpret_cast<StandCamera*>(object);
    if (camera->opened != nullptr) {
        for (GstElement* element : *camera->opened) gst_object_unref(element);
        delete camera->opened;
        camera->opened = nullptr;
    }
    G_OBJECT_CLASS(stand_camera_parent_class)->dispose(object);
}
void stand_camera_class_init(StandCameraClass* type) {
    reinterpret_cast<GstDeviceClass*>(type)->create_element = createElement;
    reinterpret_cast<GObjectClass*>(type)->dispose = disposeCamera;
}

// --- the provider ---

struct Stand {
    std::mutex mutex;
    std::vector<std::pair<std::string, int>> plugged;
    GstDeviceProvider* provider = nullptr;  // while a monitor runs
    std::multimap<std::string, GstDevice*> devices;
};
Stand& stand() {
    static Stand one;
    return one;
}

struct StandProvider {
    GstDeviceProvider parent;
};
struct StandProviderClass {
    GstDeviceProviderClass parent_class;
};
G_DEFINE_TYPE(StandProvider, stand_provider, GST_TYPE_DEVICE_PROVIDER)

void show(const std::string& name, int width) {
    GstCaps* caps = gst_caps_from_string("video/x-raw");
    auto* device = static_cast<GstDevice*>(g_object_new(stand_camera_get_type(), "display-name", name.c_str(),
                                                        "device-class", "Video/Source", "caps", caps, nullptr));
    gst_caps_unref(caps);
    reinterpret_cast<StandCamera*>(device)->width = width;
    stand().devices.emplace(name, device);
    gst_device_provider_device_add(stand().provider, device);
}

gboolean startProvider(GstDeviceProvider* provider) {
    const std::lock_guard lock(stand().mutex);
    stand().provider = provider;
    for (const auto& [name, width] : stand().plugged) show(name, width);
    return TRUE;
}
void stopProvider(GstDeviceProvider*) {
    const std::lock_guard lock(stand().mutex);
    stand().provider = nullptr;
    stand().devices.clear();
}

void stand_provider_init(StandProvider*) {}
void stand_provider_class_init(StandProviderClass* type) {
    auto* provider = reinterpret_cast<GstDeviceProviderClass*>(type);
    provider->start = startProvider;
    provider->stop = stopProvider;
    gst_device_provider_class_set_static_metadata(provider, "Test cameras", "Source/Video", "Cameras for tests",
                                                  "Turnout");
}

}  // namespace

void setUpCameraStand() {
    static const bool once = [] {
        gst_init(nullptr, nullptr);
        gst_device_provider_register(nullptr, "turnoutteststand", GST_RANK_PRIMARY + 100, stand_provider_get_type());
        return true;
    }();
    (void)once;
}

void plugIn(const std::string& name, int size) {
    const std::lock_guard lock(stand().mutex);
    stand().plugged.emplace_back(name, size);
    if (stand().provider != nullptr) show(name, size);
}

void unplug(const std::string& name) {
    std::vector<GstElement*> cables;
    {
        const std::lock_guard lock(stand().mutex);
        const auto plug = std::find_if(stand().plugged.begin(), stand().plugged.end(),
                                       [&](const auto& camera) { return camera.first == name; });
        if (plug != stand().plugged.end()) stand().plugged.erase(plug);
        const auto found = stand().devices.lower_bound(name);
        if (found == stand().devices.end() || found->first != name) return;
        for (GstElement* bin : *reinterpret_cast<StandCamera*>(found->second)->opened)
            if (GstElement* cable = gst_bin_get_by_name(GST_BIN(bin), "cable")) cables.push_back(cable);
        if (stand().provider != nullptr) gst_device_provider_device_remove(stand().provider, found->second);
        stand().devices.erase(found);
    }
    for (GstElement* cable : cables) {
        GST_ELEMENT_ERROR(cable, RESOURCE, READ, ("Device was disconnected"), (nullptr));
        gst_object_unref(cable);
    }
}

}  // namespace turnout::test
