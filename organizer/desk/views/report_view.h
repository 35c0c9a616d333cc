#pragma once

#include "organizer/desk/app/report_page.h"
#include "organizer/desk/views/widgets.h"

namespace turnout::desk {

void drawReport(Widgets& ui, const Rect& box, const ReportScreen& screen, ReportPage& page);

}  // namespace turnout::desk
