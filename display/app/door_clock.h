// Whether this machine's clock goes with the doors': they write the time of every admission.
#pragma once

#include <deque>
#include <optional>

#include "common/store/event_reader.h"

namespace turnout::display {

struct ClockNews {
    enum class Step { unheard, inStep, ahead, behind };  // the doors': nobody came yet, ..., later than this machine's
    Step step = Step::unheard;
    std::int64_t seconds = 0;  // ahead or behind
    bool operator==(const ClockNews&) const = default;
};

class DoorClock {
  public:
    // Numbers that were just committed; what was there when the file was opened tells nothing of clocks.
    void take(const HallNumbers& numbers, bool opened, TimePoint wall);
    ClockNews news() const;

  private:
    std::int64_t lastRow_ = 0;
    std::deque<Millis> lags_;  // from the admission to its news, of the last few
};

}  // namespace turnout::display
