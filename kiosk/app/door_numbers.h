// Numbers as a door writes them.
#pragma once

#include <cstdint>
#include <string>

namespace turnout::kiosk {

std::string number(std::int64_t n);  // 1234 stays, 12345 is "12,345"

}  // namespace turnout::kiosk
