// The report as pages to hand in: A4, both languages, charts and flags, the time and the event file's fingerprint at
// the foot of every page. No names, except in the list of double admissions.
#pragma once

#include <filesystem>

#include "common/report/event_record.h"
#include "common/report/report_options.h"

namespace turnout {

// `lang` comes first where both stand. Fault::readOnly or diskFull when the file cannot be written.
Status writeReportPdf(const std::filesystem::path& file, const EventRecord& record, Lang lang);
Status writeReportPdf(const std::filesystem::path& file, const EventRecord& record, const ReportOptions& options);

}  // namespace turnout
