#include "kiosk/scan/presence_tracker.h"

namespace turnout::kiosk {

std::vector<std::string> PresenceTracker::arrivals(const std::vector<FoundCode>& codes, Millis at) {
    std::erase_if(inView_, [&](const auto& one) { return at - one.second >= kLeavesAfter; });
    std::vector<std::string> arrived;
    for (const FoundCode& code : codes) {
        const auto [place, isNew] = inView_.insert_or_assign(code.text, at);
        if (isNew) arrived.push_back(code.text);
    }
    return arrived;
}

}  // namespace turnout::kiosk
