#include "kiosk/scan/light_meter.h"

#include <algorithm>

namespace turnout::kiosk {
namespace {

constexpr int kStep = 16;  // pixels between those looked at: a thousandth of the work of a decoder

float meanOf(const GreyImage& frame) {
    std::uint64_t sum = 0, count = 0;
    for (int y = kStep / 2; y < frame.height; y += kStep) {
        const std::uint8_t* row = frame.pixels + static_cast<std::size_t>(y) * frame.stride;
        for (int x = kStep / 2; x < frame.width; x += kStep, ++count) sum += row[x];
    }
    return count == 0 ? 255.0F : static_cast<float>(sum) / static_cast<float>(count);
}

}  // namespace

void LightMeter::add(const GreyImage& frame, Millis at) {
    const float mean = meanOf(frame);
    if (!first_) {
        first_ = last_ = at;
        level_ = mean;
    }
    // The share of the new picture grows with the time since the last, so that a slow camera settles as soon.
    const float passed = static_cast<float>((at - last_).count()) / static_cast<float>(kLightSettles.count());
    level_ += std::min(1.0F, passed) * (mean - level_);
    last_ = at;
    if (at - *first_ < kLightSettles) return;
    if (level_ < kDarkBelow) dark_ = true;
    if (level_ > kLightAbove) dark_ = false;
}

}  // namespace turnout::kiosk
