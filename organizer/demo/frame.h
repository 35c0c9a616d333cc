// A video frame as encoders take it, and how a flat thing in space lands on it.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "organizer/demo/chance.h"
#include "organizer/demo/props.h"

namespace turnout::demo {

// I420: brightness, then two planes of colour at half the width and height. Width and height are even.
struct Frame {
    int width = 0, height = 0;
    std::vector<std::uint8_t> bytes;

    Frame(int w, int h)
        : width(w), height(h), bytes(static_cast<std::size_t>(w) * static_cast<std::size_t>(h) * 3 / 2) {}
    std::size_t area() const { return static_cast<std::size_t>(width) * static_cast<std::size_t>(height); }
    std::uint8_t* y() { return bytes.data(); }
    std::uint8_t* u() { return bytes.data() + area(); }
    std::uint8_t* v() { return bytes.data() + area() + area() / 4; }
};

// Where a thing is held: the middle of its symbol on the frame, its size there, and how it is turned.
struct Pose {
    double x = 0, y = 0;                  // pixels
    double module = 5;                    // pixels of one module there
    double roll = 0, yaw = 0, pitch = 0;  // degrees
};
Pose between(const Pose& a, const Pose& b, double share);

// A sprite made ready for frames: Y, U, V premultiplied with A, four bytes a pixel.
struct Cutout {
    int width = 0, height = 0;
    std::vector<std::uint8_t> yuva;
    double centreX = 0, centreY = 0, module = 0;
};
Cutout cutoutOf(const Sprite& sprite);

// Puts the thing on the frame, smeared from one pose to the other, as while the shutter was open.
void put(Frame& frame, const Cutout& thing, const Pose& opened, const Pose& closed);

// The grain of a small sensor in a dim room; another one for each frame.
class Grain {
  public:
    Grain(double strength, std::uint64_t seed);
    void addTo(Frame& frame);

  private:
    std::vector<std::int8_t> table_;
    Chance chance_;
};

// How bright the middle gray of the frame is (0 to 1 of what was drawn): the camera's exposure breathes.
void expose(Frame& frame, double gain);

}  // namespace turnout::demo
