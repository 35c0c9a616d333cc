#include "kiosk/scan/image_filters.h"

#include <algorithm>
#include <cassert>

namespace turnout::kiosk {
namespace {

// Loops run to a width of their own: a byte that is stored might be part of the picture's, and nothing could be done to
// many pixels at once.

const std::uint8_t* rowOf(const GreyImage& image, int y) {
    return image.pixels + static_cast<std::size_t>(y) * image.stride;
}

std::uint8_t* rowOf(GreyBuffer& buffer, int y) {
    return buffer.pixels.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(buffer.width);
}

// Sums that fit 16 bits, said so: a processor adds twice as many of them at once.
std::uint16_t word(int sum) {
    return static_cast<std::uint16_t>(sum);
}

// The square's sum as the sum of its rows' sums; the rows that are needed again are kept in a ring. The radius stands
// in the code, so that a row's sums are one loop, and so are the sums that come and go and what is made of them.
template <int kRadius>
void sharpenBy(const GreyImage& from, int amount, GreyBuffer& to) {
    constexpr int kTaps = 2 * kRadius + 1;
    const int w = from.width, h = from.height;
    const auto width = static_cast<std::size_t>(w);
    to.resize(w, h);
    std::vector<std::uint8_t> padded(width + 2 * kRadius);
    std::vector<std::uint16_t> ring(width * kTaps), sums(width, 0);
    const auto sumsOfRow = [&](int y) { return ring.data() + width * static_cast<std::size_t>((y + kTaps) % kTaps); };
    const auto fillRow = [&](int y) {
        const std::uint8_t* row = rowOf(from, std::clamp(y, 0, h - 1));
        std::fill_n(padded.begin(), kRadius, row[0]);
        std::copy_n(row, w, padded.begin() + kRadius);
        std::fill_n(padded.begin() + kRadius + w, kRadius, row[w - 1]);
        const std::uint8_t* in = padded.data();
        std::uint16_t* sum = sumsOfRow(y);
        for (int x = 0; x < w; ++x) {
            std::uint16_t total = 0;
            for (int tap = 0; tap < kTaps; ++tap) total = word(total + in[x + tap]);
            sum[x] = total;
        }
    };
    std::uint16_t* sum = sums.data();
    for (int y = -kRadius; y < kRadius; ++y) {
        fillRow(y);
        const std::uint16_t* coming = sumsOfRow(y);
        for (int x = 0; x < w; ++x) sum[x] = word(sum[x] + coming[x]);
    }
    constexpr auto kPart = static_cast<std::uint16_t>(65536 / (kTaps * kTaps));
    const auto gain = static_cast<std::int16_t>(amount);
    for (int y = 0; y < h; ++y) {
        fillRow(y + kRadius);
        const std::uint16_t *coming = sumsOfRow(y + kRadius), *going = sumsOfRow(y - kRadius);
        const std::uint8_t* row = rowOf(from, y);
        std::uint8_t* out = rowOf(to, y);
        for (int x = 0; x < w; ++x) {
            const std::uint16_t square = word(sum[x] + coming[x]);
            const auto mean = static_cast<std::int16_t>((std::uint32_t{square} * kPart) >> 16);
            const auto value = static_cast<std::int16_t>(row[x] + gain * (row[x] - mean));
            out[x] = static_cast<std::uint8_t>(std::clamp<std::int16_t>(value, 0, 255));
            sum[x] = word(square - going[x]);
        }
    }
}

}  // namespace

void halve(const GreyImage& from, GreyBuffer& to) {
    const int w = from.width / 2;
    to.resize(w, from.height / 2);
    for (int y = 0; y < to.height; ++y) {
        const std::uint8_t *a = rowOf(from, 2 * y), *b = rowOf(from, 2 * y + 1);
        std::uint8_t* out = rowOf(to, y);
        for (int x = 0; x < w; ++x)
            out[x] = static_cast<std::uint8_t>((a[2 * x] + a[2 * x + 1] + b[2 * x] + b[2 * x + 1] + 2) / 4);
    }
}

void mirror(const GreyImage& from, GreyBuffer& to) {
    to.resize(from.width, from.height);
    for (int y = 0; y < to.height; ++y) std::reverse_copy(rowOf(from, y), rowOf(from, y) + from.width, rowOf(to, y));
}

// The square's sum from the sums of its columns, and those of a row from the sums of all columns before.
void binarise(const GreyImage& from, int radius, int margin, InkBuffers& to) {
    assert(radius >= 1 && radius <= 127 && margin >= 0 && margin <= 255);
    const int w = from.width, h = from.height, taps = 2 * radius + 1;
    const auto width = static_cast<std::size_t>(w);
    to.dark.resize(w, h);
    to.light.resize(w, h);
    std::vector<std::uint16_t> column(width, 0);
    std::vector<std::uint32_t> before(width +
                                      static_cast<std::size_t>(taps));  // before[i]: of columns left of i - radius
    const auto row = [&](int y) { return rowOf(from, std::clamp(y, 0, h - 1)); };
    const auto add = [&](int y) {
        const std::uint8_t* in = row(y);
        for (int x = 0; x < w; ++x)
            column[static_cast<std::size_t>(x)] = word(column[static_cast<std::size_t>(x)] + in[x]);
    };
    for (int y = -radius; y < radius; ++y) add(y);
    const auto area = static_cast<std::uint32_t>(taps * taps), allowed = area * static_cast<std::uint32_t>(margin);
    for (int y = 0; y < h; ++y) {
        add(y + radius);
        std::uint32_t sum = 0;
        auto next = before.begin();
        *next++ = 0;
        for (int x = 0; x < radius; ++x) *next++ = sum += column.front();
        for (const std::uint16_t one : column) *next++ = sum += one;
        for (int x = 0; x < radius; ++x) *next++ = sum += column.back();
        const std::uint8_t *here = row(y), *gone = row(y - radius);
        const std::uint32_t *left = before.data(), *right = left + taps;
        std::uint8_t *dark = rowOf(to.dark, y), *light = rowOf(to.light, y);
        for (int x = 0; x < w; ++x) {
            const std::uint32_t pixel = here[x] * area, mean = right[x] - left[x];
            dark[x] = pixel + allowed >= mean ? 255 : 0;
            light[x] = pixel <= mean + allowed ? 255 : 0;
        }
        for (int x = 0; x < w; ++x)
            column[static_cast<std::size_t>(x)] = word(column[static_cast<std::size_t>(x)] - gone[x]);
    }
}

void soften(const GreyImage& from, GreyBuffer& to) {
    const int w = from.width;
    to.resize(w, from.height);
    // Sums of three rows with one pixel of margin on either side, so that the inner loop has no edges.
    std::vector<std::uint16_t> sums(static_cast<std::size_t>(w) + 2);
    for (int y = 0; y < from.height; ++y) {
        const std::uint8_t* above = rowOf(from, std::max(0, y - 1));
        const std::uint8_t* here = rowOf(from, y);
        const std::uint8_t* below = rowOf(from, std::min(from.height - 1, y + 1));
        std::uint16_t* sum = sums.data() + 1;
        for (int x = 0; x < w; ++x) sum[x] = static_cast<std::uint16_t>(above[x] + 2 * here[x] + below[x]);
        sums.front() = sums[1];
        sums.back() = sums[sums.size() - 2];
        std::uint8_t* out = rowOf(to, y);
        for (int x = 0; x < w; ++x)
            out[x] = static_cast<std::uint8_t>(word(sum[x - 1] + 2 * sum[x] + sum[x + 1] + 8) / 16);
    }
}

void sharpen(const GreyImage& from, int radius, int amount, GreyBuffer& to) {
    assert(amount >= 1 && amount <= 64);
    switch (radius) {
        case 2: return sharpenBy<2>(from, amount, to);
        case 4: return sharpenBy<4>(from, amount, to);
        default: assert(false);
    }
}

}  // namespace turnout::kiosk
