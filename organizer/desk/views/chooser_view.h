// The window in which a file or a folder is chosen, above a page that waits.
#pragma once

#include "organizer/desk/app/chooser.h"
#include "organizer/desk/views/widgets.h"

namespace turnout::desk {

void drawChooser(Widgets& ui, const ChooserScreen& screen, const Zone& zone, Chooser& chooser);

// A field with a path and, right of it, "Browse…": for those who look for it instead of typing.
struct PathActs {
    FieldActs field;
    bool browse = false;
};
PathActs drawPath(Widgets& ui, const std::string& id, const Rect& area, std::string_view value, std::string_view hint,
                  Icon icon = Icon::folder);

}  // namespace turnout::desk
