// What a door is called in a sentence, and may be called wherever its name is asked for.
#pragma once

#include <string>

#include "common/base/text.h"

namespace turnout {

// "Door A" of a door whose name is only "A" (one or two Latin letters or digits); any other name as it is, cleaned.
std::string doorName(const std::string& name, Lang lang);

}  // namespace turnout
