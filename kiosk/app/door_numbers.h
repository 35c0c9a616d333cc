// Numbers as a door writes them.
#pragma once

#include <cstdint>
#include <string>

#include "common/base/text.h"
#include "common/base/time.h"

namespace turnout::kiosk {

std::string number(std::int64_t n);  // 1234 stays, 12345 is "12,345"

std::string ageWords(Millis age, Lang lang);  // "12 min", "3 h", "2 days"; what is to come is "0 min"

}  // namespace turnout::kiosk
