// event.toml: the event as its organiser writes it down.
#pragma once

#include <filesystem>
#include <string>

#include "common/base/result.h"
#include "common/domain/event.h"

namespace turnout {

// Every key of the design. Unknown keys, wrong types, impossible dates and unknown time zones are Fault::badInput with
// file and line. A group's members are codes, the name of a table that comes with Turnout, or a table file beside the
// toml; the membership of the event's date is taken.
Result<EventPlan> readEventToml(const std::filesystem::path& file);
Result<EventPlan> readEventToml(std::string_view text, const std::string& fileName,
                                const std::filesystem::path& folder);

// The short form: a name and when it starts (ISO 8601 with an offset). The zone is the offset: Asia/Shanghai for
// +08:00, else a fixed one.
Result<EventPlan> shortEvent(const std::string& name, const std::string& starts);

}  // namespace turnout
