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
    double tilt = 0;        // degrees about the upright axis, seen from four times its width
    double spread = 0;      // of ink on paper: dark modules grow by so many modules on every side
    bool inverted = false;  // light on dark
    double dark = 25, light = 230;
};

// Draws the code with its quiet zone; each pixel is the mean of 4 x 4 samples.
void show(GreyFrame& frame, const ShownCode& code);

void blur(GreyFrame& frame, double sigma);                          // Gaussian, pixels
void addGrain(GreyFrame& frame, double sigma, std::uint64_t seed);  // Gaussian, grey levels
void shade(GreyFrame& frame, double left, double right);            // brightness x left ... x right, across
void smear(GreyFrame& frame, int pixels);                           // moved sideways while the shutter was open
void glare(GreyFrame& frame, double x, double y, double radius);    // a lamp mirrored by a phone's glass
void crack(GreyFrame& frame, double x, double y, double reach, std::uint64_t seed);  // fine bright lines from there

void writePngFile(const GreyFrame& frame, const std::filesystem::path& file);

}  // namespace turnout::test
