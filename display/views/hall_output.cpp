#include "display/views/hall_output.h"

#include <algorithm>
#include <utility>

namespace turnout::display {
namespace {

constexpr std::chrono::seconds kLook{1};

// "HDMI-1, 1920 x 1080" without what may change.
std::string nameOf(const std::string& monitor) {
    return monitor.substr(0, monitor.rfind(", "));
}

int last(const std::vector<std::string>& monitors) {
    return static_cast<int>(monitors.size()) - 1;
}

}  // namespace

// Nothing while it is pulled out.
std::optional<int> HallOutput::place() const {
    const std::vector<std::string> all = ui::Window::monitors();
    if (monitor_.empty()) {
        if (wanted_ <= last(all)) return wanted_;
        return operator_ || all.empty() ? std::nullopt : std::optional(last(all));
    }
    const auto at = std::find_if(all.begin(), all.end(), [&](const auto& each) { return nameOf(each) == monitor_; });
    return at == all.end() ? std::nullopt : std::optional(static_cast<int>(at - all.begin()));
}

void HallOutput::fill(bool on) {
    filled_ = on;
    const std::optional<int> at = place();
    if (at == wanted_ && monitor_.empty()) monitor_ = nameOf(ui::Window::monitors()[static_cast<std::size_t>(*at)]);
    window_.setFullscreen(on && at, at.value_or(0));
    window_.showCursor(!window_.fullscreen());
}

void HallOutput::nextMonitor() {
    const std::vector<std::string> all = ui::Window::monitors();
    if (all.empty()) return;
    const std::optional<int> at = place();
    const int next = !at ? 0 : filled_ ? (*at + 1) % (last(all) + 1) : *at;
    monitor_ = nameOf(all[static_cast<std::size_t>(next)]);
    fill(true);
}

void HallOutput::follow(SteadyTime now) {
    if (now - seenAt_ < kLook) return;
    seenAt_ = now;
    std::vector<std::string> monitors = ui::Window::monitors();
    const bool changed = std::exchange(seen_, monitors) != monitors;
    // A cable that was loose for a moment leaves the same monitors, and a window.
    if (filled_ && (changed || window_.fullscreen() != place().has_value())) fill(true);
}

std::string HallOutput::name() const {
    const std::optional<int> at = place();
    return at && window_.fullscreen() ? ui::Window::monitors()[static_cast<std::size_t>(*at)] : std::string();
}

}  // namespace turnout::display
