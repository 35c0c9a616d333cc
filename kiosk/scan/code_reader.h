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
    halfSharp,          // and the edges drawn again, widely: defocus, washed-out screens, glare
    halfSharpFine,      // and narrowly, twice as strong: small modules, ink that ran
    halfInverted,       // light on dark; where ZXing reads that
    halfBinary,         // black or white by what lies around, both ways round: faint screens, glare, dark mode
    halfBinaryFine,     // by what lies close around: dark mode in bad light, reflections, flicker
    halfSharpBinary,    // the edges drawn again first: moving
    halfMirrored,       // black or white, as in a mirror: pictures of the front camera
    quarterNormalised,  // at a quarter of the size and the light evened out: large, noisy, cracked
    fullSoft,           // at full size, the grain taken off: small and noisy
    fullInverted,       // at full size and ZXing's own smaller sizes, and light on dark; where ZXing reads that
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
    std::vector<FoundCode> readBinary(const GreyImage& image, int radius);
    std::vector<FoundCode> readMirrored(const GreyImage& image);

    const Schedule schedule_;
    std::size_t turn_ = 0;
    GreyBuffer half_, quarter_, filtered_, binary_, soft_;
};

}  // namespace turnout::kiosk
