// What can be pressed on a screen with a finger: found by touching every area that the view asks about.
#pragma once

#include <vector>

#include "kiosk/views/door_view.h"

namespace turnout::kiosk::test {

std::vector<DoorPress> pressesOn(const DoorScreen& screen, ui::Canvas& canvas, ui::Size size);

}  // namespace turnout::kiosk::test
