// On which monitor the hall's window lies, and whether it fills it. On the window's thread.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "common/base/time.h"
#include "common/ui/window.h"

namespace turnout::display {

// The monitor that most of the window lies on, from 0; the first when it lies on none. Places on the desktop.
std::size_t monitorUnder(const ui::Rect& window, const std::vector<ui::Rect>& monitors);
// Where the hall's window waits for its monitor: beside the operator's window or under it, as large as there is room;
// where there is none, small in the lower right corner of `monitor`, over a corner of the operator's at the worst.
ui::Rect besideOperator(const ui::Rect& desk, const ui::Rect& monitor);

// The hall's window and the desktop it lies on.
class OutputWindow {
  public:
    virtual ~OutputWindow() = default;
    virtual bool fullscreen() const = 0;
    virtual ui::Rect place() const = 0;
    virtual void fill(int monitor) = 0;  // from 0
    virtual void unfill() = 0;           // back where it was as a window
    virtual void lieAt(const ui::Rect& place) = 0;
    // In the same order; "HDMI-1, 1920 x 1080".
    virtual std::vector<std::string> monitors() const = 0;
    virtual std::vector<ui::Rect> monitorPlaces() const = 0;
};

// Of a real one, which outlives it; the cursor is hidden while it fills a monitor.
std::unique_ptr<OutputWindow> outputOf(ui::Window& window);

class HallOutput {
  public:
    // `monitor`: the one asked for, 0 = first; used until it was there once or another was
    // chosen, from then on that one by its name, wherever it stands in the list.
    HallOutput(std::unique_ptr<OutputWindow> window, int monitor, bool filled)
        : window_(std::move(window)), wanted_(monitor), filled_(filled) {}

    // Where the operator's window lies, while it is open, else nothing: a hall whose monitor is not there never fills
    // the screen that is left.
    void beside(std::function<ui::Rect()> desk) { desk_ = std::move(desk); }

    // Fills the monitor that the window lies on, also while another one is awaited; or is a window again.
    void toggle();
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

    const std::unique_ptr<OutputWindow> window_;
    const int wanted_;
    bool filled_;  // asked for; its monitor may be away, then the hall is a window
    std::function<ui::Rect()> desk_;
    std::string monitor_;  // by its name; empty: `wanted_`
    std::vector<std::string> seen_;
    SteadyTime seenAt_{};
};

}  // namespace turnout::display
