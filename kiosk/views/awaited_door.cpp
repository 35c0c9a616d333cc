#include "kiosk/views/awaited_door.h"

namespace turnout::kiosk {

bool showUntil(ui::Window& window, const VerdictCard& card, Lang lang, const std::atomic<bool>& stop,
               const std::function<bool()>& over) {
    const std::string tryNow = say("kiosk.try_now", lang);
    bool drawn = false, now = false;
    while (!now && !over()) {
        if (!drawn || window.mustDraw())
            window.draw([&](ui::Canvas& canvas) { now = drawNotOpened(canvas, card, tryNow); });
        drawn = true;
        for (const ui::Event& event : window.wait(kSignalLook))
            now = now || (event.kind == ui::EventKind::key && event.key == ui::Key::f5);
        if (stop || window.closing()) return false;
    }
    return true;
}

}  // namespace turnout::kiosk
