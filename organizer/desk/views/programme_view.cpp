#include "organizer/desk/views/programme_view.h"

#include <algorithm>
#include <array>

#include "organizer/desk/views/programme_parts.h"

namespace turnout::desk {

FieldActs labelledField(Widgets& ui, std::string_view id, const Rect& area, std::string_view label,
                        std::string_view value, std::string_view hint, bool wrong) {
    ui.text({area.x, area.y + 13}, label, ui.look().muted, {13, Weight::regular, Align::left, area.w});
    return ui.field(id, {area.x, area.y + 20, area.w, kControl}, value, {.hint = hint, .wrong = wrong});
}

void drawSaving(Widgets& ui, const Rect& card, const ProgrammeScreen& screen, ProgrammePage& page) {
    if (!screen.changed) return;
    const std::string save = ui.say("desk.programme.save"), drop = ui.say("desk.programme.drop");
    const float y = card.bottom() - 18 - kControl, w = ui.buttonWidth(save), other = ui.buttonWidth(drop);
    float x = card.x + 20;
    if (ui.button("programme.save", {x, y, w, kControl}, save, {ButtonRole::primary, !screen.wrong && !screen.closed}))
        page.save();
    x += w + 8;
    if (ui.button("programme.drop", {x, y, other, kControl}, drop)) page.drop();
    x += other + 14;
    const float room = card.right() - 20 - x;
    if (!screen.wrong) return;
    if (room > 160)
        ui.paragraph({x, y + 15}, ui.say(*screen.wrong), ui.look().bad, {13, Weight::medium, Align::left, room, 2});
    else
        ui.text({card.x + 20, y - 10}, ui.say(*screen.wrong), ui.look().bad,
                {13, Weight::medium, Align::left, card.w - 40});
}

void drawProgramme(Widgets& ui, const Rect& box, const ProgrammeScreen& screen, ProgrammePage& page) {
    const std::array tabs{ui.say("desk.programme.tab_acts"), ui.say("desk.programme.tab_screen"),
                          ui.say("desk.programme.tab_groups"), ui.say("desk.programme.tab_event")};
    float w = 0;
    for (const std::string& tab : tabs) w = std::max(w, ui.buttonWidth(tab));
    if (const auto chosen = ui.tabs("programme.tab", {box.x, box.y, std::min(box.w, 4 * w + 12), kControl}, tabs,
                                    static_cast<std::size_t>(screen.tab)))
        page.show(static_cast<ProgrammeTab>(*chosen));
    const Rect rest{box.x, box.y + kControl + 14, box.w, box.h - kControl - 14};
    switch (screen.tab) {
        case ProgrammeTab::acts: return drawActs(ui, rest, screen, page);
        case ProgrammeTab::screen: return drawHallScreen(ui, rest, screen, page);
        case ProgrammeTab::groups: return drawGroups(ui, rest, screen, page);
        case ProgrammeTab::event: return drawRules(ui, rest, screen, page);
    }
}

}  // namespace turnout::desk
