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
    half,               // at half the size
    halfSharp,          // and the edges drawn again, widely: defocus, washed-out screens, glare
    halfSharpFine,      // and narrowly, twice as strong: small modules, ink that ran
    halfInverted,       // light on dark
    quarterNormalised,  // at a quarter of the size and the light evened out: large, noisy, cracked
    fullSoft,           // at full size, the grain taken off: small and noisy
    full,               // at full size, and ZXing's own smaller sizes
    fullInverted,       // that, and light on dark
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
    const Schedule schedule_;
    std::size_t turn_ = 0;
    GreyBuffer half_, quarter_, filtered_, soft_;
};

}  // namespace turnout::kiosk
