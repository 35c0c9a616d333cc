#include "display/app/other_event.h"

namespace turnout::display {

bool sameEvent(const EventPlan& one, const EventPlan& other) {
    return one.name == other.name && one.starts == other.starts && one.venue == other.venue && one.demo == other.demo;
}

bool dressedAlike(const EventPlan& one, const EventPlan& other) {
    return one.name == other.name && one.display == other.display &&
           one.zone.date(one.starts) == other.zone.date(other.starts);
}

void OtherEvent::took(const EventPlan& before, const EventPlan& event, SteadyTime now) {
    if (!told(now)) right_ = before;
    since_ = sameEvent(event, right_) ? std::nullopt : std::optional(now);
}

}  // namespace turnout::display
