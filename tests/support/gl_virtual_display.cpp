#include "tests/support/gl_virtual_display.h"

#include <cstdlib>
#include <stdexcept>

namespace turnout::test {

VirtualDisplay::VirtualDisplay(int width, int height) {
    if (const char* display = std::getenv("DISPLAY")) before_ = display;
    const std::string screen = std::to_string(width) + "x" + std::to_string(height) + "x24";
    ProcessOptions options;
    options.errFile = "/dev/null";
    server_ = std::make_unique<Process>(
        std::vector<std::string>{"Xvfb", "-displayfd", "1", "-screen", "0", screen, "-nolisten", "tcp", "-noreset"},
        options);
    const auto number = server_->line(std::chrono::seconds(30));
    if (!number || number->empty()) throw std::runtime_error("Xvfb did not start");
    name_ = ":" + *number;
    setenv("DISPLAY", name_.c_str(), 1);
    unsetenv("WAYLAND_DISPLAY");
}

VirtualDisplay::~VirtualDisplay() {
    if (before_.empty())
        unsetenv("DISPLAY");
    else
        setenv("DISPLAY", before_.c_str(), 1);
}

VirtualDisplay& VirtualDisplay::shared(int width, int height) {
    static VirtualDisplay display(width, height);
    return display;
}

}  // namespace turnout::test
