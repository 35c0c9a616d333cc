// The files of a report: what `turnout report` and the desk write, by the same rules. A report never replaces an event.
#pragma once

#include <filesystem>

#include "common/base/csv.h"
#include "common/report/event_record.h"

namespace turnout {

// One CSV for each subject into `folder`, which is made when it is missing.
Status writeReportTables(const std::filesystem::path& folder, const EventRecord& record, Lang lang, CsvCells cells);

// A PDF and a workbook of each university into `folder`, for credit.
Status writeAttendanceSheets(const std::filesystem::path& folder, const EventRecord& record, Lang lang,
                             const RecordProgress& progress = {});

// Who did not come, as .pdf, .xlsx or, with any other ending, as a table.
Status writeAbsentList(const std::filesystem::path& file, const EventRecord& record, Lang lang, CsvCells cells);

}  // namespace turnout
