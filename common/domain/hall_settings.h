// What the organiser set for the hall in [display] of event.toml, understood: the one place that knows its keys and
// what each may say. The event is refused when a value cannot be understood; an older event file may hold one, and then
// its default, which is fit for an evening, is taken.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/domain/event.h"
#include "common/domain/hall_scene.h"

namespace turnout {

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

struct WrongSetting {
    std::string key, value;
    std::string wanted;  // what may stand there, in no language: "#RRGGBB"
    bool operator==(const WrongSetting&) const = default;
};

struct HallSettings {
    // Which scenes come in turn before the start, during the event and after its end.
    std::vector<SceneTime> before, during, after;
    bool moments = true, momentsInActs = false, map = true, showStrip = true, reducedMotion = false;
    Language language = Language::both;
    std::optional<EventPlace> place;
    Names closing;                                   // empty: "Thank you for coming"
    std::vector<Names> messages;                     // prepared for the hall
    std::optional<std::uint32_t> gold, sky, ground;  // 0xRRGGBB; light, light and dark enough to be read
    std::string logo, background;                    // files beside the event file
    std::string font, titleFont;                     // families that are installed, or font files beside the event file
    double screenHeight = 0, farthestSeat = 0;       // metres; 0 = not told
    std::vector<WrongSetting> wrong;                 // what could not be understood, in the order of keys()

    // "count 20, journey 15": scenes with their seconds (18 when left out). Nothing when a word is no scene.
    static std::optional<std::vector<SceneTime>> rotation(std::string_view text);
    static HallSettings of(const EventPlan& plan);
    static const std::vector<std::string_view>& keys();
};

// The smallest type that the farthest seat can read, in lines of a picture 1080 high: AVIXA DISCAS, basic decision
// making, height of an element = farthest viewer / 200 of the picture's height. 0 when the hall was not told.
float smallestType(const HallSettings& settings);

}  // namespace turnout
