// Which search is done on which frame. Looking everywhere in every way takes longer than a frame lasts; a person holds
// a ticket still for half a second, so the ways take turns, and the one that reads most comes first.
#pragma once

#include <array>
#include <cstddef>
#include <utility>
#include <vector>

#include "kiosk/scan/image_filters.h"
#include "kiosk/scan/zxing_reader.h"

namespace turnout::kiosk {

// One way to look at a frame: its size, then the filters in the order in which they stand here.
struct Pass {
    enum class Size { full, half, small };  // small: a quarter, or less of a frame beyond 1280 x 720

    Size size = Size::full;
    bool soft = false;            // soften()
    int edges = 0, strength = 0;  // radius and amount of sharpen(); 0: left out
    int around = 0, margin = 0;   // of binarise(), light on dark too; 0: ZXing's own threshold, dark on light only
    bool mirrored = false;        // as in a mirror; dark on light only
};

// One pass a frame, in turn and again.
using Schedule = std::vector<Pass>;

// The best found for the ZXing this was built with.
Schedule bestSchedule();

class CodeReader {
  public:
    explicit CodeReader(Schedule schedule = bestSchedule());

    // The codes of the next frame, corners in its pixels. The answer depends on how many frames came before it (whose
    // turn it is) and on nothing else. Frames of any size from 8 x 8.
    std::vector<FoundCode> read(const GreyImage& frame);

    // The next frame is looked at as the first one was. Keeps the buffers, which a door fills once an evening.
    void startRound() { turn_ = 0; }

  private:
    // Of each size its own: memory that is filled again costs less than memory that is taken again.
    struct Buffers {
        GreyBuffer picture, spare, soft, sharp, mirrored;
        InkBuffers ink;
    };
    Buffers& buffersOf(Pass::Size size) { return buffers_[static_cast<std::size_t>(size)]; }
    // The frame in the size of the pass, and how many of its pixels are one of this.
    std::pair<GreyImage, float> sized(const GreyImage& frame, Pass::Size size);

    const Schedule schedule_;
    std::size_t turn_ = 0;
    std::array<Buffers, 3> buffers_;
};

}  // namespace turnout::kiosk
