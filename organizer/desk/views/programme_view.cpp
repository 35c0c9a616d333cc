#include "organizer/desk/views/programme_view.h"

namespace turnout::desk {

void drawProgramme(Widgets& ui, const Rect& box, const ProgrammeScreen&, ProgrammePage&) {
    ui.card(box);
}

}  // namespace turnout::desk
