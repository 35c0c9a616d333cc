#include "kiosk/views/door_keys.h"

#include <algorithm>

namespace turnout::kiosk {
namespace {

using ui::Key;

std::optional<DoorPress> smallButton(bool first, const DoorScreen& screen) {
    if (screen.scene == Scene::verdict && screen.card) {
        if (!screen.card->sameLabel.empty()) return first ? DoorAction::samePerson : DoorAction::anotherPerson;
        if (!first && !screen.card->hideLabel.empty() && !screen.card->hidden) return DoorPress(DoorAction::hideName);
    }
    if (screen.scene == Scene::idle && !first && !screen.idle.light.empty()) return DoorPress(DoorAction::light);
    if (screen.reason && first && !screen.reason->another.empty()) return DoorPress(DoorAction::another);
    if (screen.search && first && !screen.search->checkCode.empty()) return DoorPress(DoorAction::check);
    if (screen.walkIn) {
        if (!screen.walkIn->listed.empty()) return first ? DoorAction::samePerson : DoorAction::anotherPerson;
        if (first && !screen.walkIn->again.empty()) return DoorPress(DoorAction::ticketAgain);
    }
    if (screen.group && !screen.group->university.empty()) return first ? DoorAction::all : DoorAction::none;
    if (screen.selfTest) {
        const auto& lines = screen.selfTest->lines;
        if (std::any_of(lines.begin(), lines.end(), [](const TestLine& line) {
                return line.subject == TestSubject::sound && line.state == TestState::ask;
            }))
            return first ? DoorAction::more : DoorAction::less;
    }
    return {};
}

}  // namespace

std::optional<DoorPress> pressOf(ui::Key key, const DoorScreen& screen) {
    switch (key) {
        case Key::escape: return DoorAction::back;
        case Key::f1: return DoorAction::openEmergency;
        case Key::f2: return DoorAction::openSearch;
        case Key::f3: return DoorAction::openWalkIn;
        case Key::f4: return DoorAction::openGroup;
        case Key::f5: return DoorAction::tryNow;
        case Key::f6: return smallButton(true, screen);
        case Key::f7: return smallButton(false, screen);
        case Key::f8: return DoorAction::undo;
        case Key::f9: return DoorAction::yes;
        case Key::f10: return DoorAction::openMenu;
        case Key::up: return DoorAction::up;
        case Key::down: return DoorAction::down;
        case Key::left: return DoorAction::left;
        case Key::right: return DoorAction::right;
        case Key::pageUp: return DoorAction::pageUp;
        case Key::pageDown: return DoorAction::pageDown;
        case Key::insert: return DoorAction::toggle;
        default: return {};
    }
}

bool mayRepeat(const DoorPress& press) {
    switch (press.action) {
        case DoorAction::up:
        case DoorAction::down:
        case DoorAction::left:
        case DoorAction::right:
        case DoorAction::pageUp:
        case DoorAction::pageDown: return true;
        default: return false;
    }
}

std::uint64_t placeOf(const DoorScreen& screen) {
    constexpr std::uint64_t kCards = std::uint64_t{1} << 56;  // more than a door will ever show
    return static_cast<std::uint64_t>(screen.scene) * kCards + (screen.card ? screen.card->serial : 0) + 1;
}

bool arrowsAreFree(const DoorScreen& screen) {
    switch (screen.scene) {
        case Scene::search:
        case Scene::walkIn:
        case Scene::group:
        case Scene::emergency: return false;
        case Scene::idle:
        case Scene::clock:
        case Scene::gap:
        case Scene::verdict:
        case Scene::reason:
        case Scene::confirm:
        case Scene::menu:
        case Scene::pin:
        case Scene::settings:
        case Scene::selfTest: return true;
    }
    return true;
}

}  // namespace turnout::kiosk
