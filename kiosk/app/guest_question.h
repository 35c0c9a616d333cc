// Somebody of the list who has no ticket at hand: how they are now, the one question before they are admitted, and what
// is asked of the store then. For whatever page finds them.
#pragma once

#include "kiosk/app/door_page.h"

namespace turnout::kiosk {

struct ListedGuest {
    Guest guest;
    GuestNow now;
};

// Nothing to be done here any more: inside at an entrance, outside at an exit.
bool isDone(const GuestNow& now, Direction direction);
std::string stateWords(const GuestNow& now, const PageContext& context);    // "Not in yet"
std::string whereAndWhen(const GuestNow& now, const PageContext& context);  // "Door B · 18:50"; empty when not inside

// Why this door admits nobody now by its times or by hand; empty when it is open.
std::string shutWords(const PageContext& context);

// What this door would answer as far as it is known without asking the store: a ticket that was revoked is not.
Verdict answerAhead(const ListedGuest& asked, const PageContext& context);

ConfirmScreen guestQuestion(const ListedGuest& asked, const PageContext& context);
DoorRequest admissionOf(AttendeeId guest);

}  // namespace turnout::kiosk
