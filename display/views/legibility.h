// Which texts of the hall are too small for its farthest seat, by drawing every scene without a screen.
#pragma once

#include <string>
#include <vector>

#include "display/app/hall_presenter.h"
#include "display/views/frame.h"

namespace turnout::display {

struct SmallText {
    std::string scene, text;
    float lines = 0;  // its type, in lines of a picture 1080 high
};

struct Legibility {
    float needed = 0;              // lines of a picture 1080 high
    bool hallTold = false;         // its size is understood
    bool hallAsked = false;        // or something was written about it
    bool placeAsked = false;       // the same of where the arcs of the journey end; without it there are none
    std::size_t looked = 0;        // texts that were looked at, each of a scene once
    std::vector<SmallText> small;  // each text of a scene once, the smallest first
};

// Every scene of the event as it stands now, the first guest of a country, show mode, on a picture of that size.
Legibility legibilityOf(const EventPlan& plan, const HallNumbers& numbers, TimePoint wall, ui::Size size,
                        float safeMargin);

// What an event file says of the hall that cannot be understood, and fonts that are not here: sentences, one a line.
std::string told(const std::vector<WrongSetting>& wrong, const std::vector<WrongSetting>& missing, Lang lang);
// Sentences, one a line.
std::string told(const Legibility& legibility, Lang lang);

}  // namespace turnout::display
