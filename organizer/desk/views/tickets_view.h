#pragma once

#include "organizer/desk/app/tickets_page.h"
#include "organizer/desk/views/widgets.h"

namespace turnout::desk {

void drawTickets(Widgets& ui, const Rect& box, const TicketsScreen& screen, TicketsPage& page);

}  // namespace turnout::desk
