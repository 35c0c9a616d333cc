// A frame as people see it: in colour, no larger than a window needs.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "kiosk/camera/frame.h"

namespace turnout::kiosk {

// RGBA, 4 bytes a pixel, opaque; rows from the top, `width` x 4 bytes apart.
struct Picture {
    int width = 0, height = 0;
    std::vector<std::uint8_t> rgba;
    float scale = 1;  // a place on the frame x scale = its place on the picture
};

// Converts frames with GStreamer's converter, kept between frames of one shape. One thread at a time.
class PictureMaker {
  public:
    PictureMaker();
    ~PictureMaker();

    // Into `picture`, whose memory is used again. Wider frames are made `kWidest` wide.
    static constexpr int kWidest = 1280;
    void make(const Frame& frame, Picture& picture);

  private:
    struct Converter;
    std::unique_ptr<Converter> converter_;
};

}  // namespace turnout::kiosk
