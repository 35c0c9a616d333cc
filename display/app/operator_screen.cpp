#include "display/app/operator_screen.h"

#include <algorithm>

namespace turnout::display {
namespace {

constexpr auto kRemembered = std::chrono::minutes(kSparkMinutes);
constexpr auto kQuietAfter = 120s;
constexpr std::size_t kComing = 3;

OperatorAct actOf(const ProgrammeItem& item, const Zone& zone) {
    return {zone.clockTime(item.starts), item.name, item.performers};
}

std::string minutesAndSeconds(std::int64_t seconds) {
    const std::string rest = std::to_string(seconds % 60);
    return std::to_string(seconds / 60) + ":" + (rest.size() < 2 ? "0" : "") + rest;
}

}  // namespace

void DoorRates::take(const Totals& totals, SteadyTime now) {
    for (const DoorNumbers& numbers : totals.byDoor) {
        const std::int64_t seen = numbers.admitted + numbers.refused;
        auto door = std::find_if(doors_.begin(), doors_.end(), [&](const Door& d) { return d.name == numbers.name; });
        if (door == doors_.end()) {
            doors_.push_back({numbers.name, first_ ? seen : 0, {}, {}});
            door = std::prev(doors_.end());
        }
        if (seen > door->seen) {
            door->came.emplace_back(now, seen - door->seen);
            door->heard = now;
        }
        door->seen = seen;
        std::erase_if(door->came, [&](const auto& each) { return now - each.first > kRemembered; });
    }
    first_ = false;
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
            row.quiet = busy && now - *door.heard >= kQuietAfter;
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

std::int64_t DoorRates::lastMinute(SteadyTime now) const {
    std::int64_t sum = 0;
    for (const Door& door : doors_)
        for (const auto& [when, guests] : door.came)
            if (now - when < 1min) sum += guests;
    return sum;
}

OperatorScreen operatorScreen(const OperatorSource& source) {
    const HallPresenter& hall = source.hall;
    const CountScreen& count = hall.numbers().screen();
    const HallScreen& shown = hall.screen();
    OperatorScreen screen;
    const Zone& zone = hall.numbers().plan().zone;
    screen.title = hall.numbers().plan().name;
    screen.clock = zone.clockTimeWithSeconds(source.wall);
    screen.output = source.output;
    screen.on = hall.scene();
    screen.upcoming = hall.upcoming();
    const Millis left = hall.untilNext(source.now);
    screen.changesIn = std::chrono::ceil<std::chrono::seconds>(left).count();
    screen.share = hall.shareOver(source.now);
    screen.rotates = hall.rotates();
    screen.moments = hall.momentsOn();
    screen.showMode = shown.showMode;
    screen.blackout = shown.blackout;
    screen.testCard = shown.testCard;
    screen.language = hall.language();
    screen.now = shown.moment;
    if (!hall.moments().waiting().empty()) {
        screen.waiting = hall.moments().waiting().front();
        screen.moreWaiting = hall.moments().waiting().size() - 1;
    }
    screen.heldByAct = hall.actHoldsMoments(source.wall);
    screen.message = shown.message;
    screen.messages = hall.messages();

    const Programme& programme = hall.numbers().programme();
    screen.byHand = programme.byHand();
    const auto current = programme.over(source.wall) ? std::nullopt : programme.current(source.wall);
    if (current) {
        screen.act = actOf(programme.items()[*current], zone);
        const auto since = hall.actBegan().value_or(programme.items()[*current].starts);
        screen.elapsed = minutesAndSeconds(std::max<std::int64_t>(0, (source.wall - since) / 1s));
    }
    if (!programme.over(source.wall))
        for (std::size_t i = current ? *current + 1 : 0; i < programme.items().size() && screen.coming.size() < kComing;
             ++i)
            screen.coming.push_back(actOf(programme.items()[i], zone));

    screen.guests = count.guests;
    screen.countries = count.countries;
    screen.group = count.group;
    screen.lastMinute = source.rates.lastMinute(source.now);
    screen.stale = count.stale;
    screen.dataAge = std::max<std::int64_t>(0, (source.wall - hall.numbers().asOf()) / 1s);
    screen.worstFrameMs = source.worstFrameMs;
    screen.doors = source.rates.rows(source.now);
    return screen;
}

}  // namespace turnout::display
