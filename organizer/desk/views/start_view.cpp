#include "organizer/desk/views/start_view.h"

namespace turnout::desk {

void drawStart(Widgets& ui, const Rect& box, const StartScreen&, StartPage&) {
    ui.card(box);
}

}  // namespace turnout::desk
