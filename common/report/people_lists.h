// The two lists of people that go on paper, read from an event file.
#pragma once

#include <utility>
#include <vector>

#include "common/report/people_pdf.h"
#include "common/store/event_reader.h"

namespace turnout {

// Where a guest stands in a list of people, on paper and on a screen: by university in the order of its name in `lang`,
// those without one last; then by name.
struct ListPlace {
    std::string university, name;  // cleaned for the screen
};
ListPlace placeInList(const Guest& guest, Lang lang);
bool operator<(const ListPlace& a, const ListPlace& b);

// What a volunteer must act on ("wheelchair"), cleaned for the screen: the note, else the category. Empty: nothing.
std::string attentionNote(const Guest& guest, Lang lang);

// "DEM07…Q2X8V": tickets of one event begin alike, so it is the ending that tells two apart. Groups of five, as they
// are printed under the picture; of a short code, which would stand there whole, the beginning alone.
std::string ticketMark(const GuestNow& now);

// Everyone on the list by university and name, with the beginning and the ending of the ticket, to be ticked at a door
// where nothing else works.
Result<PaperList> doorList(EventReader& reader, TimePoint now, Lang lang);

// Who was inside at one moment.
struct InsideThen {
    EventPlan event;
    std::vector<std::pair<Guest, Entry>> guests;  // by university and name
    bool exitsScanned = false;                    // whether who left is known at all
    TimePoint at{};
};
Result<InsideThen> whoIsInside(EventReader& reader, TimePoint now);
// The same with each guest given to `each` and none kept.
Result<InsideThen> whoIsInside(EventReader& reader, TimePoint now,
                               const std::function<void(const Guest&, const Entry&)>& each);

// The same on paper, with the door and the time, first of all those with a note, who stand in their place as well;
// honest about exits that were not scanned, and about a list that is `old` because the file cannot be read.
PaperList insideList(const InsideThen& inside, Lang lang, bool old = false);
Result<PaperList> insideList(EventReader& reader, TimePoint now, Lang lang);

}  // namespace turnout
