// The count scene: how many have arrived, from how many countries, and which. Draws from its arguments alone, at any
// size and shape: 16:9 and its neighbours, 4:3, portrait, LED walls.
#pragma once

#include "display/views/frame.h"

namespace turnout::display {

void drawCountScene(ui::Canvas& canvas, const CountScreen& screen, const Frame& frame = {});

// How wide the scene's flags are on a canvas of that size, in pixels, to render them ahead: on the wall and on the
// card.
struct FlagWidths {
    float wall = 0, card = 0;
};
FlagWidths flagWidths(ui::Size size, std::size_t places, float safeMargin = 0, bool foot = true);

}  // namespace turnout::display
