// A door that cannot be opened yet, on a screen that shows nothing else: what is missing, the next step, and that it
// opens by itself.
#pragma once

#include <atomic>
#include <string>

#include "common/ui/window.h"
#include "kiosk/app/verdict_card.h"

namespace turnout::kiosk {

// True when trying again was pressed.
bool drawNotOpened(ui::Canvas& canvas, const VerdictCard& card, const std::string& tryNow);

// Shows it until it is time to try again, or somebody wants it now. False: the window was closed, or `stop` was set.
bool showUntilNextTry(ui::Window& window, const VerdictCard& card, Lang lang, const std::atomic<bool>& stop);

}  // namespace turnout::kiosk
