// Dates as people write them in each language; for the inside of this folder.
#pragma once

#include <string>

#include "common/base/text.h"
#include "common/base/time.h"

namespace turnout {

// "Friday, 17 November 2023" / "2023年11月17日星期五", in `zone`.
std::string longDate(TimePoint at, const Zone& zone, Lang lang);

}  // namespace turnout
