#include "common/report/report_json.h"

#include <nlohmann/json.hpp>

#include "common/report/event_record.h"

namespace turnout {
namespace {

using Json = nlohmann::ordered_json;

Json counts(const Numbers& numbers) {
    return {{"registered", numbers.registered}, {"arrived", numbers.arrived}};
}

// A number of people; small ones of a closed event in words.
Json people(bool closed, std::int64_t n) {
    const std::string told = toldNumber(closed, n);
    return told.starts_with('<') ? Json(told) : Json(n);
}

Json named(Json start, const Numbers& numbers, bool closed) {
    start["registered"] = people(closed, numbers.registered);
    start["arrived"] = people(closed, numbers.arrived);
    return start;
}

}  // namespace

std::string reportJson(const EventPlan& event, const Totals& totals, TimePoint asOf, bool closed) {
    Json report{{"event", event.name.in(Lang::en)},
                {"as_of", event.zone.iso(asOf)},
                {"registered", totals.guests.registered},
                {"walk_ins", people(closed, totals.walkIns)},
                {"arrived", totals.guests.arrived},
                {"inside", totals.inside},
                {"countries", counts(totals.countries)},
                {"groups", Json::array()},
                {"by_country", Json::array()},
                {"by_affiliation", Json::array()},
                {"by_door", Json::array()},
                {"refusals", Json::object()}};
    for (const GroupNumbers& group : totals.groups)
        report["groups"].push_back(
            named({{"id", group.id}, {"name_en", group.name.in(Lang::en)}, {"name_zh", group.name.in(Lang::zh)}},
                  group.countries, false));
    for (const CountryNumbers& country : totals.byCountry)
        report["by_country"].push_back(named({{"code", country.code.str()},
                                              {"name_en", countryName(country.code, Lang::en)},
                                              {"name_zh", countryName(country.code, Lang::zh)}},
                                             country.guests, closed));
    for (const AffiliationNumbers& affiliation : totals.byAffiliation)
        report["by_affiliation"].push_back(named({{"id", affiliation.id},
                                                  {"name", affiliation.name.in(Lang::en)},
                                                  {"name_zh", affiliation.name.in(Lang::zh)}},
                                                 affiliation.guests, closed));
    for (const DoorNumbers& door : totals.byDoor)
        report["by_door"].push_back({{"name", door.name},
                                     {"admitted", people(closed, door.admitted)},
                                     {"refused", people(closed, door.refused)}});
    for (const auto& [verdict, n] : totals.refusals) report["refusals"][std::string(word(verdict))] = people(closed, n);
    // Names come from lists of others: broken UTF-8 becomes U+FFFD instead of an exception.
    return report.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace turnout
