// Clock times as people type them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "common/base/time.h"

namespace turnout::desk {

// "19:30", "9.05", "1930", "19：30" on the day that `day` is in `zone`; "2023-11-17 19:30" on its own day. Nothing for
// anything else, also for an empty text.
std::optional<TimePoint> typedTime(std::string_view text, TimePoint day, const Zone& zone);

// How it is shown to be typed over: "19:30", with the date when it is another day than `day`.
std::string timeToType(const std::optional<TimePoint>& at, TimePoint day, const Zone& zone);

}  // namespace turnout::desk
