// The window around the page: navigation on the left, title above, what runs and what was said below, a question above
// all.
#pragma once

#include "organizer/desk/app/frame.h"
#include "organizer/desk/views/widgets.h"

namespace turnout::desk {

// The page's own box, under its title: x from the navigation to the right margin.
Rect pageBox(const Widgets& ui);

// Everything but the page. Draw it before the page, and drawAbove() after it.
void drawFrame(Widgets& ui, const FrameScreen& screen, Session& session);
void drawAbove(Widgets& ui, const FrameScreen& screen, Session& session);

}  // namespace turnout::desk
