// The four parts of "Programme and screen".
#pragma once

#include "organizer/desk/app/programme_page.h"
#include "organizer/desk/views/widgets.h"

namespace turnout::desk {

void drawActs(Widgets& ui, const Rect& box, const ProgrammeScreen& screen, ProgrammePage& page);
void drawHallScreen(Widgets& ui, const Rect& box, const ProgrammeScreen& screen, ProgrammePage& page);
void drawGroups(Widgets& ui, const Rect& box, const ProgrammeScreen& screen, ProgrammePage& page);
void drawRules(Widgets& ui, const Rect& box, const ProgrammeScreen& screen, ProgrammePage& page);

// A label above a field, 62 high; answers what was typed.
inline constexpr float kLabelled = 62;
FieldActs labelledField(Widgets& ui, std::string_view id, const Rect& area, std::string_view label,
                        std::string_view value, std::string_view hint = {}, bool wrong = false);
// "Save" and "Leave it as it was" at the foot of a card, what is wrong beside them.
void drawSaving(Widgets& ui, const Rect& card, const ProgrammeScreen& screen, ProgrammePage& page);

}  // namespace turnout::desk
