// What each scene beside the count shows. Made anew from the plan, the numbers and the time; compared to know whether
// anything must be painted.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "common/domain/hall_settings.h"
#include "common/store/event_reader.h"
#include "display/app/count_screen.h"

namespace turnout::display {

using namespace std::chrono_literals;

inline constexpr int kWordMs = 400;  // a welcome fades into the next

struct DoorsScreen : Heading {
    std::string starts;     // "2023.11.17  19:00"
    std::string countdown;  // "24:16"; empty once it has begun
    std::int64_t arrived = 0;
    std::vector<std::string> greetings;  // the list under the large words
    std::size_t lit = 0;                 // in the list, and large beside the other two
    std::optional<std::size_t> before;   // fading out
    int wordMs = kWordMs;

    bool moving() const { return before.has_value() && wordMs < kWordMs; }
    bool operator==(const DoorsScreen&) const = default;
};

struct JourneyPoint {
    CountryCode country;
    float north = 0, east = 0;
    std::int64_t guests = 0;
    bool operator==(const JourneyPoint&) const = default;
};

inline constexpr int kArcMs = 900;

struct JourneyScreen : Heading {
    std::optional<EventPlace> place;
    std::vector<JourneyPoint> points;   // countries that came, in the order they came
    std::optional<std::size_t> newest;  // highlighted and named
    bool ordinal = false;               // its place among all may be told
    Tally countries;
    int arcMs = kArcMs;  // of the newest; 0: it waits, under its country's moment

    bool moving() const { return newest.has_value() && arcMs > 0 && arcMs < kArcMs; }
    bool operator==(const JourneyScreen&) const = default;
};

struct UniversityRow {
    Names name;
    Tally guests;
    bool operator==(const UniversityRow&) const = default;
};

struct UniversitiesScreen : Heading {
    std::int64_t all = 0;
    std::vector<UniversityRow> rows;  // of this page
    std::size_t page = 0, pages = 1;

    bool moving() const { return false; }
    bool operator==(const UniversitiesScreen&) const = default;
};

struct ActLines {
    std::string time;  // "19:50"
    Names title, kind;
    std::string performers;
    bool operator==(const ActLines&) const = default;
};

struct ProgrammePart {
    Names name;
    std::vector<float> acts;     // where each begins, shares of the line
    std::optional<float> share;  // where we are; nothing: not begun, or over (then 1)
    bool operator==(const ProgrammePart&) const = default;
};

struct ProgrammeScreen : Heading {
    std::optional<ActLines> now, next;
    std::vector<ActLines> later;  // two; before the first act three, for `next` is that one
    std::vector<ProgrammePart> parts;
    Names closing;  // words for when it is over
    bool begun = false, over = false;

    bool moving() const { return false; }
    bool operator==(const ProgrammeScreen&) const = default;
};

struct ThanksScreen : Heading {
    Names closing;
    std::string date;
    std::int64_t guests = 0, countries = 0;
    std::vector<CountryCode> flags;  // in the order they came

    bool moving() const { return false; }
    bool operator==(const ThanksScreen&) const = default;
};

using SceneScreen =
    std::variant<DoorsScreen, CountScreen, JourneyScreen, UniversitiesScreen, ProgrammeScreen, ThanksScreen>;

// What the scenes are made from at one moment.
struct SceneSource {
    const EventPlan& plan;
    const HallSettings& settings;
    const Totals& totals;
    const Programme& programme;
    const CountScreen& count;  // also the heading, and the wall's order
    TimePoint wall{};
    Millis shown{};         // since this scene is on
    std::size_t visit = 0;  // how often it was on before
};

DoorsScreen doorsScreen(const SceneSource& source);
JourneyScreen journeyScreen(const SceneSource& source);
UniversitiesScreen universitiesScreen(const SceneSource& source);
std::size_t universitiesShown(const Totals& totals);          // those that invited or sent anybody
std::chrono::seconds universitiesTake(const Totals& totals);  // to show each page once
ProgrammeScreen programmeScreen(const SceneSource& source);
Names closingWords(const HallSettings& settings);  // the organiser's own, else the usual ones
ThanksScreen thanksScreen(const SceneSource& source);

// A country's title and kind: "二胡独奏《赛马》" is 《赛马》 and 二胡独奏, "Erhu solo: Horse Racing" is Horse Racing.
ActLines actLines(const ProgrammeItem& item, const Zone& zone);
// Its order may be told: never of a country with fewer than three guests.
bool orderMayBeTold(const CountryNumbers& country);

}  // namespace turnout::display
