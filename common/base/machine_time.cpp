#include "common/base/machine_time.h"

#include <ctime>

namespace turnout {

std::string machineClockTime(TimePoint at) {
    const std::time_t seconds = std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count();
    std::tm local{};
    char text[6];
    if (!localtime_r(&seconds, &local) || std::strftime(text, sizeof text, "%H:%M", &local) == 0) return {};
    return text;
}

}  // namespace turnout
