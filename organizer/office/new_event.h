// Next year's event from this year's.
#pragma once

#include <filesystem>
#include <string>

#include "common/base/result.h"
#include "common/domain/event.h"

namespace turnout {

// The old event's universities, categories, groups, doors and settings; times moved with the start (ISO 8601 with an
// offset). Guests, scans and the programme stay behind. An empty name keeps the old one.
Result<EventPlan> eventLike(const std::filesystem::path& old, const std::string& name, const std::string& starts);

}  // namespace turnout
