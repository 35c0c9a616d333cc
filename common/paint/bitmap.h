// A picture in memory, as Cairo has it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "common/base/result.h"
#include "common/paint/geometry.h"

namespace turnout::paint {

// Premultiplied ARGB32: four bytes a pixel, B G R A in memory (little endian), rows from the top, no padding.
struct Bitmap {
    int width = 0, height = 0;
    std::vector<std::uint8_t> pixels;

    Bitmap() = default;
    Bitmap(int w, int h)
        : width(w), height(h), pixels(static_cast<std::size_t>(w) * static_cast<std::size_t>(h) * 4) {}  // transparent
    int stride() const { return width * 4; }
    bool empty() const { return pixels.empty(); }
    Colour at(int x, int y) const;  // not premultiplied; asserts that the pixel is inside
};

// Straight (not premultiplied) R G B A bytes, as OpenGL takes them.
std::vector<std::uint8_t> straightRgba(const Bitmap& bitmap);

// Writes a PNG, through a file beside it that is renamed: never half a picture.
Status writePng(const Bitmap& bitmap, const std::filesystem::path& file);

// Reads a PNG, premultiplied. Refuses more than 64 million pixels.
Result<Bitmap> readPng(const std::filesystem::path& file);

}  // namespace turnout::paint
