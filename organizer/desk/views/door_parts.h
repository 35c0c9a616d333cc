// The two cards below the list of doors: a copy for a laptop, and the chosen door.
#pragma once

#include "organizer/desk/app/doors_page.h"
#include "organizer/desk/views/widgets.h"

namespace turnout::desk {

void drawDoorCopy(Widgets& ui, const Rect& card, const DoorsScreen& screen, DoorsPage& page);
void drawDoorForm(Widgets& ui, const Rect& card, const DoorsScreen& screen, DoorsPage& page);

}  // namespace turnout::desk
