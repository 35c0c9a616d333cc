// The keyboard's way over a screen: a ring around one of the things that a finger could press, moved by keys that no
// scanner types, and pressed by Enter, which is a scanner's only after characters: those put the ring away. F9 stays
// the key of the button that carries it. The ring learns what can be pressed from the drawing itself, so that nothing
// can be drawn that a finger reaches and the keyboard does not.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "common/ui/canvas.h"

namespace turnout::kiosk {

class FocusRing {
  public:
    // Home and End go from one thing to the next in the order of drawing; arrows to the nearest that way, once the ring
    // is there or when the page has no use for them. Enter presses what the ring is around. False: not the ring's key.
    // `place`: the screen as begin() gets it; the ring belongs to the one that was drawn last.
    bool onKey(const ui::Event& event, std::uint64_t place, bool arrowsAreFree);
    void hide();  // something else is used: letters, a finger

    bool shown() const { return around_.has_value(); }
    bool changed() const { return changed_; }  // since it was drawn

    // Around the drawing of a frame. Another place has no ring until one is asked for.
    void begin(ui::Canvas& canvas, std::uint64_t place);
    void end(ui::Canvas& canvas, float k);

  private:
    void step(int by);
    void move(ui::Key key);
    bool go(const ui::Rect& area);

    std::vector<ui::Rect> asked_, areas_;  // while drawing; of the last frame
    std::optional<ui::Rect> around_;
    std::uint64_t place_ = 0;
    bool pressed_ = false, pressing_ = false, changed_ = false;
};

}  // namespace turnout::kiosk
