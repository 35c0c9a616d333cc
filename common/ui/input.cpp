#include "common/ui/input.h"

#include <algorithm>

namespace turnout::ui {

void Pointer::take(const Event& event) {
    switch (event.kind) {
        case EventKind::move: at = event.at; break;
        case EventKind::press:
            at = event.at;
            heldSince = event.at;
            break;
        case EventKind::release:
            at = event.at;
            if (heldSince) clicks.push_back({*heldSince, event.at});
            heldSince.reset();
            break;
        case EventKind::key:
        case EventKind::character:
        case EventKind::scroll:
        case EventKind::dropped:
        case EventKind::resized:
        case EventKind::closed: break;
    }
}

bool Pointer::clicked(const Rect& area) const {
    if (asked != nullptr) asked->push_back(area);
    return std::any_of(clicks.begin(), clicks.end(),
                       [&](const Click& click) { return area.contains(click.down) && area.contains(click.up); });
}

}  // namespace turnout::ui
