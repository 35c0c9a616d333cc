#include "organizer/office/event_form.h"

#include <charconv>
#include <cstdio>

#include "common/roster/event_toml.h"
#include "common/roster/membership.h"

namespace turnout {
namespace {

constexpr std::int64_t kMostPlaces = 1'000'000;

Error bad(const char* key, const std::string& found) {
    return makeError(Fault::badInput, key, {{"found", shorten(cleanForScreen(found), 40)}});
}

Result<TimePoint> timeIn(const std::string& date, const std::string& time, const Zone& zone) {
    int year = 0, month = 0, day = 0, hour = 0, minute = 0, used = 0;
    if (std::sscanf(date.c_str(), "%4d%*1[-/.]%2d%*1[-/.]%2d%n", &year, &month, &day, &used) != 3 ||
        static_cast<std::size_t>(used) != date.size())
        return bad("office.bad_date", date);
    used = 0;
    if (std::sscanf(time.c_str(), "%2d:%2d%n", &hour, &minute, &used) != 2 ||
        static_cast<std::size_t>(used) != time.size() || hour > 23 || minute > 59)
        return bad("office.bad_time", time);
    char iso[32];
    std::snprintf(iso, sizeof iso, "%04d-%02d-%02dT%02d:%02d:00Z", year % 10000, month % 100, day % 100, hour, minute);
    const auto utc = parseIso(iso);
    if (!utc) return bad("office.bad_date", date);
    // Twice, so that the offset is that of the day itself.
    const TimePoint first = *utc - zone.offsetAt(*utc);
    return *utc - zone.offsetAt(first);
}

Result<Zone> zoneOf(const std::string& name) {
    const auto zone = Zone::named(name.empty() ? "Asia/Shanghai" : name);
    if (!zone) return makeError(Fault::badInput, "store.bad_zone", {{"zone", cleanForScreen(name)}});
    return *zone;
}

}  // namespace

Result<std::string> startOf(const std::string& date, const std::string& time, const std::string& zoneName) {
    const auto zone = zoneOf(zoneName);
    if (!zone) return zone.error();
    const auto at = timeIn(date, time, *zone);
    if (!at) return at.error();
    return zone->iso(*at);
}

Result<EventPlan> eventFromForm(const EventForm& form) {
    const auto zone = zoneOf(form.zone);
    if (!zone) return zone.error();
    EventPlan plan;
    plan.zone = *zone;
    plan.name = {cleanForScreen(form.nameEn), cleanForScreen(form.nameZh)};
    if (plan.name.en.empty() && plan.name.zh.empty()) return makeError(Fault::badInput, "office.name_needed");
    const std::string venue = cleanForScreen(form.venue);
    plan.venue = {venue, venue};
    const auto starts = timeIn(cleanForScreen(form.date), cleanForScreen(form.starts), *zone);
    if (!starts) return starts.error();
    plan.starts = *starts;
    if (const std::string doors = cleanForScreen(form.doors); !doors.empty()) {
        const auto opens = timeIn(cleanForScreen(form.date), doors, *zone);
        if (!opens) return opens.error();
        if (*opens > plan.starts) return bad("office.doors_late", doors);
        plan.doorsOpen = *opens;
    }
    if (const std::string places = cleanForScreen(form.places); !places.empty()) {
        std::int64_t number = 0;
        const auto [end, failed] = std::from_chars(places.data(), places.data() + places.size(), number);
        if (failed != std::errc() || end != places.data() + places.size() || number < 1 || number > kMostPlaces)
            return bad("office.bad_places", places);
        plan.capacity = number;
    }
    if (const auto table = builtInMembership("belt_and_road")) {
        auto members = membersOn(*table, plan.zone.date(plan.starts), "belt_and_road");
        if (!members) return members.error();
        plan.groups.push_back({"belt_and_road",
                               {say("office.belt_and_road", Lang::en), say("office.belt_and_road", Lang::zh)},
                               std::move(members).value()});
    }
    return plan;
}

}  // namespace turnout
