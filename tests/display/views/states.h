// The states of the count scene that the design has pictures of.
#pragma once

#include <string>
#include <vector>

#include "common/ui/canvas.h"
#include "display/app/count_screen.h"

namespace turnout::test {

struct NamedScreen {
    std::string name;
    display::CountScreen screen;
};

display::CountScreen fullScreen();  // 487 of 520, 54 of 56 countries, a card, now and next
std::vector<ui::Written> drawn(ui::Canvas& canvas, ui::Size size, const display::CountScreen& screen);
std::vector<NamedScreen> countStates();  // full, stale, seven, many, empty, longest card, no list, and more

}  // namespace turnout::test
