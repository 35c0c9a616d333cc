// Tickets: issue, revoke, replace. Inside the caller's write transaction.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "common/store/event_store.h"
#include "common/store/sqlite/database.h"

namespace turnout::sqlite {

// 10 bytes for the next code: the operating system's randomness, or for the demo a generator with a fixed seed.
using CodeSource = std::function<std::array<std::uint8_t, 10>()>;
CodeSource systemCodes();
CodeSource seededCodes(std::uint64_t seed);

// A new code that no ticket has, stored for the guest; a valid ticket they had is revoked with `reason`.
std::string issue(Database& database, std::int64_t attendee, const CodeSource& source, const std::string& reason,
                  TimePoint now);

// Codes of those who never had a ticket are issued; a guest whose ticket was revoked gets another only by reissue.
std::vector<TicketRow> issueMissing(Database& database, const CodeSource& source, TimePoint now);

// The guest's ticket by any spelling of its code, exactly first.
std::optional<std::string> findCode(Database& database, const std::string& text);
TicketRow readTicketRow(Database& database, const std::string& code);

}  // namespace turnout::sqlite
