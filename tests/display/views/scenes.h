// Every scene as the presenter makes it, for an evening with that many countries.
#pragma once

#include <string>
#include <vector>

#include "display/app/hall_presenter.h"

namespace turnout::test {

// An evening with acts in two parts, a place, nine universities and `countryCount` countries expected; `arrived` of
// them have come. `longest`: the longest names that the tables and a careless organiser know.
display::HallPresenter hallWith(std::size_t countryCount, std::size_t arrived, bool longest = false);

struct NamedHall {
    std::string name;
    display::HallScreen screen;
};

// The scenes at 0, 1, 7, 56 and 200 countries, begun and not begun, and what lies over them.
std::vector<NamedHall> hallStates();

}  // namespace turnout::test
