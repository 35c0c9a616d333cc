// One guest as the organiser's list holds them, to be looked at and corrected.
#pragma once

#include <string>

#include "common/domain/attendee.h"

namespace turnout {

struct GuestRecord {
    AttendeeId id;
    std::string outsideId, name, nativeName, screenName;
    CountryCode country;
    std::string affiliation;  // id; for changeGuest() also a name or an alias, an unknown one is added. Empty = none
    std::string category;     // id
    std::string seat, note, email, language;
    bool onScreen = false;     // consent to be named on the hall screen
    bool nameChecked = false;  // the organiser looked at the name
    bool hidden = false;       // asked at a door not to be named
    bool cancelled = false, walkIn = false;
    std::string ticket;  // the valid one's code; empty = none. changeGuest() leaves tickets alone
    bool operator==(const GuestRecord&) const = default;
};

}  // namespace turnout
