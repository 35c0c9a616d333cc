// The attendance log as a table: every scan, refusals and undone ones too, in the order written.
#pragma once

#include <iosfwd>

#include "common/base/csv.h"
#include "common/base/time.h"
#include "common/report/table.h"
#include "common/store/event_reader.h"

namespace turnout {

// Which rows of the log are wanted; what is not set admits all.
struct LogFilter {
    std::optional<TimePoint> from, to;  // from this instant on, before that one
    std::vector<std::string> doors;     // names, in any case
    std::vector<Verdict> verdicts;
    std::string person;                    // part of the name, in any case; or the whole ticket code, however grouped
    std::vector<bool> only;                // by a row's place in the log: those chosen one by one; empty = all
    bool admits(const LogRow& row) const;  // all but `only`
};

// at,door,direction,source,verdict,code,name,country,affiliation,volunteer,undoes,overrides,scan_id; times in `zone`.
// Fault::diskError when `out` takes no more; the store's fault when the log cannot be read.
Status writeLogCsv(EventReader& reader, const Zone& zone, CsvCells cells, std::ostream& out,
                   const LogFilter& filter = {});

// The same as a table for a workbook, headers in words.
Result<Table> logTable(EventReader& reader, const LogFilter& filter, Lang lang);

}  // namespace turnout
