// The pages of the report on any surface of Cairo: the PDF, and the preview of the desk.
#pragma once

#include <cairo.h>

#include <functional>
#include <vector>

#include "common/paint/bitmap.h"
#include "common/report/event_record.h"
#include "common/report/report_options.h"

namespace turnout {

inline constexpr double kPageWidth = 595.28, kPageHeight = 841.89;  // A4 in points

// Draws page after page; `next` is called after each. Answers how many there were. `pages` is the number to tell in
// "2 / 4"; 0 while it is not known.
int drawReportPages(cairo_t* cairo, const EventRecord& record, const ReportOptions& options, int pages,
                    const std::function<void()>& next);

int countReportPages(const EventRecord& record, const ReportOptions& options);

// The pages as pictures, `width` pixels wide, for a screen. May take half a second.
std::vector<paint::Bitmap> reportPictures(const EventRecord& record, const ReportOptions& options, int width);

}  // namespace turnout
