// Which search is done on which frame. Looking everywhere in every way takes longer than a frame lasts; a person holds
// a ticket still for half a second, so the ways take turns and the cheap one comes first (docs/decisions/0007).
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "kiosk/scan/image_filters.h"
#include "kiosk/scan/zxing_reader.h"

namespace turnout::kiosk {

// One way to look at a frame.
enum class Pass {
    half,            // at half the size
    halfNormalised,  // and the light evened out
    halfInverted,    // light on dark
    fullSoft,        // at full size, the grain taken off
    full,            // at full size, and ZXing's own smaller sizes
    fullInverted,    // that, and light on dark
};

// `always` on every frame; on every `turnEvery`-th frame of which it tells nothing new, the next of `turns` as well.
struct Schedule {
    std::vector<Pass> always, turns;
    int turnEvery = 1;
};

// The best found for the ZXing this was built with.
Schedule bestSchedule();

class CodeReader {
  public:
    explicit CodeReader(Schedule schedule = bestSchedule());

    // The codes of the next frame, corners in its pixels. The answer depends on the frames before it (whose turn it is,
    // what was seen last), and on nothing else. Frames of any size from 8 x 8.
    std::vector<FoundCode> read(const GreyImage& frame);

  private:
    void look(Pass pass, const GreyImage& frame, std::vector<FoundCode>& codes);
    const GreyImage& halfOf(const GreyImage& frame);

    const Schedule schedule_;
    std::size_t turn_ = 0;
    int quiet_ = 0;                  // frames without news since the last turn
    std::vector<std::string> last_;  // texts of the frame before
    GreyBuffer half_, filtered_;
    GreyImage halfImage_;
    bool halved_ = false;
};

}  // namespace turnout::kiosk
