#include "common/paint/glib.h"
#include "common/report/report_pages.h"

namespace turnout {

using paint::CairoOwned;
using paint::SurfaceOwned;

int countReportPages(const EventRecord& record, const ReportOptions& options) {
    // On paper that nobody sees.
    const SurfaceOwned surface(cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, nullptr));
    const CairoOwned cairo(cairo_create(surface.get()));
    return drawReportPages(cairo.get(), record, options, 0, [] {});
}

std::vector<paint::Bitmap> reportPictures(const EventRecord& record, const ReportOptions& options, int width) {
    const double scale = static_cast<double>(width) / kPageWidth;
    paint::Bitmap page(width, static_cast<int>(kPageHeight * scale + 0.5));
    const int pages = countReportPages(record, options);
    const SurfaceOwned surface(cairo_image_surface_create_for_data(page.pixels.data(), CAIRO_FORMAT_ARGB32, page.width,
                                                                   page.height, page.stride()));
    const CairoOwned cairo(cairo_create(surface.get()));
    cairo_scale(cairo.get(), scale, scale);
    std::vector<paint::Bitmap> pictures;
    drawReportPages(cairo.get(), record, options, pages, [&] {
        cairo_surface_flush(surface.get());
        pictures.push_back(page);
    });
    return pictures;
}

}  // namespace turnout
