// The pages of a door in trouble: nothing is recorded, the event cannot be opened, the clock has jumped. Pure.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "common/base/result.h"
#include "kiosk/app/kept_scan.h"
#include "kiosk/app/verdict_card.h"

namespace turnout::kiosk {

// The fault screen: what happened, do not admit, three steps, how many scans wait and the newest of them: so that the
// volunteer knows whom to keep here.
VerdictCard faultCard(const Error& error, std::size_t waiting, TimePoint lastTry, const CardContext& context,
                      const std::vector<KeptScan>& kept = {});

// Why nothing can be recorded, as a running door says it: never that somebody is to open it again, for it goes on by
// itself.
std::string faultSentence(const Error& error, Lang lang);

// The door's event cannot be opened yet; it is tried again every kRetryEvery.
VerdictCard notOpenedCard(const Error& error, const std::filesystem::path& event, Lang lang);

// The clock has jumped by so much and tells `wall` now: what still works, and how to set it right.
VerdictCard clockCard(Millis jumped, TimePoint wall, const CardContext& context);
// The same in one sentence, for as long as it lasts.
std::string clockSentence(Millis jumped, Lang lang);

}  // namespace turnout::kiosk
