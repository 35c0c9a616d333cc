// Buttons, key caps, chips and fields, drawn from their arguments alone. A button is pressed by a click or a touch that
// began and ended on it; keys are the presenter's business.
#pragma once

#include <optional>
#include <string_view>

#include "common/ui/canvas.h"
#include "common/ui/theme.h"

namespace turnout::ui {

enum class ButtonKind {
    primary,  // sky, ink text: the one thing to do
    filled,   // raise, white text
    ghost,    // outline only, in the text colour of the field
    ink,      // ink fill, white text: on light fields
};

struct Button {
    std::string_view label;
    std::optional<Icon> icon;
    std::string_view keyCap;  // "F2"; empty = none
    ButtonKind kind = ButtonKind::filled;
    bool focused = false;  // 4 px sky outline
    bool enabled = true;
    Colour ground = theme::kInk;    // ghost: the field it stands on
    Colour colour = theme::kWhite;  // ghost: text and outline
    float textSize = 26;            // dp; shrinks to fit the width
};

// Draws it and says whether it was pressed. `k`: device pixels per dp.
bool button(Canvas& canvas, const Rect& area, const Button& look, float k);

// The width a button needs for its words, so that rows of buttons grow with the language.
float buttonWidth(Canvas& canvas, const Button& look, float k);

// A small outlined key ("F2") with its middle at `middle`; returns its width.
float keyCap(Canvas& canvas, Point leftMiddle, std::string_view label, Colour colour, float k, bool draw = true);

// A filled chip with an icon and words ("! Camera gone"), left at `leftMiddle`; returns its width.
float chip(Canvas& canvas, Point leftMiddle, Icon icon, std::string_view label, Colour fill, Colour text, float k,
           bool draw = true);

// A field with what was typed, or the hint, and a caret at its end while it is focused.
void field(Canvas& canvas, const Rect& area, std::string_view typed, std::string_view hint, bool focused, float k);

// A square with or without a tick, and its words to the right; true when pressed.
bool tick(Canvas& canvas, const Rect& area, bool on, std::string_view label, float k);

}  // namespace turnout::ui
