// What the machine under a door says of itself: free disk, battery, and whether its clock has jumped.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

#include "common/base/time.h"

namespace turnout::kiosk {

inline constexpr std::uint64_t kLeastDisk = 1'000'000'000;  // bytes free below which a door warns
inline constexpr int kLeastBattery = 20;                    // per cent, when it is not plugged in
inline constexpr std::chrono::seconds kClockMayDiffer{90};

struct MachineNow {
    std::optional<std::uint64_t> diskFree;  // bytes, where the event file lies
    std::optional<int> battery;             // per cent; nothing = no battery
    bool plugged = true;
    bool operator==(const MachineNow&) const = default;
};

// Looks at the file system of `event` and at `power`, the kernel's folder of power supplies. May wait for a sick disk:
// not on the screen's thread.
MachineNow lookAtMachine(const std::filesystem::path& event,
                         const std::filesystem::path& power = "/sys/class/power_supply");

// Compares the wall clock with how long the machine has run (sinceBoot(), so that a laptop's sleep is no jump). A jump
// stays until the clock agrees again with what ran since the start.
class ClockWatch {
  public:
    ClockWatch(TimePoint wall, Millis ran) : wall_(wall), ran_(ran) {}

    // How far the wall clock is from where it should be (later is positive); nothing within kClockMayDiffer.
    std::optional<Millis> jumped(TimePoint wall, Millis ran) const;

  private:
    TimePoint wall_;
    Millis ran_;
};

}  // namespace turnout::kiosk
