// The log written anew, where what it says of people has to go: tickets under other numbers, each machine's chain
// hashed again in its old order. Inside the caller's write transaction.
#pragma once

#include <string>
#include <vector>

#include "common/base/time.h"
#include "common/store/sqlite/database.h"

namespace turnout::sqlite {

// While it lives the log may be changed; finish() puts the triggers back and hashes the chains again.
class LogRewrite {
  public:
    explicit LogRewrite(Database& database);
    void finish();

  private:
    Database& database_;
};

// Gives each of `codes` a number that says nothing about it, in no order: "closed-1", "closed-2" with that prefix.
void renumberTickets(Database& database, std::vector<std::string> codes, const std::string& prefix);

// What stays to tell that a report printed before belongs to this file: when, the fingerprint of before, the chains'
// heads.
std::string toldBefore(Database& database, TimePoint now);

}  // namespace turnout::sqlite
