// What is on now and what comes next, by the clock.
#pragma once

#include <vector>

#include "display/app/count_screen.h"

namespace turnout::display {

// At most two lines. Before the event: when it opens, and what follows. During it: now and next. After it, or when no
// act has a time and the event has begun: nothing. The opening at the event's start is an act of its own when the first
// act comes later.
std::vector<ProgrammeLine> programmeAt(const EventPlan& plan, TimePoint now);

}  // namespace turnout::display
