// A scan that waits in memory until saving works again.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "common/base/time.h"
#include "common/domain/attendee.h"

namespace turnout::kiosk {

inline constexpr std::size_t kKeptTold = 2;  // so many are told, the newest; of the others only how many there are

struct KeptScan {
    std::string who;  // the code as it was read, or a walk-in's name; empty for a guest taken from the list
    TimePoint at{};
    std::optional<AttendeeId> id;  // of a guest taken from the list
    std::optional<Guest> guest;    // of those that are told: whom the list knows by the code or by `id`
};

}  // namespace turnout::kiosk
