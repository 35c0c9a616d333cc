// Drawings in SVG, by librsvg. Nothing outside the text is loaded.
#pragma once

#include <optional>
#include <string_view>

#include "common/paint/bitmap.h"

namespace turnout::paint {

// Fills width x height with the drawing, whole and in its own proportions. Nothing when it cannot be understood.
std::optional<Bitmap> renderSvg(std::string_view svg, int width, int height);

// Its width by its height, as the drawing says itself. Nothing when it does not say, or cannot be understood.
std::optional<double> svgAspect(std::string_view svg);

}  // namespace turnout::paint
