#include "organizer/desk/views/doors_view.h"

#include <algorithm>
#include <array>

#include "organizer/desk/views/door_parts.h"

namespace turnout::desk {
namespace {

void drawPlace(Widgets& ui, const Rect& cell, const DoorLine& door) {
    const Look& look = ui.look();
    Colour colour = look.good;
    Icon icon = Icon::check;
    switch (door.place) {
        case DoorPlace::here:
        case DoorPlace::laptop:
        case DoorPlace::cameBack: break;
        case DoorPlace::olderList: colour = look.ask, icon = Icon::bang; break;
        case DoorPlace::none: colour = look.bad, icon = Icon::bang; break;
    }
    const bool calm = colour == look.good && !door.closed;
    if (door.closed) colour = look.muted, icon = Icon::lock;
    const float middle = cell.y + cell.h / 2;
    ui.dot({cell.x + 8, middle - 9}, 7.5F, colour);
    ui.icon(icon, {cell.x + 2.5F, middle - 14.5F, 11, 11}, look.card, 3.6F);
    const float x = cell.x + 24, room = std::max(1.0F, cell.w - 34);
    ui.text({x, middle - 4}, door.where, look.text, {14.5F, Weight::medium, Align::left, room});
    ui.text({x, middle + 17}, door.how, calm ? look.muted : colour, {13, Weight::regular, Align::left, room});
}

void drawLetsIn(Widgets& ui, const Rect& cell, const DoorLine& door) {
    const float middle = cell.y + cell.h / 2;
    if (door.letsIn.empty()) {
        ui.text({cell.x, middle + 5}, ui.say("desk.doors.everybody"), ui.look().text,
                {14, Weight::regular, Align::left, cell.w - 12});
        return;
    }
    float x = cell.x;
    for (std::size_t i = 0; i < door.letsIn.size(); ++i) {
        const std::string more = "+" + std::to_string(door.letsIn.size() - i);
        const float w = ui.chip({x, middle}, door.letsIn[i], ChipTone::chosen, false);
        const bool last = i + 1 == door.letsIn.size();
        const float after = last ? 0 : ui.chip({x, middle}, more, ChipTone::plain, false) + 6;
        if (x + w + after > cell.right() - 8) {
            ui.chip({x, middle}, more, ChipTone::plain);
            return;
        }
        ui.chip({x, middle}, door.letsIn[i], ChipTone::chosen);
        x += w + 6;
    }
}

void drawRow(Widgets& ui, const DoorsScreen& screen, const DoorLine& door, std::span<const Rect> cells) {
    const Look& look = ui.look();
    const float y = cells[0].y + cells[0].h / 2 + 5;
    const auto room = [&](std::size_t i) { return std::max(1.0F, cells[i].w - 10); };
    ui.text({cells[0].x, y}, cleanForScreen(door.name), door.closed ? look.muted : look.text,
            {15.5F, Weight::semibold, Align::left, room(0)});
    ui.text({cells[1].x, y}, door.way, look.text, {14, Weight::regular, Align::left, room(1)});
    drawLetsIn(ui, cells[2], door);
    ui.text({cells[3].x, y}, door.opens, look.text, {14, Weight::regular, Align::left, room(3), 1, true});
    ui.text({cells[4].x, y}, ui.say(screen.hasPin ? "desk.doors.pin_set" : "desk.doors.pin_none"),
            screen.hasPin ? look.text : look.ask,
            {14, screen.hasPin ? Weight::regular : Weight::semibold, Align::left, room(4)});
    drawPlace(ui, cells[5], door);
    ui.text({cells[6].right() - 6, y + 1}, door.came, look.text, {18, Weight::bold, Align::right, room(6), 1, true});
}

}  // namespace

void drawDoors(Widgets& ui, const Rect& box, const DoorsScreen& screen, DoorsPage& page) {
    const std::string add = ui.say("desk.doors.add");
    const float w = ui.buttonWidth(add);
    if (ui.button("doors.add", {box.right() - w, box.y - 64, w, kControl}, add,
                  {ButtonRole::primary, !screen.loading && !screen.closedEvent}))
        page.add();
    if (!screen.loading && !screen.closedEvent) {
        const std::string list = ui.say("desk.doors.print_list"), inside = ui.say("desk.doors.print_inside");
        const float wide = ui.buttonWidth(list), wider = ui.buttonWidth(inside);
        if (ui.button("doors.print_list", {box.right() - w - 8 - wide, box.y - 64, wide, kControl}, list))
            page.printDoorList();
        if (ui.button("doors.print_inside", {box.right() - w - 16 - wide - wider, box.y - 64, wider, kControl}, inside))
            page.printInside();
    }
    if (screen.loading) {
        ui.card({box.x, box.y, box.w, 120});
        ui.text({box.x + box.w / 2, box.y + 66}, ui.say("desk.doors.reading"), ui.look().muted,
                {15, Weight::medium, Align::centre});
        return;
    }
    // The list is as high as its doors, and scrolls where the cards below need the room.
    const float least = std::clamp(box.h * 0.44F, 332.0F, 380.0F), most = box.h - least - kGrid;
    const auto rows = static_cast<float>(std::max<std::size_t>(1, screen.doors.size()));
    const float rowHeight = std::clamp((most - 42) / std::min(rows, 5.0F), 58.0F, 72.0F);
    const Rect table{box.x, box.y, box.w, std::min(most, std::max(114.0F, 42 + rows * rowHeight))};
    ui.card(table);
    const float wide = std::clamp(box.w / 1152, 0.84F, 1.3F);
    const std::array columns{Column{ui.say("desk.doors.col.door"), 150 * wide},
                             Column{ui.say("desk.doors.col.way"), 96 * wide},
                             Column{ui.say("desk.doors.col.lets_in"), 0},
                             Column{ui.say("desk.doors.col.open"), 136},
                             Column{ui.say("desk.doors.col.pin"), 64},
                             Column{ui.say("desk.doors.col.runs"), 270 * wide},
                             Column{ui.say("desk.doors.col.came"), 76, Align::right}};
    TableLook look;
    look.rows = screen.doors.size();
    look.rowHeight = rowHeight;
    look.headHeight = 40;
    look.selected = screen.selected;
    const std::string empty = ui.say("desk.doors.empty");
    look.empty = empty;
    const TableActs acts =
        ui.table("doors.table", table.inset(1), columns, look,
                 [&](std::size_t row, std::span<const Rect> cells) { drawRow(ui, screen, screen.doors[row], cells); });
    if (acts.selected) page.select(*acts.selected);
    const float form = std::clamp(box.w * 0.36F, 360.0F, 460.0F), top = table.bottom() + kGrid;
    const float cards = std::min(box.bottom() - top, 430.0F);
    drawDoorCopy(ui, {box.x, top, box.w - form - kGrid, cards}, screen, page);
    drawDoorForm(ui, {box.right() - form, top, form, cards}, screen, page);
}

}  // namespace turnout::desk
