// An event from what a person fills into a form.
#pragma once

#include <string>

#include "common/base/result.h"
#include "common/domain/event.h"

namespace turnout {

struct EventForm {  // as typed
    std::string nameEn, nameZh, venue;
    std::string date;    // 2026-11-17
    std::string starts;  // 19:00, in `zone`
    std::string doors;   // 18:00; empty = always open
    std::string places;  // empty = no limit
    std::string zone = "Asia/Shanghai";
    bool operator==(const EventForm&) const = default;
};

// Fault::badInput names the field that cannot be understood. The countries along the Belt and Road are a group of every
// event made so, with the members of its date.
Result<EventPlan> eventFromForm(const EventForm& form);

// "2026-11-17" and "19:00" in the zone, as shortEvent() and eventLike() take it: with the offset of that day.
Result<std::string> startOf(const std::string& date, const std::string& time, const std::string& zone);

}  // namespace turnout
