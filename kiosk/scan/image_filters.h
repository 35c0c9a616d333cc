// What is done to a frame before a code is looked for. Results own their pixels and use their memory again.
#pragma once

#include <cstdint>
#include <vector>

#include "kiosk/scan/zxing_reader.h"

namespace turnout::kiosk {

struct GreyBuffer {
    int width = 0, height = 0;
    std::vector<std::uint8_t> pixels;  // width x height, no padding

    void resize(int w, int h) {
        width = w;
        height = h;
        pixels.resize(static_cast<std::size_t>(w) * static_cast<std::size_t>(h));
    }
    GreyImage image() const { return {pixels.data(), width, height, static_cast<std::size_t>(width)}; }
};

// Half the width and height, each pixel the mean of four; an odd last row or column is left out. A quarter of the work
// for a decoder, and less noise. `from` is at least 2 x 2.
void halve(const GreyImage& from, GreyBuffer& to);

// Left becomes right.
void mirror(const GreyImage& from, GreyBuffer& to);

// Ink on its ground, as it is looked for: 0 is ink, 255 is ground.
struct InkBuffers {
    GreyBuffer dark;   // ink that is darker than what lies around
    GreyBuffer light;  // ink that is lighter: phones in dark mode
};

// Ink is what differs from the mean of the square of `radius` around it, edges repeating, by more than `margin` grey
// levels. A margin above the grain leaves a plain ground plain: nothing is searched there. ZXing's own threshold takes
// differences under 24 of 255 within 8 x 8 pixels for ground. 1 <= radius <= 127, so that a column's sum fits 16 bits;
// 0 <= margin <= 255; widths up to 60,000.
void binarise(const GreyImage& from, int radius, int margin, InkBuffers& to);

// 3 x 3 binomial: takes the grain off a frame of full size. Edges repeat.
void soften(const GreyImage& from, GreyBuffer& to);

// p + amount x (p - the mean of the square of `radius` around it), edges repeating: takes back what a lens out of focus
// or a washed-out screen did to the modules' edges. The radius is 2 or 4; 1 <= amount <= 64, so that sums
// fit 16 bits.
void sharpen(const GreyImage& from, int radius, int amount, GreyBuffer& to);

}  // namespace turnout::kiosk
