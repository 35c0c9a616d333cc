#include "kiosk/scan/code_reader.h"

#include <algorithm>
#include <cassert>

namespace turnout::kiosk {
namespace {

constexpr int kSmallest = 8;
constexpr int kWide = 16, kClose = 6;  // of what lies around a pixel

}  // namespace

// Measured in docs/decisions/0012 and 0080: what each pass reads alone and what it adds to the others.
Schedule bestSchedule() {
    if (readsInverted())
        return {Pass::halfSharp,     Pass::halfInverted, Pass::fullInverted,
                Pass::halfSharpFine, Pass::halfBinary,   Pass::fullSoft};
    return {Pass::halfSharpBinary, Pass::fullSoft,      Pass::halfBinaryFine, Pass::halfSharp,
            Pass::halfBinary,      Pass::halfSharpFine, Pass::halfMirrored,   Pass::quarterNormalised};
}

CodeReader::CodeReader(Schedule schedule) : schedule_(std::move(schedule)) {
    assert(!schedule_.empty());
}

// Dark on light, and light on dark: a threshold that we drew ourselves is turned round for the price of a search.
std::vector<FoundCode> CodeReader::readBinary(const GreyImage& image, int radius) {
    binarise(image, radius, binary_);
    std::vector<FoundCode> codes = readCodes(binary_.image(), {.binary = true, .inverted = readsInverted()});
    if (readsInverted()) return codes;
    invert(binary_.image(), filtered_);
    for (FoundCode& found : readCodes(filtered_.image(), {.binary = true})) {
        const bool known =
            std::any_of(codes.begin(), codes.end(), [&](const FoundCode& c) { return c.text == found.text; });
        if (!known) codes.push_back(std::move(found));
    }
    return codes;
}

std::vector<FoundCode> CodeReader::readMirrored(const GreyImage& image) {
    binarise(image, kWide, binary_);
    mirror(binary_.image(), filtered_);
    std::vector<FoundCode> codes = readCodes(filtered_.image(), {.binary = true});
    for (FoundCode& code : codes) {
        for (Corner& corner : code.corners) corner.x = static_cast<float>(image.width) - corner.x;
        std::swap(code.corners[1], code.corners[3]);  // clockwise again
    }
    return codes;
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
        case Pass::halfSharp:
            sharpen(half(), 4, 1, filtered_);
            codes = readCodes(filtered_.image(), {});
            break;
        case Pass::halfSharpFine:
            sharpen(half(), 2, 2, filtered_);
            codes = readCodes(filtered_.image(), {});
            break;
        case Pass::halfInverted: codes = readCodes(half(), {.inverted = readsInverted()}); break;
        case Pass::halfBinary: codes = readBinary(half(), kWide); break;
        case Pass::halfBinaryFine: codes = readBinary(half(), kClose); break;
        case Pass::halfSharpBinary:
            sharpen(half(), 2, 4, filtered_);
            codes = readBinary(filtered_.image(), kWide);
            break;
        case Pass::halfMirrored: codes = readMirrored(half()); break;
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
        case Pass::fullInverted: codes = readCodes(frame, {.smaller = true, .inverted = readsInverted()}); break;
    }
    for (FoundCode& code : codes)
        for (Corner& corner : code.corners) corner = {corner.x * scale, corner.y * scale};
    return codes;
}

}  // namespace turnout::kiosk
