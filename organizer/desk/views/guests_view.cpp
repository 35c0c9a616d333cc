#include "organizer/desk/views/guests_view.h"

namespace turnout::desk {

void drawGuests(Widgets& ui, const Rect& box, const GuestsScreen&, GuestsPage&) {
    ui.card(box);
}

}  // namespace turnout::desk
