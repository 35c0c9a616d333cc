#include "display/views/awaited_event.h"

#include "common/ui/awake.h"
#include "display/app/store_watch.h"
#include "display/views/hall_view.h"

namespace turnout::display {

bool comesBack(Fault fault) {
    return fault == Fault::notFound || fault == Fault::busy || fault == Fault::inUse || fault == Fault::diskError ||
           fault == Fault::replaced || fault == Fault::notOurs;
}

std::optional<EventPlan> awaitEvent(const Options& options, ui::Window& window, const std::function<bool()>& stop) {
    constexpr auto kTick = std::chrono::milliseconds(100);
    ui::keepScreenAwake();
    Scenery scenery;
    WatchThread watch(options.event, [&window] { window.wake(); });
    const std::string file = options.event.filename().string();
    bool drawn = false;
    while (!window.closing() && !stop()) {
        window.wait(kTick);
        if (auto latest = watch.take(); latest.news.plan) return std::move(latest.news.plan);
        if (drawn && !window.mustDraw()) continue;
        window.draw([&](ui::Canvas& canvas) { drawWaiting(canvas, file, scenery, options.safeMargin); });
        drawn = true;
    }
    return std::nullopt;
}

}  // namespace turnout::display
