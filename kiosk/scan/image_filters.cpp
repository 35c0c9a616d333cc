#include "kiosk/scan/image_filters.h"

#include <algorithm>
#include <array>
#include <cassert>

namespace turnout::kiosk {
namespace {

// Loops run to a width of their own: a byte that is stored might be part of the picture's, and nothing could be done to
// many pixels at once.

constexpr int kBlock = 16;

const std::uint8_t* rowOf(const GreyImage& image, int y) {
    return image.pixels + static_cast<std::size_t>(y) * image.stride;
}

std::uint8_t* rowOf(GreyBuffer& buffer, int y) {
    return buffer.pixels.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(buffer.width);
}

// Means of the blocks, `across` x `down` of them; the last of a row or column may be smaller.
std::vector<float> blockMeans(const GreyImage& image, int across, int down) {
    const int w = image.width;
    std::vector<float> means(static_cast<std::size_t>(across) * static_cast<std::size_t>(down));
    std::vector<std::uint32_t> sums(static_cast<std::size_t>(across));
    for (int by = 0; by < down; ++by) {
        std::fill(sums.begin(), sums.end(), 0U);
        const int bottom = std::min(image.height, (by + 1) * kBlock);
        for (int y = by * kBlock; y < bottom; ++y) {
            const std::uint8_t* row = rowOf(image, y);
            for (int bx = 0; bx < across; ++bx) {
                const int end = std::min(w, (bx + 1) * kBlock);
                std::uint32_t sum = 0;
                for (int x = bx * kBlock; x < end; ++x) sum += row[x];
                sums[static_cast<std::size_t>(bx)] += sum;
            }
        }
        for (int bx = 0; bx < across; ++bx) {
            const int wide = std::min(w, (bx + 1) * kBlock) - bx * kBlock, high = bottom - by * kBlock;
            means[static_cast<std::size_t>(by * across + bx)] =
                static_cast<float>(sums[static_cast<std::size_t>(bx)]) / static_cast<float>(wide * high);
        }
    }
    return means;
}

// Sums that fit 16 bits, said so: a processor adds twice as many of them at once.
std::uint16_t word(int sum) {
    return static_cast<std::uint16_t>(sum);
}

// The two blocks whose middles are on either side of pixel `at`, and the share of the second.
struct Between {
    int first = 0, second = 0;
    float share = 0;
};
Between between(int at, int blocks) {
    const float place = (static_cast<float>(at) + 0.5F) / kBlock - 0.5F;
    const int first = std::clamp(static_cast<int>(std::max(0.0F, place)), 0, blocks - 1);
    const int second = std::min(first + 1, blocks - 1);
    return {first, second, std::clamp(place - static_cast<float>(first), 0.0F, 1.0F)};
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

void invert(const GreyImage& from, GreyBuffer& to) {
    const int w = from.width;
    to.resize(w, from.height);
    for (int y = 0; y < to.height; ++y) {
        const std::uint8_t* in = rowOf(from, y);
        std::uint8_t* out = rowOf(to, y);
        for (int x = 0; x < w; ++x) out[x] = static_cast<std::uint8_t>(255 - in[x]);
    }
}

void mirror(const GreyImage& from, GreyBuffer& to) {
    to.resize(from.width, from.height);
    for (int y = 0; y < to.height; ++y) std::reverse_copy(rowOf(from, y), rowOf(from, y) + from.width, rowOf(to, y));
}

// The square's sum from the sums of its columns, and those of a row from the sums of all columns before.
void binarise(const GreyImage& from, int radius, GreyBuffer& to) {
    assert(radius >= 1 && radius <= 127);
    const int w = from.width, h = from.height, taps = 2 * radius + 1;
    const auto width = static_cast<std::size_t>(w);
    to.resize(w, h);
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
    const auto area = static_cast<std::uint32_t>(taps * taps);
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
        std::uint8_t* out = rowOf(to, y);
        for (int x = 0; x < w; ++x) out[x] = here[x] * area >= right[x] - left[x] ? 255 : 0;
        for (int x = 0; x < w; ++x)
            column[static_cast<std::size_t>(x)] = word(column[static_cast<std::size_t>(x)] - gone[x]);
    }
}

void normalise(const GreyImage& from, GreyBuffer& to) {
    const int w = from.width;
    to.resize(w, from.height);
    const int across = (w + kBlock - 1) / kBlock, down = (from.height + kBlock - 1) / kBlock;
    const std::vector<float> means = blockMeans(from, across, down);
    std::vector<float> shares(static_cast<std::size_t>(w)), around(shares.size());
    for (int x = 0; x < w; ++x) shares[static_cast<std::size_t>(x)] = between(x, across).share;
    std::vector<float> line(static_cast<std::size_t>(across));
    for (int y = 0; y < from.height; ++y) {
        const Between row = between(y, down);
        for (int bx = 0; bx < across; ++bx) {
            const float above = means[static_cast<std::size_t>(row.first * across + bx)];
            const float below = means[static_cast<std::size_t>(row.second * across + bx)];
            line[static_cast<std::size_t>(bx)] = above + row.share * (below - above);
        }
        // From the middle of one block to the middle of the next the brightness is a line.
        for (int x = 0; x < w;) {
            const Between column = between(x, across);
            const float left = line[static_cast<std::size_t>(column.first)];
            const float step = line[static_cast<std::size_t>(column.second)] - left;
            const int end = std::min(w, (x + kBlock / 2) / kBlock * kBlock + kBlock / 2);
            for (; x < end; ++x)
                around[static_cast<std::size_t>(x)] = left + shares[static_cast<std::size_t>(x)] * step;
        }
        const std::uint8_t* in = rowOf(from, y);
        std::uint8_t* out = rowOf(to, y);
        for (int x = 0; x < w; ++x) {
            const float value = 128.0F + 3.0F * (static_cast<float>(in[x]) - around[static_cast<std::size_t>(x)]);
            out[x] = static_cast<std::uint8_t>(static_cast<int>(std::clamp(value, 0.0F, 255.0F)));
        }
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

// The square's sum as the sum of its rows' sums; the rows that are needed again are kept in a ring.
void sharpen(const GreyImage& from, int radius, int amount, GreyBuffer& to) {
    assert(radius >= 1 && radius <= 8 && amount >= 1 && amount <= 64);
    const int w = from.width, h = from.height, taps = 2 * radius + 1;
    const auto width = static_cast<std::size_t>(w);
    to.resize(w, h);
    std::vector<std::uint8_t> padded(width + static_cast<std::size_t>(2 * radius));
    std::vector<std::uint16_t> ring(width * static_cast<std::size_t>(taps)), sums(width, 0);
    const auto rowOf = [&](int y) { return ring.data() + width * static_cast<std::size_t>((y + taps) % taps); };
    const auto fillRow = [&](int y) {
        const std::uint8_t* row = from.pixels + static_cast<std::size_t>(std::clamp(y, 0, h - 1)) * from.stride;
        std::fill_n(padded.begin(), radius, row[0]);
        std::copy_n(row, w, padded.begin() + radius);
        std::fill_n(padded.begin() + radius + w, radius, row[w - 1]);
        std::uint16_t* sum = rowOf(y);
        std::fill_n(sum, w, std::uint16_t{0});
        for (int tap = 0; tap < taps; ++tap) {
            const std::uint8_t* shifted = padded.data() + tap;
            for (int x = 0; x < w; ++x) sum[x] = static_cast<std::uint16_t>(sum[x] + shifted[x]);
        }
    };
    const auto add = [&](const std::uint16_t* row) {
        for (int x = 0; x < w; ++x)
            sums[static_cast<std::size_t>(x)] = static_cast<std::uint16_t>(sums[static_cast<std::size_t>(x)] + row[x]);
    };
    const auto takeAway = [&](const std::uint16_t* row) {
        for (int x = 0; x < w; ++x)
            sums[static_cast<std::size_t>(x)] = static_cast<std::uint16_t>(sums[static_cast<std::size_t>(x)] - row[x]);
    };
    for (int y = -radius; y < radius; ++y) {
        fillRow(y);
        add(rowOf(y));
    }
    const auto part = static_cast<std::uint16_t>(65536 / (taps * taps));
    const auto gain = static_cast<std::int16_t>(amount);
    const std::uint16_t* sum = sums.data();
    for (int y = 0; y < h; ++y) {
        fillRow(y + radius);
        add(rowOf(y + radius));
        const std::uint8_t* row = from.pixels + static_cast<std::size_t>(y) * from.stride;
        std::uint8_t* out = to.pixels.data() + width * static_cast<std::size_t>(y);
        for (int x = 0; x < w; ++x) {
            const auto mean = static_cast<std::int16_t>((std::uint32_t{sum[x]} * part) >> 16);
            const auto value = static_cast<std::int16_t>(row[x] + gain * (row[x] - mean));
            out[x] = static_cast<std::uint8_t>(std::clamp<std::int16_t>(value, 0, 255));
        }
        takeAway(rowOf(y - radius));
    }
}

}  // namespace turnout::kiosk
