// Taking back a whole list that was brought in: who came with it goes, who was changed by it is as before.
//
//     const auto before = rememberList(event);          // then the list is merged
//     const auto touched = touchedBy(event, *before);   // what it did
//     takeListBack(event, *touched, now);               // as if it had not been
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>

#include "common/base/result.h"
#include "common/base/time.h"

namespace turnout {

struct ListState;  // the guests as they stood; values of one event, from one run of the program
using ListMemory = std::shared_ptr<const ListState>;

// Everyone on the list now. 100,000 guests: about 60 MB until touchedBy() keeps what it needs.
Result<ListMemory> rememberList(const std::filesystem::path& event);
// What has changed since: kept small, to be handed to takeListBack().
Result<ListMemory> touchedBy(const std::filesystem::path& event, const ListMemory& before);

struct ListTakenBack {
    std::int64_t removed = 0, restored = 0;
};
// One transaction. Guests who came with the list are deleted with their tickets, the others are put back, tickets of
// theirs included. Fault::refusedByRules with a sentence, and nothing done: one of them was scanned since, was changed
// since, or a copy for a door was made since, in which they stand.
Result<ListTakenBack> takeListBack(const std::filesystem::path& event, const ListMemory& touched, TimePoint now);

}  // namespace turnout
