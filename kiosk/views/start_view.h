// The start page's view, and the loop that serves it until a door is chosen.
#pragma once

#include <atomic>

#include "common/ui/window.h"
#include "kiosk/app/start_page.h"
#include "kiosk/views/door_view.h"

namespace turnout::kiosk {

std::optional<StartPress> drawStart(ui::Canvas& canvas, const StartScreen& screen, const Preview& preview);

// Asks until a door is chosen: the choice. Nothing: the window was closed, or `stop` was set. Looks for cameras and
// shows the chosen one's picture; it has let go of the camera when it returns. Reads what the page wants read on
// threads of their own and waits for none of them.
std::optional<StartChoice> chooseDoor(ui::Window& window, StartPresenter& presenter, const Clock& clock,
                                      const std::atomic<bool>& stop);

}  // namespace turnout::kiosk
