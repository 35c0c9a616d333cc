#include "kiosk/views/door_view.h"

#include "kiosk/views/parts.h"

namespace turnout::kiosk {

std::optional<DoorAction> drawDoor(ui::Canvas& canvas, const DoorScreen& screen, const Preview& preview) {
    Page page(canvas);
    std::optional<DoorAction> action;
    switch (screen.scene) {
        case Scene::idle: action = drawIdle(page, screen, preview); break;
        case Scene::gap: page.fill({0, 0, page.width(), page.height()}, theme::kInk); break;
        case Scene::verdict: action = drawVerdict(page, screen, preview); break;
        case Scene::undo: action = drawUndo(page, screen); break;
    }
    drawStatusLine(page, screen.status);
    return action;
}

}  // namespace turnout::kiosk
