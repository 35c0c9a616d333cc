// What the organiser set for the hall in [display] of event.toml, understood. Whatever is missing or cannot be
// understood has a default that is fit for an evening.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "common/domain/event.h"
#include "display/app/scene.h"

namespace turnout::display {

using namespace std::chrono_literals;

enum class Language { both, inTurn, english, chinese };

struct SceneTime {
    Scene scene = Scene::count;
    std::chrono::seconds stays{18};
    bool operator==(const SceneTime&) const = default;
};

struct EventPlace {  // where every arc of the journey ends
    Names name;
    float north = 0, east = 0;
    bool operator==(const EventPlace&) const = default;
};

struct HallSettings {
    // Which scenes come in turn before the start, during the event and after its end.
    std::vector<SceneTime> before, during, after;
    bool moments = true, momentsInActs = false, map = true, showStrip = true, reducedMotion = false;
    Language language = Language::both;
    std::optional<EventPlace> place;
    Names closing;                              // empty: "Thank you for coming"
    std::vector<Names> messages;                // prepared for the hall
    std::string gold, sky, ground;              // "#FFC83D"
    std::string logo, background;               // files beside the event file
    std::string font, titleFont;                // families that are installed, or font files beside the event file
    double screenHeight = 0, farthestSeat = 0;  // metres; 0 = not told

    // "count 20, journey 15": scenes with their seconds (18 when left out). Nothing when a word is no scene.
    static std::optional<std::vector<SceneTime>> rotation(std::string_view text);
    static HallSettings of(const EventPlan& plan);
};

// The smallest type that the farthest seat can read, in lines of a picture 1080 high: AVIXA DISCAS, basic decision
// making, height of an element = farthest viewer / 200 of the picture's height. 0 when the hall was not told.
float smallestType(const HallSettings& settings);

}  // namespace turnout::display
