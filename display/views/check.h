// turnout-display --check: what of the event the hall could not understand or read, without a window.
#pragma once

#include <iosfwd>

#include "common/domain/event.h"
#include "display/app/options.h"

namespace turnout::display {

// Sentences to `out`; kCouldNot when any of them names a fault. Flags that wave are told, and are none.
int checkHall(const EventPlan& plan, const Options& options, std::ostream& out, std::ostream& err);

}  // namespace turnout::display
