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

// Light becomes dark: 255 - p.
void invert(const GreyImage& from, GreyBuffer& to);

// Left becomes right.
void mirror(const GreyImage& from, GreyBuffer& to);

// 255 where the pixel is at least as bright as the mean of the square of `radius` around it, edges repeating, else 0:
// what ZXing's own threshold makes white (differences under 24 of 255 within 8 x 8 pixels) is told apart still.
// 1 <= radius <= 127, so that a column's sum fits 16 bits; widths up to 60,000.
void binarise(const GreyImage& from, int radius, GreyBuffer& to);

// 128 + 3 x (p - the brightness around it): evens out shadow, glare and washed-out phones. The brightness around is the
// mean of 16 x 16 pixels, interpolated between the middles of the blocks.
void normalise(const GreyImage& from, GreyBuffer& to);

// 3 x 3 binomial: takes the grain off a frame of full size. Edges repeat.
void soften(const GreyImage& from, GreyBuffer& to);

// p + amount x (p - the mean of the square of `radius` around it), edges repeating: takes back what a lens out of focus
// or a washed-out screen did to the modules' edges. 1 <= radius <= 8 and 1 <= amount <= 64, so that sums fit 16 bits.
void sharpen(const GreyImage& from, int radius, int amount, GreyBuffer& to);

}  // namespace turnout::kiosk
