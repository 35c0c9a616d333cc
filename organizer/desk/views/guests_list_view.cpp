#include <algorithm>
#include <array>

#include "organizer/desk/app/frame.h"
#include "organizer/desk/views/guests_parts.h"

namespace turnout::desk {
namespace {

constexpr std::array kColumns{GuestColumn::name, GuestColumn::country, GuestColumn::affiliation,
                              GuestColumn::seat, GuestColumn::ticket,  GuestColumn::screen};

std::string affiliationName(const GuestsPage& page, const std::string& id, Lang lang, bool brief) {
    for (const Affiliation& affiliation : page.plan().affiliations)
        if (affiliation.id == id) {
            const std::string& small = affiliation.shortName.in(lang);
            return brief && !small.empty() ? small : affiliation.name.in(lang);
        }
    return id;
}

std::string shownAs(const GuestRecord& guest) {
    return guest.screenName.empty() ? guest.name : guest.screenName;
}

void drawTop(Widgets& ui, const Rect& box, const ListScreen& list, GuestsPage& page) {
    const std::string hint = ui.say("desk.guests.search_hint");
    const float wide = std::min(300.0F, box.w * 0.3F);
    if (ui.key(ui::Key::f, {.control = true})) ui.focus("guests.search");
    const FieldActs typed =
        ui.field("guests.search", {box.x, box.y, wide, kControl}, list.search, {.hint = hint, .icon = Icon::search});
    if (typed.changed) page.search(*typed.changed);
    const std::size_t all = list.guests ? list.guests->size() - list.notComing : 0;
    const auto number = [](std::size_t n) { return grouped(static_cast<std::int64_t>(n)); };
    const std::array tabs{
        std::pair{ListTab::all, Text{"desk.guests.tab_all", {{"count", number(all)}}}},
        std::pair{ListTab::forScreen,
                  Text{"desk.guests.tab_screen", {{"count", number(list.looked)}, {"all", number(list.forScreen)}}}},
        std::pair{ListTab::noTicket, Text{"desk.guests.tab_no_ticket", {{"count", number(list.noTicket)}}}},
        std::pair{ListTab::notComing, Text{"desk.guests.tab_not_coming", {{"count", number(list.notComing)}}}}};
    float x = box.x + wide + 12;
    for (std::size_t i = 0; i < tabs.size(); ++i) {
        const std::string label = ui.say(tabs[i].second);
        const ButtonLook look{.pressed = list.tab == tabs[i].first, .size = 13.5F};
        const float w = ui.buttonWidth(label, look) - 6;
        if (ui.button("guests.tab." + std::to_string(i), {x, box.y, w, kControl}, label, look))
            page.showTab(tabs[i].first);
        x += w + 8;
    }
    const std::string bring = ui.say("desk.guests.bring");
    const float w = ui.buttonWidth(bring);
    if (ui.button("guests.bring", {box.right() - w, 36, w, kControl}, bring, {ButtonRole::primary})) page.otherFile();
    if (list.tab != ListTab::forScreen || list.looked == list.forScreen) return;
    const std::string looked = ui.say("desk.guests.look_all");
    const float wideAll = ui.buttonWidth(looked);
    if (ui.button("guests.look_all", {box.right() - w - 8 - wideAll, 36, wideAll, kControl}, looked)) page.lookAtAll();
}

void drawRow(Widgets& ui, const GuestRecord& guest, std::size_t row, std::span<const Rect> cells,
             const ListScreen& list, GuestsPage& page) {
    const Look& look = ui.look();
    const float middle = cells[0].y + cells[0].h / 2, y = middle + 5;
    const auto plain = [&](const Rect& cell, const std::string& words, Colour colour) {
        ui.text({cell.x, y}, words, colour, {14, Weight::regular, Align::left, cell.w - 12});
    };
    const Rect& name = cells[0];
    const float used = ui.text({name.x, y}, guest.name, guest.cancelled ? look.muted : look.text,
                               {14.5F, Weight::semibold, Align::left, name.w - 12});
    if (!guest.nativeName.empty() && guest.nativeName != guest.name &&
        used + 22 + ui.textWidth(guest.nativeName) < name.w)
        ui.text({name.x + used + 10, y}, guest.nativeName, look.muted,
                {14, Weight::regular, Align::left, name.w - used - 22});
    float x = cells[1].x;
    if (ui.flag(guest.country, {x, middle - 7.5F}, 20)) x += 28;
    ui.text({x, y}, countryName(guest.country, ui.lang()), look.text,
            {14, Weight::regular, Align::left, std::max(1.0F, cells[1].right() - 12 - x)});
    plain(cells[2], affiliationName(page, guest.affiliation, ui.lang(), cells[2].w < 200), look.text);
    plain(cells[3], guest.seat, look.muted);
    if (guest.ticket.empty())
        plain(cells[4], ui.say("desk.guests.none"), look.ask);
    else
        ui.text({cells[4].x, y}, guest.ticket.substr(0, 5) + "…", look.muted,
                {14, Weight::regular, Align::left, cells[4].w - 8, 1, true});
    const Rect& last = cells[5];
    if (guest.cancelled || !guest.onScreen || guest.hidden) {
        plain(last, ui.say(guest.hidden ? "desk.guests.asked_not" : "desk.guests.not_agreed"), look.faint);
        return;
    }
    const std::string label = list.tab == ListTab::forScreen ? shownAs(guest) : std::string();
    if (ui.tick("guests.look." + std::to_string(guest.id.value), {last.x, last.y, last.w - 8, last.h},
                guest.nameChecked, label))
        page.look(row, !guest.nameChecked);
}

struct PanelLine {
    const char* key;
    std::string GuestRecord::*field;
};

void drawChoices(Widgets& ui, float x, float& y, float label, float right, GuestRecord& draft, bool& changed,
                 GuestsPage& page) {
    const Look& look = ui.look();
    const Rect country{x + label, y, right - x - label, 34};
    ui.text({x, y + 22}, ui.say("desk.guests.country"), look.muted, {14, Weight::regular, Align::left, label - 8});
    const CountryChoice& all = countryChoice(ui.lang());
    std::size_t at = 0;
    for (std::size_t i = 0; i < all.codes.size(); ++i)
        if (all.codes[i] == draft.country) at = i;
    if (const auto chosen = ui.choice("guest.country", country, all.names, at, ButtonRole::plain, all.codes);
        chosen && all.codes[*chosen]) {
        draft.country = *all.codes[*chosen];
        changed = true;
    }
    y += 42;
    const auto list = [&](const char* key, const char* id, std::vector<std::string> ids, std::vector<std::string> names,
                          std::string GuestRecord::*field) {
        ui.text({x, y + 22}, ui.say(key), look.muted, {14, Weight::regular, Align::left, label - 8});
        std::size_t selected = ids.size();
        for (std::size_t i = 0; i < ids.size(); ++i)
            if (ids[i] == draft.*field) selected = i;
        if (const auto chosen = ui.choice(id, {x + label, y, right - x - label, 34}, names, selected)) {
            draft.*field = ids[*chosen];
            changed = true;
        }
        y += 42;
    };
    std::vector<std::string> ids{""}, names{ui.say("desk.guests.none_chosen")};
    for (const Affiliation& affiliation : page.plan().affiliations) {
        ids.push_back(affiliation.id);
        names.push_back(affiliation.name.in(ui.lang()));
    }
    list("desk.guests.affiliation", "guest.affiliation", ids, names, &GuestRecord::affiliation);
    ids.clear();
    names.clear();
    for (const Category& category : page.plan().categories) {
        ids.push_back(category.id);
        names.push_back(category.name.in(ui.lang()));
    }
    if (!ids.empty()) list("desk.guests.category", "guest.category", ids, names, &GuestRecord::category);
}

void drawPanel(Widgets& ui, const Rect& box, const ListScreen& list, GuestsPage& page) {
    static const std::array before{PanelLine{"desk.guests.name", &GuestRecord::name},
                                   PanelLine{"desk.guests.native_name", &GuestRecord::nativeName},
                                   PanelLine{"desk.guests.screen_name", &GuestRecord::screenName}};
    static const std::array after{PanelLine{"desk.guests.seat", &GuestRecord::seat},
                                  PanelLine{"desk.guests.note", &GuestRecord::note},
                                  PanelLine{"desk.guests.email", &GuestRecord::email}};
    const Look& look = ui.look();
    GuestRecord draft = *list.draft;
    bool changed = false;
    ui.card(box);
    const float x = box.x + 18, right = box.right() - 18, label = 112;
    float head = x;
    if (ui.flag(draft.country, {x, box.y + 18}, 40)) head += 54;
    ui.text({head, box.y + 33}, draft.name, look.text, {17, Weight::bold, Align::left, right - head - 28});
    ui.text({head, box.y + 52}, draft.nativeName, look.muted, {14, Weight::regular, Align::left, right - head - 28});
    if (ui.press("guest.close", {right - 22, box.y + 14, 30, 30})) return page.selectGuest(std::nullopt);
    ui.icon(Icon::cross, {right - 15, box.y + 21, 16, 16}, look.muted, 2.4F);

    const float foot = 62;
    const Rect area{box.x + 8, box.y + 66, box.w - 16, box.h - 66 - foot};
    const float content = 42.0F * 9 + 3 * 34 + 92;
    const float offset = ui.beginScroll("guest.panel", area, content);
    float y = area.y + 6 - offset;
    const auto line = [&](const PanelLine& each) {
        ui.text({x, y + 22}, ui.say(each.key), look.muted, {14, Weight::regular, Align::left, label - 8});
        const FieldActs typed =
            ui.field(std::string("guest.") + each.key, {x + label, y, right - x - label, 34}, draft.*each.field);
        if (typed.changed) {
            draft.*each.field = *typed.changed;
            changed = true;
        }
        if (typed.entered) page.saveEdit();
        y += 42;
    };
    for (const PanelLine& each : before) line(each);
    drawChoices(ui, x, y, label, right, draft, changed, page);
    for (const PanelLine& each : after) line(each);
    const auto tick = [&](const char* id, const char* key, bool& value, bool enabled) {
        if (ui.tick(id, {x, y, right - x, 30}, value, ui.say(key), enabled)) {
            value = !value;
            changed = true;
        }
        y += 34;
    };
    tick("guest.agreed", "desk.guests.agreed", draft.onScreen, !draft.hidden);
    tick("guest.looked", "desk.guests.looked_at", draft.nameChecked, draft.onScreen && !draft.hidden);
    bool comes = !draft.cancelled;
    tick("guest.comes", "desk.guests.comes", comes, true);
    draft.cancelled = !comes;
    y += 6;
    const std::string again = ui.say("desk.guests.new_ticket"), print = ui.say("desk.guests.print");
    const float printWidth = ui.buttonWidth(print), againWidth = ui.buttonWidth(again);
    if (ui.button("guest.print", {x, y, printWidth, kControl}, print, {ButtonRole::plain, !draft.cancelled}))
        page.printTicket();
    if (ui.button("guest.again", {x + printWidth + 8, y, againWidth, kControl}, again,
                  {ButtonRole::danger, !draft.ticket.empty()}))
        page.newTicket();
    ui.text({x, y + 58}, ui.say("desk.guests.new_ticket_hint"), look.muted,
            {13, Weight::regular, Align::left, right - x});
    ui.endScroll();

    ui.rule(box.x + 1, box.bottom() - foot, box.w - 2);
    const std::string save = ui.say("desk.guests.save"), drop = ui.say("desk.guests.drop");
    const float saveWidth = ui.buttonWidth(save), dropWidth = ui.buttonWidth(drop);
    const float below = box.bottom() - foot + 13;
    if (ui.button("guest.save", {right - saveWidth, below, saveWidth, kControl}, save,
                  {ButtonRole::primary, list.changed}))
        return page.saveEdit();
    if (list.changed && ui.button("guest.drop", {right - saveWidth - 8 - dropWidth, below, dropWidth, kControl}, drop))
        return page.dropEdit();
    if (changed) page.edit(std::move(draft));
}

}  // namespace

void drawGuestList(Widgets& ui, const Rect& box, const GuestsScreen& screen, GuestsPage& page) {
    const ListScreen& list = screen.list;
    drawTop(ui, box, list, page);
    if (!list.guests || !list.shown) return;
    const bool panel = list.draft.has_value();
    const float side = panel ? std::min(392.0F, box.w * 0.42F) : 0;
    const Rect card{box.x, box.y + 48, box.w - (panel ? side + 16 : 0), box.h - 48};
    ui.card(card);
    const bool narrow = card.w < 760;
    const float screenWidth = list.tab == ListTab::forScreen ? (narrow ? 150.0F : 220.0F) : (narrow ? 92.0F : 120.0F);
    const std::array columns{Column{ui.say("desk.guests.name"), 0, Align::left, true},
                             Column{ui.say("desk.guests.country"), narrow ? 120.0F : 170.0F, Align::left, true},
                             Column{ui.say("desk.guests.affiliation"), narrow ? 130.0F : 220.0F, Align::left, true},
                             Column{ui.say("desk.guests.seat"), 64, Align::left, true},
                             Column{ui.say("desk.guests.ticket"), 84, Align::left, true},
                             Column{ui.say("desk.guests.screen"), screenWidth, Align::left, true}};
    std::size_t sorted = 0;
    for (std::size_t i = 0; i < kColumns.size(); ++i)
        if (kColumns[i] == list.sort) sorted = i;
    const std::string none = ui.say(list.search.empty() ? "desk.guests.nobody" : "desk.guests.nobody_found");
    const TableActs acts =
        ui.table("guests.list", {card.x, card.y + 4, card.w, card.h - 8}, columns,
                 {.rows = list.shown->size(),
                  .selected = list.selected,
                  .sorting = list.search.empty() ? std::optional(Sorting{sorted, list.sortDown}) : std::nullopt,
                  .rowHeight = 42,
                  .empty = none},
                 [&](std::size_t row, std::span<const Rect> cells) {
                     drawRow(ui, (*list.guests)[(*list.shown)[row]], row, cells, list, page);
                 });
    if (acts.sort) page.sortBy(kColumns[*acts.sort]);
    if (acts.selected) page.selectGuest(acts.selected);
    if (panel) drawPanel(ui, {box.right() - side, card.y, side, card.h}, list, page);
}

}  // namespace turnout::desk
