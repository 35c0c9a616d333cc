// What a person is told about the answer to a scan: the same words on a door's screen, in a command's output and in a
// report. Wording stands in assets/text/verdict.tsv.
#pragma once

#include <string>
#include <string_view>

#include "common/base/text.h"
#include "common/base/time.h"
#include "common/store/scan.h"

namespace turnout {

struct AnswerText {
    std::string word;    // the headline: "Already in", "Use Door B"
    std::string detail;  // beside the headline on a screen: "14 min ago · Door B · 18:50"; empty for a plain admission
    std::string explanation;  // when there is no guest to show: why, in one or two sentences; else empty
    std::string nextStep;     // what the volunteer does now; empty for admitted, exited and the calm answers
    std::string sentence;     // one line that stands alone: "Already in: Noy P., 14 min ago, Door B, 18:50."
};

// Never fails; a not_recorded answer gets the general words (its cause is the Error's sentence). Times are told in
// `zone`, and with the date when it is not the day of the scan. Thread-safe.
AnswerText answerText(const Answer& answer, const Zone& zone, Lang lang);

// "14 min ago", "6 seconds ago", "2 h 5 min ago"; empty when `then` is later than `now` or more than a day ago.
std::string agoText(TimePoint then, TimePoint now, Lang lang);

// "15 Nov" / "11月15日".
std::string dayText(TimePoint at, const Zone& zone, Lang lang);

// "18:50", or "15 Nov, 18:50" when `at` is another day than `now`.
std::string timeText(TimePoint at, TimePoint now, const Zone& zone, Lang lang);

// What a text that is no ticket seems to be: "a web address", "a Wi-Fi code", "a contact card" ...
std::string kindOfText(std::string_view text, Lang lang);

}  // namespace turnout
