// One guest's ticket: to the printer, or another in its place.
#pragma once

#include <string>

#include "organizer/desk/app/session.h"

namespace turnout::desk {

// Issues a ticket where there never was one, draws it on a page of its own and prints it; without a printer the page is
// opened, and the toast says where it lies.
void printOneTicket(Session& session, AttendeeId guest, const std::string& name);

// Asks first, naming what happens to the old one; then revokes the guest's valid ticket and issues another.
void askForNewTicket(Session& session, AttendeeId guest, const std::string& name);

}  // namespace turnout::desk
