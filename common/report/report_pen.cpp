#include "common/report/report_pen.h"

#include <algorithm>
#include <cmath>

#include "common/paint/glib.h"

namespace turnout::pen {

void ReportPen::blank() {
    colour(Colour::hex(0xFFFFFF));
    cairo_paint(cairo_);
}

void ReportPen::colour(Colour c) {
    cairo_set_source_rgb(cairo_, c.r / 255.0, c.g / 255.0, c.b / 255.0);
}

void ReportPen::fill(float x, float y, float w, float h, Colour c, float radius) {
    if (w <= 0 || h <= 0) return;
    colour(c);
    const double r = std::min({radius, w / 2, h / 2});
    cairo_new_sub_path(cairo_);
    cairo_arc(cairo_, x + w - r, y + r, r, -M_PI / 2, 0);
    cairo_arc(cairo_, x + w - r, y + h - r, r, 0, M_PI / 2);
    cairo_arc(cairo_, x + r, y + h - r, r, M_PI / 2, M_PI);
    cairo_arc(cairo_, x + r, y + r, r, M_PI, 1.5 * M_PI);
    cairo_close_path(cairo_);
    cairo_fill(cairo_);
}

void ReportPen::rule(float x, float y, float w, Colour c, double thickness) {
    colour(c);
    cairo_set_line_width(cairo_, thickness);
    cairo_move_to(cairo_, x, y);
    cairo_line_to(cairo_, x + w, y);
    cairo_stroke(cairo_);
}

void ReportPen::write(float x, float baseline, const std::string& text, const TextStyle& look, Colour c, float width,
                      Align align) {
    if (text.empty()) return;
    const float size = paint::fitSize(text, look, {width, 1, align}, look.size * 0.6F, look.size, 0.5F);
    paint::drawText(cairo_, x, baseline, text, look.sized(size), c, {width, 1, align});
}

float ReportPen::paragraph(float baseline, const std::string& text, const TextStyle& look, Colour c) {
    return paint::drawText(cairo_, kMargin, baseline, text, look, c, {kWhole, 4, Align::left}).height;
}

void ReportPen::flag(const CountryCode& code, float x, float y, float width) {
    const float height = width * 3 / 4;
    paint::Bitmap picture = flags_.flag(code, 120, paint::FlagTile::light());
    if (picture.empty()) return;
    const paint::SurfaceOwned surface(cairo_image_surface_create_for_data(
        picture.pixels.data(), CAIRO_FORMAT_ARGB32, picture.width, picture.height, picture.stride()));
    cairo_save(cairo_);
    cairo_translate(cairo_, x, y);
    cairo_scale(cairo_, width / static_cast<float>(picture.width), height / static_cast<float>(picture.height));
    cairo_set_source_surface(cairo_, surface.get(), 0, 0);
    cairo_paint(cairo_);
    cairo_restore(cairo_);
    cairo_surface_flush(surface.get());
    colour(Colour::hex(0xC3CBD5));
    cairo_set_line_width(cairo_, 0.4);
    cairo_rectangle(cairo_, x, y, width, height);
    cairo_stroke(cairo_);
}

}  // namespace turnout::pen
