#include "kiosk/app/machine_watch.h"

#include <sys/statvfs.h>

#include <fstream>
#include <string>

namespace turnout::kiosk {
namespace {

namespace fs = std::filesystem;

std::string firstLine(const fs::path& file) {
    std::ifstream stream(file);
    std::string line;
    std::getline(stream, line);
    return line;
}

}  // namespace

MachineNow lookAtMachine(const fs::path& event, const fs::path& power) {
    MachineNow now;
    struct statvfs disk = {};
    if (::statvfs(event.c_str(), &disk) == 0)
        now.diskFree = static_cast<std::uint64_t>(disk.f_bavail) * static_cast<std::uint64_t>(disk.f_frsize);
    std::error_code error;
    bool mains = false, anyMains = false;
    for (fs::directory_iterator supplies(power, error), end; !error && supplies != end; supplies.increment(error)) {
        const std::string type = firstLine(supplies->path() / "type");
        if (type == "Mains" || type == "USB") {
            anyMains = true;
            mains = mains || firstLine(supplies->path() / "online") == "1";
        }
        if (type != "Battery" || firstLine(supplies->path() / "scope") == "Device") continue;  // a mouse has one too
        const std::string capacity = firstLine(supplies->path() / "capacity");
        if (capacity.empty() || capacity.find_first_not_of("0123456789") != std::string::npos || capacity.size() > 3)
            continue;
        now.battery = std::stoi(capacity);
        const std::string status = firstLine(supplies->path() / "status");
        mains = mains || status == "Charging" || status == "Full" || status == "Not charging";
        anyMains = true;
    }
    now.plugged = mains || !anyMains;
    return now;
}

std::optional<Millis> ClockWatch::jumped(TimePoint wall, Millis ran) const {
    const Millis off = (wall - wall_) - (ran - ran_);
    return off > kClockMayDiffer || off < -kClockMayDiffer ? std::optional(off) : std::nullopt;
}

}  // namespace turnout::kiosk
