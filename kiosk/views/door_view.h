// Draws a door's screen and answers what a person pressed on it. No store, no clock, no state: everything is in the
// arguments. English and Chinese, landscape and portrait, any size from 640 x 360 on.
#pragma once

#include <array>
#include <chrono>
#include <optional>
#include <span>
#include <vector>

#include "common/ui/canvas.h"
#include "kiosk/app/door_screen.h"
#include "kiosk/views/focus_ring.h"

namespace turnout::kiosk {

// The camera's last frame, and the corners of the codes found in it, in pixels of the frame.
struct Preview {
    const ui::Texture* picture = nullptr;  // none: nothing has come yet
    std::vector<std::array<ui::Point, 4>> found;
    bool mirrored = false;  // for guests who face the screen
};

// Renders ahead what is slow when it is seen first: the flags of an answer's size, until `budget` is used up. True when
// all are there. After a first drawDoor(), which tells the size.
bool prepareDoor(ui::Canvas& canvas, std::span<const CountryCode> countries, std::chrono::milliseconds budget);

// Whether the camera's picture is on that scene's screen: a newer one then wants a new frame.
bool showsCamera(Scene scene);

// `ring`: the keyboard's, drawn over everything; nothing = there is none.
std::optional<DoorPress> drawDoor(ui::Canvas& canvas, const DoorScreen& screen, const Preview& preview,
                                  FocusRing* ring = nullptr);

}  // namespace turnout::kiosk
