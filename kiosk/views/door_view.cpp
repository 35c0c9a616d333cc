#include "kiosk/views/door_view.h"

#include "kiosk/views/parts.h"

namespace turnout::kiosk {

std::optional<DoorPress> drawDoor(ui::Canvas& canvas, const DoorScreen& screen, const Preview& preview) {
    Page page(canvas);
    std::optional<DoorPress> action;
    switch (screen.scene) {
        case Scene::idle: action = drawIdle(page, screen, preview); break;
        case Scene::gap: page.fill({0, 0, page.width(), page.height()}, theme::kInk); break;
        case Scene::verdict: action = drawVerdict(page, screen, preview); break;
        case Scene::reason: action = drawReason(page, screen); break;
        case Scene::search: action = drawSearch(page, screen); break;
        case Scene::confirm: action = drawConfirm(page, screen); break;
        case Scene::walkIn: action = drawWalkIn(page, screen); break;
        case Scene::group: action = drawGroup(page, screen); break;
        case Scene::menu:
        case Scene::pin:
        case Scene::emergency:
        case Scene::settings: break;
    }
    drawStatusLine(page, screen.status);
    return action;
}

}  // namespace turnout::kiosk
