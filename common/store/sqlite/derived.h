// The rows derived from the log: stays and tallies. Two ways to the same numbers: step by step in the transaction of a
// scan, and all at once from the log (after a change of the list, and for `turnout verify`).
#pragma once

#include <map>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

#include "common/domain/decide.h"
#include "common/store/sqlite/database.h"

namespace turnout::sqlite {

struct GuestKeys {  // where a guest is counted
    std::int64_t attendee = 0;
    std::string country, category;
    std::optional<std::int64_t> affiliation;
    bool counted = true, walkIn = false;
};

// Each inside the caller's write transaction, after the scan row was written. `first`: the guest has no entry yet that
// was not undone.
void enter(Database& database, const GuestKeys& guest, bool first, std::int64_t scanRow);
void leave(Database& database, const GuestKeys& guest, std::int64_t scanRow);

// False when it cannot be taken back any more (an exit whose guest has come in again elsewhere); nothing is written
// then.
bool takeBack(Database& database, const GuestKeys& guest, Verdict verdict, std::int64_t takenBackRow,
              std::int64_t undoRow);

// `guests` new guests who are counted there.
void addRegistered(Database& database, const GuestKeys& place, std::int64_t guests);

struct Stay {
    std::int64_t attendee = 0, scanIn = 0;
    std::optional<std::int64_t> scanOut, undone;
    auto operator<=>(const Stay&) const = default;
};

struct Tally {
    std::int64_t registered = 0, arrived = 0, inside = 0, walkIns = 0;
    std::optional<std::int64_t> firstScan;
    bool isZero() const { return registered == 0 && arrived == 0 && inside == 0 && walkIns == 0 && !firstScan; }
    auto operator<=>(const Tally&) const = default;
};

struct Derived {
    std::vector<Stay> stays;                                       // in the order they began
    std::map<std::pair<std::string, std::string>, Tally> tallies;  // (subject, key); those that are not all zero
    std::map<std::pair<std::int64_t, std::string>, std::int64_t> verdicts;  // (door, verdict)
};

Derived deriveFromLog(Database& database);
Derived readDerived(Database& database);

// Rows of the log up to this one were united from several machines and follow each other by time (each machine's own in
// its order), not by their place in the file; 0 when there are none.
std::int64_t unitedUpTo(Database& database);

// Writes stays, tallies and verdicts again from the log. Inside the caller's write transaction.
void rewriteDerived(Database& database);

// Writes the tallies again from the log and the list. Inside the caller's write transaction.
void rewriteTallies(Database& database);

}  // namespace turnout::sqlite
