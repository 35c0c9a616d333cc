// The clock of a film that is played as fast as it is decided: time is the stream's own (start + stream time).
#pragma once

#include <atomic>

#include "common/base/time.h"

namespace turnout::kiosk {

class StreamClock final : public Clock {
  public:
    explicit StreamClock(TimePoint start) : start_(start) {}
    TimePoint now() const override { return at(Millis(passed_.load())); }
    TimePoint at(Millis streamTime) const { return start_ + streamTime; }
    void reach(Millis streamTime) { passed_.store(streamTime.count()); }  // from any thread

  private:
    const TimePoint start_;
    std::atomic<Millis::rep> passed_{0};
};

}  // namespace turnout::kiosk
