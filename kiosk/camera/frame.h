// One picture of a camera or a film, as GStreamer hands it over.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>

#include "common/base/time.h"

namespace turnout::kiosk {

struct MappedSample;  // GStreamer's memory, mapped for reading (kiosk/camera/mapped_sample.h)

// Brightness, one byte a pixel: `width` x `height`, rows from the top, `stride` bytes apart (stride >= width).
// Cheap to copy: copies share the pixels, which are never written. The pixels live as long as any copy.
struct Frame {
    int width = 0, height = 0;
    const std::uint8_t* grey = nullptr;
    std::size_t stride = 0;
    Millis at{0};          // stream time: of a film its own, from its beginning; of a camera since it was opened
    SteadyTime arrived{};  // a camera: when it came from the device; a film taken frame by frame: when it was taken
    std::shared_ptr<const MappedSample> sample;  // owns the pixels, and has the colours (PictureMaker)
};

}  // namespace turnout::kiosk
