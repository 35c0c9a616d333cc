#include "display/app/door_rates.h"

#include <algorithm>
#include <iterator>

namespace turnout::display {
namespace {

using namespace std::chrono_literals;

constexpr auto kRemembered = std::chrono::minutes(kSparkMinutes);
constexpr auto kQuietAfter = 120s;

}  // namespace

void DoorRates::take(const Totals& totals, SteadyTime now) {
    const auto forget = [&](Counted& counted) {
        std::erase_if(counted, [&](const auto& each) { return now - each.first > kRemembered; });
    };
    for (const DoorNumbers& numbers : totals.byDoor) {
        auto door = std::find_if(doors_.begin(), doors_.end(), [&](const Door& d) { return d.name == numbers.name; });
        if (door == doors_.end()) {
            // A door made during the evening begins with nothing, whatever it has when it is first seen.
            doors_.push_back({numbers.name, first_ ? numbers.admitted : 0, first_ ? numbers.refused : 0, {}, {}});
            door = std::prev(doors_.end());
        }
        if (numbers.admitted > door->admitted) door->came.emplace_back(now, numbers.admitted - door->admitted);
        if (numbers.admitted > door->admitted || numbers.refused > door->refused) door->heard = now;
        door->admitted = numbers.admitted;
        door->refused = numbers.refused;
        forget(door->came);
    }
    // Not the doors' admissions: one who comes back, or is of a category that is not counted, is no arrival.
    if (!first_ && totals.guests.arrived != arrived_) arrivals_.emplace_back(now, totals.guests.arrived - arrived_);
    arrived_ = totals.guests.arrived;
    forget(arrivals_);
    everybodyIsIn_ = totals.guests.registered > 0 && arrived_ >= totals.guests.registered;
    first_ = false;
}

void DoorRates::heardBefore(const std::string& name, Millis ago, SteadyTime now) {
    if (ago < Millis{0}) return;
    for (Door& door : doors_)
        if (door.name == name && !door.heard) door.heard = now - ago;
}

std::vector<DoorRow> DoorRates::rows(SteadyTime now) const {
    std::vector<DoorRow> rows;
    const bool busy = std::any_of(doors_.begin(), doors_.end(),
                                  [&](const Door& door) { return door.heard && now - *door.heard < kQuietAfter; });
    for (const Door& door : doors_) {
        DoorRow row{door.name, std::vector<std::int64_t>(kSparkMinutes, 0), {}, false};
        for (const auto& [when, guests] : door.came) {
            const auto ago = static_cast<std::size_t>(std::max<std::int64_t>(0, (now - when) / 1min));
            if (ago < kSparkMinutes) row.minutes[kSparkMinutes - 1 - ago] += guests;
        }
        if (door.heard) {
            row.secondsSince = std::chrono::duration_cast<std::chrono::seconds>(now - *door.heard).count();
            // Quiet while others are busy: its machine may have lost the file. When all rest, the evening has begun.
            row.quiet = busy && !everybodyIsIn_ && now - *door.heard >= kQuietAfter;
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

std::int64_t DoorRates::lastMinute(SteadyTime now) const {
    std::int64_t sum = 0;
    for (const auto& [when, guests] : arrivals_)
        if (now - when < 1min) sum += guests;
    return sum;
}

}  // namespace turnout::display
