// The whole picture: a scene or two that cross-fade, and what lies over them.
#pragma once

#include "display/app/hall_screen.h"
#include "display/views/count_view.h"
#include "display/views/scene_views.h"

namespace turnout::display {

struct HallLook {
    float safeMargin = 0;
    const Palette* palette = nullptr;
    float floor = 0;          // smallest type that the farthest seat can read, in lines of 1080; 0: not known
    std::int64_t frames = 0;  // drawn so far; for the test card
    bool keys = true;         // the list of keys stands here when it is asked for, not in the operator's window
    ui::Size pixels{};        // of the hall, where the canvas is a picture of it; for the test card
};

// How wide the flags of a moment and of the closing tableau are on a canvas of that size, to render them ahead.
float momentFlagWidth(const Moment& moment, ui::Size size, float safeMargin);
float thanksFlagWidth(ui::Size size, std::size_t countries, float safeMargin);

void drawScene(ui::Canvas& canvas, const SceneScreen& scene, const Frame& frame);
void drawHall(ui::Canvas& canvas, const HallScreen& screen, Scenery& scenery, const HallLook& look = {});
// Before there is an event: that it comes soon. Why is for the operator; the time is the event's, and not known yet.
void drawWaiting(ui::Canvas& canvas, Scenery& scenery, float safeMargin);

}  // namespace turnout::display
