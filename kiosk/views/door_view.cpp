#include "kiosk/views/door_view.h"

#include "kiosk/views/door_keys.h"
#include "kiosk/views/parts.h"

namespace turnout::kiosk {
namespace {

// Over a page that is dark already. A darker one takes the contrast of the small texts: 0.21 would leave a hint on a
// card less than 4.5 to 1.
constexpr float kQuietVeil = 0.2F;

}  // namespace

bool showsCamera(Scene scene) {
    return scene == Scene::idle || scene == Scene::verdict || scene == Scene::pin || scene == Scene::selfTest;
}

std::optional<DoorPress> drawDoor(ui::Canvas& canvas, const DoorScreen& screen, const Preview& preview,
                                  FocusRing* ring) {
    if (ring != nullptr) ring->begin(canvas, placeOf(screen));
    Page page(canvas, screen.rehearsal ? kRehearsalBand : 0);
    page.setQuiet(screen.quiet);
    std::optional<DoorPress> action;
    switch (screen.scene) {
        case Scene::idle: action = drawIdle(page, screen, preview); break;
        case Scene::clock: action = drawClockJumped(page, screen); break;
        case Scene::gap: page.fill({0, 0, page.width(), page.height()}, theme::kInk); break;
        case Scene::verdict: action = drawVerdict(page, screen, preview); break;
        case Scene::reason: action = drawReason(page, screen); break;
        case Scene::search: action = drawSearch(page, screen); break;
        case Scene::confirm: action = drawConfirm(page, screen); break;
        case Scene::walkIn: action = drawWalkIn(page, screen); break;
        case Scene::group: action = drawGroup(page, screen); break;
        case Scene::menu: action = drawMenu(page, screen); break;
        case Scene::pin: action = drawPin(page, screen, preview); break;
        case Scene::emergency: action = drawEmergency(page, screen); break;
        case Scene::settings: action = drawSettings(page, screen); break;
        case Scene::selfTest: action = drawSelfTest(page, screen, preview); break;
    }
    drawStatusLine(page, screen.status);
    if (screen.rehearsal)
        if (const auto pressed = drawRehearsal(page, screen)) action = pressed;
    if (ring != nullptr) ring->end(canvas, page.k());
    if (screen.quiet) canvas.fill({0, 0, canvas.size().w, canvas.size().h}, theme::kBlack.faded(kQuietVeil));
    return action;
}

}  // namespace turnout::kiosk
