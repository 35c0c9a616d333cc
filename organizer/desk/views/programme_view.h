#pragma once

#include "organizer/desk/app/programme_page.h"
#include "organizer/desk/views/widgets.h"

namespace turnout::desk {

void drawProgramme(Widgets& ui, const Rect& box, const ProgrammeScreen& screen, ProgrammePage& page);

}  // namespace turnout::desk
