#include "common/paint/bitmap.h"

#include <cassert>
#include <system_error>

#include "common/paint/glib.h"

namespace turnout::paint {
namespace {

constexpr std::int64_t kMostPixels = 64'000'000;

std::uint8_t straight(std::uint8_t channel, std::uint8_t alpha) {
    return static_cast<std::uint8_t>((channel * 255 + alpha / 2) / alpha);
}

}  // namespace

Colour Bitmap::at(int x, int y) const {
    assert(x >= 0 && y >= 0 && x < width && y < height);
    const std::uint8_t* p = pixels.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(stride()) +
                            static_cast<std::size_t>(x) * 4;
    if (p[3] == 0) return {0, 0, 0, 0};
    return {straight(p[2], p[3]), straight(p[1], p[3]), straight(p[0], p[3]), p[3]};
}

std::vector<std::uint8_t> straightRgba(const Bitmap& bitmap) {
    std::vector<std::uint8_t> out(bitmap.pixels.size());
    for (std::size_t i = 0; i + 3 < out.size(); i += 4) {
        const std::uint8_t alpha = bitmap.pixels[i + 3];
        if (alpha == 0) continue;
        out[i] = straight(bitmap.pixels[i + 2], alpha);
        out[i + 1] = straight(bitmap.pixels[i + 1], alpha);
        out[i + 2] = straight(bitmap.pixels[i], alpha);
        out[i + 3] = alpha;
    }
    return out;
}

Status writePng(const Bitmap& bitmap, const std::filesystem::path& file) {
    auto failed = [&](const std::filesystem::path& part) {
        std::error_code ignored;
        std::filesystem::remove(part, ignored);
        return makeError(Fault::diskError, "paint.png_not_written", {{"file", file.string()}});
    };
    std::filesystem::path part = file;
    part += ".part";
    // Cairo does not write through the pointer; it merely asks for a mutable one.
    const SurfaceOwned surface(cairo_image_surface_create_for_data(const_cast<std::uint8_t*>(bitmap.pixels.data()),
                                                                   CAIRO_FORMAT_ARGB32, bitmap.width, bitmap.height,
                                                                   bitmap.stride()));
    if (cairo_surface_write_to_png(surface.get(), part.c_str()) != CAIRO_STATUS_SUCCESS) return failed(part);
    std::error_code error;
    std::filesystem::rename(part, file, error);
    if (error) return failed(part);
    return Done{};
}

Result<Bitmap> readPng(const std::filesystem::path& file) {
    auto refused = [&] { return makeError(Fault::badInput, "paint.png_not_read", {{"file", file.string()}}); };
    const SurfaceOwned read(cairo_image_surface_create_from_png(file.c_str()));
    if (cairo_surface_status(read.get()) != CAIRO_STATUS_SUCCESS) return refused();
    const int width = cairo_image_surface_get_width(read.get()), height = cairo_image_surface_get_height(read.get());
    if (width <= 0 || height <= 0 || static_cast<std::int64_t>(width) * height > kMostPixels) return refused();
    Bitmap bitmap(width, height);
    const SurfaceOwned target(
        cairo_image_surface_create_for_data(bitmap.pixels.data(), CAIRO_FORMAT_ARGB32, width, height, bitmap.stride()));
    const CairoOwned cairo(cairo_create(target.get()));
    cairo_set_source_surface(cairo.get(), read.get(), 0, 0);
    cairo_paint(cairo.get());
    cairo_surface_flush(target.get());
    return bitmap;
}

}  // namespace turnout::paint
