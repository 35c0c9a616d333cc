#include "kiosk/scan/code_reader.h"

#include <algorithm>
#include <cassert>

namespace turnout::kiosk {
namespace {

constexpr int kSmallest = 8;

}  // namespace

// Measured in docs/decisions/0012: what each pass reads alone and what it adds to the others.
Schedule bestSchedule() {
    if (readsInverted())
        return {Pass::halfSharp,     Pass::halfInverted, Pass::fullInverted,
                Pass::halfSharpFine, Pass::half,         Pass::fullSoft};
    return {Pass::halfSharp,     Pass::fullSoft, Pass::half, Pass::halfInverted,
            Pass::halfSharpFine, Pass::full,     Pass::half, Pass::quarterNormalised};
}

CodeReader::CodeReader(Schedule schedule) : schedule_(std::move(schedule)) {
    assert(!schedule_.empty());
}

std::vector<FoundCode> CodeReader::read(const GreyImage& frame) {
    std::vector<FoundCode> codes;
    if (frame.width < kSmallest || frame.height < kSmallest) return codes;
    const Pass pass = schedule_[turn_];
    turn_ = (turn_ + 1) % schedule_.size();
    float scale = 1;
    const auto half = [&] {
        halve(frame, half_);
        scale = 2;
        return half_.image();
    };
    switch (pass) {
        case Pass::half: codes = readCodes(half(), {}); break;
        case Pass::halfSharp:
            sharpen(half(), 4, 1, filtered_);
            codes = readCodes(filtered_.image(), {});
            break;
        case Pass::halfSharpFine:
            sharpen(half(), 2, 2, filtered_);
            codes = readCodes(filtered_.image(), {});
            break;
        case Pass::halfInverted:
            if (readsInverted()) {
                codes = readCodes(half(), {.inverted = true});
            } else {
                invert(half(), filtered_);
                codes = readCodes(filtered_.image(), {});
            }
            break;
        case Pass::quarterNormalised:
            halve(half(), quarter_);
            scale = 4;
            normalise(quarter_.image(), filtered_);
            codes = readCodes(filtered_.image(), {});
            break;
        case Pass::fullSoft:
            soften(frame, soft_);
            codes = readCodes(soft_.image(), {});
            break;
        case Pass::full: codes = readCodes(frame, {.smaller = true}); break;
        case Pass::fullInverted: codes = readCodes(frame, {.smaller = true, .inverted = true}); break;
    }
    for (FoundCode& code : codes)
        for (Corner& corner : code.corners) corner = {corner.x * scale, corner.y * scale};
    return codes;
}

}  // namespace turnout::kiosk
