#include "organizer/desk/views/log_view.h"

namespace turnout::desk {

void drawLog(Widgets& ui, const Rect& box, const LogScreen&, LogPage&) {
    ui.card(box);
}

}  // namespace turnout::desk
