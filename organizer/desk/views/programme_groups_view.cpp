#include <algorithm>
#include <array>
#include <cmath>

#include "organizer/desk/views/programme_parts.h"

namespace turnout::desk {
namespace {

constexpr float kPad = 20;

// Each member a small button with its flag; pressing it takes the country out.
void drawMembers(Widgets& ui, const Rect& area, const ProgrammeScreen& screen, ProgrammePage& page) {
    constexpr float kHeight = 30, kGap = 6;
    const float least = 148;
    const auto columns = static_cast<std::size_t>(std::max(1.0F, std::floor((area.w - 8 + kGap) / (least + kGap))));
    const float w = (area.w - 8 - kGap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    const auto& members = screen.groupDraft.members;
    const auto rows = static_cast<float>((members.size() + columns - 1) / columns);
    const float top = area.y - ui.beginScroll("group.members", area, rows * (kHeight + kGap));
    for (std::size_t i = 0; i < members.size(); ++i) {
        const Rect box{area.x + static_cast<float>(i % columns) * (w + kGap),
                       top + static_cast<float>(i / columns) * (kHeight + kGap), w, kHeight};
        if (box.bottom() < area.y || box.y > area.bottom()) continue;
        if (ui.button("group.member." + members[i].str(), box, countryName(members[i], ui.lang()),
                      {.flag = members[i], .size = 13}))
            page.toggleCountry(members[i]);
    }
    ui.endScroll();
}

void drawForm(Widgets& ui, const Rect& card, const ProgrammeScreen& screen, ProgrammePage& page) {
    ui.card(card);
    if (!screen.group) return;
    const bool isNew = *screen.group >= screen.groups.size();
    const float x = card.x + kPad, room = card.w - 2 * kPad, half = (room - 12) / 2;
    GroupDraft draft = screen.groupDraft;
    float y = card.y + 14;
    const FieldActs en =
        labelledField(ui, "group.en", {x, y, half, kLabelled}, ui.say("desk.programme.in_en"), draft.name.en);
    const FieldActs zh = labelledField(ui, "group.zh", {x + half + 12, y, half, kLabelled},
                                       ui.say("desk.programme.in_zh"), draft.name.zh);
    if (en.changed) draft.name.en = *en.changed;
    if (zh.changed) draft.name.zh = *zh.changed;
    if (en.changed || zh.changed) page.draftGroup(std::move(draft));
    y += kLabelled + 6;
    const FieldActs typed = ui.field("group.country", {x, y, half, kControl}, screen.country,
                                     {.hint = ui.say("desk.programme.add_country"), .icon = Icon::search});
    if (typed.changed) page.typeCountry(*typed.changed);
    ui.text({card.right() - kPad, y + 23},
            ui.say(Text{"desk.programme.members", {{"n", std::to_string(screen.groupDraft.members.size())}}}),
            ui.look().muted, {14, Weight::semibold, Align::right});
    y += kControl + 8;
    float at = x;
    for (const CountryCode& found : screen.countriesFound) {
        const std::string name(countryName(found, ui.lang()));
        const ButtonLook look{.flag = found, .size = 13};
        const float w = ui.buttonWidth(name, look);
        if (at + w > card.right() - kPad) break;
        if (ui.button("group.found." + found.str(), {at, y, w, 32}, name, look)) page.toggleCountry(found);
        at += w + 6;
    }
    if (!screen.countriesFound.empty()) y += 40;
    const float foot = card.bottom() - 18 - kControl;
    drawMembers(ui, {x, y + 6, room, foot - 14 - y}, screen, page);
    if (screen.changed || isNew) return drawSaving(ui, card, screen, page);
    const std::string remove = ui.say("desk.programme.group_remove");
    if (ui.button("group.remove", {x, foot, ui.buttonWidth(remove), kControl}, remove,
                  {ButtonRole::danger, !screen.closed}))
        page.removeGroup();
}

}  // namespace

void drawGroups(Widgets& ui, const Rect& box, const ProgrammeScreen& screen, ProgrammePage& page) {
    const Look& look = ui.look();
    const std::string add = ui.say("desk.programme.add_group");
    const float button = ui.buttonWidth(add), side = std::clamp(box.w * 0.3F, 280.0F, 380.0F);
    if (ui.button("group.add", {box.right() - button, box.y - 114, button, kControl}, add,
                  {ButtonRole::primary, !screen.closed}))
        page.addGroup();
    const Rect list{box.x, box.y, side, box.h};
    ui.card(list);
    const std::array columns{Column{ui.say("desk.programme.tab_groups"), 0}};
    TableLook how;
    how.rows = screen.groups.size();
    how.selected = screen.group && *screen.group < screen.groups.size() ? screen.group : std::nullopt;
    how.rowHeight = 58;
    const std::string empty = ui.say("desk.programme.no_groups");
    how.empty = empty;
    const TableActs acts =
        ui.table("groups.table", list.inset(1), columns, how, [&](std::size_t row, std::span<const Rect> cells) {
            const GroupDraft& group = screen.groups[row];
            const float middle = cells[0].y + cells[0].h / 2;
            ui.text({cells[0].x, middle - 3}, cleanForScreen(group.name.in(ui.lang())), look.text,
                    {14.5F, Weight::semibold, Align::left, cells[0].w});
            std::string detail = ui.say(Text{"desk.programme.members", {{"n", std::to_string(group.members.size())}}});
            if (row == 0) detail += " · " + ui.say("desk.programme.group_first");
            ui.text({cells[0].x, middle + 17}, detail, look.muted, {12.5F, Weight::regular, Align::left, cells[0].w});
        });
    if (acts.selected) page.selectGroup(*acts.selected);
    drawForm(ui, {list.right() + kGrid, box.y, box.w - side - kGrid, box.h}, screen, page);
}

}  // namespace turnout::desk
