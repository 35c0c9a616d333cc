#pragma once

#include "organizer/desk/app/log_page.h"
#include "organizer/desk/views/widgets.h"

namespace turnout::desk {

void drawLog(Widgets& ui, const Rect& box, const LogScreen& screen, LogPage& page);

}  // namespace turnout::desk
