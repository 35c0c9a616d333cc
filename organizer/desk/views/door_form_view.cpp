#include <algorithm>
#include <array>

#include "organizer/desk/app/frame.h"
#include "organizer/desk/views/door_parts.h"

namespace turnout::desk {
namespace {

constexpr float kPad = 20, kRow = 43, kLabel = 92;

Rect rowBox(Widgets& ui, const Rect& card, float y, std::string_view label) {
    ui.text({card.x + kPad, y + 23}, ui.say(label), ui.look().muted, {14, Weight::regular, Align::left, kLabel - 8});
    return {card.x + kPad + kLabel, y, card.w - 2 * kPad - kLabel, kControl};
}

void drawLetsIn(Widgets& ui, const Rect& box, const DoorsScreen& screen, DoorsPage& page) {
    DoorDraft draft = screen.draft;
    const auto in = [&](const std::string& id) {
        return std::find(draft.admits.begin(), draft.admits.end(), id) != draft.admits.end();
    };
    std::string chosenWords;
    for (const auto& [id, name] : screen.categories)
        if (in(id)) chosenWords += (chosenWords.empty() ? "" : ", ") + name;
    std::vector<std::string> options{chosenWords.empty() ? ui.say("desk.doors.everybody") : chosenWords};
    if (!draft.admits.empty()) options.push_back(ui.say("desk.doors.everybody"));
    const std::size_t first = options.size();
    for (const auto& [id, name] : screen.categories) options.push_back((in(id) ? "✓ " : "+ ") + name);
    const auto chosen = ui.choice("doors.lets_in", box, options, 0);
    if (!chosen || *chosen == 0) return;
    if (*chosen < first) {
        draft.admits.clear();
    } else {
        const std::string& id = screen.categories[*chosen - first].first;
        if (in(id))
            std::erase(draft.admits, id);
        else
            draft.admits.push_back(id);
        std::sort(draft.admits.begin(), draft.admits.end());
    }
    page.draft(std::move(draft));
}

void drawTimes(Widgets& ui, const Rect& box, const DoorsScreen& screen, DoorsPage& page) {
    const float w = (box.w - 28) / 2;
    DoorDraft draft = screen.draft;
    const std::string hint = ui.say("desk.doors.time_hint");
    const FieldActs opens =
        ui.field("doors.opens", {box.x, box.y, w, box.h}, draft.opens, {.hint = hint, .wrong = screen.wrongTime});
    ui.text({box.x + box.w / 2, box.y + 23}, "–", ui.look().muted, {14, Weight::regular, Align::centre});
    const FieldActs closes = ui.field("doors.closes", {box.right() - w, box.y, w, box.h}, draft.closes,
                                      {.hint = hint, .wrong = screen.wrongTime});
    if (opens.changed) draft.opens = *opens.changed;
    if (closes.changed) draft.closes = *closes.changed;
    if (opens.changed || closes.changed) page.draft(std::move(draft));
}

void drawPin(Widgets& ui, const Rect& box, const DoorsScreen& screen, DoorsPage& page) {
    const Look& look = ui.look();
    const std::string change = ui.say(screen.changingPin ? "desk.doors.save" : "desk.doors.pin_change");
    if (screen.changingPin) {
        const float w = ui.buttonWidth(change);
        const FieldActs typed = ui.field("doors.pin", {box.x, box.y, box.w - w - 8, box.h}, screen.pin,
                                         {.hint = ui.say("desk.doors.pin_hint"), .secret = true});
        if (typed.changed) page.typePin(*typed.changed);
        if (ui.button("doors.pin_save", {box.right() - w, box.y, w, box.h}, change) || typed.entered) page.savePin();
        return;
    }
    if (screen.hasPin)
        for (int i = 0; i < 4; ++i) ui.dot({box.x + 4 + static_cast<float>(i) * 11, box.y + 18}, 3.2F, look.text);
    else
        ui.text({box.x, box.y + 23}, ui.say("desk.doors.pin_none"), look.ask, {14, Weight::semibold});
    if (ui.link("doors.pin_change", {box.x + 84, box.y + 23}, change, {14, Weight::semibold})) page.changePin(true);
}

void drawFoot(Widgets& ui, const Rect& card, const DoorsScreen& screen, DoorsPage& page) {
    const float x = card.x + kPad, y = card.bottom() - 18 - kControl, room = card.w - 2 * kPad;
    if (screen.changed || screen.adding) {
        const std::string save = ui.say("desk.doors.save"), drop = ui.say("desk.doors.drop");
        const float w = ui.buttonWidth(save), keep = std::min(ui.buttonWidth(drop), room - w - 8);
        if (ui.button("doors.save", {x, y, w, kControl}, save,
                      {ButtonRole::primary, !screen.wrongTime && !screen.draft.name.empty()}))
            page.save();
        if (ui.button("doors.drop", {x + w + 8, y, keep, kControl}, drop)) page.dropDraft();
        return;
    }
    if (!screen.selected) return;
    const DoorLine& door = screen.doors[*screen.selected];
    const std::string remove = ui.say("desk.doors.remove"),
                      close = ui.say(door.closed ? "desk.doors.reopen" : "desk.doors.close");
    const float w = ui.buttonWidth(remove, {ButtonRole::danger}), other = ui.buttonWidth(close);
    if (ui.button("doors.remove", {x, y, w, kControl}, remove, {ButtonRole::danger})) page.remove();
    const bool both = w + other + 8 <= room;
    if (both && ui.button("doors.close", {card.right() - kPad - other, y, other, kControl}, close)) page.closeOrOpen();
    const std::string stays = door.scans > 0 ? ui.say(Text{"desk.doors.remove_stays", {{"n", grouped(door.scans)}}})
                                             : ui.say("desk.doors.remove_unused");
    const float left = both ? room - w - other - 24 : room - w - 12;
    if (ui.textWidth(stays, {13}) <= left)
        ui.text({x + w + 12, y + 23}, stays, ui.look().muted, {13});
    else
        ui.text({x, y - 8}, stays, ui.look().muted, {12.5F, Weight::regular, Align::left, room});
}

}  // namespace

void drawDoorForm(Widgets& ui, const Rect& card, const DoorsScreen& screen, DoorsPage& page) {
    ui.card(card);
    if (!screen.selected && !screen.adding) {
        ui.paragraph({card.x + kPad, card.y + 40}, ui.say("desk.doors.empty"), ui.look().muted,
                     {14, Weight::regular, Align::left, card.w - 2 * kPad, 5});
        return;
    }
    const std::string title =
        screen.adding ? ui.say("desk.doors.new") : cleanForScreen(screen.doors[*screen.selected].name);
    ui.text({card.x + kPad, card.y + 31}, title, ui.look().text,
            {15, Weight::semibold, Align::left, card.w - 2 * kPad});
    float y = card.y + 46;
    const Rect name = rowBox(ui, card, y, "desk.doors.name");
    const FieldActs typed = ui.field("doors.name", name, screen.draft.name, {.hint = ui.say("desk.doors.name_hint")});
    if (typed.changed) {
        DoorDraft draft = screen.draft;
        draft.name = *typed.changed;
        page.draft(std::move(draft));
    }
    y += kRow;
    const std::array ways{ui.say("desk.doors.in"), ui.say("desk.doors.out"), ui.say("desk.doors.both")};
    if (const auto chosen = ui.choice("doors.way", rowBox(ui, card, y, "desk.doors.way"), ways,
                                      static_cast<std::size_t>(screen.draft.way))) {
        DoorDraft draft = screen.draft;
        draft.way = static_cast<DoorWay>(*chosen);
        page.draft(std::move(draft));
    }
    y += kRow;
    drawLetsIn(ui, rowBox(ui, card, y, "desk.doors.lets_in"), screen, page);
    y += kRow;
    drawTimes(ui, rowBox(ui, card, y, "desk.doors.col.open"), screen, page);
    y += kRow;
    if (screen.wrongTime)
        ui.text({card.x + kPad + kLabel, y + 20}, ui.say("desk.doors.wrong_time"), ui.look().bad,
                {13, Weight::medium, Align::left, card.w - 2 * kPad - kLabel});
    else
        drawPin(ui, rowBox(ui, card, y, "desk.doors.col.pin"), screen, page);
    drawFoot(ui, card, screen, page);
}

}  // namespace turnout::desk
