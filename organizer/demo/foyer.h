// What the door camera sees behind the tickets: a dim foyer, lamps, people who wait, the one who stands before it. All
// of it out of focus, therefore drawn at a quarter of the size.
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "common/paint/bitmap.h"
#include "organizer/demo/frame.h"

namespace turnout::demo {

struct Look {
    paint::Colour skin, hair, cloth;
    int style = 0;  // hair: short, long, scarf
};
Look lookOf(std::uint64_t seed);

class Foyer {
  public:
    Foyer(int width, int height, std::uint64_t seed);

    // Someone before the camera: `side` 0 in the middle, 1 fully out of the frame to the right, -1 to the left.
    struct Visitor {
        Look look;
        std::uint64_t id = 0;  // the same id has the same look
        double side = 0;
    };
    void draw(Frame& frame, double seconds, const std::vector<Visitor>& visitors);

  private:
    paint::Bitmap& portrait(const Visitor& visitor);

    int width_, height_;
    paint::Bitmap room_, canvas_;
    struct Waiting {
        paint::Bitmap picture;
        double x = 0, y = 0, phase = 0, pace = 0;
    };
    std::vector<Waiting> waiting_;
    std::map<std::uint64_t, paint::Bitmap> portraits_;
};

}  // namespace turnout::demo
