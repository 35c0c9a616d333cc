// The invented guests of the demo, from the tables in assets/demo. The same list every time.
#pragma once

#include <string>
#include <vector>

#include "common/domain/attendee.h"

namespace turnout::demo {

// As registered: mixed, with ids, seats, a few notes, consent of about 60 % to be named, addresses of example.org.
std::vector<RosterRow> guestList();

// The plain roster CSV of the design, one row for each guest.
std::string rosterCsv(const std::vector<RosterRow>& guests);

// The same guests as a form tool exports them: "sep=" line, title, numbered headings, countries in every form, answers
// sent twice, cancelled ones, invisible characters, a row of totals. Brought in it gives exactly `guests`.
std::string dirtyRosterCsv(const std::vector<RosterRow>& guests);

}  // namespace turnout::demo
