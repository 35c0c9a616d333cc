// What of a picture must be painted again: two frames compared, item by item, in the order of painting. Pure.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace turnout::ui {

struct PixelBox {  // whole pixels of the window; the right and lower edge lie outside
    int left = 0, top = 0, right = 0, bottom = 0;

    bool empty() const { return right <= left || bottom <= top; }
    std::int64_t pixels() const { return empty() ? 0 : std::int64_t{right - left} * (bottom - top); }
    bool meets(const PixelBox& other) const;
    PixelBox with(const PixelBox& other) const;    // the smallest box around both
    PixelBox within(const PixelBox& other) const;  // what both have; may be empty
    bool operator==(const PixelBox&) const = default;
};

// A shape, a picture or a text. Two items with one print colour the same pixels in the same way.
struct PaintedItem {
    std::uint64_t print = 0;
    PixelBox box;  // every pixel that it touches
};

// Boxes inside `whole`, apart from each other, such that everywhere else the same items lie over each other in the same
// order: repainting the boxes with the items of `after` makes `before`'s picture `after`'s. Nothing: they look the
// same.
std::vector<PixelBox> damageBetween(std::span<const PaintedItem> before, std::span<const PaintedItem> after,
                                    const PixelBox& whole);

}  // namespace turnout::ui
