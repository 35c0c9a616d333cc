#include "common/report/report_pdf.h"

#include <cairo-pdf.h>

#include <memory>

#include "common/report/placed_file.h"
#include "common/report/report_pages.h"

namespace turnout {
namespace {

using Surface = std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)>;
using Cairo = std::unique_ptr<cairo_t, decltype(&cairo_destroy)>;

}  // namespace

Status writeReportPdf(const std::filesystem::path& file, const EventRecord& record, Lang lang) {
    ReportOptions options;
    options.first = lang;
    return writeReportPdf(file, record, options);
}

Status writeReportPdf(const std::filesystem::path& file, const EventRecord& record, const ReportOptions& options) {
    const Lang lang = options.first;
    return placeFile(file, [&](const std::filesystem::path& part) {
        const int pages = countReportPages(record, options);
        const Surface surface(cairo_pdf_surface_create(part.c_str(), kPageWidth, kPageHeight), cairo_surface_destroy);
        const std::string title = cleanForScreen(record.plan.name.in(lang)) + " · " + say("report.title", lang);
        cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_TITLE, title.c_str());
        cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATOR, "Turnout");
        {
            const Cairo cairo(cairo_create(surface.get()), cairo_destroy);
            drawReportPages(cairo.get(), record, options, pages, [&] { cairo_show_page(cairo.get()); });
        }
        cairo_surface_finish(surface.get());
        return cairo_surface_status(surface.get()) == CAIRO_STATUS_SUCCESS;
    });
}

}  // namespace turnout
