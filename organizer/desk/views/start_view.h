#pragma once

#include "organizer/desk/app/start_page.h"
#include "organizer/desk/views/widgets.h"

namespace turnout::desk {

void drawStart(Widgets& ui, const Rect& box, const StartScreen& screen, StartPage& page);

}  // namespace turnout::desk
