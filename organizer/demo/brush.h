// Cairo with owners, and the few strokes that the props and the foyer share.
#pragma once

#include <cairo.h>

#include <memory>

#include "common/paint/bitmap.h"

namespace turnout::demo {

struct CairoEnd {
    void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    void operator()(cairo_pattern_t* pattern) const { cairo_pattern_destroy(pattern); }
};
using Brush = std::unique_ptr<cairo_t, CairoEnd>;
using Surface = std::unique_ptr<cairo_surface_t, CairoEnd>;
using Pattern = std::unique_ptr<cairo_pattern_t, CairoEnd>;

// `bitmap` must outlive what is answered and stay as large as it is.
Surface surfaceOf(paint::Bitmap& bitmap);
Brush brushOn(paint::Bitmap& bitmap);

void colour(cairo_t* cairo, paint::Colour c);
void colourStop(cairo_pattern_t* pattern, double at, paint::Colour c);
void boxPath(cairo_t* cairo, double x, double y, double w, double h, double radius);
void fillBox(cairo_t* cairo, double x, double y, double w, double h, double radius, paint::Colour c);
void fillOval(cairo_t* cairo, double x, double y, double rx, double ry, paint::Colour c);
// `picture` with its upper left corner at (x, y), `width` wide.
void putPicture(cairo_t* cairo, paint::Bitmap& picture, double x, double y, double width);

// Softens as a lens out of focus does: three box blurs of `radius` pixels.
void blur(paint::Bitmap& bitmap, int radius);

}  // namespace turnout::demo
