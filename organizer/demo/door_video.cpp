#include "organizer/demo/door_video.h"

#include <gst/app/gstappsrc.h>
#include <gst/gst.h>

#include <algorithm>
#include <string>

namespace turnout::demo {
namespace {

struct GstEnd {
    void operator()(GstElement* element) const {
        gst_element_set_state(element, GST_STATE_NULL);
        gst_object_unref(element);
    }
    void operator()(GstAppSrc* source) const { gst_object_unref(source); }  // the pipeline stops it
    void operator()(GstBus* bus) const { gst_object_unref(bus); }
    void operator()(GstMessage* message) const { gst_message_unref(message); }
    void operator()(GstCaps* caps) const { gst_caps_unref(caps); }
};
template <class T>
using Owned = std::unique_ptr<T, GstEnd>;

constexpr guint64 kWaitingFrames = 8;  // drawn ahead of the encoder

Error failed(const std::filesystem::path& file) {
    return makeError(Fault::diskError, "demo.video_failed", {{"file", file.filename().string()}});
}

Owned<GstElement> pipeline(const std::filesystem::path& file) {
    GError* problem = nullptr;
    // Motion JPEG, as most USB cameras speak: 1.5 ms a frame to make, where VP8 took 45 to 80 and Theora 14 to 29.
    GstElement* made = gst_parse_launch(
        "appsrc name=frames format=time block=true ! jpegenc quality=42 idct-method=ifast ! matroskamux ! "
        "filesink name=file",
        &problem);
    if (problem != nullptr) {
        g_error_free(problem);
        if (made != nullptr) gst_object_unref(made);
        return nullptr;
    }
    GstElement* sink = gst_bin_get_by_name(GST_BIN(made), "file");
    g_object_set(sink, "location", file.c_str(), nullptr);
    gst_object_unref(sink);
    return Owned<GstElement>(made);
}

bool push(GstAppSrc* source, const Frame& frame, std::int64_t at, int framesPerSecond) {
    GstBuffer* buffer = gst_buffer_new_memdup(frame.bytes.data(), frame.bytes.size());
    const auto number = static_cast<guint64>(at);
    const auto rate = static_cast<guint64>(framesPerSecond);
    GST_BUFFER_PTS(buffer) = gst_util_uint64_scale(number, GST_SECOND, rate);
    GST_BUFFER_DURATION(buffer) = gst_util_uint64_scale(1, GST_SECOND, rate);
    return gst_app_src_push_buffer(source, buffer) == GST_FLOW_OK;
}

}  // namespace

const char* const kVideoEnding = ".mkv";

Status writeVideo(DoorCamera& camera, int width, int height, int framesPerSecond, const std::filesystem::path& file,
                  const std::function<void(std::int64_t done, std::int64_t all)>& progress) {
    if (gst_init_check(nullptr, nullptr, nullptr) == FALSE) return makeError(Fault::device, "demo.no_encoder");
    std::filesystem::path half = file;
    half += ".part";
    {
        const Owned<GstElement> video = pipeline(half);
        if (!video) return makeError(Fault::device, "demo.no_encoder");
        const Owned<GstAppSrc> source(GST_APP_SRC(gst_bin_get_by_name(GST_BIN(video.get()), "frames")));
        const Owned<GstCaps> caps(gst_caps_new_simple("video/x-raw", "format", G_TYPE_STRING, "I420", "width",
                                                      G_TYPE_INT, width, "height", G_TYPE_INT, height, "framerate",
                                                      GST_TYPE_FRACTION, framesPerSecond, 1, nullptr));
        GstAppSrc* frames = source.get();
        gst_app_src_set_caps(frames, caps.get());
        gst_app_src_set_max_bytes(frames, kWaitingFrames * static_cast<guint64>(width) * static_cast<guint64>(height));
        bool well = gst_element_set_state(video.get(), GST_STATE_PLAYING) != GST_STATE_CHANGE_FAILURE;
        const std::int64_t all = camera.frames();
        for (std::int64_t i = 0; well && i < all; ++i) {
            well = push(frames, camera.frame(i), i, framesPerSecond);
            if (progress && i % framesPerSecond == 0) progress(i, all);
        }
        if (well) {
            gst_app_src_end_of_stream(frames);
            const Owned<GstBus> bus(gst_element_get_bus(video.get()));
            const Owned<GstMessage> end(gst_bus_timed_pop_filtered(
                bus.get(), GST_CLOCK_TIME_NONE, static_cast<GstMessageType>(GST_MESSAGE_EOS | GST_MESSAGE_ERROR)));
            well = GST_MESSAGE_TYPE(end.get()) == GST_MESSAGE_EOS;
            if (progress) progress(all, all);
        }
        if (!well) {
            std::error_code ignored;
            std::filesystem::remove(half, ignored);
            return failed(file);
        }
    }
    std::error_code error;
    using std::filesystem::perms;
    std::filesystem::permissions(half, perms::owner_read | perms::owner_write, error);  // it shows valid codes
    std::filesystem::rename(half, file, error);
    if (error) return failed(file);
    return Done{};
}

}  // namespace turnout::demo
