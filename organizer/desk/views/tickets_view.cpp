#include "organizer/desk/views/tickets_view.h"

namespace turnout::desk {

void drawTickets(Widgets& ui, const Rect& box, const TicketsScreen&, TicketsPage&) {
    ui.card(box);
}

}  // namespace turnout::desk
