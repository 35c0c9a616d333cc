// The attendance log as a table: every scan, refusals and undone ones too, in the order written.
#pragma once

#include <iosfwd>

#include "common/base/csv.h"
#include "common/base/time.h"
#include "common/store/event_reader.h"

namespace turnout {

// at,door,direction,source,verdict,code,name,country,affiliation,volunteer,undoes,overrides,scan_id; times in `zone`.
// Fault::diskError when `out` takes no more; the store's fault when the log cannot be read.
Status writeLogCsv(EventReader& reader, const Zone& zone, CsvCells cells, std::ostream& out);

}  // namespace turnout
