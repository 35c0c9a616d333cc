#include "organizer/demo/brush.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace turnout::demo {
namespace {

// One line of pixels, `step` bytes apart.
void blurLine(std::uint8_t* first, int count, std::ptrdiff_t step, int radius, std::vector<std::uint8_t>& copy) {
    const int wide = 2 * radius + 1;
    for (int channel = 0; channel < 4; ++channel) {
        auto at = [&](int i) -> std::uint8_t& { return first[std::clamp(i, 0, count - 1) * step + channel]; };
        for (int i = 0; i < count; ++i) copy[static_cast<std::size_t>(i)] = at(i);
        auto old = [&](int i) -> int { return copy[static_cast<std::size_t>(std::clamp(i, 0, count - 1))]; };
        int sum = 0;
        for (int i = -radius; i <= radius; ++i) sum += old(i);
        for (int i = 0; i < count; ++i) {
            at(i) = static_cast<std::uint8_t>((sum + radius) / wide);
            sum += old(i + radius + 1) - old(i - radius);
        }
    }
}

}  // namespace

Surface surfaceOf(paint::Bitmap& bitmap) {
    return Surface(cairo_image_surface_create_for_data(bitmap.pixels.data(), CAIRO_FORMAT_ARGB32, bitmap.width,
                                                       bitmap.height, bitmap.stride()));
}

Brush brushOn(paint::Bitmap& bitmap) {
    const Surface surface = surfaceOf(bitmap);
    return Brush(cairo_create(surface.get()));
}

void colour(cairo_t* cairo, paint::Colour c) {
    cairo_set_source_rgba(cairo, c.r / 255.0, c.g / 255.0, c.b / 255.0, c.a / 255.0);
}

void colourStop(cairo_pattern_t* pattern, double at, paint::Colour c) {
    cairo_pattern_add_color_stop_rgba(pattern, at, c.r / 255.0, c.g / 255.0, c.b / 255.0, c.a / 255.0);
}

void boxPath(cairo_t* cairo, double x, double y, double w, double h, double radius) {
    constexpr double quarter = std::numbers::pi / 2;
    cairo_new_sub_path(cairo);
    cairo_arc(cairo, x + w - radius, y + radius, radius, -quarter, 0);
    cairo_arc(cairo, x + w - radius, y + h - radius, radius, 0, quarter);
    cairo_arc(cairo, x + radius, y + h - radius, radius, quarter, 2 * quarter);
    cairo_arc(cairo, x + radius, y + radius, radius, 2 * quarter, 3 * quarter);
    cairo_close_path(cairo);
}

void fillBox(cairo_t* cairo, double x, double y, double w, double h, double radius, paint::Colour c) {
    boxPath(cairo, x, y, w, h, radius);
    colour(cairo, c);
    cairo_fill(cairo);
}

void fillOval(cairo_t* cairo, double x, double y, double rx, double ry, paint::Colour c) {
    cairo_save(cairo);
    cairo_translate(cairo, x, y);
    cairo_scale(cairo, rx, ry);
    cairo_arc(cairo, 0, 0, 1, 0, 2 * std::numbers::pi);
    cairo_restore(cairo);
    colour(cairo, c);
    cairo_fill(cairo);
}

void putPicture(cairo_t* cairo, paint::Bitmap& picture, double x, double y, double width) {
    const Surface surface = surfaceOf(picture);
    cairo_save(cairo);
    cairo_translate(cairo, x, y);
    cairo_scale(cairo, width / picture.width, width / picture.width);
    cairo_set_source_surface(cairo, surface.get(), 0, 0);
    cairo_pattern_set_filter(cairo_get_source(cairo), CAIRO_FILTER_GOOD);
    cairo_rectangle(cairo, 0, 0, picture.width, picture.height);
    cairo_fill(cairo);
    cairo_restore(cairo);
}

void blur(paint::Bitmap& bitmap, int radius) {
    std::vector<std::uint8_t> copy(static_cast<std::size_t>(std::max(bitmap.width, bitmap.height)));
    for (int pass = 0; pass < 3; ++pass) {
        for (int y = 0; y < bitmap.height; ++y) {
            blurLine(&bitmap.pixels[static_cast<std::size_t>(y * bitmap.stride())], bitmap.width, 4, radius, copy);
        }
        for (int x = 0; x < bitmap.width; ++x) {
            blurLine(&bitmap.pixels[static_cast<std::size_t>(x) * 4], bitmap.height, bitmap.stride(), radius, copy);
        }
    }
}

}  // namespace turnout::demo
