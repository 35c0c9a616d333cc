#include "kiosk/camera/camera_wish.h"

#include <algorithm>

namespace turnout::kiosk {
namespace {

bool isIn(const std::vector<std::string>& there, const std::string& name) {
    return !name.empty() && std::find(there.begin(), there.end(), name) != there.end();
}

}  // namespace

void CameraWish::choose(std::string name) {
    wanted_ = std::move(name);
    standIn_.clear();
    firm_ = !wanted_.empty();
}

void CameraWish::onLive(const std::string& name) {
    if (!wanted_.empty() && name != wanted_)
        standIn_ = name;
    else
        choose(name);
}

std::optional<std::string> CameraWish::pick(const std::vector<std::string>& there) const {
    if (isIn(there, wanted_)) return wanted_;
    if (isIn(there, standIn_)) return standIn_;
    if (!waitedFor().empty() || there.empty()) return std::nullopt;
    return there.front();
}

bool CameraWish::isBack(const std::vector<std::string>& there) const {
    return !standIn_.empty() && isIn(there, wanted_);
}

}  // namespace turnout::kiosk
