#include "display/views/controls.h"

namespace turnout::display {

std::optional<Control> controlOf(const ui::Event& event, const HallScreen& screen) {
    using ui::Key;
    if (event.kind == ui::EventKind::character) {
        if (event.character >= U'1' && event.character <= U'6') return static_cast<Control>(event.character - U'1');
        if (event.character == U'?' || event.character == U'？') return Control::keys;
        if (event.character == U'+' || event.character == U'＋') return Control::later;
        if (event.character == U'-' || event.character == U'－' || event.character == U'−') return Control::earlier;
        return std::nullopt;
    }
    if (event.kind != ui::EventKind::key || event.repeat || event.modifiers.control || event.modifiers.alt)
        return std::nullopt;
    switch (event.key) {
        case Key::enter: return Control::nextScene;
        case Key::r: return Control::rotation;
        case Key::s: return Control::showMode;
        case Key::b: return Control::blackout;
        case Key::l: return Control::language;
        case Key::space: return Control::nextAct;
        case Key::backspace: return Control::actBack;
        case Key::p: return Control::actsByClock;
        case Key::m: return Control::message;
        case Key::escape: return screen.keys ? Control::keys : Control::noMessage;
        case Key::o: return Control::moments;
        case Key::n: return Control::skipMoment;
        case Key::t: return Control::testCard;
        case Key::c: return Control::clean;
        case Key::k: return Control::keyColour;
        default: return std::nullopt;
    }
}

OutputWish outputWishOf(const ui::Event& event) {
    if (event.kind != ui::EventKind::key || event.repeat) return OutputWish::none;
    if (event.key == ui::Key::f11) return event.modifiers.shift ? OutputWish::nextMonitor : OutputWish::fill;
    // Where there is no window manager that does it.
    if (event.key == ui::Key::f4 && event.modifiers.alt) return OutputWish::close;
    return OutputWish::none;
}

}  // namespace turnout::display
