// On which monitor the hall's window lies, and whether it fills it. On the window's thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "common/base/time.h"
#include "common/ui/window.h"

namespace turnout::display {

// The monitor that most of the window lies on, from 0; the first when it lies on none. Places on the desktop.
std::size_t monitorUnder(const ui::Rect& window, const std::vector<ui::Rect>& monitors);
// Where the hall's window waits for its monitor: beside the operator's window or under it, as large as there is room;
// where there is none, small in the lower right corner of `monitor`.
ui::Rect besideOperator(const ui::Rect& desk, const ui::Rect& monitor);

class HallOutput {
  public:
    // `window` outlives it. `monitor`: the one asked for, 0 = first; used until it was there once or another was
    // chosen, from then on that one by its name, wherever it stands in the list.
    HallOutput(ui::Window& window, int monitor, bool filled) : window_(window), wanted_(monitor), filled_(filled) {}

    // The operator's window, while it is open: a hall whose monitor is not there never covers the screen that is left.
    void beside(const ui::Window* desk) { desk_ = desk; }

    void toggle();       // fills the monitor that the window lies on, or is a window again
    void nextMonitor();  // fills the next one; the present one if it was a window
    // A monitor was plugged in, pulled out or has another resolution: back to full screen where it was asked for.
    // Looks once a second.
    void follow(SteadyTime now);
    // "HDMI-1, 1920 x 1080"; empty while it is a window.
    std::string name() const;
    // What it fills as soon as it is connected, "2" for the second monitor or "HDMI-1"; empty: nothing.
    std::string awaited() const;

  private:
    std::optional<int> place() const;
    void fill(bool on);

    ui::Window& window_;
    const int wanted_;
    bool filled_;  // asked for; its monitor may be away, then the hall is a window
    const ui::Window* desk_ = nullptr;
    std::string monitor_;  // by its name; empty: `wanted_`
    std::vector<std::string> seen_;
    SteadyTime seenAt_{};
};

}  // namespace turnout::display
