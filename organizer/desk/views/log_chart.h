// Arrivals over time as stacked bars, one colour a door; a click or a drag on the bars chooses a time.
#pragma once

#include "organizer/desk/app/log_page.h"
#include "organizer/desk/views/widgets.h"

namespace turnout::desk {

void drawLogChart(Widgets& ui, const Rect& card, const LogScreen& screen, LogPage& page);

// Colours of the doors in charts, in their order; the same on paper.
Colour seriesColour(std::size_t series);

}  // namespace turnout::desk
