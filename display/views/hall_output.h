// On which monitor the hall's window lies, and whether it fills it. On the window's thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "common/base/time.h"
#include "common/ui/window.h"

namespace turnout::display {

class HallOutput {
  public:
    // `window` outlives it. `monitor`: the one asked for, 0 = first; used until it was there once or another was
    // chosen, from then on that one by its name, wherever it stands in the list.
    HallOutput(ui::Window& window, int monitor, bool filled) : window_(window), wanted_(monitor), filled_(filled) {}

    // An operator's window is open: a hall whose monitor is pulled out never covers the screen that is left.
    void besideOperator(bool there) { operator_ = there; }

    bool filled() const { return filled_; }  // asked for; its monitor may be away, then the hall is a window
    void fill(bool on);
    void nextMonitor();  // fills the next one; the present one if it was a window
    // A monitor was plugged in, pulled out or has another resolution: back to full screen where it was asked for.
    // Looks once a second.
    void follow(SteadyTime now);
    // "HDMI-1, 1920 x 1080"; empty while it is a window.
    std::string name() const;

  private:
    std::optional<int> place() const;

    ui::Window& window_;
    const int wanted_;
    bool filled_, operator_ = false;
    std::string monitor_;  // by its name; empty: `wanted_`
    std::vector<std::string> seen_;
    SteadyTime seenAt_{};
};

}  // namespace turnout::display
