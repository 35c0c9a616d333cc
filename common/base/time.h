// Points in time and the clocks that tell them. The only place where the machine's clock is read.
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace turnout {

using Millis = std::chrono::milliseconds;
using TimePoint = std::chrono::sys_time<Millis>;           // UTC; what is stored and compared
using SteadyTime = std::chrono::steady_clock::time_point;  // for count-downs and timeouts; never stored

// How long the machine has run, the time it slept with its lid closed included (CLOCK_BOOTTIME): unlike the steady
// clock, it keeps step with a wall clock that nobody sets.
Millis sinceBoot();

// Functions take `now`; only the shells of programs (main, services with threads) hold a Clock. Thread-safe.
class Clock {
  public:
    virtual ~Clock() = default;
    virtual TimePoint now() const = 0;
};

class SystemClock final : public Clock {
  public:
    TimePoint now() const override;
};

// A clock that shows `from` when it is made and runs on from there (--clock; shown as DEMO CLOCK).
class RunningClock final : public Clock {
  public:
    explicit RunningClock(TimePoint from);
    TimePoint now() const override;

  private:
    TimePoint from_;
    Millis started_;  // since boot
};

// An IANA time zone by name ("Asia/Shanghai"). Cheap to copy; thread-safe. The machine's own zone is never used.
class Zone {
  public:
    Zone();                                                   // UTC
    static std::optional<Zone> named(std::string_view name);  // nothing when the zone database does not know it

    const std::string& name() const { return name_; }
    std::chrono::minutes offsetAt(TimePoint at) const;     // east of UTC is positive
    std::string iso(TimePoint at) const;                   // 2023-11-17T19:04:12.345+08:00
    std::string clockTime(TimePoint at) const;             // 19:04
    std::string clockTimeWithSeconds(TimePoint at) const;  // 19:04:12
    std::string date(TimePoint at) const;                  // 2023-11-17
    bool operator==(const Zone&) const = default;

  private:
    std::string name_;
};

// ISO 8601 with an offset or Z ("2023-11-17T19:00:00+08:00", seconds and fraction optional). Nothing when malformed.
std::optional<TimePoint> parseIso(std::string_view text);

}  // namespace turnout
