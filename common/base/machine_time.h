// The machine's own clock on the wall.
#pragma once

#include <string>

#include "common/base/time.h"

namespace turnout {

// As the machine itself would show it ("19:04"): for a screen that has no event yet which would say where it is. Empty
// when the system cannot tell.
std::string machineClockTime(TimePoint at);

}  // namespace turnout
