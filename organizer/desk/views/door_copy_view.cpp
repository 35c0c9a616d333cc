#include <algorithm>
#include <array>

#include "organizer/desk/app/frame.h"
#include "organizer/desk/app/places.h"
#include "organizer/desk/views/chooser_view.h"
#include "organizer/desk/views/door_parts.h"

namespace turnout::desk {
namespace {

constexpr float kPad = 20;

enum class StepState { done, now, later };

// The number in its ring, the line down to the next one, the two texts. Answers where further things may stand.
void drawStep(Widgets& ui, float x, float y, float pitch, int number, StepState state, std::string_view title,
              std::string_view detail, float room) {
    const Look& look = ui.look();
    if (number < 4)
        ui.fill({x + 12, y + 27, 2, pitch - 28}, state == StepState::done ? look.good.faded(0.4F) : look.edge);
    const Colour ring = state == StepState::done ? look.good : state == StepState::now ? look.accent : look.track;
    ui.dot({x + 13, y + 13}, 13, ring);
    if (state == StepState::done)
        ui.icon(Icon::check, {x + 6, y + 6, 14, 14}, look.card, 3.6F);
    else
        ui.text({x + 13, y + 18}, std::to_string(number), state == StepState::now ? look.onAccent : look.muted,
                {13.5F, Weight::bold, Align::centre});
    ui.text({x + 42, y + 12}, title, state == StepState::later ? look.muted : look.text,
            {14.5F, Weight::semibold, Align::left, room - 42});
    if (!detail.empty()) ui.text({x + 42, y + 32}, detail, look.muted, {13, Weight::regular, Align::left, room - 42});
}

std::string doorName(Widgets& ui, const DoorsScreen& screen) {
    return screen.selected ? cleanForScreen(screen.doors[*screen.selected].name) : ui.say("desk.doors.new");
}

void drawDriveStep(Widgets& ui, const Rect& card, float y, float pitch, StepState state, const CopyScreen& copy,
                   DoorsPage& page) {
    const float x = card.x + kPad, room = card.w - 2 * kPad;
    std::vector<std::string> drives;
    for (const Drive& drive : copy.drives)
        drives.push_back(
            ui.say(Text{"desk.doors.step_drive_is", {{"name", drive.name}, {"free", sizeWords(drive.freeBytes)}}}));
    const bool chosen = copy.drive.has_value();
    const std::string detail = chosen                 ? drives[*copy.drive]
                               : !copy.folder.empty() ? copy.folder
                               : drives.empty()       ? ui.say("desk.doors.step_drive_none")
                                                      : std::string();
    drawStep(ui, x, y, pitch, 1, state, ui.say("desk.doors.step_drive"), detail, room * 0.56F);
    if (copy.running || copy.step == CopyStep::take) return;
    const float w = std::min(300.0F, room * 0.42F);
    const Rect where{card.right() - kPad - w, y - 4, w, kControl};
    if (drives.size() > 1) {
        if (const auto drive = ui.choice("doors.drive", where, drives, copy.drive.value_or(0)))
            page.chooseDrive(*drive);
        return;
    }
    const PathActs typed = drawPath(ui, "doors.folder", where, copy.folder, ui.say("desk.doors.folder_hint"));
    if (typed.field.changed) page.typeFolder(*typed.field.changed);
    if (typed.browse) page.browseForFolder();
}

void drawSteps(Widgets& ui, const Rect& card, const DoorsScreen& screen, DoorsPage& page) {
    const CopyScreen& copy = screen.copy;
    const float x = card.x + kPad, room = card.w - 2 * kPad, top = card.y + 92;
    const float pitch = std::clamp((card.bottom() - 62 - top) / 4, 40.0F, 60.0F);
    const auto state = [&](CopyStep step) {
        return copy.step > step || copy.step == CopyStep::take ? StepState::done
               : copy.step == step                             ? StepState::now
                                                               : StepState::later;
    };
    const bool placed = copy.drive || !copy.folder.empty();
    drawDriveStep(ui, card, top, pitch, placed ? StepState::done : StepState::now, copy, page);
    const auto* event = page.session().event();
    const std::string guests = grouped(copy.step == CopyStep::take ? copy.guests : event->sizes.guests);
    const std::string file = copy.step == CopyStep::take ? copy.file : event->path.filename().string();
    const std::string copied =
        copy.step == CopyStep::take
            ? ui.say(Text{"desk.doors.step_copied", {{"file", file}, {"size", copy.size}, {"n", guests}}})
            : ui.say(Text{"desk.doors.step_copy_does", {{"file", file}, {"n", guests}}});
    const StepState copying =
        copy.step == CopyStep::drive ? (placed ? StepState::now : StepState::later) : state(CopyStep::copy);
    const float bar = std::min(240.0F, room * 0.36F);
    const float text = copy.running ? room - bar - 12 : room;
    drawStep(ui, x, top + pitch, pitch, 2, copying, ui.say("desk.doors.step_copy"), copied, text);
    drawStep(ui, x, top + 2 * pitch, pitch, 3, state(CopyStep::check), ui.say("desk.doors.step_check"),
             ui.say(copy.step == CopyStep::take ? "desk.doors.step_checked" : "desk.doors.step_check_does"), text);
    drawStep(ui, x, top + 3 * pitch, pitch, 4, copy.step == CopyStep::take ? StepState::now : StepState::later,
             ui.say("desk.doors.step_take"),
             ui.say(Text{"desk.doors.step_take_does", {{"door", doorName(ui, screen)}, {"n", guests}}}), room);
    if (copy.running)
        ui.progress({card.right() - kPad - bar, top + pitch * (copy.step == CopyStep::copy ? 1.0F : 2.0F) + 8, bar, 8},
                    copy.share);

    const float foot = card.bottom() - 18 - kControl;
    if (copy.running) return;
    if (copy.step == CopyStep::take) {
        const std::string again = ui.say("desk.doors.copy_again");
        if (ui.button("doors.copy_again", {x, foot, ui.buttonWidth(again), kControl}, again)) page.copyAgain();
        return;
    }
    const std::string go = ui.say(copy.exists ? "desk.doors.copy_over" : "desk.doors.copy");
    const float w = ui.buttonWidth(go);
    if (ui.button("doors.copy", {x, foot, w, kControl}, go,
                  {copy.exists ? ButtonRole::danger : ButtonRole::primary, placed && !screen.closedEvent}))
        page.copy();
    if (copy.trouble)
        ui.paragraph({x + w + 16, foot + 14}, copy.exists ? ui.say("desk.doors.copy_exists") : ui.say(*copy.trouble),
                     copy.exists ? ui.look().ask : ui.look().bad,
                     {12.5F, Weight::medium, Align::left, room - w - 16, 2});
}

void drawBring(Widgets& ui, const Rect& card, const DoorsScreen& screen, DoorsPage& page) {
    const Look& look = ui.look();
    const float x = card.x + kPad, room = card.w - 2 * kPad;
    const Rect drop{x, card.y + 92, room, std::max(60.0F, card.h - 92 - 84)};
    ui.canvas().dashedOutline(ui.device(drop), look.edge, 1.5F * ui.density(), 8 * ui.density(), 6 * ui.density(),
                              5 * ui.density());
    ui.icon(Icon::folder, {drop.x + drop.w / 2 - 15, drop.y + drop.h / 2 - 34, 30, 30}, look.accent, 1.8F);
    ui.text({drop.x + drop.w / 2, drop.y + drop.h / 2 + 22}, ui.say("desk.doors.bring_note"), look.muted,
            {14, Weight::regular, Align::centre, room - 24});
    const std::string go = ui.say("desk.doors.bring");
    const float w = ui.buttonWidth(go), foot = card.bottom() - 20 - kControl;
    const PathActs typed = drawPath(ui, "doors.bring_path", {x, foot, room - w - 10, kControl}, screen.bringPath,
                                    ui.say("desk.doors.bring_hint"));
    if (typed.field.changed) page.typeBring(*typed.field.changed);
    if (typed.browse) return page.browseForFile();
    if (ui.button("doors.bring", {card.right() - kPad - w, foot, w, kControl}, go,
                  {ButtonRole::primary, !screen.bringPath.empty()}) ||
        (typed.field.entered && !screen.bringPath.empty()))
        page.bringBack(pathFrom(screen.bringPath));
}

}  // namespace

void drawDoorCopy(Widgets& ui, const Rect& card, const DoorsScreen& screen, DoorsPage& page) {
    const Look& look = ui.look();
    ui.card(card);
    const float x = card.x + kPad, room = card.w - 2 * kPad;
    const std::string back = ui.say("desk.doors.bring_title");
    const std::string title = ui.say(Text{"desk.doors.copy_title", {{"door", doorName(ui, screen)}}});
    const std::string shown = screen.bringing ? back : title, other = screen.bringing ? title : back;
    const Type link{13, Weight::semibold, Align::right};
    const float w = ui.textWidth(other, link);
    const bool apart = w < room * 0.5F;
    ui.text({x, card.y + 31}, shown, look.text, {15, Weight::semibold, Align::left, apart ? room - w - 20 : room});
    const float below = apart ? card.y + 31 : card.y + 54;
    const float note = apart ? room : room - w - 20;
    if (!screen.bringing)
        ui.text({x, card.y + 54}, ui.say("desk.doors.copy_note"), look.muted, {13, Weight::regular, Align::left, note});
    if (ui.link("doors.bringing", {card.right() - kPad, below}, other, link)) page.showBringing(!screen.bringing);
    if (screen.bringing)
        drawBring(ui, card, screen, page);
    else
        drawSteps(ui, card, screen, page);
}

}  // namespace turnout::desk
