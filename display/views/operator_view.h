// The operator's window: what the hall sees, what comes next, the switches, the programme, the health of the evening.
#pragma once

#include <array>
#include <functional>

#include "display/app/operator_screen.h"
#include "display/views/operator_desk.h"
#include "display/views/stage.h"

namespace turnout::display {

// Pictures of scenes, drawn in the hall's window; an empty one is a dark field.
struct OperatorPictures {
    const ui::Texture* hall = nullptr;  // as it is now
    const ui::Texture* next = nullptr;
    std::array<const ui::Texture*, kScenes.size()> scenes{};
};

// What was asked for by a click.
struct OperatorActs {
    std::function<void(Control)> control;
    std::function<void(Language)> speak;
    std::function<void(const Names&)> say;  // a hall message
    std::function<void(Lang)> lang;         // of this window
    std::function<void()> output;           // the hall on the next monitor
};

// The panel of messages is opened and closed in `desk`.
void drawOperator(ui::Canvas& canvas, const OperatorScreen& screen, const OperatorPictures& pictures,
                  const OperatorActs& acts, OperatorDesk& desk, Lang lang);

// Before there is an event: what is waited for, and under it what to do about it.
void drawOperatorAwaiting(ui::Canvas& canvas, const std::vector<Text>& told, Lang lang);

}  // namespace turnout::display
