#include "organizer/desk/views/log_person.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "common/base/isolated.h"
#include "common/paint/text.h"

namespace turnout::desk {
namespace {

constexpr float kPad = 20, kMoment = 44;

void drawField(Widgets& ui, const Rect& card, float& y, std::string_view label, const std::string& value) {
    if (value.empty()) return;
    const float left = card.x + kPad, x = left + 88;
    ui.text({left, y}, ui.say(label), ui.look().muted, {13, Weight::regular, Align::left, 82});
    ui.text({x, y}, value, ui.look().text, {13, Weight::medium, Align::left, card.right() - kPad - x});
    y += 26;
}

void drawMoments(Widgets& ui, const Rect& area, const LogPerson& person, LogPage& page) {
    const Look& look = ui.look();
    const std::size_t count = person.moments.size();
    const auto chosen = std::find_if(person.moments.begin(), person.moments.end(),
                                     [](const LogMoment& moment) { return moment.newest; });
    const float below = kMoment * static_cast<float>(chosen - person.moments.begin() + 1) - area.h;
    float y = area.y - ui.beginScroll("log.moments." + std::to_string(person.id.value), area,
                                      kMoment * static_cast<float>(count), std::max(0.0F, below));
    for (std::size_t i = 0; i < count; ++i, y += kMoment) {
        if (y + kMoment < area.y || y > area.bottom()) continue;
        const LogMoment& moment = person.moments[i];
        const ToneLook tone = toneLook(look, moment.tone);
        const Rect box{area.x - 6, y - 3, area.w + 12, kMoment - 2};
        if (moment.newest) ui.fill(box, look.selected, 4);
        if (ui.press("log.moment." + std::to_string(moment.row), box)) page.lookAtRow(moment.row);
        if (i + 1 < count) ui.fill({area.x + 7, y + 14, 1.5F, kMoment - 6}, look.edge);
        ui.dot({area.x + 8, y + 13}, 8, tone.words);
        ui.icon(tone.icon, {area.x + 2.5F, y + 7.5F, 11, 11}, look.card, 3.6F);
        ui.text({area.x + 26, y + 18}, moment.time, look.muted, {13.5F, Weight::regular, Align::left, 0, 1, true});
        const float x = area.x + 100;
        const std::string word = moment.undone ? moment.word + " · " + ui.say("desk.log.taken_back") : moment.word;
        ui.text({x, y + 18}, word, tone.words, {14, Weight::semibold, Align::left, area.right() - x});
        ui.text({x, y + 35}, moment.detail, look.muted, {12.5F, Weight::regular, Align::left, area.right() - x});
    }
    ui.endScroll();
}

// What can be done for this person, side by side as far as there is room.
void drawActions(Widgets& ui, const Rect& row, LogPage& page) {
    struct Action {
        const char *id, *key;
        void (LogPage::*act)();
    };
    static constexpr std::array kActions{Action{"log.new_ticket", "desk.guests.new_ticket", &LogPage::newTicket},
                                         Action{"log.print", "desk.guests.print", &LogPage::printTicket},
                                         Action{"log.edit", "desk.log.edit", &LogPage::edit}};
    float all = 8 * (kActions.size() - 1);
    for (const Action& action : kActions) all += ui.buttonWidth(ui.say(action.key));
    const float share = std::min(1.0F, row.w / all);
    float x = row.x;
    for (const Action& action : kActions) {
        const std::string label = ui.say(action.key);
        const float w = std::floor(ui.buttonWidth(label) * share);
        if (ui.button(action.id, {x, row.y, w, row.h}, label)) return (page.*action.act)();
        x += w + 8 * share;
    }
}

}  // namespace

ToneLook toneLook(const Look& look, Tone tone) {
    switch (tone) {
        case Tone::green: return {look.goodSoft, look.good, Icon::check};
        case Tone::amber: return {look.askSoft, look.ask, Icon::bang};
        case Tone::red: return {look.badSoft, look.bad, Icon::cross};
        case Tone::grey: return {look.nav, look.muted, Icon::undo};
        case Tone::fault: return {look.badSoft, look.bad, Icon::bang};
    }
    return {look.nav, look.muted, Icon::question};
}

void drawLogPerson(Widgets& ui, const Rect& card, const LogScreen& screen, LogPage& page) {
    const Look& look = ui.look();
    ui.card(card);
    const float left = card.x + kPad, room = card.w - 2 * kPad;
    if (!screen.person) {
        const bool stranger = screen.row.has_value();
        const float middle = card.y + std::min(card.h / 2, 190.0F);
        ui.icon(stranger ? Icon::question : Icon::person, {card.x + card.w / 2 - 18, middle - 74, 36, 36}, look.faint,
                1.6F);
        ui.paragraph({left, middle - 10}, ui.say(stranger ? "desk.log.stranger" : "desk.log.nobody"), look.muted,
                     {14, Weight::regular, Align::centre, room, 5});
        if (stranger && screen.log) {
            const std::string& text = screen.log->codes[screen.log->rows[*screen.row].code];
            if (!text.empty()) {
                ui.text({left, middle + 76}, ui.say("desk.log.read_text"), look.muted, {13});
                ui.paragraph({left, middle + 98}, text, look.text, {13, Weight::medium, Align::left, room, 3});
            }
        }
        return;
    }
    const LogPerson& person = *screen.person;
    const bool flag = ui.flag(person.code, {left, card.y + 22}, 48);
    const float nameX = flag ? left + 62 : left;
    const bool two = !person.nativeName.empty();
    ui.text({nameX, card.y + (two ? 38 : 47)}, isolated(person.name), look.text,
            {18, Weight::bold, Align::left, card.right() - kPad - nameX});
    if (two)
        ui.text({nameX, card.y + 59}, isolated(person.nativeName), look.muted,
                {14, Weight::regular, Align::left, card.right() - kPad - nameX});
    float y = card.y + 92;
    drawField(ui, card, y, "desk.log.country", person.country);
    drawField(ui, card, y, "desk.log.university", person.university);
    drawField(ui, card, y, "desk.log.ticket", person.ticket);
    drawField(ui, card, y, "desk.log.screen", person.onScreen);
    ui.rule(left, y - 8, room);
    ui.text({left, y + 20}, ui.say("desk.log.evening"), look.text, {14, Weight::semibold});
    const float foot = card.bottom() - kPad - kControl;
    drawMoments(ui, {left, y + 32, room, foot - 8 - (y + 32)}, person, page);
    if (!screen.closed) drawActions(ui, {left, foot, room, kControl}, page);
}

}  // namespace turnout::desk
