#include <algorithm>
#include <charconv>
#include <map>
#include <string>

#include "assets/assets.h"
#include "common/base/table.h"
#include "display/app/scene_screens.h"

namespace turnout::display {
namespace {

constexpr std::int64_t kFewGuests = 3;

struct LonLat {
    float north = 0, east = 0;
};

float degrees(std::string_view cell) {
    float value = 0;
    std::from_chars(cell.data(), cell.data() + cell.size(), value);
    return value;
}

const std::map<std::string, LonLat>& places() {
    static const std::map<std::string, LonLat> all = [] {
        std::map<std::string, LonLat> table;
        for (const auto& cells : tableRows(assets::bytes("tables/places.tsv")))
            table[std::string(cells.at(0))] = {degrees(cells.at(1)), degrees(cells.at(2))};
        return table;
    }();
    return all;
}

// The newest of those that may be told to be the newest.
void highlight(JourneyScreen& screen, const std::vector<const CountryNumbers*>& here) {
    const auto told = std::find_if(here.rbegin(), here.rend(), [](const auto* c) { return orderMayBeTold(*c); });
    if (told == here.rend()) return;
    const auto point = std::find_if(screen.points.begin(), screen.points.end(),
                                    [&](const auto& each) { return each.country == (*told)->code; });
    if (point == screen.points.end()) return;
    screen.newest = static_cast<std::size_t>(point - screen.points.begin());
    screen.ordinal = told == here.rbegin();
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
    if (!screen.stale) highlight(screen, here);
    return screen;
}

}  // namespace turnout::display
