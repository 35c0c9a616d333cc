// Tells from the pictures themselves when a door is too dark to read tickets well.
#pragma once

#include <optional>

#include "common/base/time.h"
#include "kiosk/scan/zxing_reader.h"

namespace turnout::kiosk {

// Grey levels of 0 to 255, averaged over about two seconds. Paper and phones are read well down to half of that; below
// it a camera's grain is as strong as print. Two levels, so that a flickering lamp does not make the hint flicker.
inline constexpr float kDarkBelow = 32, kLightAbove = 40;
inline constexpr Millis kLightSettles{2000};

class LightMeter {
  public:
    void add(const GreyImage& frame, Millis at);  // stream time, never earlier than the last
    bool dark() const { return dark_; }           // not before kLightSettles of pictures have been seen

  private:
    std::optional<Millis> first_;
    Millis last_{0};
    float level_ = 0;
    bool dark_ = false;
};

}  // namespace turnout::kiosk
