#pragma once

#include "organizer/desk/app/doors_page.h"
#include "organizer/desk/views/widgets.h"

namespace turnout::desk {

void drawDoors(Widgets& ui, const Rect& box, const DoorsScreen& screen, DoorsPage& page);

}  // namespace turnout::desk
