// The event as its organiser wrote it down: plain values, read from event.toml and kept in the event file.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/base/time.h"
#include "common/domain/country.h"

namespace turnout {

struct Names {  // either may be empty; then the other is shown
    std::string en, zh;
    const std::string& in(Lang lang) const { return (lang == Lang::zh && !zh.empty()) || en.empty() ? zh : en; }
    bool operator==(const Names&) const = default;
};

struct CountryGroup {
    std::string id;  // "belt_and_road"
    Names name;
    std::vector<CountryCode> members;  // on the event's date
    bool operator==(const CountryGroup&) const = default;
};

struct Category {
    std::string id;  // "student"
    Names name;
    bool counted = true;     // performers and ushers pass the doors but are not in the number
    bool attention = false;  // the volunteer must act ("performer: backstage")
    bool operator==(const Category&) const = default;
};

struct Affiliation {
    std::string id;
    Names name;
    Names shortName;
    std::vector<std::string> aliases;
    bool operator==(const Affiliation&) const = default;
};

// Who may let a guest in against an amber answer, with a reason.
enum class OverrideRule { anyone, supervisor, nobody };

enum class DoorWay { entry, exit, both };

struct DoorPlan {
    std::string name;
    DoorWay way = DoorWay::both;
    std::vector<std::string> admits;  // category ids; empty admits all
    std::optional<TimePoint> opens, closes;
    bool operator==(const DoorPlan&) const = default;
};

struct Act {
    Names part;  // empty when the programme has no parts
    Names name;
    std::string performers;
    std::optional<TimePoint> starts;
    bool operator==(const Act&) const = default;
};

struct EventPlan {
    Names name, venue;
    TimePoint starts{};
    std::optional<TimePoint> ends, doorsOpen, doorsClose;
    Zone zone;
    std::optional<std::int64_t> capacity;
    bool walkIns = false, reEntry = true, strictDoors = false;
    OverrideRule overrides = OverrideRule::anyone;
    bool namesOnScreen = true;  // false: never a name on the hall screen, whatever guests agreed to
    int retainDays = 30;
    std::string theme;                                         // empty = default
    std::vector<std::pair<std::string, std::string>> display;  // [display] as written: what the hall screen is told
    bool demo = false;  // made by `turnout demo`: tag DEMO, --clock allowed, labelled synthetic
    std::vector<CountryGroup> groups;
    std::vector<Category> categories;       // empty = one counted category "guest"
    std::vector<Affiliation> affiliations;  // more are added as the roster names them
    std::vector<DoorPlan> doors;
    std::vector<Act> acts;
    bool operator==(const EventPlan&) const = default;
};

}  // namespace turnout
