// Every scene as the presenter makes it, for an evening with that many countries.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "common/ui/canvas.h"
#include "display/app/hall_presenter.h"

namespace turnout::test {

// What halls look at: 16:9, 16:10, 21:9, 4:3, 5:4, a totem, a wall of LEDs.
inline constexpr std::array<ui::Size, 8> kShapes{
    {{1920, 1080}, {1280, 720}, {1920, 1200}, {2560, 1080}, {1440, 1080}, {1280, 1024}, {1080, 1920}, {3840, 1080}}};

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
