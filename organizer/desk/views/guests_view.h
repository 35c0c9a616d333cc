#pragma once

#include "organizer/desk/app/guests_page.h"
#include "organizer/desk/views/widgets.h"

namespace turnout::desk {

void drawGuests(Widgets& ui, const Rect& box, const GuestsScreen& screen, GuestsPage& page);

}  // namespace turnout::desk
