#include <algorithm>
#include <array>

#include "organizer/desk/views/programme_parts.h"

namespace turnout::desk {
namespace {

constexpr float kPad = 20;

std::string both(const Names& names, Lang lang) {
    const Lang other = lang == Lang::en ? Lang::zh : Lang::en;
    const std::string first = cleanForScreen(names.in(lang)), second = cleanForScreen(names.in(other));
    return first == second ? first : first + "  " + second;
}

void drawForm(Widgets& ui, const Rect& card, const ProgrammeScreen& screen, ProgrammePage& page) {
    ui.card(card);
    if (!screen.act) return;
    const bool isNew = *screen.act >= screen.acts.size();
    const float x = card.x + kPad, room = card.w - 2 * kPad, half = (room - 12) / 2;
    ui.text({x, card.y + 31}, ui.say(isNew ? "desk.programme.act_new" : "desk.programme.act"), ui.look().text,
            {15, Weight::semibold});
    ActDraft draft = screen.actDraft;
    bool changed = false;
    const auto field = [&](std::string_view id, const Rect& area, const char* label, std::string& value,
                           std::string_view hint = {}, bool wrong = false) {
        if (const FieldActs typed = labelledField(ui, id, area, ui.say(label), value, hint, wrong); typed.changed) {
            value = *typed.changed;
            changed = true;
        }
    };
    float y = card.y + 46;
    field("act.name_en", {x, y, room, kLabelled}, "desk.programme.in_en", draft.name.en);
    field("act.name_zh", {x, y += kLabelled, room, kLabelled}, "desk.programme.in_zh", draft.name.zh);
    field("act.performers", {x, y += kLabelled, half + half * 0.3F, kLabelled}, "desk.programme.performers",
          draft.performers);
    const std::string hint = ui.say("desk.programme.time_hint");
    field("act.starts", {x + half * 1.3F + 12, y, half * 0.7F, kLabelled}, "desk.programme.starts", draft.starts, hint,
          screen.wrong.has_value());
    field("act.part_en", {x, y += kLabelled, half, kLabelled}, "desk.programme.part_en", draft.part.en);
    field("act.part_zh", {x + half + 12, y, half, kLabelled}, "desk.programme.part_zh", draft.part.zh);
    if (changed) page.draftAct(std::move(draft));
    if (screen.changed || isNew) return drawSaving(ui, card, screen, page);
    const float foot = card.bottom() - 18 - kControl;
    const std::string up = ui.say("desk.programme.up"), down = ui.say("desk.programme.down"),
                      remove = ui.say("desk.programme.remove");
    float left = x;
    if (ui.button("act.up", {left, foot, ui.buttonWidth(up), kControl}, up, {.enabled = *screen.act > 0}))
        page.moveAct(false);
    left += ui.buttonWidth(up) + 8;
    if (ui.button("act.down", {left, foot, ui.buttonWidth(down), kControl}, down,
                  {.enabled = *screen.act + 1 < screen.acts.size()}))
        page.moveAct(true);
    const float w = ui.buttonWidth(remove);
    if (ui.button("act.remove", {card.right() - kPad - w, foot, w, kControl}, remove)) page.removeAct();
}

}  // namespace

void drawActs(Widgets& ui, const Rect& box, const ProgrammeScreen& screen, ProgrammePage& page) {
    const Look& look = ui.look();
    const std::string add = ui.say("desk.programme.add_act");
    const float button = ui.buttonWidth(add), side = std::clamp(box.w * 0.36F, 340.0F, 460.0F);
    if (ui.button("act.add", {box.right() - button, box.y - 114, button, kControl}, add,
                  {ButtonRole::primary, !screen.closed}))
        page.addAct();
    const Rect table{box.x, box.y, box.w - side - kGrid, box.h};
    ui.card(table);
    const std::array columns{Column{ui.say("desk.programme.col.time"), 76}, Column{ui.say("desk.programme.col.act"), 0},
                             Column{ui.say("desk.programme.col.who"), std::clamp(table.w * 0.27F, 130.0F, 240.0F)}};
    TableLook how;
    how.rows = screen.acts.size();
    how.selected = screen.act && *screen.act < screen.acts.size() ? screen.act : std::nullopt;
    how.rowHeight = 52;
    const std::string empty = ui.say("desk.programme.no_acts");
    how.empty = empty;
    const TableActs acts =
        ui.table("acts.table", table.inset(1), columns, how, [&](std::size_t row, std::span<const Rect> cells) {
            const ActDraft& act = screen.acts[row];
            const float middle = cells[0].y + cells[0].h / 2;
            const std::string part = both(act.part, ui.lang());
            ui.text({cells[0].x, middle + 5}, act.starts.empty() ? "–" : act.starts, look.muted,
                    {14, Weight::regular, Align::left, cells[0].w - 6, 1, true});
            ui.text({cells[1].x, middle + (part.empty() ? 5 : -3)}, both(act.name, ui.lang()), look.text,
                    {14, Weight::semibold, Align::left, cells[1].w - 12});
            if (!part.empty())
                ui.text({cells[1].x, middle + 16}, part, look.muted,
                        {12.5F, Weight::regular, Align::left, cells[1].w - 12});
            ui.text({cells[2].x, middle + 5}, act.performers, look.muted,
                    {13.5F, Weight::regular, Align::left, cells[2].w - 6});
        });
    if (acts.selected) page.selectAct(*acts.selected);
    drawForm(ui, {box.right() - side, box.y, side, std::min(box.h, 380.0F)}, screen, page);
}

}  // namespace turnout::desk
