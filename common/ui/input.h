// What people did, as a plain list: delivered by the window's own callbacks, because a scanner that types 121
// characters and Enter within one frame must lose none of them.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "common/paint/geometry.h"

namespace turnout::ui {

using paint::Colour;
using paint::Point;
using paint::Rect;

enum class Key {
    other,
    enter,
    tab,
    escape,
    space,
    backspace,
    remove,
    insert,
    home,
    end,
    pageUp,
    pageDown,
    left,
    right,
    up,
    down,
    f1,
    f2,
    f3,
    f4,
    f5,
    f6,
    f7,
    f8,
    f9,
    f10,
    f11,
    f12,
    a,
    b,
    c,
    d,
    e,
    f,
    g,
    h,
    i,
    j,
    k,
    l,
    m,
    n,
    o,
    p,
    q,
    r,
    s,
    t,
    u,
    v,
    w,
    x,
    y,
    z,
};

struct Modifiers {
    bool shift = false, control = false, alt = false;
    bool operator==(const Modifiers&) const = default;
};

enum class EventKind {
    key,        // pressed or repeated (key, repeat, modifiers). Enter of the keypad is enter
    character,  // a character was typed (character)
    move,       // the pointer or the finger moved (at)
    press,      // left button or finger down (at)
    release,    // (at)
    scroll,     // (amount; up is positive)
    dropped,    // files were let go over the window (files, at)
    resized,    // the window has another size or density
    closed,     // the person asked to close the window
};

struct Event {
    EventKind kind = EventKind::key;
    Key key = Key::other;
    bool repeat = false;
    Modifiers modifiers;
    char32_t character = 0;
    Point at;                        // device pixels of the window
    float amount = 0;                // steps of the wheel
    std::vector<std::string> files;  // paths, as the system names them
    std::chrono::steady_clock::time_point when{};
};

// The pointer as buttons need it. Clicks stay until they were drawn once, so that none is lost between frames.
struct Pointer {
    struct Click {
        Point down, up;
    };

    Point at{-1, -1};
    std::optional<Point> heldSince;      // where the button or finger went down, while it is down
    std::vector<Click> clicks;           // completed since the last frame
    std::vector<Rect>* asked = nullptr;  // takes every area that clicked() is asked about: what a finger must meet

    void take(const Event& event);
    // A press that began and ended inside.
    bool clicked(const Rect& area) const;
    bool held(const Rect& area) const { return heldSince && area.contains(*heldSince) && area.contains(at); }
};

}  // namespace turnout::ui
