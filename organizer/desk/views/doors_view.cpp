#include "organizer/desk/views/doors_view.h"

namespace turnout::desk {

void drawDoors(Widgets& ui, const Rect& box, const DoorsScreen&, DoorsPage&) {
    ui.card(box);
}

}  // namespace turnout::desk
