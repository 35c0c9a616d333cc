// Our own small drawings: icons (stroked, round-capped, on a 24 grid) and the solid shapes of the verdict signs (on a
// 100 grid). Masks: only the alpha is meant.
#pragma once

#include "common/paint/bitmap.h"

namespace turnout::paint {

enum class Icon {
    check,
    cross,
    bang,
    arrow,
    hands,
    question,
    undo,
    exit,
    again,
    search,
    person,
    personAdd,
    group,
    lock,
    camera,
    scanner,
    store,
    battery,
    list,
    door,
    clock,
    torch,
    sound,
    mute,
    disk,
    backspace,
    back,
    forward,
    up,
    down,
    folder,
    keyboard,
    screen,
    gear,
    qr,
};
inline constexpr int kIconCount = 35;

enum class SignShape { circle, ring, triangle, octagon, square, diamond };

// `size` x `size` pixels, white on transparent. `stroke` in units of the 24 grid.
inline constexpr float kSignStroke = 3;  // the weight of a glyph in a sign
Bitmap renderIcon(Icon icon, int size, float stroke = 2);
Bitmap renderSign(SignShape shape, int size);

}  // namespace turnout::paint
