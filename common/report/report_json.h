// The report of an event for other programs and for a reader: numbers only, no names. Of an event that is closed, a
// number of people under three in a row, a sentence or a list of reasons is told as "<3" (kSmallestCell), also where
// programs read it: as a string. How many were registered, came and are inside stays a number.
#pragma once

#include <string>

#include "common/domain/event.h"
#include "common/store/event_reader.h"

namespace turnout {

// `report --json` of docs/data_model.md: one object, indented, with a line's end. Groups count countries, refusals are
// those that happened.
std::string reportJson(const EventPlan& event, const Totals& totals, TimePoint asOf, bool closed = false);

// "487 of 520 guests from 54 of 56 countries had arrived by 19:24." One line without an end.
std::string reportSentence(const EventPlan& event, const Totals& totals, TimePoint asOf, Lang lang,
                           bool closed = false);

// The same numbers as a page of plain text: what a person at a terminal reads.
std::string reportText(const EventPlan& event, const Totals& totals, TimePoint asOf, Lang lang, bool closed = false);

}  // namespace turnout
