// The two lists of people that go on paper, read from an event file.
#pragma once

#include "common/report/people_pdf.h"
#include "common/store/event_reader.h"

namespace turnout {

// Everyone on the list by university and name, with the first five characters of the ticket, to be ticked at a door
// where nothing else works.
Result<PaperList> doorList(EventReader& reader, TimePoint now, Lang lang);

// Who is inside now, with the door and the time; honest about exits that were not scanned.
Result<PaperList> insideList(EventReader& reader, TimePoint now, Lang lang);

}  // namespace turnout
