// The one place that knows ZXing and its versions: 1.4 (Debian 12), 2.3 (Debian 13) and 3.x differ in names, in what
// text() is, and in whether light codes on dark ground are found.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace turnout::kiosk {

// Brightness, one byte a pixel: `width` x `height`, rows from the top, `stride` bytes apart. Does not own the pixels.
struct GreyImage {
    const std::uint8_t* pixels = nullptr;
    int width = 0, height = 0;
    std::size_t stride = 0;
};

struct Corner {
    float x = 0, y = 0;  // pixels of the image, from its top left
    bool operator==(const Corner&) const = default;
};

struct FoundCode {
    std::string text;               // the bytes that stand in the code, as they are; never empty
    std::array<Corner, 4> corners;  // clockwise from the code's own top left
};

// How hard to look. Turned images are left out: they earn nothing on QR codes (docs/decisions/0007). Every third row is
// looked at, ZXing's "harder": otherwise it leaves out the more rows the more there are, and with them the small codes
// of large frames (docs/decisions/0090).
struct Look {
    bool binary = false;      // the pixels are 0 or 255 already (binarise()): ZXing's own threshold is left out
    bool everything = false;  // the library's own defaults, for comparison (bench)
};

// All QR codes (model 2) that can be read, each once. Pure: any thread, any number at once.
std::vector<FoundCode> readCodes(const GreyImage& image, Look look);

// Whether this ZXing reads a code that is seen in a mirror by itself (2.x and newer).
bool readsMirrored();

// "1.4.0"; for logs and figures.
const char* zxingVersion();

}  // namespace turnout::kiosk
