// The line of a found guest that tells country and university, and what in it was typed. A guest can be found by
// another name of either ("缅甸" for Myanmar, "CQMU"): that name then stands beside the usual one, so that every row
// shows why it is there. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/domain/attendee.h"
#include "common/domain/event.h"
#include "common/store/guest_index.h"

namespace turnout::kiosk {

struct PlaceLine {
    std::string words;             // "Myanmar (缅甸) · Southern Medical University"
    std::vector<ByteSpan> marked;  // of `words`
};

PlaceLine placeLine(const Guest& guest, const std::vector<Affiliation>& affiliations, std::string_view typed,
                    Lang lang);

}  // namespace turnout::kiosk
