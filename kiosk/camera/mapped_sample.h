// GStreamer's side of a Frame. Included in kiosk/camera only.
#pragma once

#include <gst/video/video.h>

namespace turnout::kiosk {

// A sample and its pixels (I420), mapped for reading until it goes.
struct MappedSample {
    explicit MappedSample(GstSample* taken) : sample(taken) {
        GstVideoInfo info;
        const GstCaps* caps = gst_sample_get_caps(sample);
        valid = caps != nullptr && gst_video_info_from_caps(&info, caps) != FALSE &&
                gst_video_frame_map(&video, &info, gst_sample_get_buffer(sample), GST_MAP_READ) != FALSE;
    }
    ~MappedSample() {
        if (valid) gst_video_frame_unmap(&video);
        gst_sample_unref(sample);
    }
    MappedSample(const MappedSample&) = delete;
    MappedSample& operator=(const MappedSample&) = delete;

    GstSample* sample;
    GstVideoFrame video = {};
    bool valid = false;
};

}  // namespace turnout::kiosk
