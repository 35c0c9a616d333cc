// Camera frames made for a test: QR codes of any size and turn on a grey ground, with the light, blur and grain of a
// real door. The same every time.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace turnout::test {

struct GreyFrame {
    int width = 0, height = 0;
    std::vector<std::uint8_t> pixels;  // width x height, no padding

    GreyFrame(int w, int h, std::uint8_t ground = 110)
        : width(w), height(h), pixels(static_cast<std::size_t>(w) * static_cast<std::size_t>(h), ground) {}
    std::uint8_t& at(int x, int y) {
        return pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)];
    }
};

struct ShownCode {
    std::string text;
    double x = 0, y = 0;    // the middle, in pixels
    double module = 6;      // pixels of one module
    double degrees = 0;     // turned clockwise
    bool inverted = false;  // light on dark
    double dark = 25, light = 230;
};

// Draws the code with its quiet zone; each pixel is the mean of 4 x 4 samples.
void show(GreyFrame& frame, const ShownCode& code);

void blur(GreyFrame& frame, double sigma);                          // Gaussian, pixels
void addGrain(GreyFrame& frame, double sigma, std::uint64_t seed);  // Gaussian, grey levels
void shade(GreyFrame& frame, double left, double right);            // brightness x left ... x right, across

void writePngFile(const GreyFrame& frame, const std::filesystem::path& file);

}  // namespace turnout::test
