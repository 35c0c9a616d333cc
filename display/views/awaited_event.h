// Before there is an event: the display waits for its file and says so on the screen.
#pragma once

#include <functional>
#include <optional>

#include "common/domain/event.h"
#include "common/ui/window.h"
#include "display/app/options.h"

namespace turnout::display {

// Whether it may be otherwise in a minute, without anybody's doing at this machine: a disk that is mounted late, a copy
// that is on its way, another program that is done.
bool comesBack(Fault fault);

// Returns when the event can be read. Nothing when the window was closed or `stop` said so.
std::optional<EventPlan> awaitEvent(const Options& options, ui::Window& window, const std::function<bool()>& stop);

}  // namespace turnout::display
