#include "kiosk/camera/picture.h"

#include <algorithm>
#include <cassert>

#include "kiosk/camera/mapped_sample.h"

namespace turnout::kiosk {

struct PictureMaker::Converter {
    GstVideoInfo in = {}, out = {};
    GstVideoConverter* convert = nullptr;
    ~Converter() {
        if (convert != nullptr) gst_video_converter_free(convert);
    }
};

PictureMaker::PictureMaker() = default;
PictureMaker::~PictureMaker() = default;

void PictureMaker::make(const Frame& frame, Picture& picture) {
    assert(frame.sample && frame.sample->valid);
    const GstVideoFrame& from = frame.sample->video;
    if (!converter_ || gst_video_info_is_equal(&converter_->in, &from.info) == FALSE) {
        converter_ = std::make_unique<Converter>();
        converter_->in = from.info;
        const int width = std::min(frame.width, kWidest);
        const int height = std::max(1, frame.height * width / frame.width);
        gst_video_info_set_format(&converter_->out, GST_VIDEO_FORMAT_RGBA, static_cast<guint>(width),
                                  static_cast<guint>(height));
        converter_->out.fps_n = from.info.fps_n;  // the converter refuses to change the rate
        converter_->out.fps_d = from.info.fps_d;
        converter_->convert = gst_video_converter_new(
            &converter_->in, &converter_->out,
            gst_structure_new("turnout", GST_VIDEO_CONVERTER_OPT_RESAMPLER_METHOD, GST_TYPE_VIDEO_RESAMPLER_METHOD,
                              GST_VIDEO_RESAMPLER_METHOD_LINEAR, nullptr));
    }
    const int width = GST_VIDEO_INFO_WIDTH(&converter_->out), height = GST_VIDEO_INFO_HEIGHT(&converter_->out);
    picture.width = width;
    picture.height = height;
    picture.scale = static_cast<float>(width) / static_cast<float>(frame.width);
    picture.rgba.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4);
    if (converter_->convert == nullptr) return;  // a shape GStreamer cannot turn into colours: black, codes are read
    GstBuffer* buffer = gst_buffer_new_wrapped_full(static_cast<GstMemoryFlags>(0), picture.rgba.data(),
                                                    picture.rgba.size(), 0, picture.rgba.size(), nullptr, nullptr);
    GstVideoFrame to;
    if (gst_video_frame_map(&to, &converter_->out, buffer, GST_MAP_WRITE) != FALSE) {
        gst_video_converter_frame(converter_->convert, &from, &to);
        gst_video_frame_unmap(&to);
    }
    gst_buffer_unref(buffer);
}

}  // namespace turnout::kiosk
