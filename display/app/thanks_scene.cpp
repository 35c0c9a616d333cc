#include <algorithm>

#include "display/app/scene_screens.h"

namespace turnout::display {

ThanksScreen thanksScreen(const SceneSource& source) {
    ThanksScreen screen;
    static_cast<Heading&>(screen) = source.count;
    screen.date = source.plan.zone.date(source.plan.starts);
    std::replace(screen.date.begin(), screen.date.end(), '-', '.');
    screen.guests = source.count.guests.arrived;
    screen.countries = source.count.countries.arrived;
    for (const WallPlace& place : source.count.wall)
        if (place) screen.flags.push_back(*place);
    screen.closing = source.settings.closing;
    if (screen.closing.en.empty() && screen.closing.zh.empty()) {
        const auto in = [&](Lang lang) {
            if (!source.settings.place) return say("display.thanks", lang);
            return say(Text{"display.thanks_place", {{"place", source.settings.place->name.in(lang)}}}, lang);
        };
        screen.closing = {in(Lang::en), in(Lang::zh)};
    }
    return screen;
}

}  // namespace turnout::display
