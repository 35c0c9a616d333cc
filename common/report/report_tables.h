// The subjects of a report as tables, one each.
#pragma once

#include "common/report/event_record.h"
#include "common/report/people_pdf.h"
#include "common/report/table.h"

namespace turnout {

// Summary, arrivals, countries, groups, universities, doors, refusals, doubles; and who came, with names, unless the
// event is closed. Times of people are rounded down to five minutes.
std::vector<Table> reportTables(const EventRecord& record, Lang lang);

// Who is on the list and never came. Empty once the event is closed.
Table absentTable(const EventRecord& record, Lang lang);

// Who came of each university, for credit: one list a university, by name; last those without one.
struct UniversityAttendance {
    std::string fileName;  // safe for any file system: "harbin-medical-university"
    Names university;
    Table table;
    PaperList paper;
};
std::vector<UniversityAttendance> attendanceSheets(const EventRecord& record, Lang lang);

PaperList absentPaper(const EventRecord& record, Lang lang);

}  // namespace turnout
