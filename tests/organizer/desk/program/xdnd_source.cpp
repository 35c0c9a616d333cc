#include "tests/organizer/desk/program/xdnd_source.h"

#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <poll.h>

#include <array>
#include <chrono>
#include <cstdio>
#include <optional>

namespace turnout::test {
namespace {

using std::chrono::steady_clock;

class Source {
  public:
    explicit Source(const std::string& display) : display_(XOpenDisplay(display.c_str())) {
        if (display_ == nullptr) return;
        root_ = DefaultRootWindow(display_);
        own_ = XCreateSimpleWindow(display_, root_, 0, 0, 1, 1, 0, 0, 0);
        XSetSelectionOwner(display_, atom("XdndSelection"), own_, CurrentTime);
    }
    ~Source() {
        if (display_ != nullptr) XCloseDisplay(display_);
    }
    Source(const Source&) = delete;

    bool drop(const std::string& name, const std::string& uris) {
        if (display_ == nullptr) return false;
        const auto target = find(root_, name);
        if (!target) return false;
        XWindowAttributes shape;
        XGetWindowAttributes(display_, *target, &shape);
        int x = 0, y = 0;
        Window child = 0;
        XTranslateCoordinates(display_, *target, root_, shape.width / 2, shape.height / 2, &x, &y, &child);
        const long own = static_cast<long>(own_);
        send(*target, "XdndEnter", {own, 5L << 24, static_cast<long>(atom("text/uri-list")), 0, 0});
        send(*target, "XdndPosition",
             {own, 0, (static_cast<long>(x) << 16) | y, CurrentTime, static_cast<long>(atom("XdndActionCopy"))});
        const auto status = answer("XdndStatus", uris);
        if (!status || (status->data.l[1] & 1) == 0) return false;
        send(*target, "XdndDrop", {own, 0, CurrentTime, 0, 0});
        const auto finished = answer("XdndFinished", uris);
        return finished && (finished->data.l[1] & 1) != 0;
    }

  private:
    Atom atom(const char* name) { return XInternAtom(display_, name, False); }

    // The first window of that name that takes drags.
    std::optional<Window> find(Window from, const std::string& name) {
        char* title = nullptr;
        const bool named = XFetchName(display_, from, &title) != 0 && title != nullptr && name == title;
        if (title != nullptr) XFree(title);
        if (named) return from;
        Window root = 0, parent = 0, *children = nullptr;
        unsigned count = 0;
        if (XQueryTree(display_, from, &root, &parent, &children, &count) == 0) return std::nullopt;
        std::optional<Window> found;
        for (unsigned i = 0; i < count && !found; ++i) found = find(children[i], name);
        if (children != nullptr) XFree(children);
        return found;
    }

    void send(Window target, const char* what, const std::array<long, 5>& data) {
        XEvent event = {};
        event.xclient.type = ClientMessage;
        event.xclient.window = target;
        event.xclient.message_type = atom(what);
        event.xclient.format = 32;
        for (std::size_t i = 0; i < data.size(); ++i) event.xclient.data.l[i] = data[i];
        XSendEvent(display_, target, False, NoEventMask, &event);
        XFlush(display_);
    }

    // Waits for what the window says, and gives it the files when it asks for them.
    std::optional<XClientMessageEvent> answer(const char* what, const std::string& uris) {
        const auto deadline = steady_clock::now() + std::chrono::seconds(20);
        while (steady_clock::now() < deadline) {
            if (XPending(display_) == 0) {
                pollfd ready{ConnectionNumber(display_), POLLIN, 0};
                (void)::poll(&ready, 1, 1000);
                continue;
            }
            XEvent event;
            XNextEvent(display_, &event);
            if (event.type == SelectionRequest) give(event.xselectionrequest, uris);
            if (event.type == ClientMessage && event.xclient.message_type == atom(what)) return event.xclient;
        }
        return std::nullopt;
    }

    void give(const XSelectionRequestEvent& asked, const std::string& uris) {
        XChangeProperty(display_, asked.requestor, asked.property, asked.target, 8, PropModeReplace,
                        reinterpret_cast<const unsigned char*>(uris.data()), static_cast<int>(uris.size()));
        XEvent event = {};
        event.xselection.type = SelectionNotify;
        event.xselection.requestor = asked.requestor;
        event.xselection.selection = asked.selection;
        event.xselection.target = asked.target;
        event.xselection.property = asked.property;
        event.xselection.time = asked.time;
        XSendEvent(display_, asked.requestor, False, NoEventMask, &event);
        XFlush(display_);
    }

    Display* display_ = nullptr;
    Window root_ = 0, own_ = 0;
};

}  // namespace

bool dropFiles(const std::string& display, const std::string& window, const std::string& uriList) {
    return Source(display).drop(window, uriList);
}

std::string uriOf(const std::filesystem::path& file) {
    std::string uri = "file://";
    for (const char c : file.string()) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
                           (byte >= 'a' && byte <= 'z') || c == '/' || c == '.' || c == '-' || c == '_';
        std::array<char, 4> escaped{};
        std::snprintf(escaped.data(), escaped.size(), "%%%02X", byte);
        uri += plain ? std::string(1, c) : std::string(escaped.data());
    }
    return uri;
}

}  // namespace turnout::test
