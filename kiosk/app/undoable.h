// An admission or exit of this door that can still be taken back, and how far a door looks back.
#pragma once

#include <optional>
#include <string>

#include "common/base/time.h"
#include "common/store/scan.h"
#include "kiosk/app/page_screens.h"

namespace turnout::kiosk {

inline constexpr std::size_t kLastScans = 5;
inline constexpr std::chrono::seconds kUndoPossible{120};

// Many admitted by one press on a page: a coach, or the ticks of a paper list.
struct Act {
    ScanId first;            // tells it from others
    std::string university;  // cleaned
};

struct Undoable {
    ScanId scan;
    GuestCard guest;
    std::string at;  // "19:04:12"
    bool exit = false, rehearsal = false;
    SteadyTime until{};
    std::optional<Act> act;

    bool isOf(const ScanId& first) const { return act && act->first == first; }
};

}  // namespace turnout::kiosk
