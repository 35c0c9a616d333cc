// The pages of the report on any surface of Cairo: the PDF, and the preview of the desk.
#pragma once

#include <cairo.h>

#include <functional>

#include "common/report/event_record.h"

namespace turnout {

inline constexpr double kPageWidth = 595.28, kPageHeight = 841.89;  // A4 in points

// Draws page after page; `next` is called after each. Answers how many there were. `pages` is the number to tell in
// "2 / 4"; 0 while it is not known.
int drawReportPages(cairo_t* cairo, const EventRecord& record, Lang lang, int pages, const std::function<void()>& next);

}  // namespace turnout
