// Whether the event file has been replaced by another event's: the display takes it, because a file is put there by the
// organiser, and tells the operator for a while.
#pragma once

#include <optional>

#include "common/base/time.h"
#include "common/domain/event.h"

namespace turnout::display {

inline constexpr std::chrono::minutes kOtherEventTold{10};

// The same event, perhaps with other acts or settings.
bool sameEvent(const EventPlan& one, const EventPlan& other);
// Shown with the same flags, pictures, colours and fonts: those need not be read again, which a frame would wait for.
bool dressedAlike(const EventPlan& one, const EventPlan& other);

class OtherEvent {
  public:
    // Another event has taken the place of the one before.
    void took(const EventPlan& before, const EventPlan& event, SteadyTime now);
    // Since less than kOtherEventTold, and the one that was there before is not back.
    bool told(SteadyTime now) const { return since_ && now - *since_ < kOtherEventTold; }

  private:
    EventPlan right_;  // the one before all that was told
    std::optional<SteadyTime> since_;
};

}  // namespace turnout::display
