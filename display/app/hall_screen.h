// Everything the hall sees at one moment: a scene, and what lies over it.
#pragma once

#include "display/app/moments.h"
#include "display/app/scene_screens.h"

namespace turnout::display {

enum class Tongues { both, english, chinese };
enum class Backdrop { usual, keyColour };

inline constexpr int kFadeMs = 500;  // from one scene to the next

struct Strip {  // all that show mode leaves
    Names act;
    std::string performers;
    std::int64_t count = 0;
    std::string asOf;  // "19:24" when the count is older than it should be
    bool operator==(const Strip&) const = default;
};

struct HallScreen {
    Scene which = Scene::count;
    SceneScreen scene;
    std::optional<SceneScreen> leaving;
    int fadeMs = kFadeMs;

    std::optional<Moment> moment;
    int momentInMs = kMomentIn, momentOutMs = 0;

    bool showMode = false;
    std::optional<Strip> strip;  // nothing: show mode leaves the hall dark
    bool blackout = false;
    std::optional<Names> message;  // covers everything; the dark of a blackout too
    bool testCard = false, keys = false, clean = false;
    Backdrop backdrop = Backdrop::usual;
    Tongues tongues = Tongues::both;
    std::string seconds;  // "19:24:07", of the test card

    bool dark() const { return !message && (blackout || (showMode && !strip)); }
    bool moving() const;
    bool operator==(const HallScreen&) const = default;
};

}  // namespace turnout::display
