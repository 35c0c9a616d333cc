// The count scene: how many have arrived, from how many countries, and which. Draws from its arguments alone, at any
// size and shape: 16:9 and its neighbours, 4:3, portrait, LED walls.
#pragma once

#include "common/ui/canvas.h"
#include "display/app/count_screen.h"

namespace turnout::display {

enum class Shape { portrait, squarish, wide, ledWall };

Shape shapeOf(ui::Size size);

// `safeMargin`: share of the height kept free at every edge, for projectors that cut the picture (0 to 0.1).
void drawCountScene(ui::Canvas& canvas, const CountScreen& screen, float safeMargin = 0);

// How wide the scene's flags are on a canvas of that size, in pixels, to render them ahead: on the wall and on the
// card.
struct FlagWidths {
    float wall = 0, card = 0;
};
FlagWidths flagWidths(ui::Size size, std::size_t places, float safeMargin = 0);

}  // namespace turnout::display
