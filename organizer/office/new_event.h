// Next year's event from this year's.
#pragma once

#include <filesystem>
#include <string>

#include "common/base/result.h"
#include "common/domain/event.h"
#include "common/store/event_files.h"

namespace turnout {

// The old event's universities, categories, groups, doors and settings; times moved with the start (ISO 8601 with an
// offset). Guests, scans and the programme stay behind. An empty name keeps the old one.
Result<EventPlan> eventLike(const std::filesystem::path& old, const std::string& name, const std::string& starts);

// The pictures and fonts that go into a new event: those an event.toml names, which lie beside it or where the event
// will be; and the old event's, in its file or beside it.
Result<EventFiles> filesFrom(const EventPlan& plan, const std::filesystem::path& toml,
                             const std::filesystem::path& event);
Result<EventFiles> filesLike(const std::filesystem::path& old);

}  // namespace turnout
