#include "display/views/awaited_event.h"

#include <utility>

#include "common/ui/awake.h"
#include "display/app/health.h"
#include "display/app/store_watch.h"
#include "display/views/hall_view.h"

namespace turnout::display {
bool comesBack(Fault fault) {
    return fault == Fault::notFound || fault == Fault::busy || fault == Fault::inUse || fault == Fault::diskError ||
           fault == Fault::replaced || fault == Fault::notOurs;
}

std::optional<EventPlan> awaitEvent(const Options& options, HallWindows& windows, const std::function<bool()>& stop) {
    constexpr auto kTick = std::chrono::milliseconds(100);
    ui::keepScreenAwake();
    ui::Window& window = *windows.hall;
    Scenery scenery;
    WatchThread watch(options.event, [&window] { window.wake(); });
    const std::string file = options.event.filename().string();
    bool drawn = false;
    std::optional<Error> trouble;
    while (!window.closing() && !stop()) {
        for (const ui::Event& event : window.wait(kTick)) windows.grant(outputWishOf(event));
        const SteadyTime now = std::chrono::steady_clock::now();
        windows.output->follow(now);
        auto latest = watch.take();
        if (latest.news.plan) return std::move(latest.news.plan);
        if (latest.news.trouble) trouble = std::move(latest.news.trouble);
        if (windows.desk && windows.desk->closing()) windows.closeDesk();
        if (windows.desk) {
            windows.desk->await(awaitedTexts(file, trouble, windows.output->awaited()), now);
            windows.grant(windows.desk->asked());
        }
        if (std::exchange(drawn, true) && !window.mustDraw()) continue;
        window.draw([&](ui::Canvas& canvas) { drawWaiting(canvas, scenery, options.safeMargin); });
    }
    return std::nullopt;
}

}  // namespace turnout::display
