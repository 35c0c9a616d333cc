// The keys that a person pressed, without those of a hand scanner that types into the same machine: for windows where
// single keys act, as the hall's, and a code must not play them.
#pragma once

#include <optional>
#include <vector>

#include "common/base/time.h"
#include "common/ui/input.h"

namespace turnout::ui {

// A key is a person's when no other follows at once: longer than between two of a scanner's, too short to be noticed.
inline constexpr Millis kHandAfter{60};

class KeysByHand {
  public:
    // What of it is certain at `now`, in order: pointers, resizing and held keys at once; a key with its character
    // kHandAfter after the last one. Keys that come as fast as a scanner's are left out, and so is what follows them
    // within kStrayAfter. Characters without a key of their own, from an input method, are a person's.
    // `writing`: into a field, where a machine that was busy hands a person's keys over in one bunch. Nothing of what
    // is written is left out then, only the Enter or Tab that a scanner would end with.
    std::vector<Event> take(std::vector<Event> events, SteadyTime now, bool writing = false);
    // When to ask again though nothing happens; nothing while no key waits.
    std::optional<SteadyTime> due() const;

  private:
    void add(Event event, std::vector<Event>& certain, bool writing);
    void letGo(std::vector<Event>& certain, bool writing);
    bool scanned() const;

    std::vector<Event> waiting_;
    bool repeats_ = false;  // the characters that follow are of a key held down
    std::optional<SteadyTime> scannedAt_;
};

}  // namespace turnout::ui
