// Search, and the one question before somebody is admitted from it.
#include <algorithm>

#include "common/ui/widgets.h"
#include "kiosk/views/parts.h"

namespace turnout::kiosk {
namespace {

constexpr float kTop = 96, kRowGap = 8, kPagerWidth = theme::kLeastTarget;

std::optional<DoorPress> drawField(Page& page, const SearchScreen& search, const Rect& area) {
    std::optional<DoorPress> action;
    Rect field = area;
    if (!search.checkCode.empty()) {
        ui::Button check;
        check.label = search.checkCode;
        check.icon = Icon::qr;
        check.keyCap = search.isCode && search.rows.empty() ? "F9" : "F6";
        // What is no code of ours may be one of another system, but is hardly what is meant.
        check.kind = search.isCode ? ui::ButtonKind::primary : ui::ButtonKind::filled;
        const float width = ui::buttonWidth(page.canvas(), check, page.k()) / page.k();
        if (!page.portrait()) field.w -= width + 12;
        const Rect place = page.portrait() ? Rect{theme::kPageMargin, kTop, page.width() - 2 * theme::kPageMargin, 72}
                                           : Rect{field.right() + 12, area.y, width, area.h};
        if (ui::button(page.canvas(), page.px(place), check, page.k())) action = DoorAction::check;
    }
    page.fill(field, theme::kPanel, theme::kRadius);
    const Colour edge = search.wrong.empty() ? theme::kSky : theme::kGold;
    page.outline(field, edge, 4, theme::kRadius);
    page.icon(Icon::search, {field.x + 22, field.centre().y - 15, 30, 30}, edge, 2.4F);
    const TextStyle quiet = theme::text(20);
    TextStyle style = theme::text(30, Weight::medium);
    const float x = field.x + 70, middle = field.centre().y;
    float right = field.right() - 20;
    if (!search.count.empty()) {
        const float width = page.widthOf(search.count, quiet);
        page.text({right - width, middle + 7}, search.count, quiet, theme::kSoft);
        right -= width + 20;
    }
    const float room = right - x;
    while (page.widthOf(search.typed, style) + 8 > room && style.size > 22) style.size -= 1;
    const float width = page.widthOf(search.typed, style);
    page.canvas().pushClip(page.px(Rect{x - 4, field.y, room + 8, field.h}));
    const float shift = std::max(0.0F, width + 8 - room);  // the end of what is typed stays in sight
    page.text({x - shift, middle + 10.5F}, search.typed, style, theme::kWhite);
    page.canvas().popClip();
    page.fill({x - shift + width + 3, middle - 19, 2.5F, 38}, theme::kSky);
    const float hintX = x + width + 26;
    if (search.wrong.empty() && page.widthOf(search.hint, quiet) <= right - hintX && search.checkCode.empty())
        page.text({hintX, middle + 7}, search.hint, quiet, theme::kHint, {right - hintX, 1});
    if (page.canvas().pointer().clicked(page.px(field))) action = DoorAction::showKeyboard;
    return action;
}

// In one column beside the names, or on a line of its own under them.
void drawState(Page& page, const SearchRow& row, const Rect& area, bool beside, bool byKey) {
    const float middle = area.centre().y;
    const TextStyle bold = theme::text(22, Weight::semibold), quiet = theme::text(18);
    if (!row.done) {
        float right = area.right() - 52;
        if (byKey) {
            constexpr std::string_view kKey = "F9";
            right -= ui::keyCap(page.canvas(), {}, kKey, theme::kSky, page.k(), false) / page.k();
            ui::keyCap(page.canvas(), page.px(Point{right, middle}), kKey, theme::kSky, page.k());
            right -= 8;
        }
        const float room = right - area.x;
        const auto fitted = page.fit(row.state, bold, room, 16, 1);
        page.text({area.x, middle + 8}, row.state, fitted.style, theme::kWhite, {room, 1});
        page.icon(Icon::arrow, {area.right() - 44, middle - 15, 30, 30}, theme::kSky, 2.4F);
        return;
    }
    page.sign(SignShape::triangle, Icon::bang, {area.x, middle - 18, 36, 36}, theme::kGold, theme::kPanel);
    const float x = area.x + 46, room = area.right() - x;
    const auto state = page.fit(row.state, bold, room, 16, 1);
    const float used = page.text({x, middle - (beside && !row.detail.empty() ? 4.0F : -8.0F)}, row.state, state.style,
                                 theme::kGold, {room, 1});
    const float at = beside ? x : x + used + 16, left = area.right() - at;
    const auto detail = page.fit(row.detail, quiet, left, 16, 1);
    page.text({at, middle + (beside ? 23.0F : 8.0F)}, row.detail, detail.style, theme::kSoft, {left, 1});
}

// The name, and the own script behind it if there is room for the whole of it; returns whether there was.
bool drawNames(Page& page, const SearchRow& row, float x, float baseline, float room) {
    constexpr float kSize = 28;
    const std::string& own = row.guest.nativeName;
    const auto fitted = page.fit(row.guest.name, theme::display(kSize), room, 18, 1);
    const float used = std::min(room, page.textMarked({x, baseline}, row.guest.name, fitted.style, theme::kWhite,
                                                      theme::kGold, row.inName, {room, 1}));
    const float left = room - used - 16;
    if (own.empty() || left < 40) return own.empty();
    const auto style = page.fit(own, theme::text(kSize * 0.95F, Weight::medium), left, 18, 1).style;
    if (page.widthOf(own, style) > left) return false;
    page.textMarked({x + used + 16, baseline}, own, style, theme::kSoft, theme::kGold, row.inNativeName, {left, 1});
    return true;
}

// Country and university; before them the own script that found no place above, if it is why this guest was found.
void drawAbout(Page& page, const SearchRow& row, float x, float baseline, float room, bool ownIsAbove) {
    const TextStyle style = theme::text(20);
    if (!ownIsAbove && !row.inNativeName.empty()) {
        const auto own = page.fit(row.guest.nativeName, theme::text(20, Weight::medium), room * 0.6F, 18, 1);
        const float used = page.textMarked({x, baseline}, row.guest.nativeName, own.style, theme::kWhite, theme::kGold,
                                           row.inNativeName, {room * 0.6F, 1});
        const float taken = std::min(used, room * 0.6F) + 16;
        x += taken;
        room -= taken;
    }
    const auto about = page.fit(row.line, style, room, 16, 1);
    page.textMarked({x, baseline}, row.line, about.style, theme::kSoft, theme::kGold, row.inLine, {room, 1});
}

// A number is large, a sentence ("Balcony left, row 3") is on two lines.
void drawRowSeat(Page& page, const SearchScreen& search, const SearchRow& row, Point at, float width) {
    const auto seat = page.fit(row.guest.seat, theme::text(24, Weight::bold), width, 18, 2);
    const int lines = page.measure(row.guest.seat, seat.style, {width, seat.lines}).lines;
    page.text({at.x, at.y - (lines > 1 ? 20.0F : 12.0F)}, search.seatLabel, theme::text(17), theme::kSoft);
    page.text({at.x, at.y + (lines > 1 ? 3.0F : 19.0F)}, row.guest.seat, seat.style, theme::kWhite,
              {width, seat.lines});
}

float rowHeight(const Page& page) {
    return page.portrait() ? 116 : 80;
}

void drawRow(Page& page, const SearchScreen& search, const SearchRow& row, const Rect& area, bool selected) {
    page.fill(area, selected ? theme::kRaise : theme::kPanel, theme::kRadiusRow);
    if (selected) page.outline(area, theme::kSky, 3, theme::kRadiusRow);
    const bool tall = page.portrait();
    const float middle = area.centre().y, flag = tall ? 64 : 72;
    const float x = drawFlagged(page, row.guest.country, {area.x + 20, middle}, flag) + 4;
    const float stateWidth = 248, seatWidth = 132;
    float right = tall ? area.right() - 16 : area.right() - stateWidth - 16;
    if (!row.guest.seat.empty() && !tall) {
        right -= seatWidth;
        drawRowSeat(page, search, row, {right, middle}, seatWidth - 8);
        right -= 16;
    }
    const float room = right - x;
    const bool own = drawNames(page, row, x, tall ? area.y + 36 : middle - 3, room);
    drawAbout(page, row, x, tall ? area.y + 64 : middle + 26, room, own);
    const bool byKey = selected && !search.keyboard.up;
    if (!tall) {
        drawState(page, row, {area.right() - stateWidth, area.y, stateWidth - 8, area.h}, true, byKey);
        return;
    }
    const Rect line{x, area.y + 72, area.right() - 16 - x, 40};
    float at = line.x;
    if (!row.guest.seat.empty()) {
        const std::string seat = search.seatLabel + " " + row.guest.seat;
        const float most = line.w * 0.45F;
        const auto fitted = page.fit(seat, theme::text(22, Weight::semibold), most, 16, 1);
        at += std::min(most, page.text({at, line.centre().y + 8}, seat, fitted.style, theme::kWhite, {most, 1})) + 20;
    }
    drawState(page, row, {at, line.y, line.right() - at, line.h}, false, byKey);
}

// True: the button to search for guests was pressed.
bool drawEmpty(Page& page, const SearchScreen& search, const Rect& area) {
    const float middle = area.y + area.h * 0.4F;
    page.icon(search.isCode ? Icon::qr : Icon::search, {area.centre().x - 32, middle - 84, 64, 64},
              search.wrong.empty() ? theme::kEdge : theme::kGold, 1.8F);
    const auto title = page.fit(search.emptyTitle, theme::display(30), area.w - 48, 20, 2);
    page.text({area.x + 24, middle + 24}, search.emptyTitle, title.style, theme::kWhite,
              {area.w - 48, title.lines, ui::Align::centre});
    const float below =
        middle + 64 +
        (page.measure(search.emptyTitle, title.style, {area.w - 48, title.lines}).lines > 1 ? 34.0F : 0.0F);
    const auto detail = page.fit(search.emptyDetail, theme::text(22), area.w - 48, 18, 2);
    page.text({area.x + 24, below}, search.emptyDetail, detail.style, theme::kSoft,
              {area.w - 48, 2, ui::Align::centre});
    if (search.guests.empty()) return false;
    const int lines = page.measure(search.emptyDetail, detail.style, {area.w - 48, 2}).lines;
    ui::Button guests;
    guests.label = search.guests;
    guests.icon = Icon::lock;
    guests.keyCap = "F2";
    const float width = ui::buttonWidth(page.canvas(), guests, page.k()) / page.k();
    const Rect place{area.centre().x - width / 2, below + 28 + static_cast<float>(lines - 1) * 28, width,
                     theme::kLeastTarget};
    return ui::button(page.canvas(), page.px(place), guests, page.k());
}

// What will happen, where nobody is to be confirmed.
void drawSays(Page& page, const std::string& says, const Rect& card) {
    constexpr float kSign = 112, kGap = 40;
    const float room = card.w - 96;
    const auto words = page.fit(says, theme::display(52), room, 32, 3);
    const Limit box{room, words.lines, ui::Align::centre};
    const float line = words.style.size * 1.2F;
    const float high = kSign + kGap + line * static_cast<float>(page.measure(says, words.style, box).lines);
    const float top = card.centre().y - high / 2;
    page.sign(SignShape::triangle, Icon::bang, {card.centre().x - kSign / 2, top, kSign, kSign}, theme::kGold,
              theme::kPanel);
    page.text({card.x + 48, top + kSign + kGap + words.style.size * 0.8F}, says, words.style, theme::kWhite, box);
}

// Who of those who were let in needs what.
void drawNotes(Page& page, const std::vector<NoteRow>& notes, const Rect& card) {
    const bool tall = page.portrait();
    constexpr float kSign = 44, kPad = 32;
    const float row = std::min((card.h - 2 * kPad) / static_cast<float>(notes.size()), tall ? 108.0F : 64.0F);
    const float x = card.x + kPad + kSign + 20, room = card.right() - kPad - x;
    const float nameRoom = tall ? room : room * 0.42F, noteX = tall ? x : x + nameRoom + 24,
                noteRoom = card.right() - kPad - noteX;
    float middle = card.y + kPad + row / 2;
    for (const NoteRow& note : notes) {
        page.sign(SignShape::diamond, Icon::bang, {card.x + kPad, middle - kSign / 2, kSign, kSign}, theme::kGold,
                  theme::kPanel);
        const auto write = [&](const std::string& text, float at, float centre, float width, ui::Colour colour) {
            const auto fitted = page.fit(text, theme::text(26, Weight::semibold), width, 20, 2);
            const int lines = page.measure(text, fitted.style, {width, fitted.lines}).lines;
            const float size = fitted.style.size;
            page.text({at, centre + size * 0.35F - static_cast<float>(lines - 1) * size * 0.6F}, text, fitted.style,
                      colour, {width, fitted.lines});
        };
        write(note.name, x, tall ? middle - row / 4 : middle, nameRoom, theme::kWhite);
        write(note.note, noteX, tall ? middle + row / 4 : middle, noteRoom, theme::kGold);
        middle += row;
    }
}

void drawConfirmed(Page& page, const ConfirmScreen& ask, const Rect& card) {
    const bool tall = page.portrait(), tight = !ask.note.empty() && !tall;  // the band takes its room from the rest
    const float pad = 40, seatWidth = tall ? card.w - 2 * pad : 272.0F;
    const bool seat = !ask.guest.seat.empty() || !ask.guest.category.empty();
    const float right = card.right() - pad - (seat && !tall ? seatWidth + 24 : 0);
    const float flagWidth = tall ? 200 : tight ? 176 : 238, top = tight ? 32 : 48;
    const bool flag = page.flag(ask.guest.country, {card.x + pad, card.y + top}, flagWidth, theme::kRadiusSmall, false);
    const float x = tall || !flag ? card.x + pad : card.x + pad + flagWidth + 36;
    const float nameTop = tall && flag ? card.y + top + flagWidth * 0.75F + 84 : card.y + (tight ? 92.0F : 116.0F);
    const float room = right - x;
    auto name = page.fit(ask.guest.name, theme::display(76), room, 52, 2);
    const int lines = page.measure(ask.guest.name, name.style, {room, name.lines}).lines;
    if (lines > 1) name.style = name.style.sized(page.fitSize(ask.guest.name, name.style, {room, 2}, 26, 46) - 1);
    const float up = lines > 1 && !tall ? 34.0F : 0.0F;  // the name's block stays beside the flag
    page.text({x, nameTop - up}, ask.guest.name, name.style, theme::kWhite, {room, name.lines});
    float y = nameTop - up + static_cast<float>(lines - 1) * name.style.size * 1.2F;
    if (!ask.guest.nativeName.empty()) {
        const auto native =
            page.fit(ask.guest.nativeName, theme::text(lines > 1 ? 36.0F : 48.0F, Weight::semibold), room, 20, 2);
        const int ownLines = page.measure(ask.guest.nativeName, native.style, {room, native.lines}).lines;
        y += native.style.size * 1.5F + 6;
        page.text({x, y}, ask.guest.nativeName, native.style, theme::kWhite, {room, native.lines});
        y += static_cast<float>(ownLines - 1) * native.style.size * 1.2F;
    }
    std::string line = ask.guest.countryName;
    if (!ask.guest.affiliation.empty()) line += " · " + ask.guest.affiliation;
    const float below =
        std::max(y + (tight ? 56.0F : 74.0F), tall ? 0 : card.y + top + flagWidth * 0.75F + (tight ? 48.0F : 64.0F));
    const float aboutRoom = card.right() - pad - card.x - pad;
    const auto about = page.fit(line, theme::text(32, Weight::medium), aboutRoom, 20, tall ? 2 : 1);
    page.text({card.x + pad, below}, line, about.style, theme::kWhite, {aboutRoom, about.lines});
    const float stateY = below + (tight ? 42.0F : 56.0F) +
                         (page.measure(line, about.style, {aboutRoom, about.lines}).lines > 1 ? 36.0F : 0.0F);
    if (ask.warn)
        page.sign(SignShape::triangle, Icon::bang, {card.x + pad, stateY - 30, 40, 40}, theme::kGold, theme::kPanel);
    const float stateX = card.x + pad + (ask.warn ? 54.0F : 0.0F), stateRoom = card.right() - pad - stateX;
    const auto state =
        page.fit(ask.state, theme::text(26, ask.warn ? Weight::semibold : Weight::regular), stateRoom, 17, 2);
    page.text({stateX, stateY}, ask.state, state.style, ask.warn ? theme::kGold : theme::kSoft,
              {stateRoom, state.lines});

    if (seat) {
        const Rect box = tall ? Rect{card.x + pad, card.bottom() - 200, seatWidth, 160}
                              : Rect{card.right() - 32 - seatWidth, card.y + (tight ? 20.0F : 32.0F), seatWidth,
                                     tight ? 172.0F : 224.0F};
        page.fill(box, theme::kInk, theme::kRadius);
        const float inner = box.x + 24, width = box.w - 48;
        if (!ask.guest.seat.empty()) {
            page.text({inner, box.y + 42}, ask.seatLabel, theme::text(22), theme::kSoft);
            const auto number = page.fit(ask.guest.seat, theme::display(tall || tight ? 56 : 84), width, 20, 1);
            page.text({inner - 2, box.y + (tall    ? 100.0F
                                           : tight ? 94.0F
                                                   : 122.0F)},
                      ask.guest.seat, number.style, theme::kWhite, {width, 1});
        }
        if (!ask.guest.category.empty()) {
            const float rule = box.bottom() - (tall ? 48 : 62);
            page.hairline({inner, rule}, {box.right() - 24, rule}, theme::kLine);
            const auto category = page.fit(ask.guest.category, theme::text(26, Weight::semibold), width, 16, 1);
            page.text({inner, rule + (tall ? 34.0F : 40.0F)}, ask.guest.category, category.style, theme::kWhite,
                      {width, 1});
        }
    }
}

}  // namespace

std::optional<DoorPress> drawSearch(Page& page, const DoorScreen& screen) {
    const SearchScreen& search = *screen.search;
    const float w = page.width(), margin = theme::kPageMargin;
    const float foot =
        page.height() - kStatusHeight - keyboardHeight(page, search.keyboard) - (search.keyboard.up ? 0 : 12);
    page.fill({0, 0, w, page.height()}, theme::kInk);
    std::optional<DoorPress> action = drawBack(page);
    if (const auto pressed = drawField(page, search, {104, 12, w - 104 - margin, 64})) action = pressed;
    const float top = page.portrait() && !search.checkCode.empty() ? kTop + 88 : kTop;
    const Rect list{margin, top, w - 2 * margin, foot - top};
    if (search.rows.empty()) {
        if (!search.emptyTitle.empty() && drawEmpty(page, search, list)) action = DoorAction::openSearch;
    } else {
        const float high = rowHeight(page);
        const auto shown = static_cast<std::size_t>(std::max(1.0F, (list.h + kRowGap) / (high + kRowGap)));
        std::size_t first = std::min(search.first, search.rows.size() - 1);
        if (search.selected >= first + shown) first = search.selected + 1 - shown;
        if (search.selected < first) first = search.selected;
        const bool pager = search.rows.size() > shown;
        const float width = list.w - (pager ? kPagerWidth + 12 : 0);
        for (std::size_t i = first; i < std::min(search.rows.size(), first + shown); ++i) {
            const Rect area{list.x, list.y + static_cast<float>(i - first) * (high + kRowGap), width, high};
            drawRow(page, search, search.rows[i], area, i == search.selected);
            if (page.canvas().pointer().clicked(page.px(area)))
                action = DoorPress(DoorAction::pick, static_cast<std::uint32_t>(i));
        }
        const float length = static_cast<float>(shown) * (high + kRowGap) - kRowGap;
        if (const auto turned = drawPager(page, {list.right() - kPagerWidth, list.y, kPagerWidth, length}, first, shown,
                                          search.rows.size()))
            action = turned;
    }
    if (const auto typed = drawKeyboard(page, search.keyboard)) action = typed;
    return action;
}

std::optional<DoorPress> drawConfirm(Page& page, const DoorScreen& screen) {
    const ConfirmScreen& ask = *screen.confirm;
    const float w = page.width(), margin = theme::kPageMargin, foot = page.height() - kStatusHeight;
    const bool tall = page.portrait();
    page.fill({0, 0, w, page.height()}, theme::kInk);
    std::optional<DoorPress> action = drawBack(page);
    const auto title = page.fit(ask.title, theme::display(34), w - margin - 112, 22, 1);
    page.text({112, 56}, ask.title, title.style, theme::kWhite, {w - margin - 112, 1});

    const float buttons = 88, question = tall ? 150 : 84, band = ask.note.empty() ? 0 : 72;
    const float buttonsTop = foot - 16 - (tall ? 2 * buttons + 12 : buttons);
    const Rect card{margin, 92, w - 2 * margin, buttonsTop - question - band - 92};
    page.fill(card, theme::kPanel, theme::kRadius);
    if (!ask.notes.empty())
        drawNotes(page, ask.notes, card);
    else if (ask.says.empty())
        drawConfirmed(page, ask, card);
    else
        drawSays(page, ask.says, card);
    if (band > 0) drawNoteBand(page, ask.note, {card.x, card.bottom(), card.w, band});

    const float questionY = card.bottom() + band + question / 2;
    const bool look = ask.warn || ask.refused || !ask.notes.empty();
    page.icon(look ? Icon::bang : Icon::question, {margin + 10, questionY - 17, 34, 34},
              look ? theme::kGold : theme::kSky, 2.4F);
    const float questionRoom = w - 2 * margin - 64;
    const auto words = page.fit(ask.question, theme::text(28, Weight::semibold), questionRoom, 19, 2);
    const int questionLines = page.measure(ask.question, words.style, {questionRoom, words.lines}).lines;
    page.text({margin + 60, questionY + 10 - static_cast<float>(questionLines - 1) * words.style.size * 0.6F},
              ask.question, words.style, theme::kWhite, {questionRoom, words.lines});

    ui::Button no, yes;
    no.label = ask.no;
    no.icon = Icon::back;
    no.keyCap = "Esc";
    no.kind = ask.yes.empty() ? ui::ButtonKind::primary : ui::ButtonKind::filled;
    yes.label = ask.yes;
    yes.icon = Icon::check;
    yes.keyCap = "F9";
    yes.kind = ui::ButtonKind::primary;
    yes.textSize = 34;
    const float whole = w - 2 * margin;
    Rect noArea{margin, buttonsTop, tall ? whole : 320, buttons},
        yesArea{margin + 336, buttonsTop, whole - 336, buttons};
    if (tall) {
        yesArea = {margin, buttonsTop, whole, buttons};
        noArea.y += buttons + 12;
    }
    if (ask.yes.empty()) noArea = {margin, buttonsTop, whole, buttons};
    if (ui::button(page.canvas(), page.px(noArea), no, page.k())) action = DoorAction::back;
    if (!ask.yes.empty() && ui::button(page.canvas(), page.px(yesArea), yes, page.k())) action = DoorAction::yes;
    return action;
}

}  // namespace turnout::kiosk
