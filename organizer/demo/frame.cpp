#include "organizer/demo/frame.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace turnout::demo {
namespace {

constexpr double kFocal = 1400;  // pixels at 1280 x 720: a field of about 49 degrees
constexpr std::size_t kGrain = 1U << 18U;

constexpr std::size_t kMostLooks = 8;  // while the shutter is open
constexpr double kSmearStep = 2.5;     // pixels between two of them

using Matrix = std::array<double, 9>;  // row after row

// From the thing's pixels, relative to its symbol's middle, to the frame's (homogeneous).
Matrix placed(const Cutout& thing, const Pose& pose) {
    constexpr double kDegree = std::numbers::pi / 180;
    const double k = pose.module / thing.module;
    const double cr = std::cos(pose.roll * kDegree), sr = std::sin(pose.roll * kDegree);
    const double cy = std::cos(pose.yaw * kDegree), sy = std::sin(pose.yaw * kDegree);
    const double cp = std::cos(pose.pitch * kDegree), sp = std::sin(pose.pitch * kDegree);
    // First yaw (about the upright), then pitch, then roll; only the first two columns are needed for a flat thing.
    const double ax = cy, az = -sy;
    const double by = cp, bz = sp, aby = sp * sy, abz = az * cp;
    const double x0 = cr * ax - sr * aby, x1 = -sr * by;
    const double y0 = sr * ax + cr * aby, y1 = cr * by;
    const double w0 = k * abz / kFocal, w1 = k * bz / kFocal;
    return {k * x0 + pose.x * w0,
            k * x1 + pose.x * w1,
            pose.x,
            k * y0 + pose.y * w0,
            k * y1 + pose.y * w1,
            pose.y,
            w0,
            w1,
            1};
}

Matrix inverse(const Matrix& m) {
    const double a = m[4] * m[8] - m[5] * m[7], b = m[5] * m[6] - m[3] * m[8], c = m[3] * m[7] - m[4] * m[6];
    const double d = 1 / (m[0] * a + m[1] * b + m[2] * c);
    return {a * d, (m[2] * m[7] - m[1] * m[8]) * d, (m[1] * m[5] - m[2] * m[4]) * d,
            b * d, (m[0] * m[8] - m[2] * m[6]) * d, (m[2] * m[3] - m[0] * m[5]) * d,
            c * d, (m[1] * m[6] - m[0] * m[7]) * d, (m[0] * m[4] - m[1] * m[3]) * d};
}

struct Box {
    int left = 0, top = 0, right = 0, bottom = 0;  // right and bottom are outside
};

Box boxOf(const Cutout& thing, const Matrix& m, const Frame& frame) {
    double left = frame.width, top = frame.height, right = 0, bottom = 0;
    for (const double u : {0.0, static_cast<double>(thing.width)}) {
        for (const double v : {0.0, static_cast<double>(thing.height)}) {
            const double x = u - thing.centreX, y = v - thing.centreY;
            const double w = std::max(0.05, m[6] * x + m[7] * y + m[8]);
            const double fx = (m[0] * x + m[1] * y + m[2]) / w, fy = (m[3] * x + m[4] * y + m[5]) / w;
            left = std::min(left, fx), right = std::max(right, fx);
            top = std::min(top, fy), bottom = std::max(bottom, fy);
        }
    }
    // Even corners: two pixels share one colour.
    return {std::clamp(static_cast<int>(left) - 2, 0, frame.width) & ~1,
            std::clamp(static_cast<int>(top) - 2, 0, frame.height) & ~1,
            std::clamp(static_cast<int>(right) + 3, 0, frame.width),
            std::clamp(static_cast<int>(bottom) + 3, 0, frame.height)};
}

using Pixel = std::array<std::uint32_t, 4>;

// Bilinear, in 8 bit fractions of u and v; nothing to see outside.
inline bool sample(const Cutout& thing, float u, float v, Pixel& out) {
    const int fu = static_cast<int>(u), fv = static_cast<int>(v);
    const int x = fu >> 8, y = fv >> 8;
    if (u < 0 || v < 0 || x >= thing.width - 1 || y >= thing.height - 1) return false;
    const auto a = static_cast<std::uint32_t>(fu & 255), b = static_cast<std::uint32_t>(fv & 255);
    const std::size_t at =
        (static_cast<std::size_t>(y) * static_cast<std::size_t>(thing.width) + static_cast<std::size_t>(x)) * 4;
    const std::uint8_t* p = &thing.yuva[at];
    const std::uint8_t* q = p + static_cast<std::ptrdiff_t>(thing.width) * 4;
    if ((p[3] | p[7] | q[3] | q[7]) == 0) return false;
    const std::uint32_t pa = (256 - a) * (256 - b), pb = a * (256 - b), qa = (256 - a) * b, qb = a * b;
    for (std::size_t i = 0; i < 4; ++i) {
        out[i] += (p[i] * pa + p[i + 4] * pb + q[i] * qa + q[i + 4] * qb + 32768) >> 16U;
    }
    return true;
}

// Where the pixels of one row of the frame come from, in 8 bit fractions.
struct RowFrom {
    float u = 0, v = 0, w = 0, du = 0, dv = 0, dw = 0, centreX = 0, centreY = 0;

    RowFrom() = default;
    RowFrom(const Cutout& thing, const Matrix& m, int x, int y) {
        const double px = x + 0.5, py = y + 0.5;
        u = static_cast<float>(m[0] * px + m[1] * py + m[2]), du = static_cast<float>(m[0]);
        v = static_cast<float>(m[3] * px + m[4] * py + m[5]), dv = static_cast<float>(m[3]);
        w = static_cast<float>(m[6] * px + m[7] * py + m[8]), dw = static_cast<float>(m[6]);
        centreX = static_cast<float>(thing.centreX - 0.5), centreY = static_cast<float>(thing.centreY - 0.5);
    }
    bool sampleAt(const Cutout& thing, int steps, Pixel& out) const {
        const auto n = static_cast<float>(steps);
        const float scale = 1 / (w + dw * n);
        return sample(thing, ((u + du * n) * scale + centreX) * 256, ((v + dv * n) * scale + centreY) * 256, out);
    }
};

void blend(std::uint8_t& under, std::uint32_t over, std::uint32_t alpha) {
    const std::uint32_t rest = under * (255 - alpha);
    under = static_cast<std::uint8_t>(std::min(255U, over + ((rest + 128 + (rest >> 8U)) >> 8U)));  // rest / 255
}

}  // namespace

Pose between(const Pose& a, const Pose& b, double share) {
    auto mixed = [share](double from, double to) { return from + (to - from) * share; };
    return {mixed(a.x, b.x),       mixed(a.y, b.y),     mixed(a.module, b.module),
            mixed(a.roll, b.roll), mixed(a.yaw, b.yaw), mixed(a.pitch, b.pitch)};
}

Cutout cutoutOf(const Sprite& sprite) {
    const paint::Bitmap& bitmap = sprite.bitmap;
    Cutout cutout{bitmap.width, bitmap.height, {}, sprite.centreX, sprite.centreY, sprite.module};
    cutout.yuva.resize(bitmap.pixels.size());
    for (std::size_t i = 0; i < bitmap.pixels.size(); i += 4) {
        const int b = bitmap.pixels[i], g = bitmap.pixels[i + 1], r = bitmap.pixels[i + 2], a = bitmap.pixels[i + 3];
        // BT.601, video range; everything is premultiplied, so the offsets are too.
        cutout.yuva[i] = static_cast<std::uint8_t>((66 * r + 129 * g + 25 * b + 16 * a + 128) / 256 + 0);
        cutout.yuva[i + 1] =
            static_cast<std::uint8_t>(std::clamp((-38 * r - 74 * g + 112 * b + 128 * a + 128) / 256, 0, 255));
        cutout.yuva[i + 2] =
            static_cast<std::uint8_t>(std::clamp((112 * r - 94 * g - 18 * b + 128 * a + 128) / 256, 0, 255));
        cutout.yuva[i + 3] = static_cast<std::uint8_t>(a);
    }
    return cutout;
}

void put(Frame& frame, const Cutout& thing, const Pose& opened, const Pose& closed) {
    const double way = std::hypot(opened.x - closed.x, opened.y - closed.y);
    const auto looks = static_cast<std::size_t>(std::clamp(std::ceil(way / kSmearStep), 1.0, double{kMostLooks}));
    std::array<Matrix, kMostLooks> from{};
    Box box{frame.width, frame.height, 0, 0};
    for (std::size_t i = 0; i < looks; ++i) {
        const double share = looks == 1 ? 0.5 : static_cast<double>(i) / static_cast<double>(looks - 1);
        const Matrix to = placed(thing, between(opened, closed, share));
        from[i] = inverse(to);
        const Box one = boxOf(thing, to, frame);
        box = {std::min(box.left, one.left), std::min(box.top, one.top), std::max(box.right, one.right),
               std::max(box.bottom, one.bottom)};
    }
    const std::size_t half = static_cast<std::size_t>(frame.width) / 2;
    const std::uint32_t part = 65536 / static_cast<std::uint32_t>(std::max<std::size_t>(looks, 1));
    for (int y = box.top; y < box.bottom; ++y) {
        std::uint8_t* luma = frame.y() + static_cast<std::size_t>(y) * static_cast<std::size_t>(frame.width);
        const std::size_t row = static_cast<std::size_t>(y / 2) * half;
        std::array<RowFrom, kMostLooks> rows{};
        for (std::size_t i = 0; i < looks; ++i) rows[i] = RowFrom(thing, from[i], box.left, y);
        for (int x = box.left; x < box.right; ++x) {
            Pixel p{};
            bool seen = false;
            for (std::size_t i = 0; i < looks; ++i) seen = rows[i].sampleAt(thing, x - box.left, p) || seen;
            if (!seen) continue;
            if (looks > 1) {
                for (std::uint32_t& channel : p) channel = (channel * part) >> 16U;
            }
            if (p[3] == 0) continue;
            blend(luma[x], p[0], p[3]);
            if (((x | y) & 1) != 0) continue;
            blend(frame.u()[row + static_cast<std::size_t>(x / 2)], p[1], p[3]);
            blend(frame.v()[row + static_cast<std::size_t>(x / 2)], p[2], p[3]);
        }
    }
}

Grain::Grain(double strength, std::uint64_t seed) : table_(kGrain), chance_(seed) {
    for (std::int8_t& grain : table_) {
        double sum = -6;  // twelve evenly spread numbers make one that is nearly normal
        for (int i = 0; i < 12; ++i) sum += chance_.unit();
        grain = static_cast<std::int8_t>(std::lround(std::clamp(sum * strength, -60.0, 60.0)));
    }
}

void Grain::addTo(Frame& frame) {
    const auto width = static_cast<std::size_t>(frame.width);
    for (std::size_t row = 0; row < static_cast<std::size_t>(frame.height); ++row) {
        const std::int8_t* grain = &table_[chance_.below(table_.size() - width)];
        std::uint8_t* luma = frame.y() + row * width;
        for (std::size_t x = 0; x < width; ++x) {
            luma[x] = static_cast<std::uint8_t>(std::clamp(luma[x] + grain[x], 16, 240));
        }
    }
}

void expose(Frame& frame, double gain) {
    const int factor = static_cast<int>(gain * 256);
    for (std::size_t i = 0; i < frame.area(); ++i) {
        frame.bytes[i] = static_cast<std::uint8_t>(std::clamp(16 + (((frame.bytes[i] - 16) * factor) >> 8), 16, 240));
    }
}

}  // namespace turnout::demo
