// A scan that waits in memory until saving works again.
#pragma once

#include <string>

#include "common/base/time.h"

namespace turnout::kiosk {

struct KeptScan {
    std::string who;  // the code as it was read, or a walk-in's name; empty for a guest taken from the list
    TimePoint at{};
    bool operator==(const KeptScan&) const = default;
};

}  // namespace turnout::kiosk
