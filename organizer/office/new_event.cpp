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

Result<EventFiles> filesFrom(const EventPlan& plan, const std::filesystem::path& toml,
                             const std::filesystem::path& event) {
    return readEventFiles(
        plan.display, {std::filesystem::absolute(toml).parent_path(), std::filesystem::absolute(event).parent_path()});
}

Result<EventFiles> filesLike(const std::filesystem::path& old) {
    auto reader = EventReader::open(old);
    if (!reader) return reader.error();
    auto files = reader->files();
    if (!files) return files;
    const auto plan = reader->event();
    if (!plan) return plan.error();
    for (const EventFileKind& kind : kEventFiles)
        for (const auto& [setting, name] : plan->display) {
            if (setting != kind.setting || name.empty() || !((*files).*kind.bytes).empty()) continue;
            // An older event's lie beside it. One that is gone was not shown this year either.
            auto beside = readEventFile(kind, name, {std::filesystem::absolute(old).parent_path()});
            if (beside) (*files).*kind.bytes = *std::move(beside);
        }
    return files;
}

}  // namespace turnout
