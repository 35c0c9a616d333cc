// From a stored answer to the card that shows it. Pure.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/domain/event.h"
#include "common/store/scan.h"
#include "kiosk/app/door_page.h"
#include "kiosk/app/door_screen.h"

namespace turnout::kiosk {

// What a card needs to know besides the answer.
struct CardContext {
    Zone zone;
    Lang lang = Lang::en;
    std::string eventTag;                  // told beside another event's
    std::optional<std::int64_t> capacity;  // and the guests inside, for a full hall
    std::int64_t inside = 0;
    OverrideRule overrides = OverrideRule::anyone;
    bool hasPin = false;            // without one there is no supervisor
    std::int64_t listed = 0;        // the list as the status line tells it: how many guests, how old
    std::optional<Millis> listAge;  // nothing = not known
    bool walkIns = false;           // they are taken at this door, by whoever stands here
};

// A card without serial, life and settling: those are the presenter's.
VerdictCard cardOf(const Answer& answer, const CardContext& context);

// "Nethmi R.": what the queue may read. One word stays; of a name in Chinese characters the first and a star.
std::string firstNameAndInitial(const std::string& name);

// "148th" / "148".
std::string ordinal(std::int64_t n, Lang lang);

// One row of the last scans.
LastScan lastScanOf(const Answer& answer, const Zone& zone, Lang lang);

// Short name of a refusal for a sum: "cancelled", "already in".
std::string reasonWord(Verdict verdict, Lang lang);
// "11 hall full, 1 wrong door", the most frequent first; those after the seventh together as "other".
std::string reasonsInWords(std::vector<std::pair<Verdict, std::int64_t>> refused, Lang lang);

Heard heardWith(const Answer& answer);

}  // namespace turnout::kiosk
