#include "common/ui/window_events.h"

#include <GLFW/glfw3.h>

#include <algorithm>
#include <utility>

namespace turnout::ui {
namespace {

Key keyOf(int key) {
    if (key >= GLFW_KEY_A && key <= GLFW_KEY_Z) return static_cast<Key>(static_cast<int>(Key::a) + (key - GLFW_KEY_A));
    if (key >= GLFW_KEY_F1 && key <= GLFW_KEY_F12)
        return static_cast<Key>(static_cast<int>(Key::f1) + (key - GLFW_KEY_F1));
    switch (key) {
        case GLFW_KEY_ENTER:
        case GLFW_KEY_KP_ENTER: return Key::enter;
        case GLFW_KEY_TAB: return Key::tab;
        case GLFW_KEY_ESCAPE: return Key::escape;
        case GLFW_KEY_SPACE: return Key::space;
        case GLFW_KEY_BACKSPACE: return Key::backspace;
        case GLFW_KEY_DELETE: return Key::remove;
        case GLFW_KEY_INSERT: return Key::insert;
        case GLFW_KEY_HOME: return Key::home;
        case GLFW_KEY_END: return Key::end;
        case GLFW_KEY_PAGE_UP: return Key::pageUp;
        case GLFW_KEY_PAGE_DOWN: return Key::pageDown;
        case GLFW_KEY_LEFT: return Key::left;
        case GLFW_KEY_RIGHT: return Key::right;
        case GLFW_KEY_UP: return Key::up;
        case GLFW_KEY_DOWN: return Key::down;
        default: return Key::other;
    }
}

WindowEvents& eventsOf(GLFWwindow* window) {
    return *static_cast<WindowEvents*>(glfwGetWindowUserPointer(window));
}

Event made(EventKind kind) {
    Event event;
    event.kind = kind;
    event.when = std::chrono::steady_clock::now();
    return event;
}

void onKey(GLFWwindow* window, int key, int, int action, int modifiers) {
    if (action == GLFW_RELEASE) return;
    Event event = made(EventKind::key);
    event.key = keyOf(key);
    event.repeat = action == GLFW_REPEAT;
    event.modifiers = {(modifiers & GLFW_MOD_SHIFT) != 0, (modifiers & GLFW_MOD_CONTROL) != 0,
                       (modifiers & GLFW_MOD_ALT) != 0};
    eventsOf(window).add(event);
}

void onCharacter(GLFWwindow* window, unsigned int character) {
    Event event = made(EventKind::character);
    event.character = character;
    eventsOf(window).add(event);
}

// GLFW tells places in its own units; we count device pixels.
Point devicePoint(GLFWwindow* window, double x, double y) {
    int w = 1, h = 1, fw = 1, fh = 1;
    glfwGetWindowSize(window, &w, &h);
    glfwGetFramebufferSize(window, &fw, &fh);
    return {static_cast<float>(x * fw / std::max(1, w)), static_cast<float>(y * fh / std::max(1, h))};
}

void onMove(GLFWwindow* window, double x, double y) {
    Event event = made(EventKind::move);
    event.at = devicePoint(window, x, y);
    eventsOf(window).add(event);
}

void onButton(GLFWwindow* window, int button, int action, int) {
    if (button != GLFW_MOUSE_BUTTON_LEFT) return;
    double x = 0, y = 0;
    glfwGetCursorPos(window, &x, &y);
    Event event = made(action == GLFW_PRESS ? EventKind::press : EventKind::release);
    event.at = devicePoint(window, x, y);
    eventsOf(window).add(event);
}

void onScroll(GLFWwindow* window, double, double y) {
    Event event = made(EventKind::scroll);
    event.amount = static_cast<float>(y);
    event.at = eventsOf(window).lastPoint();
    eventsOf(window).add(event);
}

void onDrop(GLFWwindow* window, int count, const char** paths) {
    Event event = made(EventKind::dropped);
    event.at = eventsOf(window).lastPoint();
    for (int i = 0; i < count; ++i) event.files.emplace_back(paths[i]);
    eventsOf(window).add(std::move(event));
}

}  // namespace

void WindowEvents::listenTo(GLFWwindow* window) {
    glfwSetWindowUserPointer(window, this);
    glfwSetKeyCallback(window, onKey);
    glfwSetCharCallback(window, onCharacter);
    glfwSetCursorPosCallback(window, onMove);
    glfwSetMouseButtonCallback(window, onButton);
    glfwSetScrollCallback(window, onScroll);
    glfwSetDropCallback(window, onDrop);
    glfwSetWindowCloseCallback(window, [](GLFWwindow* w) { eventsOf(w).add(made(EventKind::closed)); });
    glfwSetFramebufferSizeCallback(window, [](GLFWwindow* w, int, int) { eventsOf(w).add(made(EventKind::resized)); });
    glfwSetWindowContentScaleCallback(window,
                                      [](GLFWwindow* w, float, float) { eventsOf(w).add(made(EventKind::resized)); });
    glfwSetWindowRefreshCallback(window, [](GLFWwindow* w) { eventsOf(w).uncovered(); });
}

bool WindowEvents::urgent() const {
    return std::any_of(events_.begin(), events_.end(),
                       [](const Event& event) { return event.kind != EventKind::move; });
}

void WindowEvents::spread(std::chrono::steady_clock::time_point from, std::chrono::steady_clock::time_point to) {
    // The quickest typists make ten characters a second, and not many in a row.
    constexpr std::int64_t kMostByAPerson = 12;
    constexpr std::chrono::milliseconds kQuickestPerson{80}, kScannersKey{1};
    const std::int64_t all = static_cast<std::int64_t>(events_.size());
    const std::int64_t characters = std::count_if(
        events_.begin(), events_.end(), [](const Event& event) { return event.kind == EventKind::character; });
    const bool inOneGo = characters > kMostByAPerson && (to - from) / characters < kQuickestPerson;
    const std::chrono::steady_clock::duration even = (to - from) / (all + 1);
    const auto step = inOneGo ? std::min<std::chrono::steady_clock::duration>(even, kScannersKey) : even;
    auto when = to - step * (all + 1);
    for (Event& event : events_) event.when = when += step;
}

std::vector<Event> WindowEvents::take() {
    return std::exchange(events_, {});
}

void WindowEvents::add(Event event) {
    if (method_.takes(event)) return;
    pointer_.take(event);
    // A button shows that it is held, and a click must reach the next drawing.
    if (event.kind == EventKind::press || event.kind == EventKind::release ||
        (event.kind == EventKind::move && pointer_.heldSince))
        mustDraw_ = true;
    if (event.kind == EventKind::resized) uncovered_ = true;
    if (event.kind == EventKind::move && !events_.empty() && events_.back().kind == EventKind::move)
        events_.back() = std::move(event);
    else
        events_.push_back(std::move(event));
}

}  // namespace turnout::ui
