#include "common/ui/damage.h"

#include <algorithm>
#include <unordered_map>

namespace turnout::ui {
namespace {

constexpr std::size_t kMostBoxes = 10;
constexpr std::int64_t kBoxCosts = 6000;  // pixels that a box more is worth: clearing it, and its commands

// For each of `after`, the place of its equal in `before`, or -1: the k-th of a print meets the k-th.
std::vector<std::int64_t> equals(std::span<const PaintedItem> before, std::span<const PaintedItem> after) {
    std::unordered_map<std::uint64_t, std::vector<std::int64_t>> places;
    for (std::size_t i = before.size(); i-- > 0;) places[before[i].print].push_back(static_cast<std::int64_t>(i));
    std::vector<std::int64_t> all;
    all.reserve(after.size());
    for (const PaintedItem& item : after) {
        const auto found = places.find(item.print);
        if (found == places.end() || found->second.empty()) {
            all.push_back(-1);
            continue;
        }
        all.push_back(found->second.back());
        found->second.pop_back();
    }
    return all;
}

// Which of `places` belong to their longest rising row; -1 never does.
std::vector<bool> risingRow(const std::vector<std::int64_t>& places) {
    std::vector<std::size_t> ends;  // ends[k]: where a row of k + 1 ends lowest
    std::vector<std::int64_t> from(places.size(), -1);
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (places[i] < 0) continue;
        const auto at =
            std::lower_bound(ends.begin(), ends.end(), i, [&](auto a, auto b) { return places[a] < places[b]; });
        if (at != ends.begin()) from[i] = static_cast<std::int64_t>(*(at - 1));
        if (at == ends.end())
            ends.push_back(i);
        else
            *at = i;
    }
    std::vector<bool> in(places.size());
    for (std::int64_t i = ends.empty() ? -1 : static_cast<std::int64_t>(ends.back()); i >= 0;
         i = from[static_cast<std::size_t>(i)])
        in[static_cast<std::size_t>(i)] = true;
    return in;
}

// Joins the two boxes whose joining costs least, as long as it is worth it, or there are too many.
void join(std::vector<PixelBox>& boxes) {
    while (boxes.size() > 1) {
        std::size_t first = 0, second = 0;
        std::int64_t best = 0;
        bool any = false, meet = false;
        for (std::size_t i = 0; i < boxes.size(); ++i)
            for (std::size_t j = i + 1; j < boxes.size(); ++j) {
                const std::int64_t more = boxes[i].with(boxes[j]).pixels() - boxes[i].pixels() - boxes[j].pixels();
                const bool now = boxes[i].meets(boxes[j]);
                if (any && (meet > now || (meet == now && more >= best))) continue;
                any = true, meet = now, best = more, first = i, second = j;
            }
        if (!meet && best > kBoxCosts && boxes.size() <= kMostBoxes) return;
        boxes[first] = boxes[first].with(boxes[second]);
        boxes.erase(boxes.begin() + static_cast<std::ptrdiff_t>(second));
    }
}

}  // namespace

bool PixelBox::meets(const PixelBox& other) const {
    return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
}

PixelBox PixelBox::with(const PixelBox& other) const {
    return {std::min(left, other.left), std::min(top, other.top), std::max(right, other.right),
            std::max(bottom, other.bottom)};
}

PixelBox PixelBox::within(const PixelBox& other) const {
    return {std::max(left, other.left), std::max(top, other.top), std::min(right, other.right),
            std::min(bottom, other.bottom)};
}

std::vector<PixelBox> damageBetween(std::span<const PaintedItem> before, std::span<const PaintedItem> after,
                                    const PixelBox& whole) {
    std::size_t head = 0;
    const std::size_t least = std::min(before.size(), after.size());
    while (head < least && before[head].print == after[head].print) ++head;
    std::size_t tail = 0;
    while (tail < least - head && before[before.size() - 1 - tail].print == after[after.size() - 1 - tail].print)
        ++tail;
    before = before.subspan(head, before.size() - head - tail);
    after = after.subspan(head, after.size() - head - tail);

    // Items that stay, in the order they had, change nothing; all others do, where they were and where they are.
    const std::vector<std::int64_t> places = equals(before, after);
    const std::vector<bool> stays = risingRow(places);
    std::vector<bool> stayed(before.size());
    std::vector<PixelBox> boxes;
    const auto add = [&](const PaintedItem& item) {
        const PixelBox box = item.box.within(whole);
        if (box.empty()) return;
        boxes.push_back(box);
        if (boxes.size() > 4 * kMostBoxes) join(boxes);  // many small ones would make the search slow
    };
    for (std::size_t i = 0; i < after.size(); ++i)
        if (stays[i])
            stayed[static_cast<std::size_t>(places[i])] = true;
        else
            add(after[i]);
    for (std::size_t i = 0; i < before.size(); ++i)
        if (!stayed[i]) add(before[i]);
    join(boxes);
    return boxes;
}

}  // namespace turnout::ui
