// Points, boxes and colours. Lengths are pixels on screens and points on paper; y grows downwards.
#pragma once

#include <cstdint>

namespace turnout::paint {

struct Point {
    float x = 0, y = 0;
    bool operator==(const Point&) const = default;
};

struct Rect {
    float x = 0, y = 0, w = 0, h = 0;

    float right() const { return x + w; }
    float bottom() const { return y + h; }
    Point centre() const { return {x + w / 2, y + h / 2}; }
    Rect inset(float by) const { return {x + by, y + by, w - 2 * by, h - 2 * by}; }  // a negative `by` grows it
    Rect moved(float dx, float dy) const { return {x + dx, y + dy, w, h}; }
    bool contains(Point p) const { return p.x >= x && p.x < right() && p.y >= y && p.y < bottom(); }
    bool contains(const Rect& o) const {
        return o.x >= x && o.y >= y && o.right() <= right() && o.bottom() <= bottom();
    }
    bool operator==(const Rect&) const = default;
};

struct Colour {
    std::uint8_t r = 0, g = 0, b = 0, a = 255;

    static constexpr Colour hex(std::uint32_t rgb) {
        return {static_cast<std::uint8_t>(rgb >> 16), static_cast<std::uint8_t>(rgb >> 8),
                static_cast<std::uint8_t>(rgb), 255};
    }
    // The same colour, `opacity` (0 to 1) times as opaque.
    constexpr Colour faded(float opacity) const {
        return {r, g, b, static_cast<std::uint8_t>(static_cast<float>(a) * opacity + 0.5F)};
    }
    bool operator==(const Colour&) const = default;
};

// From `from` (share 0) to `to` (share 1).
constexpr Colour mix(Colour from, Colour to, float share) {
    auto channel = [share](std::uint8_t a, std::uint8_t b) {
        return static_cast<std::uint8_t>(static_cast<float>(a) +
                                         (static_cast<float>(b) - static_cast<float>(a)) * share + 0.5F);
    };
    return {channel(from.r, to.r), channel(from.g, to.g), channel(from.b, to.b), channel(from.a, to.a)};
}

}  // namespace turnout::paint
