// A door that cannot be opened yet, on a screen that shows nothing else: what is missing, the next step, and that it
// opens by itself.
#pragma once

#include <atomic>
#include <functional>
#include <string>

#include "common/ui/window.h"
#include "kiosk/app/verdict_card.h"

namespace turnout::kiosk {

// True when trying again was pressed.
bool drawNotOpened(ui::Canvas& canvas, const VerdictCard& card, const std::string& tryNow);

inline constexpr Millis kSignalLook{250};  // so often it is looked whether the program shall end

// Shows it until it is `over`, or trying again is pressed. False: the window was closed, or `stop` was set.
bool showUntil(ui::Window& window, const VerdictCard& card, Lang lang, const std::atomic<bool>& stop,
               const std::function<bool()>& over);

}  // namespace turnout::kiosk
