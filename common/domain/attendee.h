// A guest on the list, as a roster row says and as a door shows.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "common/domain/country.h"
#include "common/domain/event.h"
#include "common/domain/ids.h"

namespace turnout {

// One row of a registration list, cleaned and resolved. Empty text = not given.
struct RosterRow {
    std::int64_t line = 0;  // line of the file where the row starts, 1 = first line
    std::string outsideId, name, nativeName, screenName;
    CountryCode country;
    std::string affiliation;  // id, a name or an alias
    std::string category;     // id or a name; empty = the event's first category
    std::string seat, note, ticketCode, email, language;
    bool onScreen = false;   // consent to be named on the hall screen
    bool cancelled = false;  // the list says that this guest does not come
};

// What was wrong with one cell or row of a list we were given. An error keeps the row out; a warning does not.
struct RosterProblem {
    std::int64_t line = 0;  // 1 = first line of the file
    std::string column;     // the header as the file writes it; empty when it is about the whole row
    std::string found;      // what stood there, cleaned and cut
    Text text;              // what is wrong and what to do
    bool warning = false;
};

// What a door shows of a guest.
struct Guest {
    AttendeeId id;
    std::string name, nativeName;
    CountryCode country;
    Names affiliation;  // may be empty
    std::string categoryId;
    Names category;
    bool counted = true;
    std::string seat, note;
    bool attention = false;  // the category's, or there is a note
    bool walkIn = false;
    bool onScreen = false;  // the hall would name them: consent, the organiser's look, the event's setting
};

}  // namespace turnout
