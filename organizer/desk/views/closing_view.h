// Closing the event, said before it is done: what goes, what stays, the name typed.
#pragma once

#include "organizer/desk/app/report_page.h"
#include "organizer/desk/views/widgets.h"

namespace turnout::desk {

// In the column beside the pages; answers its height.
float drawClosingCard(Widgets& ui, Point topLeft, float width, const ReportScreen& screen, ReportPage& page);
float closingCardHeight(const ReportScreen& screen);

// In place of the pages, while it is asked and afterwards.
void drawClosing(Widgets& ui, const Rect& box, const ReportScreen& screen, ReportPage& page);

}  // namespace turnout::desk
