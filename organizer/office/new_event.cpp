#include "organizer/office/new_event.h"

#include <optional>

#include "common/roster/event_toml.h"
#include "common/store/event_reader.h"

namespace turnout {

Result<EventPlan> eventLike(const std::filesystem::path& old, const std::string& name, const std::string& starts) {
    auto reader = EventReader::open(old);
    if (!reader) return reader.error();
    auto plan = reader->event();
    if (!plan) return plan;
    const auto fresh = shortEvent(name.empty() ? plan->name.in(Lang::en) : name, starts);
    if (!fresh) return Error{Fault::wrongUsage, fresh.error().text};
    const Millis moved = fresh->starts - plan->starts;
    if (!name.empty()) plan->name = fresh->name;
    plan->starts = fresh->starts;
    const auto move = [&](std::optional<TimePoint>& at) {
        if (at) *at += moved;
    };
    for (auto* at : {&plan->ends, &plan->doorsOpen, &plan->doorsClose}) move(*at);
    for (DoorPlan& door : plan->doors) {
        move(door.opens);
        move(door.closes);
    }
    plan->acts.clear();
    plan->demo = false;
    return plan;
}

}  // namespace turnout
