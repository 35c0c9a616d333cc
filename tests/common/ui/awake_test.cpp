// Beside a real X server with a screen saver, and a real session bus with somebody who holds one back.
#include "common/ui/awake.h"

#include <gio/gio.h>
#include <gtest/gtest.h>
#include <poll.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <memory>
#include <stdexcept>
#include <string>

#include "tests/support/gl_virtual_display.h"

// Last: they make macros of words that others use.
#include <X11/Xlib.h>
#include <X11/extensions/scrnsaver.h>

namespace turnout::ui {
namespace {

using namespace std::chrono_literals;
using std::chrono::steady_clock;

class Server {
  public:
    Server() : display_(XOpenDisplay(nullptr)) {
        int error = 0;
        XScreenSaverQueryExtension(display_.get(), &event_, &error);
        XScreenSaverSelectInput(display_.get(), DefaultRootWindow(display_.get()), ScreenSaverNotifyMask);
        XSetScreenSaver(display_.get(), 1, 0, DontPreferBlanking, DefaultExposures);
        XSync(display_.get(), False);
    }

    void wakeUp() {
        XResetScreenSaver(display_.get());
        XSync(display_.get(), True);
    }

    bool savesItsScreen(std::chrono::milliseconds limit) {
        const auto until = steady_clock::now() + limit;
        while (steady_clock::now() < until) {
            while (XPending(display_.get()) > 0) {
                XEvent event;
                XNextEvent(display_.get(), &event);
                if (event.type == event_ + ScreenSaverNotify &&
                    reinterpret_cast<XScreenSaverNotifyEvent&>(event).state == ScreenSaverOn)
                    return true;
            }
            pollfd line{ConnectionNumber(display_.get()), POLLIN, 0};
            const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - steady_clock::now());
            poll(&line, 1, static_cast<int>(std::max(left, 0ms).count()));
        }
        return false;
    }

  private:
    struct Close {
        void operator()(Display* display) const { XCloseDisplay(display); }
    };
    std::unique_ptr<Display, Close> display_;
    int event_ = 0;
};

// A desktop that offers org.freedesktop.ScreenSaver and remembers what it is asked.
class Session {
  public:
    Session() {
        const auto address = bus_.line();
        if (!address) throw std::runtime_error("dbus-daemon did not start");
        setenv("DBUS_SESSION_BUS_ADDRESS", address->c_str(), 1);
        desktop_ = g_dbus_connection_new_for_address_sync(
            address->c_str(),
            static_cast<GDBusConnectionFlags>(G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
                                              G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION),
            nullptr, nullptr, nullptr);
        node_ = g_dbus_node_info_new_for_xml(
            "<node><interface name='org.freedesktop.ScreenSaver'><method name='Inhibit'>"
            "<arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='u' direction='out'/>"
            "</method></interface></node>",
            nullptr);
        static constexpr GDBusInterfaceVTable table{
            [](GDBusConnection*, const gchar*, const gchar*, const gchar*, const gchar*, GVariant* words,
               GDBusMethodInvocation* call, gpointer self) {
                const gchar *program = nullptr, *reason = nullptr;
                g_variant_get(words, "(&s&s)", &program, &reason);
                static_cast<Session*>(self)->asked_ = std::string(program) + ": " + reason;
                g_dbus_method_invocation_return_value(call, g_variant_new("(u)", 7U));
            },
            nullptr,
            nullptr,
            {}};
        g_dbus_connection_register_object(desktop_, "/org/freedesktop/ScreenSaver", node_->interfaces[0], &table, this,
                                          nullptr, nullptr);
        GVariant* answer = g_dbus_connection_call_sync(desktop_, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                                                       "org.freedesktop.DBus", "RequestName",
                                                       g_variant_new("(su)", "org.freedesktop.ScreenSaver", 0U),
                                                       nullptr, G_DBUS_CALL_FLAGS_NONE, -1, nullptr, nullptr);
        g_variant_unref(answer);
    }
    ~Session() {
        g_dbus_node_info_unref(node_);
        g_object_unref(desktop_);
        unsetenv("DBUS_SESSION_BUS_ADDRESS");
    }
    Session(const Session&) = delete;

    // Nothing: nobody asked within 30 s.
    std::string asked() {
        const auto until = steady_clock::now() + 30s;
        while (asked_.empty() && steady_clock::now() < until) g_main_context_iteration(nullptr, FALSE);
        return asked_;
    }

  private:
    test::Process bus_{{"dbus-daemon", "--session", "--nofork", "--print-address"}};
    GDBusConnection* desktop_ = nullptr;
    GDBusNodeInfo* node_ = nullptr;
    std::string asked_;
};

// One test: what has been asked holds for the life of the program.
TEST(AwakeTest, HoldsTheScreenSaversOfServerAndSessionBack) {
    const test::VirtualDisplay screen;
    Session session;
    Server server;
    ASSERT_TRUE(server.savesItsScreen(10s)) << "this server never saves its screen: the test shows nothing";
    server.wakeUp();

    keepScreenAwake();
    EXPECT_EQ(session.asked(), "Turnout: People look at this screen");
    server.wakeUp();
    EXPECT_FALSE(server.savesItsScreen(3s));
}

}  // namespace
}  // namespace turnout::ui
