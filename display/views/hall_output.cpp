#include "display/views/hall_output.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace turnout::display {
namespace {

constexpr std::chrono::seconds kLook{1};

// "HDMI-1, 1920 x 1080" without what may change.
std::string nameOf(const std::string& monitor) {
    return monitor.substr(0, monitor.rfind(", "));
}

// The largest of a screen's shape that fits, in the middle of it.
ui::Rect screenIn(const ui::Rect& room) {
    constexpr float kShape = 16.0F / 9, kMost = 1280;
    const float w = std::floor(std::max(0.0F, std::min({room.w, room.h * kShape, kMost})));
    const float h = std::floor(w / kShape);
    return {std::floor(room.centre().x - w / 2), std::floor(room.centre().y - h / 2), w, h};
}

class RealOutput : public OutputWindow {
  public:
    explicit RealOutput(ui::Window& window) : window_(window) {}
    bool fullscreen() const override { return window_.fullscreen(); }
    ui::Rect place() const override { return window_.place(); }
    void fill(int monitor) override { setFullscreen(true, monitor); }
    void unfill() override { setFullscreen(false, 0); }
    void lieAt(const ui::Rect& place) override {
        window_.setWindowed(place);
        window_.showCursor(true);
    }
    std::vector<std::string> monitors() const override { return ui::Window::monitors(); }
    std::vector<ui::Rect> monitorPlaces() const override { return ui::Window::monitorPlaces(); }

  private:
    void setFullscreen(bool on, int monitor) {
        window_.setFullscreen(on, monitor);
        window_.showCursor(!window_.fullscreen());
    }
    ui::Window& window_;
};

int last(const std::vector<std::string>& monitors) {
    return static_cast<int>(monitors.size()) - 1;
}

}  // namespace

std::unique_ptr<OutputWindow> outputOf(ui::Window& window) {
    return std::make_unique<RealOutput>(window);
}

std::size_t monitorUnder(const ui::Rect& window, const std::vector<ui::Rect>& monitors) {
    std::size_t under = 0;
    float most = 0;
    for (std::size_t i = 0; i < monitors.size(); ++i) {
        const ui::Rect& monitor = monitors[i];
        const float across = std::min(window.right(), monitor.right()) - std::max(window.x, monitor.x);
        const float down = std::min(window.bottom(), monitor.bottom()) - std::max(window.y, monitor.y);
        const float shared = std::max(0.0F, across) * std::max(0.0F, down);
        if (shared > most) most = shared, under = i;
    }
    return under;
}

ui::Rect besideOperator(const ui::Rect& desk, const ui::Rect& monitor) {
    constexpr float kGap = 20, kTitle = 40, kLeast = 320;  // around it, of that its title bar; narrower is no picture
    const float right = desk.right() + kGap, under = desk.bottom() + kTitle;
    const ui::Rect beside =
                       screenIn({right, monitor.y + kTitle, monitor.right() - kGap - right, monitor.h - kTitle - kGap}),
                   below = screenIn({monitor.x + kGap, under, monitor.w - 2 * kGap, monitor.bottom() - kGap - under});
    const ui::Rect& larger = beside.w >= below.w ? beside : below;
    if (larger.w >= kLeast) return larger;
    const ui::Rect small = screenIn({0, 0, kLeast, monitor.h});
    return {monitor.right() - small.w, monitor.bottom() - small.h, small.w, small.h};
}

// Nothing while it is pulled out.
std::optional<int> HallOutput::place() const {
    const std::vector<std::string> all = window_->monitors();
    if (monitor_.empty()) {
        if (wanted_ <= last(all)) return wanted_;
        return desk_ || all.empty() ? std::nullopt : std::optional(last(all));
    }
    const auto at = std::find_if(all.begin(), all.end(), [&](const auto& each) { return nameOf(each) == monitor_; });
    return at == all.end() ? std::nullopt : std::optional(static_cast<int>(at - all.begin()));
}

void HallOutput::fill(bool on) {
    filled_ = on;
    const std::optional<int> at = place();
    if (at == wanted_ && monitor_.empty()) monitor_ = nameOf(window_->monitors()[static_cast<std::size_t>(*at)]);
    const std::vector<ui::Rect> monitors = window_->monitorPlaces();
    if (on && !at && desk_ && !monitors.empty())
        window_->lieAt(besideOperator(desk_(), monitors[monitorUnder(desk_(), monitors)]));
    else if (on && at)
        window_->fill(*at);
    else
        window_->unfill();
}

void HallOutput::toggle() {
    const std::vector<std::string> all = window_->monitors();
    const bool on = !window_->fullscreen();  // what people see: one that waits for its monitor fills nothing
    if (on && !all.empty()) monitor_ = nameOf(all[monitorUnder(window_->place(), window_->monitorPlaces())]);
    fill(on);
}

void HallOutput::nextMonitor() {
    const std::vector<std::string> all = window_->monitors();
    if (all.empty()) return;
    const std::size_t at = monitorUnder(window_->place(), window_->monitorPlaces());
    monitor_ = nameOf(all[window_->fullscreen() ? (at + 1) % all.size() : at]);
    fill(true);
}

void HallOutput::follow(SteadyTime now) {
    if (now - seenAt_ < kLook) return;
    seenAt_ = now;
    std::vector<std::string> monitors = window_->monitors();
    const bool changed = std::exchange(seen_, monitors) != monitors;
    // A cable that was loose for a moment leaves the same monitors, and a window.
    if (filled_ && (changed || window_->fullscreen() != place().has_value())) fill(true);
}

std::string HallOutput::name() const {
    const std::optional<int> at = place();
    return at && window_->fullscreen() ? window_->monitors()[static_cast<std::size_t>(*at)] : std::string();
}

std::string HallOutput::awaited() const {
    if (!filled_ || place()) return {};
    return monitor_.empty() ? std::to_string(wanted_ + 1) : monitor_;
}

}  // namespace turnout::display
