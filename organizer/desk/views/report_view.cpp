#include "organizer/desk/views/report_view.h"

namespace turnout::desk {

void drawReport(Widgets& ui, const Rect& box, const ReportScreen&, ReportPage&) {
    ui.card(box);
}

}  // namespace turnout::desk
