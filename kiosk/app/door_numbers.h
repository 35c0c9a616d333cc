// Numbers, codes and its own name as a door writes them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "common/base/text.h"
#include "common/base/time.h"

namespace turnout::kiosk {

std::string number(std::int64_t n);  // 1234 stays, 12345 is "12,345"

std::string inFives(std::string_view code);  // "CQM7K 3P9TX …", whatever it is

std::string ageWords(Millis age, Lang lang);  // "12 min", "3 h", "2 days"; what is to come is "0 min"

}  // namespace turnout::kiosk
