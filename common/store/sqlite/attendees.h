// The people on the list one by one: as a door looks them up, and those it adds.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "common/domain/decide.h"
#include "common/domain/signed_ticket.h"
#include "common/store/event_reader.h"
#include "common/store/sqlite/database.h"

namespace turnout::sqlite {

Guest readGuest(Database& database, AttendeeId attendee);

// The code of the guest's valid ticket, else of their newest revoked one; whoever never had any is issued one. Nothing
// for an id that is not on the list. Inside the caller's write transaction.
std::optional<std::string> ticketOf(Database& database, AttendeeId attendee, TimePoint now);

// A new guest with a ticket; answers its code. Inside the caller's write transaction.
std::string addWalkIn(Database& database, const WalkIn& walkIn, TimePoint now);

// The holder of a genuine signed ticket that is on no list, with that ticket: a walk-in whose name is the code's first
// ten characters until somebody knows it. Merged with a list that has the ticket, they are that guest. Inside the
// caller's write transaction.
void addUnlisted(Database& database, const SignedTicket& ticket, TimePoint now);

// The affiliation of that id, name or alias; added when there is none. Nothing for a name without letters and digits.
std::optional<std::int64_t> affiliationNamed(Database& database, const std::string& name);

// The rehearsal that is going on: the log's last row before it began. Nothing: the doors are live.
std::optional<std::int64_t> rehearsingSince(Database& database);

// The guest's entry that is neither undone nor followed by an exit, and whether there was any before.
struct PresenceRow {
    Presence presence = Presence::neverIn;
    std::optional<std::int64_t> entryScan;  // inside: the row of the log
};
PresenceRow presenceOf(Database& database, AttendeeId attendee, std::optional<std::int64_t> rehearsal);

void eachGuest(Database& database, const std::function<void(const Guest&)>& take);
void eachInside(Database& database, const std::function<void(const Guest&, const Entry&)>& take);
GuestNow readGuestNow(Database& database, AttendeeId attendee);

}  // namespace turnout::sqlite
