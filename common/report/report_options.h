// What the reader of a report wants to see of it; as it stands, what `turnout report --pdf` makes.
#pragma once

#include "common/base/text.h"

namespace turnout {

struct ReportOptions {
    bool sentence = true;   // for the press
    bool arrivals = true;   // over time
    bool countries = true;  // and groups of countries
    bool universities = true;
    bool doors = true;    // and refusals
    bool doubles = true;  // double admissions, undos, walk-ins
    bool absent = false;  // names of those who did not come; never once the event is closed
    bool bothLanguages = true;
    Lang first = Lang::en;  // the only language, or the one that comes first
    bool operator==(const ReportOptions&) const = default;
};

}  // namespace turnout
