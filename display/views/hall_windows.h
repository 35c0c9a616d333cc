// The hall's window, where it lies, and the operator's beside it; from before there is an event to the end.
#pragma once

#include <memory>

#include "display/app/options.h"
#include "display/views/controls.h"
#include "display/views/hall_output.h"
#include "display/views/operator_window.h"

namespace turnout::display {

struct HallWindows {
    std::unique_ptr<ui::Window> hall;
    std::unique_ptr<HallOutput> output;
    std::unique_ptr<OperatorWindow> desk;  // empty: none was wanted, it was closed, or it could not be opened

    // Refused as the hall's window is. One of the operator's that cannot be opened is logged: the hall goes on by its
    // keys.
    static Result<HallWindows> open(const Options& options);
    void grant(OutputWish wish);
    void closeDesk();  // the hall stays
};

}  // namespace turnout::display
