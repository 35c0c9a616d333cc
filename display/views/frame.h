// How a scene meets the canvas: the shape of the picture, the safe area, the ground.
#pragma once

#include "display/views/scenery.h"
#include "display/views/stage.h"

namespace turnout::display {

enum class Shape { portrait, squarish, wide, ledWall };

Shape shapeOf(ui::Size size);

Stage stageOn(ui::Canvas& canvas, const Frame& frame);
float unitOf(ui::Size size, float safeMargin);      // device pixels of one unit of the stage
ui::Size unitsOf(ui::Size size, float safeMargin);  // of the stage: the safe area

// The dark ground with one glow, over the whole canvas; or the key colour.
void drawGround(const Stage& stage, Point glow, float radiusX, float radiusY, float strength = 0.22F);
SceneryHue hueOf(const Stage& stage);
// Mountains along the foot of the canvas, `height` units high.
void drawRidges(const Stage& stage, float height, float opacity = 1);

}  // namespace turnout::display
