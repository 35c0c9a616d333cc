#include "tests/kiosk/views/presses.h"

namespace turnout::kiosk::test {
namespace {

std::optional<DoorPress> draw(const DoorScreen& screen, ui::Canvas& canvas, ui::Size size, const ui::Pointer& pointer) {
    canvas.begin(size, pointer);
    const auto pressed = drawDoor(canvas, screen, {});
    canvas.end();
    return pressed;
}

}  // namespace

std::vector<ui::Written> textsOn(const DoorScreen& screen, ui::Canvas& canvas, ui::Size size) {
    std::vector<ui::Written> texts;
    canvas.onWritten([&](const ui::Written& written) { texts.push_back(written); });
    draw(screen, canvas, size, {});
    canvas.onWritten({});
    return texts;
}

std::vector<DoorPress> pressesOn(const DoorScreen& screen, ui::Canvas& canvas, ui::Size size) {
    std::vector<ui::Rect> areas;
    ui::Pointer looking;
    looking.asked = &areas;
    draw(screen, canvas, size, looking);
    std::vector<DoorPress> presses;
    for (const ui::Rect& area : areas) {
        ui::Pointer finger;
        finger.clicks.push_back({area.centre(), area.centre()});
        if (const auto pressed = draw(screen, canvas, size, finger)) presses.push_back(*pressed);
    }
    return presses;
}

}  // namespace turnout::kiosk::test
