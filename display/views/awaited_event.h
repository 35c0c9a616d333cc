// Before there is an event: the display waits for its file. The hall reads that it comes soon, the operator why.
#pragma once

#include <functional>
#include <optional>

#include "common/domain/event.h"
#include "display/views/hall_windows.h"

namespace turnout::display {

// Whether it may be otherwise in a minute, without anybody's doing at this machine: a disk that is mounted late, a copy
// that is on its way, another program that is done.
bool comesBack(Fault fault);

// Returns when the event can be read. Nothing when the window was closed or `stop` said so.
std::optional<EventPlan> awaitEvent(const Options& options, HallWindows& windows, const std::function<bool()>& stop);

}  // namespace turnout::display
