#include "display/app/programme_clock.h"

#include <algorithm>

#include "common/base/text.h"

namespace turnout::display {
namespace {

using namespace std::chrono_literals;

constexpr auto kLastActTakes = 2h;  // when the organiser gave no end

struct Item {
    TimePoint starts;
    Names name;
};

std::vector<Item> timetable(const EventPlan& plan) {
    std::vector<Item> items;
    for (const Act& act : plan.acts)
        if (act.starts) items.push_back({*act.starts, act.name});
    std::stable_sort(items.begin(), items.end(), [](const Item& a, const Item& b) { return a.starts < b.starts; });
    if (items.empty() || items.front().starts > plan.starts)
        items.insert(items.begin(),
                     {plan.starts, {say("display.opening", Lang::en), say("display.opening", Lang::zh)}});
    return items;
}

}  // namespace

std::vector<ProgrammeLine> programmeAt(const EventPlan& plan, TimePoint now) {
    using Kind = ProgrammeLine::Kind;
    const std::vector<Item> items = timetable(plan);
    if (now >= plan.ends.value_or(items.back().starts + kLastActTakes)) return {};

    const auto next = std::find_if(items.begin(), items.end(), [&](const Item& item) { return item.starts > now; });
    std::vector<ProgrammeLine> lines;
    if (next == items.begin())
        lines.push_back({Kind::at, plan.zone.clockTime(next->starts), next->name});
    else if (items.size() > 1)  // an opening alone is not a programme
        lines.push_back({Kind::now, {}, std::prev(next)->name});
    const auto after = next == items.begin() ? std::next(next) : next;
    if (after != items.end()) lines.push_back({Kind::next, {}, after->name});
    return lines;
}

}  // namespace turnout::display
