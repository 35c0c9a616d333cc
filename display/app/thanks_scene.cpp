#include <algorithm>

#include "display/app/scene_screens.h"

namespace turnout::display {

Names closingWords(const HallSettings& settings) {
    if (!settings.closing.en.empty() || !settings.closing.zh.empty()) return settings.closing;
    const auto in = [&](Lang lang) {
        if (!settings.place) return say("display.thanks", lang);
        return say(Text{"display.thanks_place", {{"place", settings.place->name.in(lang)}}}, lang);
    };
    return {in(Lang::en), in(Lang::zh)};
}

ThanksScreen thanksScreen(const SceneSource& source) {
    ThanksScreen screen;
    static_cast<Heading&>(screen) = source.count;
    screen.date = source.plan.zone.date(source.plan.starts);
    std::replace(screen.date.begin(), screen.date.end(), '-', '.');
    screen.guests = source.count.guests.arrived;
    screen.countries = source.count.countries.arrived;
    for (const WallPlace& place : source.count.wall)
        if (place) screen.flags.push_back(*place);
    screen.closing = closingWords(source.settings);
    return screen;
}

}  // namespace turnout::display
