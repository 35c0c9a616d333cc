// Whether the picture runs smoothly, for the operator, who can do something about a machine that is busy and nothing
// about a picture that is drawn for the first time.
#pragma once

#include <deque>

#include "display/app/hall_screen.h"

namespace turnout::display {

struct PictureNews {
    int worstMs = 0;        // the longest frame of the last minute; 0: none was drawn
    bool stumbles = false;  // not once: a hall sees it again and again
    bool operator==(const PictureNews&) const = default;
};

// How long frames took. What is drawn while pictures and letters are made for the first time does not count: for a
// moment after a scene, a moment or what lies over them came, and somewhat longer after begins().
class FrameTimes {
  public:
    // The program, another event, other colours, another size of the window.
    void begins(SteadyTime now);
    // A frame of `screen` that was begun at `now`.
    void painted(const HallScreen& screen, SteadyTime now, double ms);
    PictureNews news(SteadyTime now) const;

  private:
    struct Second {  // in which something was drawn
        SteadyTime from{};
        double worstMs = 0;
        int slow = 0;  // frames
    };
    std::deque<Second> seconds_;  // those of the last minute, the newest last
    std::optional<HallScreen> before_;
    SteadyTime settled_{};  // what is begun earlier does not count
};

}  // namespace turnout::display
