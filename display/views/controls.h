// The keys of the person who runs the hall. `?` lists them on the screen.
#pragma once

#include <optional>

#include "common/ui/input.h"
#include "display/app/hall_presenter.h"

namespace turnout::display {

// Esc takes away what lies over the hall: the list of keys, else the message; nothing else hangs on it.
std::optional<Control> controlOf(const ui::Event& event, const HallScreen& screen);

// What is asked of the window itself: it fills the screen, or not; it fills the next one; it goes.
enum class OutputWish { none, fill, nextMonitor, close };
OutputWish outputWishOf(const ui::Event& event);

}  // namespace turnout::display
