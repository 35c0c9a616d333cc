#include "kiosk/views/focus_ring.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "common/ui/theme.h"

namespace turnout::kiosk {
namespace {

using ui::Key;
using ui::Point;
using ui::Rect;

bool isArrow(Key key) {
    return key == Key::left || key == Key::right || key == Key::up || key == Key::down;
}

// How far `to` lies from `from` in an arrow's direction; sideways counts double. Nothing: not that way.
std::optional<float> distance(Point from, Point to, Key key) {
    const bool across = key == Key::left || key == Key::right;
    const float sign = key == Key::left || key == Key::up ? -1.0F : 1.0F;
    const float ahead = sign * (across ? to.x - from.x : to.y - from.y);
    const float aside = std::abs(across ? to.y - from.y : to.x - from.x);
    return ahead < 1 ? std::nullopt : std::optional(ahead + 2 * aside);
}

// Whether both stand in one line across the page: more than half of the lower one is beside the other.
bool besideEachOther(const Rect& a, const Rect& b) {
    const float shared = std::min(a.bottom(), b.bottom()) - std::max(a.y, b.y);
    return shared > std::min(a.h, b.h) / 2;
}

// A tap anywhere on a card puts it away; that is Escape's, and no place for a ring.
bool isWholePage(const Rect& area, ui::Size window) {
    return area.w > 0.9F * window.w && area.h > 0.6F * window.h;
}

}  // namespace

bool FocusRing::onKey(const ui::Event& event, std::uint64_t place, bool arrowsAreFree) {
    if (place != place_ || areas_.empty()) return false;
    switch (event.key) {
        case Key::home: step(-1); return true;
        case Key::end: step(1); return true;
        case Key::enter:
            if (!around_) return false;
            if (!event.repeat) pressed_ = changed_ = true;
            return true;
        default: break;
    }
    if (!isArrow(event.key) || (!around_ && !arrowsAreFree)) return false;
    if (!around_) return go(areas_.front());
    move(event.key);
    return true;
}

void FocusRing::hide() {
    if (around_) changed_ = true;
    around_.reset();
    pressed_ = false;
}

bool FocusRing::go(const Rect& area) {
    around_ = area;
    return changed_ = true;
}

void FocusRing::step(int by) {
    const auto at = around_ ? std::find(areas_.begin(), areas_.end(), *around_) : areas_.end();
    const auto count = static_cast<std::ptrdiff_t>(areas_.size());
    const std::ptrdiff_t now = at != areas_.end() ? at - areas_.begin() : by > 0 ? -1 : 0;
    go(areas_[static_cast<std::size_t>((now + by + count) % count)]);
}

// Left and right stay in their line while there is something in it: in two columns a row's neighbour is in the other.
void FocusRing::move(Key key) {
    const bool across = key == Key::left || key == Key::right;
    std::optional<std::pair<bool, float>> nearest;  // out of line, how far
    Rect found;
    for (const Rect& area : areas_) {
        const auto far = distance(around_->centre(), area.centre(), key);
        if (!far) continue;
        const std::pair way(across && !besideEachOther(*around_, area), *far);
        if (nearest && way >= *nearest) continue;
        nearest = way;
        found = area;
    }
    if (nearest) go(found);
}

void FocusRing::begin(ui::Canvas& canvas, std::uint64_t place) {
    ui::Pointer pointer = canvas.pointer();
    if (place != place_ || !pointer.clicks.empty()) hide();
    place_ = place;
    asked_.clear();
    pointer.asked = &asked_;
    pressing_ = std::exchange(pressed_, false) && around_;
    if (pressing_) pointer.clicks.push_back({around_->centre(), around_->centre()});
    canvas.setPointer(pointer);
}

void FocusRing::end(ui::Canvas& canvas, float k) {
    // A view that has found what was pressed need not ask about the rest.
    if (!pressing_) areas_.clear();
    for (const Rect& area : asked_)
        if (!isWholePage(area, canvas.size()) && std::find(areas_.begin(), areas_.end(), area) == areas_.end())
            areas_.push_back(area);
    changed_ = false;
    if (around_ && std::find(areas_.begin(), areas_.end(), *around_) == areas_.end()) around_.reset();
    if (!around_) return;
    // Sky with ink on both sides of it: seen on ink, on a blue button and on the field of every card.
    const float radius = ui::theme::kRadius * k;
    canvas.outline(around_->inset(-8 * k), ui::theme::kInk, 9 * k, radius + 8 * k);
    canvas.outline(around_->inset(-6 * k), ui::theme::kSky, 4 * k, radius + 6 * k);
}

}  // namespace turnout::kiosk
