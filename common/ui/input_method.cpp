#include "common/ui/input_method.h"

namespace turnout::ui {
namespace {

bool isLetter(Key key) {
    return key >= Key::a && key <= Key::z;
}

bool isFunction(Key key) {
    return key >= Key::f1 && key <= Key::f12;
}

}  // namespace

bool InputMethod::takes(const Event& event) {
    if (event.kind != EventKind::key) {
        if (event.kind != EventKind::move) composed_ = 0;  // what was written, or the person went elsewhere
        return false;
    }
    if (event.modifiers.control || event.modifiers.alt || isFunction(event.key)) return false;
    if (event.when - last_ > kForgotten) composed_ = 0;
    if (isLetter(event.key)) {
        ++composed_;
        last_ = event.when;
        return false;
    }
    if (composed_ == 0 || event.when - last_ < kSoonestKey) return false;
    if (event.key == Key::backspace)
        --composed_;
    else if (event.key == Key::escape || event.key == Key::enter)
        composed_ = 0;
    return true;
}

}  // namespace turnout::ui
