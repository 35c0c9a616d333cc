// Tells a ticket that is held up from one that is shown again: what was read within the last three seconds is still in
// view, however often it is read.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "common/base/time.h"
#include "kiosk/scan/zxing_reader.h"

namespace turnout::kiosk {

inline constexpr Millis kLeavesAfter{3000};  // of stream time, unread

class PresenceTracker {
  public:
    // Texts of the codes that have come into view with this frame, in their order. `at`: stream time, never earlier
    // than that of the frame before.
    std::vector<std::string> arrivals(const std::vector<FoundCode>& codes, Millis at);

  private:
    std::map<std::string, Millis> inView_;  // text -> when it was last read
};

}  // namespace turnout::kiosk
