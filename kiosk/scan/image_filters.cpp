#include "kiosk/scan/image_filters.h"

#include <algorithm>
#include <array>
#include <cassert>

namespace turnout::kiosk {
namespace {

constexpr int kBlock = 16;

const std::uint8_t* rowOf(const GreyImage& image, int y) {
    return image.pixels + static_cast<std::size_t>(y) * image.stride;
}

std::uint8_t* rowOf(GreyBuffer& buffer, int y) {
    return buffer.pixels.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(buffer.width);
}

// Means of the blocks, `across` x `down` of them; the last of a row or column may be smaller.
std::vector<float> blockMeans(const GreyImage& image, int across, int down) {
    std::vector<float> means(static_cast<std::size_t>(across) * static_cast<std::size_t>(down));
    std::vector<std::uint32_t> sums(static_cast<std::size_t>(across));
    for (int by = 0; by < down; ++by) {
        std::fill(sums.begin(), sums.end(), 0U);
        const int bottom = std::min(image.height, (by + 1) * kBlock);
        for (int y = by * kBlock; y < bottom; ++y) {
            const std::uint8_t* row = rowOf(image, y);
            for (int x = 0; x < image.width; ++x) sums[static_cast<std::size_t>(x / kBlock)] += row[x];
        }
        for (int bx = 0; bx < across; ++bx) {
            const int wide = std::min(image.width, (bx + 1) * kBlock) - bx * kBlock, high = bottom - by * kBlock;
            means[static_cast<std::size_t>(by * across + bx)] =
                static_cast<float>(sums[static_cast<std::size_t>(bx)]) / static_cast<float>(wide * high);
        }
    }
    return means;
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
    to.resize(from.width / 2, from.height / 2);
    for (int y = 0; y < to.height; ++y) {
        const std::uint8_t *a = rowOf(from, 2 * y), *b = rowOf(from, 2 * y + 1);
        std::uint8_t* out = rowOf(to, y);
        for (int x = 0; x < to.width; ++x)
            out[x] = static_cast<std::uint8_t>((a[2 * x] + a[2 * x + 1] + b[2 * x] + b[2 * x + 1] + 2) / 4);
    }
}

void invert(const GreyImage& from, GreyBuffer& to) {
    to.resize(from.width, from.height);
    for (int y = 0; y < to.height; ++y) {
        const std::uint8_t* in = rowOf(from, y);
        std::uint8_t* out = rowOf(to, y);
        for (int x = 0; x < to.width; ++x) out[x] = static_cast<std::uint8_t>(255 - in[x]);
    }
}

void normalise(const GreyImage& from, GreyBuffer& to) {
    to.resize(from.width, from.height);
    const int across = (from.width + kBlock - 1) / kBlock, down = (from.height + kBlock - 1) / kBlock;
    const std::vector<float> means = blockMeans(from, across, down);
    std::vector<Between> columns(static_cast<std::size_t>(from.width));
    for (int x = 0; x < from.width; ++x) columns[static_cast<std::size_t>(x)] = between(x, across);
    std::vector<float> line(static_cast<std::size_t>(across));
    for (int y = 0; y < from.height; ++y) {
        const Between row = between(y, down);
        for (int bx = 0; bx < across; ++bx) {
            const float above = means[static_cast<std::size_t>(row.first * across + bx)];
            const float below = means[static_cast<std::size_t>(row.second * across + bx)];
            line[static_cast<std::size_t>(bx)] = above + row.share * (below - above);
        }
        const std::uint8_t* in = rowOf(from, y);
        std::uint8_t* out = rowOf(to, y);
        for (int x = 0; x < from.width; ++x) {
            const Between& column = columns[static_cast<std::size_t>(x)];
            const float left = line[static_cast<std::size_t>(column.first)];
            const float around = left + column.share * (line[static_cast<std::size_t>(column.second)] - left);
            const float value = 128.0F + 3.0F * (static_cast<float>(in[x]) - around);
            out[x] = static_cast<std::uint8_t>(std::clamp(value, 0.0F, 255.0F));
        }
    }
}

void soften(const GreyImage& from, GreyBuffer& to) {
    to.resize(from.width, from.height);
    // Sums of three rows with one pixel of margin on either side, so that the inner loop has no edges.
    std::vector<std::uint16_t> sums(static_cast<std::size_t>(from.width) + 2);
    for (int y = 0; y < from.height; ++y) {
        const std::uint8_t* above = rowOf(from, std::max(0, y - 1));
        const std::uint8_t* here = rowOf(from, y);
        const std::uint8_t* below = rowOf(from, std::min(from.height - 1, y + 1));
        std::uint16_t* sum = sums.data() + 1;
        for (int x = 0; x < from.width; ++x) sum[x] = static_cast<std::uint16_t>(above[x] + 2 * here[x] + below[x]);
        sums.front() = sums[1];
        sums.back() = sums[sums.size() - 2];
        std::uint8_t* out = rowOf(to, y);
        for (int x = 0; x < from.width; ++x)
            out[x] = static_cast<std::uint8_t>((sum[x - 1] + 2 * sum[x] + sum[x + 1] + 8) / 16);
    }
}

// The square's sum as the sum of its rows' sums; the rows that are needed again are kept in a ring.
void sharpen(const GreyImage& from, int radius, int amount, GreyBuffer& to) {
    assert(radius >= 1 && radius <= 8);
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
    const int area = taps * taps, part = 65536 / area;
    for (int y = 0; y < h; ++y) {
        fillRow(y + radius);
        add(rowOf(y + radius));
        const std::uint8_t* row = from.pixels + static_cast<std::size_t>(y) * from.stride;
        std::uint8_t* out = to.pixels.data() + width * static_cast<std::size_t>(y);
        for (int x = 0; x < w; ++x) {
            const int mean = (sums[static_cast<std::size_t>(x)] * part) >> 16;
            out[x] = static_cast<std::uint8_t>(std::clamp(row[x] + amount * (row[x] - mean), 0, 255));
        }
        takeAway(rowOf(y - radius));
    }
}

}  // namespace turnout::kiosk
