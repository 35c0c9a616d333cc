#include "display/app/door_clock.h"

#include <algorithm>

namespace turnout::display {
namespace {

using namespace std::chrono_literals;

constexpr auto kAhead = 2s;  // nobody is admitted in the future
// One admission may be told late: a door offers again what its disk did not take, or two files are united. Several in
// a row are not.
constexpr auto kBehind = 30s;
constexpr std::size_t kInARow = 3;

std::int64_t secondsIn(Millis time) {
    return std::chrono::duration_cast<std::chrono::seconds>(time).count();
}

}  // namespace

void DoorClock::take(const HallNumbers& numbers, bool opened, TimePoint wall) {
    if (numbers.newest.empty()) return;
    const Arrival& newest = numbers.newest.front();
    const bool more = newest.scanRow > lastRow_;
    lastRow_ = newest.scanRow;
    if (opened || !more) return;
    lags_.push_back(wall - newest.at);
    if (lags_.size() > kInARow) lags_.pop_front();
}

ClockNews DoorClock::news() const {
    using Step = ClockNews::Step;
    if (lags_.empty()) return {};
    if (lags_.back() < -kAhead) return {Step::ahead, secondsIn(-lags_.back())};
    const Millis least = *std::min_element(lags_.begin(), lags_.end());
    if (lags_.size() == kInARow && least > kBehind) return {Step::behind, secondsIn(least)};
    return {Step::inStep, 0};
}

}  // namespace turnout::display
