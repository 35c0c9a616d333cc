#include "organizer/desk/views/closing_view.h"

#include <algorithm>
#include <array>

#include "organizer/desk/app/frame.h"

namespace turnout::desk {
namespace {

constexpr float kCardPad = 20;

std::string number(Widgets& ui, const char* key, std::int64_t n) {
    return ui.say(Text{key, {{"n", grouped(n)}}});
}

void drawLines(Widgets& ui, const Rect& box, std::string_view title, Icon icon, Colour colour,
               std::span<const std::string> lines) {
    ui.text({box.x, box.y + 16}, ui.say(title), ui.look().text, {14, Weight::semibold, Align::left, box.w});
    float y = box.y + 34;
    for (const std::string& line : lines) {
        ui.icon(icon, {box.x, y + 3, 14, 14}, colour, 2.8F);
        y += std::max(24.0F, 4 + ui.paragraph({box.x + 24, y + 15}, line, ui.look().text,
                                              {14, Weight::regular, Align::left, box.w - 24, 2}));
    }
}

void drawDone(Widgets& ui, const Rect& box, const ClosingScreen& closing, ReportPage& page) {
    const Look& look = ui.look();
    const Rect card{box.x, box.y, std::min(box.w, 640.0F), std::min(box.h, 420.0F)};
    ui.card(card);
    const float left = card.x + 28, room = card.w - 56;
    ui.dot({left + 11, card.y + 38}, 11, look.good);
    ui.icon(Icon::check, {left + 4, card.y + 31, 14, 14}, look.card, 3.4F);
    ui.text({left + 34, card.y + 44}, ui.say("desk.report.closed_now"), look.text,
            {16, Weight::semibold, Align::left, room - 34});
    float y = card.y + 84;
    if (!closing.leftovers.empty()) {
        ui.text({left, y}, ui.say("desk.report.leftovers"), look.ask, {14, Weight::semibold, Align::left, room});
        y += 26;
        constexpr std::size_t kMost = 8;
        for (std::size_t i = 0; i < std::min(kMost, closing.leftovers.size()); ++i, y += 22) {
            ui.icon(Icon::folder, {left, y - 11, 13, 13}, look.muted, 2.4F);
            ui.text({left + 22, y}, closing.leftovers[i], look.text, {13.5F, Weight::medium, Align::left, room - 22});
        }
        if (closing.leftovers.size() > kMost)
            ui.text(
                {left + 22, y},
                number(ui, "desk.report.leftovers_more", static_cast<std::int64_t>(closing.leftovers.size() - kMost)),
                look.muted, {13});
        y += 18;
    }
    ui.paragraph({left, y}, ui.say("desk.report.elsewhere"), look.muted, {14, Weight::regular, Align::left, room, 3});
    const std::string back = ui.say("desk.page.report");
    if (ui.button("closing.back", {left, card.bottom() - 28 - kControl, ui.buttonWidth(back), kControl}, back))
        page.keepOpen();
}

}  // namespace

float closingCardHeight(const ReportScreen& screen) {
    return screen.closed ? 124 : screen.closing.late ? 168 : 150;
}

float drawClosingCard(Widgets& ui, Point topLeft, float width, const ReportScreen& screen, ReportPage& page) {
    const Look& look = ui.look();
    const Rect card{topLeft.x, topLeft.y, width, closingCardHeight(screen)};
    const float left = card.x + kCardPad, room = width - 2 * kCardPad;
    const Type words{13.5F, Weight::regular, Align::left, room, 4};
    if (screen.closed) {
        ui.card(card, look.goodSoft, look.edge);
        ui.text({left, card.y + 28}, ui.say("desk.report.is_closed"), look.good,
                {14, Weight::semibold, Align::left, room});
        ui.paragraph({left, card.y + 52}, ui.say("desk.report.is_closed_means"), look.text, words);
        return card.h;
    }
    ui.card(card, look.askSoft, look.askEdge);
    ui.text({left, card.y + 28}, ui.say("desk.report.after"), look.ask, {14, Weight::semibold, Align::left, room});
    const char* key = screen.closing.late ? "desk.report.promise_late" : "desk.report.promise";
    ui.paragraph({left, card.y + 50}, ui.say(Text{key, {{"date", screen.closing.promised}}}), look.text, words);
    if (ui.button("report/close", {left, card.bottom() - 16 - kControl, room, kControl}, ui.say("desk.report.close"),
                  {ButtonRole::danger, screen.closing.step == ClosingStep::none}))
        page.askToClose();
    return card.h;
}

void drawClosing(Widgets& ui, const Rect& box, const ReportScreen& screen, ReportPage& page) {
    const ClosingScreen& closing = screen.closing;
    if (closing.step == ClosingStep::done) return drawDone(ui, box, closing, page);
    const Look& look = ui.look();
    const Rect card{box.x, box.y, std::min(box.w, 700.0F), std::min(box.h, 440.0F)};
    ui.card(card, look.card, look.askEdge);
    const float left = card.x + 28, room = card.w - 56, half = (room - 28) / 2;
    ui.text({left, card.y + 44}, ui.say("desk.report.close"), look.text, {18, Weight::bold, Align::left, room});
    const std::array goes{number(ui, "desk.report.goes_guests", closing.guests),
                          number(ui, "desk.report.goes_contacts", closing.contacts),
                          number(ui, "desk.report.goes_tickets", closing.tickets), ui.say("desk.report.goes_words")};
    const std::array stays{number(ui, "desk.report.stays_scans", closing.scans), ui.say("desk.report.stays_numbers")};
    drawLines(ui, {left, card.y + 66, half, 140}, "desk.report.goes", Icon::cross, look.bad, goes);
    drawLines(ui, {left + half + 28, card.y + 66, half, 140}, "desk.report.stays", Icon::check, look.good, stays);
    float y = card.y + 236;
    ui.rule(left, y - 14, room);
    ui.paragraph({left, y + 12}, ui.say("desk.report.first"), look.ask, {14, Weight::medium, Align::left, room, 3});
    y += 66;
    ui.text({left, y + 12}, ui.say(Text{"desk.report.type", {{"name", closing.name}}}), look.text,
            {14, Weight::semibold, Align::left, room});
    const FieldActs typed = ui.field("closing.name", {left, y + 22, std::min(room, 320.0F), kControl}, closing.typed,
                                     {.hint = closing.name});
    if (typed.changed) page.typeName(*typed.changed);
    const std::string keep = ui.say("desk.report.keep"), close = ui.say("desk.report.close_now");
    const float w = ui.buttonWidth(close), foot = card.bottom() - 24 - kControl;
    const bool busy = closing.step == ClosingStep::working;
    if (ui.button("closing.now", {card.right() - 28 - w, foot, w, kControl}, close,
                  {ButtonRole::danger, closing.mayClose && !busy}))
        page.closeNow();
    const float keepWidth = ui.buttonWidth(keep);
    if (ui.button("closing.keep", {card.right() - 40 - w - keepWidth, foot, keepWidth, kControl}, keep,
                  {.enabled = !busy}) ||
        ui.key(ui::Key::escape))
        page.keepOpen();
}

}  // namespace turnout::desk
