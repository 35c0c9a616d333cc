#include "common/report/event_record.h"
#include "common/report/report_json.h"

namespace turnout {
namespace {

using Args = std::vector<std::pair<std::string, std::string>>;

std::string line(const std::string& key, Lang lang, Args args) {
    return say(Text{"report." + key, std::move(args)}, lang);
}

Args numbers(const std::string& name, const Numbers& n, bool closed) {
    return {{"name", cleanForScreen(name)},
            {"arrived", toldNumber(closed, n.arrived)},
            {"registered", toldNumber(closed, n.registered)}};
}

std::string when(const EventPlan& event, TimePoint asOf) {
    return event.zone.date(asOf) + " " + event.zone.clockTime(asOf);
}

// A heading and its rows; nothing at all without rows.
void section(std::string& out, const std::string& heading, const std::vector<std::string>& rows) {
    if (rows.empty()) return;
    out += "\n" + heading + "\n";
    for (const std::string& row : rows) out += "  " + row + "\n";
}

}  // namespace

std::string reportSentence(const EventPlan& event, const Totals& totals, TimePoint asOf, Lang lang, bool closed) {
    return line("sentence", lang,
                {{"event", cleanForScreen(event.name.in(lang))},
                 {"arrived", toldNumber(closed, totals.guests.arrived)},
                 {"registered", toldNumber(closed, totals.guests.registered)},
                 {"countries", std::to_string(totals.countries.arrived)},
                 {"all", std::to_string(totals.countries.registered)},
                 {"time", when(event, asOf)}});
}

std::string reportText(const EventPlan& event, const Totals& totals, TimePoint asOf, Lang lang, bool closed) {
    std::string out = reportSentence(event, totals, asOf, lang, closed) + "\n";
    out += line(totals.exitsScanned ? "inside" : "inside_unknown", lang, {{"n", toldNumber(closed, totals.inside)}}) +
           "\n";
    if (totals.walkIns > 0) out += line("walk_ins", lang, {{"n", toldNumber(closed, totals.walkIns)}}) + "\n";

    std::vector<std::string> groups, countries, affiliations, doors, refusals;
    for (const GroupNumbers& group : totals.groups)
        groups.push_back(line("countries_row", lang, numbers(group.name.in(lang), group.countries, false)));
    for (const CountryNumbers& country : totals.byCountry)
        countries.push_back(line("row", lang, numbers(countryName(country.code, lang), country.guests, closed)));
    for (const AffiliationNumbers& affiliation : totals.byAffiliation)
        affiliations.push_back(line("row", lang, numbers(affiliation.name.in(lang), affiliation.guests, closed)));
    for (const DoorNumbers& door : totals.byDoor)
        doors.push_back(line("door_row", lang,
                             {{"name", cleanForScreen(door.name)},
                              {"admitted", toldNumber(closed, door.admitted)},
                              {"refused", toldNumber(closed, door.refused)}}));
    for (const auto& [verdict, n] : totals.refusals)
        refusals.push_back(line("refusal_row", lang,
                                {{"name", say("report.verdict." + std::string(word(verdict)), lang)},
                                 {"word", std::string(word(verdict))},
                                 {"n", toldNumber(closed, n)}}));
    section(out, line("groups", lang, {}), groups);
    section(out, line("affiliations", lang, {}), affiliations);
    section(out, line("countries", lang, {}), countries);
    section(out, line("doors", lang, {}), doors);
    section(out, line("refusals", lang, {}), refusals);
    return out;
}

}  // namespace turnout
