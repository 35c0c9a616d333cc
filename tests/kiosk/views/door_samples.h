// Every screen of the door with invented guests, made by the real presenter from hand-made answers.
#pragma once

#include <string>
#include <vector>

#include "kiosk/app/door_presenter.h"
#include "kiosk/app/start_page.h"

namespace turnout::kiosk::test {

struct Sample {
    std::string name;
    DoorScreen screen;
    bool recorded = false;  // the only screens on which green may stand
};

Guest sampleGuest(std::string name, std::string nativeName, std::string_view country, Names affiliation,
                  std::string seat);

// One of each verdict and state, with the design's own guests.
std::vector<Sample> everyScreen(Lang lang);

// An admission, a refusal with a guest, and the undo page for the longest names of many scripts.
std::vector<Sample> longestNames(Lang lang);

// The start page: as last time, nothing found, many doors, a broken file, typing.
std::vector<std::pair<std::string, StartScreen>> everyStart(Lang lang);

}  // namespace turnout::kiosk::test
