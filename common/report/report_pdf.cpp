#include "common/report/report_pdf.h"

#include <cairo-pdf.h>

#include <memory>

#include "common/report/placed_file.h"
#include "common/report/report_pages.h"

namespace turnout {
namespace {

using Cairo = std::unique_ptr<cairo_t, decltype(&cairo_destroy)>;

}  // namespace

Status writeReportPdf(const std::filesystem::path& file, const EventRecord& record, Lang lang) {
    ReportOptions options;
    options.first = lang;
    return writeReportPdf(file, record, options);
}

Status writeReportPdf(const std::filesystem::path& file, const EventRecord& record, const ReportOptions& options) {
    const Lang lang = options.first;
    return placePdf(file, kPageWidth, kPageHeight, [&](cairo_surface_t* surface) {
        const int pages = countReportPages(record, options);
        const std::string title = cleanForScreen(record.plan.name.in(lang)) + " · " + say("report.title", lang);
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, title.c_str());
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Turnout");
        const Cairo cairo(cairo_create(surface), cairo_destroy);
        drawReportPages(cairo.get(), record, options, pages, [&] { cairo_show_page(cairo.get()); });
    });
}

}  // namespace turnout
