#include <algorithm>
#include <map>
#include <sstream>

#include "assets/assets.h"
#include "display/app/scene_screens.h"

namespace turnout::display {
namespace {

constexpr std::int64_t kFewGuests = 3;

struct LonLat {
    float north = 0, east = 0;
};

const std::map<std::string, LonLat>& places() {
    static const std::map<std::string, LonLat> all = [] {
        std::map<std::string, LonLat> table;
        std::istringstream in{std::string(assets::bytes("tables/places.tsv"))};
        for (std::string line; std::getline(in, line);) {
            if (line.starts_with('#')) continue;
            std::istringstream fields(line);
            std::string code;
            LonLat at;
            if (fields >> code >> at.north >> at.east) table[code] = at;
        }
        return table;
    }();
    return all;
}

}  // namespace

bool orderMayBeTold(const CountryNumbers& country) {
    return std::max(country.guests.registered, country.guests.arrived) >= kFewGuests;
}

JourneyScreen journeyScreen(const SceneSource& source) {
    JourneyScreen screen;
    static_cast<Heading&>(screen) = source.count;
    screen.place = source.settings.place;
    screen.countries = source.count.countries;
    std::vector<const CountryNumbers*> here;
    for (const CountryNumbers& country : source.totals.byCountry)
        if (country.code.isCountry() && country.firstSeq > 0 && country.guests.arrived > 0) here.push_back(&country);
    std::sort(here.begin(), here.end(), [](const auto* a, const auto* b) { return a->firstSeq < b->firstSeq; });
    for (const CountryNumbers* country : here) {
        const auto at = places().find(country->code.str());
        if (at == places().end()) continue;
        screen.points.push_back({country->code, at->second.north, at->second.east, country->guests.arrived});
    }
    if (!screen.points.empty() && !screen.stale) {
        screen.newest = screen.points.size() - 1;
        screen.ordinal = orderMayBeTold(*here.back());
    }
    if (!source.settings.reducedMotion)
        screen.arcMs = static_cast<int>(std::min<std::int64_t>(source.shown.count(), kArcMs));
    return screen;
}

}  // namespace turnout::display
