#include "kiosk/views/awaited_door.h"

#include <algorithm>

#include "kiosk/app/checkin_service.h"

namespace turnout::kiosk {

bool showUntilNextTry(ui::Window& window, const VerdictCard& card, Lang lang, const std::atomic<bool>& stop) {
    using std::chrono::steady_clock;
    constexpr Millis kSignalLook{250};
    const auto until = steady_clock::now() + kRetryEvery;
    const std::string tryNow = say("kiosk.try_now", lang);
    bool drawn = false, now = false;
    while (!now && steady_clock::now() < until) {
        if (!drawn || window.mustDraw())
            window.draw([&](ui::Canvas& canvas) { now = drawNotOpened(canvas, card, tryNow); });
        drawn = true;
        const auto left = std::chrono::ceil<Millis>(until - steady_clock::now());
        for (const ui::Event& event : window.wait(std::clamp(left, Millis{0}, kSignalLook)))
            now = now || (event.kind == ui::EventKind::key && event.key == ui::Key::f5);
        if (stop || window.closing()) return false;
    }
    return true;
}

}  // namespace turnout::kiosk
