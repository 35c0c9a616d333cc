#include "display/views/hall_windows.h"

#include "common/base/log.h"

namespace turnout::display {

Result<HallWindows> HallWindows::open(const Options& options) {
    auto hall = ui::Window::open({.title = "Turnout",
                                  .width = options.width,
                                  .height = options.height,
                                  .fullscreen = options.fullscreen,
                                  .monitor = options.monitor,
                                  .cursor = !options.fullscreen,
                                  .withBeam = true,
                                  .leastWidth = 320,
                                  .leastHeight = 180});
    if (!hall) return hall.error();
    HallWindows windows;
    windows.hall = std::move(hall).value();
    windows.output = std::make_unique<HallOutput>(outputOf(*windows.hall), options.monitor, options.fullscreen);
    if (!options.operatorWindow) return windows;
    auto desk = OperatorWindow::open(*windows.hall, options.monitor, options.lang);
    if (desk) {
        windows.desk = std::move(desk).value();
        windows.output->beside([desk = &windows.desk->window()] { return desk->place(); });
    } else {
        log::warn(desk.error().sentence(options.lang));
    }
    windows.output->follow(std::chrono::steady_clock::now());  // not over the desk while its own monitor is away
    return windows;
}

void HallWindows::grant(OutputWish wish) {
    switch (wish) {
        case OutputWish::none: break;
        case OutputWish::fill: output->toggle(); break;
        case OutputWish::nextMonitor: output->nextMonitor(); break;
        case OutputWish::close: hall->close(); break;
    }
}

void HallWindows::closeDesk() {
    output->beside({});
    desk.reset();
}

}  // namespace turnout::display
