// What keys ask for at a door. Letters, digits, Enter and Tab confirm nothing: they are what a scanner types. (Enter
// presses the ring of focus_ring.h, which a scanner's characters put away.)
#pragma once

#include <cstdint>
#include <optional>

#include "common/ui/input.h"
#include "kiosk/app/door_screen.h"

namespace turnout::kiosk {

// F6 and F7 are the two small buttons of a page or a card, as they say themselves; every other key asks for the same
// everywhere.
std::optional<DoorPress> pressOf(ui::Key key, const DoorScreen& screen);

// Whether a key that is held down goes on asking for it: F9 held a moment too long must not answer the next question.
bool mayRepeat(const DoorPress& press);

// For a FocusRing: which screen this is, and whether its page has no use for arrows.
std::uint64_t placeOf(const DoorScreen& screen);
bool arrowsAreFree(const DoorScreen& screen);

}  // namespace turnout::kiosk
