// What a screen offers and says, without a window: found by touching every area that the view asks about, and by
// listening to what is written.
#pragma once

#include <vector>

#include "kiosk/views/door_view.h"

namespace turnout::kiosk::test {

std::vector<ui::Written> textsOn(const DoorScreen& screen, ui::Canvas& canvas, ui::Size size);
std::vector<DoorPress> pressesOn(const DoorScreen& screen, ui::Canvas& canvas, ui::Size size);

}  // namespace turnout::kiosk::test
