// Generated 1280 x 720 frames of what a door sees, in known proportions; each is the same at every run.
#pragma once

#include <string>
#include <vector>

#include "tests/support/qr_frames.h"

namespace turnout::bench {

struct DoorFrame {
    std::string kind;
    std::vector<std::string> texts;  // of the codes in it; none: nothing to be found
    test::GreyFrame frame;
};

// `each` of every kind: near, turned, far, small, tilted, paper, defocused, moved, low light, washed out, shadow,
// glare, cracked glass, dark mode, three tickets, no code.
std::vector<DoorFrame> doorFrames(int each, std::uint64_t seed = 2023, int width = 1280, int height = 720);

}  // namespace turnout::bench
