// How fast guests come, from totals that only grow. Times are the hall's; nothing is read from the log.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/store/event_reader.h"

namespace turnout::display {

inline constexpr std::size_t kSparkMinutes = 8;

struct DoorRow {
    std::string name;
    std::vector<std::int64_t> minutes;         // admissions of the last eight minutes, the newest last
    std::optional<std::int64_t> secondsSince;  // since it was last heard, a refusal too; nothing before
    bool quiet = false;                        // while others are busy and guests are still expected
    bool operator==(const DoorRow&) const = default;
};

class DoorRates {
  public:
    void take(const Totals& totals, SteadyTime now);
    // Before we looked, so long ago: no rate, but when it was heard. Less than nothing, of a clock that is ahead, says
    // nothing.
    void heardBefore(const std::string& door, Millis ago, SteadyTime now);
    std::vector<DoorRow> rows(SteadyTime now) const;
    // How much the hall's count has grown; less than nothing when more was taken back than came.
    std::int64_t lastMinute(SteadyTime now) const;

  private:
    using Counted = std::vector<std::pair<SteadyTime, std::int64_t>>;  // when, how many
    struct Door {
        std::string name;
        std::int64_t admitted = 0, refused = 0;
        Counted came;
        std::optional<SteadyTime> heard;
    };
    std::vector<Door> doors_;
    std::int64_t arrived_ = 0;
    bool everybodyIsIn_ = false;  // of those on the list
    Counted arrivals_;
    bool first_ = true;
};

}  // namespace turnout::display
