// What every scene of the hall has in common.
#pragma once

#include <string>

#include "common/domain/event.h"

namespace turnout::display {

struct Heading {
    Names title, venue;
    std::string clock;  // "19:24"
    bool demo = false, demoClock = false;

    bool stale = false;
    std::string asOf;  // "19:24", while stale

    bool otherLanguage = false;  // for lines with room for one language only: turns every 8 s

    bool operator==(const Heading&) const = default;
};

}  // namespace turnout::display
