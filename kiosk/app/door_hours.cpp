#include "kiosk/app/door_hours.h"

#include "common/report/answer_text.h"

namespace turnout::kiosk {

std::string shutWords(const DoorStatus& door, Direction direction, bool clockJumped, TimePoint now, const Zone& zone,
                      Lang lang) {
    if (door.closed) return say("kiosk.prompt_closed", lang);
    const DoorHours hours = hoursOf(door, direction, clockJumped, now);
    if (hours == DoorHours::open) return {};
    const bool late = hours == DoorHours::late;
    const std::string time = timeText(late ? *door.closes : *door.opens, now, zone, lang);
    return say(Text{late ? "kiosk.prompt_since" : "kiosk.prompt_opens", {{"time", time}}}, lang);
}

}  // namespace turnout::kiosk
