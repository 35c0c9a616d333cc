#include "common/paint/svg.h"

#include <librsvg/rsvg.h>

#include "common/paint/glib.h"

namespace turnout::paint {

std::optional<Bitmap> renderSvg(std::string_view svg, int width, int height) {
    // From memory and without a base URI: references to files and networks lead nowhere.
    const GOwned<RsvgHandle> handle(
        rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(svg.data()), svg.size(), nullptr));
    if (!handle) return std::nullopt;
    Bitmap bitmap(width, height);
    const SurfaceOwned surface(
        cairo_image_surface_create_for_data(bitmap.pixels.data(), CAIRO_FORMAT_ARGB32, width, height, bitmap.stride()));
    const CairoOwned cairo(cairo_create(surface.get()));
    const RsvgRectangle viewport{0, 0, static_cast<double>(width), static_cast<double>(height)};
    if (!rsvg_handle_render_document(handle.get(), cairo.get(), &viewport, nullptr)) return std::nullopt;
    cairo_surface_flush(surface.get());
    return bitmap;
}

std::optional<double> svgAspect(std::string_view svg) {
    const GOwned<RsvgHandle> handle(
        rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(svg.data()), svg.size(), nullptr));
    if (!handle) return std::nullopt;
    double width = 0, height = 0;
    if (rsvg_handle_get_intrinsic_size_in_pixels(handle.get(), &width, &height) && width > 0 && height > 0)
        return width / height;
    gboolean hasWidth = FALSE, hasHeight = FALSE, hasBox = FALSE;
    RsvgLength ignored{};
    RsvgRectangle box{};
    rsvg_handle_get_intrinsic_dimensions(handle.get(), &hasWidth, &ignored, &hasHeight, &ignored, &hasBox, &box);
    if (hasBox == FALSE || box.width <= 0 || box.height <= 0) return std::nullopt;
    return box.width / box.height;
}

}  // namespace turnout::paint
