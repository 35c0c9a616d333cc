// The keys of the person who runs the hall. `?` lists them on the screen.
#pragma once

#include <optional>

#include "common/ui/input.h"
#include "display/app/hall_presenter.h"

namespace turnout::display {

std::optional<Control> controlOf(const ui::Event& event);

}  // namespace turnout::display
