// A clock that stands still until a test moves it.
#pragma once

#include "common/base/time.h"

namespace turnout::test {

class FakeClock final : public Clock {
  public:
    explicit FakeClock(TimePoint start) : now_(start) {}
    TimePoint now() const override { return now_; }
    SteadyTime steady() const { return steady_; }
    void advance(Millis by) {
        now_ += by;
        steady_ += by;
    }

  private:
    TimePoint now_;
    SteadyTime steady_{std::chrono::hours(1)};
};

}  // namespace turnout::test
