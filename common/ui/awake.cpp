#include "common/ui/awake.h"

#include <X11/Xlib.h>
#include <X11/extensions/scrnsaver.h>
#include <gio/gio.h>

#include <cstdlib>

namespace turnout::ui {
namespace {

// The server forgets it with the connection, so that is kept open.
void askServer() {
    static Display* const display = XOpenDisplay(nullptr);
    if (display == nullptr) return;
    int event = 0, error = 0;
    if (XScreenSaverQueryExtension(display, &event, &error) == 0) return;
    XScreenSaverSuspend(display, True);
    XFlush(display);
}

// Without an answer: the session, too, forgets it with our connection.
void askSession() {
    if (std::getenv("DBUS_SESSION_BUS_ADDRESS") == nullptr) return;  // none is started for our sake
    static GDBusConnection* const session = g_bus_get_sync(G_BUS_TYPE_SESSION, nullptr, nullptr);
    if (session == nullptr) return;
    g_dbus_connection_set_exit_on_close(session, FALSE);
    g_dbus_connection_call(session, "org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver",
                           "org.freedesktop.ScreenSaver", "Inhibit",
                           g_variant_new("(ss)", "Turnout", "People look at this screen"), nullptr,
                           G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, nullptr, nullptr, nullptr);
}

}  // namespace

void keepScreenAwake() {
    askServer();
    askSession();
}

}  // namespace turnout::ui
