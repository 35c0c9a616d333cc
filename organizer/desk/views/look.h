// The colours of the desk by their names in the design: paper by day; the operator's tokens where the system is dark.
#pragma once

#include "common/ui/canvas.h"

namespace turnout::desk {

using ui::Align;
using ui::Colour;
using ui::Icon;
using ui::Point;
using ui::Rect;
using ui::Weight;

struct Look {
    Colour ground, nav, card, cell, edge, rule;  // window, navigation, cards, boxes on cards, outlines, hairlines
    Colour text, muted, faint;                   // faint: hints and what cannot be pressed
    Colour accent, onAccent, selected, chip;     // the one thing to do; rows and chips chosen
    Colour good, goodSoft, ask, askSoft, askEdge, bad, badSoft, badEdge;  // words, and the fields under them
    Colour track, paper;                                                  // of progress bars; behind pages of paper
    bool dark = false;

    static const Look& light();
    static const Look& night();
};

// Sizes in dp.
inline constexpr float kNavWidth = 224, kGrid = 16, kControl = 36, kMargin = 32, kPageTop = 100, kCardRadius = 8;

}  // namespace turnout::desk
