#include "organizer/desk/views/tickets_view.h"

#include <algorithm>
#include <array>

#include "organizer/desk/app/frame.h"
#include "organizer/desk/views/chooser_view.h"

namespace turnout::desk {
namespace {

struct Choice {
    TicketLook look;
    const char *label, *does;
};
constexpr std::array kLooks{Choice{TicketLook::sheet, "desk.tickets.sheet", "desk.tickets.sheet_does"},
                            Choice{TicketLook::page, "desk.tickets.page", "desk.tickets.page_does"},
                            Choice{TicketLook::label, "desk.tickets.label", "desk.tickets.label_does"},
                            Choice{TicketLook::card, "desk.tickets.card", "desk.tickets.card_does"},
                            Choice{TicketLook::picture, "desk.tickets.picture", "desk.tickets.picture_does"}};

void drawPaper(Widgets& ui, const Rect& box, const TicketsScreen& screen) {
    const Look& look = ui.look();
    ui.fill(box, look.paper, kCardRadius);
    if (!screen.preview || screen.preview->empty()) {
        ui.text({box.x + box.w / 2, box.y + box.h / 2},
                ui.say(screen.guests == 0 ? "desk.tickets.no_guests" : "desk.tickets.drawing_preview"), look.muted,
                {14.5F, Weight::regular, Align::centre, box.w - 48, 2});
        return;
    }
    const paint::Bitmap& page = *screen.preview;
    const Rect room{box.x + 24, box.y + 24, box.w - 48, box.h - 76};
    const float scale = std::min(room.w / static_cast<float>(page.width), room.h / static_cast<float>(page.height));
    const float w = static_cast<float>(page.width) * scale, h = static_cast<float>(page.height) * scale;
    const Rect paper{room.x + (room.w - w) / 2, room.y + (room.h - h) / 2, w, h};
    ui.canvas().shadow(ui.device(paper.moved(0, 3)), 2, 12 * ui.density(), Colour{20, 32, 46, 255}.faded(0.22F));
    ui.bitmap(screen.preview, paper);
    ui.text({box.x + box.w / 2, box.bottom() - 20}, ui.say(Text{"desk.tickets.sample", {{"name", screen.sample}}}),
            look.muted, {13, Weight::regular, Align::centre, box.w - 32});
}

float drawLooks(Widgets& ui, const Rect& box, const TicketsScreen& screen, TicketsPage& page) {
    const Look& look = ui.look();
    ui.text({box.x, box.y + 16}, ui.say("desk.tickets.look"), look.text, {16, Weight::semibold});
    float y = box.y + 30;
    for (const Choice& choice : kLooks) {
        const bool on = screen.look == choice.look;
        const Rect row{box.x, y, box.w, 50};
        if (on || ui.hovered(row)) ui.fill(row, on ? look.selected : look.cell, 6);
        if (on) ui.outline(row, look.accent, 6);
        ui.dot({row.x + 21, row.y + 25}, 8, on ? look.accent : look.edge);
        ui.dot({row.x + 21, row.y + 25}, on ? 3.2F : 6.5F, look.card);
        ui.text({row.x + 42, row.y + 21}, ui.say(choice.label), on ? look.accent : look.text,
                {14.5F, Weight::semibold, Align::left, row.w - 50});
        ui.text({row.x + 42, row.y + 40}, ui.say(choice.does), look.muted,
                {13, Weight::regular, Align::left, row.w - 50});
        if (ui.press(std::string("tickets.") + choice.label, row)) page.choose(choice.look);
        y += 54;
    }
    return y;
}

}  // namespace

void drawTickets(Widgets& ui, const Rect& box, const TicketsScreen& screen, TicketsPage& page) {
    const Look& look = ui.look();
    const float side = std::min(400.0F, box.w * 0.4F);
    drawPaper(ui, {box.x, box.y, box.w - side - 16, box.h}, screen);
    const Rect card{box.right() - side, box.y, side, box.h};
    ui.card(card);
    constexpr float kFoot = 172;
    const Rect area{card.x + 18, card.y + 16, card.w - 36, card.h - 16 - kFoot};
    const float offset = ui.beginScroll("tickets/panel", area, 30 + 54 * 5 + 16 + 4 * 34 + 24);
    float y = drawLooks(ui, {area.x, area.y - offset, area.w, 0}, screen, page) + 10;
    const auto tick = [&](const char* id, const char* key, bool on, void (TicketsPage::*set)(bool)) {
        if (ui.tick(id, {area.x, y, area.w, 30}, on, ui.say(key))) (page.*set)(!on);
        y += 34;
    };
    tick("tickets/all", "desk.tickets.all", screen.all, &TicketsPage::drawAll);
    tick("tickets/by", "desk.tickets.by_affiliation", screen.byAffiliation, &TicketsPage::byAffiliation);
    tick("tickets/signed", "desk.tickets.signed", screen.isSigned, &TicketsPage::sign);
    const Text counts{screen.without > 0 ? "desk.tickets.counts_missing" : "desk.tickets.counts",
                      {{"guests", grouped(screen.guests)},
                       {"tickets", grouped(screen.tickets)},
                       {"without", grouped(screen.without)}}};
    if (screen.guests > 0)
        ui.text({area.x, y + 20}, ui.say(counts), screen.without > 0 ? look.ask : look.muted,
                {13.5F, Weight::medium, Align::left, area.w});
    ui.endScroll();

    const float x = card.x + 18, right = card.right() - 18, foot = card.bottom() - kFoot;
    ui.rule(card.x + 1, foot, card.w - 2);
    ui.text({x, foot + 28}, ui.say("desk.tickets.folder"), look.text, {14, Weight::semibold});
    if (!screen.done.empty() &&
        ui.link("tickets/open", {right, foot + 28}, ui.say("desk.tickets.open"), {13, Weight::semibold, Align::right}))
        page.openFolder();
    const std::string hint = ui.say("desk.tickets.folder_hint");
    const PathActs typed = drawPath(ui, "tickets/folder", {x, foot + 38, right - x, kControl}, screen.folder, hint);
    if (typed.field.changed) page.typeFolder(*typed.field.changed);
    if (typed.browse) page.browse();
    const bool ready = screen.guests > 0 && !screen.folder.empty();
    const std::string print = ui.say("desk.tickets.print"), save = ui.say("desk.tickets.save");
    const bool paper = screen.look != TicketLook::picture;
    const float printWidth = ui.buttonWidth(print);
    const float saveWidth = right - x - (paper ? printWidth + 8 : 0);
    if (ui.button("tickets/save", {x, foot + 86, saveWidth, 44}, save, {ButtonRole::primary, ready, false, {}, {}, 15}))
        page.save();
    if (paper &&
        ui.button("tickets/print", {right - printWidth, foot + 86, printWidth, 44}, print, {ButtonRole::plain, ready}))
        page.print();
    ui.text({x, card.bottom() - 18}, ui.say("desk.tickets.secret"), look.muted,
            {13, Weight::regular, Align::left, right - x});
}

}  // namespace turnout::desk
