// Offering a scan to the store until it is known what became of it, and saying so.
#pragma once

#include <optional>
#include <string>

#include "common/domain/event.h"
#include "common/store/event_store.h"
#include "organizer/commands/command.h"

namespace turnout::commands {

struct Outcome {
    Answer answer;                 // verdict not_recorded when the store could not commit
    std::optional<Error> trouble;  // why not
};

// Admits; after trouble recovers, looks the scan up, and offers it once more under its own id, so that not_recorded is
// said only of a scan that is not in the file.
Outcome offer(EventStore& store, const Door& door, const Scan& scan);

// VERDICT<TAB>CODE<TAB>sentence.
std::string answerLine(const Answer& answer, const Zone& zone, Lang lang);

// {"code","verdict","name","country","door","at","first_door","first_at"}; null where there is nothing.
std::string answerJson(const Answer& answer, const Zone& zone);

}  // namespace turnout::commands
