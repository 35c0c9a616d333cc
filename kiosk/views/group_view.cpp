// A coach's list, or a paper list: choose the university, tick the names.
#include <algorithm>

#include "common/base/isolated.h"
#include "common/ui/widgets.h"
#include "kiosk/views/parts.h"

namespace turnout::kiosk {
namespace {

constexpr std::size_t kPageOfCells = 24;

std::optional<DoorPress> drawUniversities(Page& page, const GroupScreen& group, const Rect& whole) {
    std::optional<DoorPress> action;
    if (group.choices.empty()) {
        page.text({whole.x, whole.y + 60}, group.summary, theme::text(26), theme::kSoft,
                  {whole.w, 3, ui::Align::centre});
        return action;
    }
    Rect area = whole;
    const std::size_t columns = page.portrait() ? 1 : 2;
    const std::size_t rows = (group.choices.size() + columns - 1) / columns;
    const float gap = 12;
    const float high = std::clamp((area.h + gap) / static_cast<float>(std::max<std::size_t>(rows, 1)) - gap,
                                  theme::kLeastTarget, 88.0F);
    const auto fitting = static_cast<std::size_t>((area.h + gap) / (high + gap)) * columns;
    const std::size_t first = group.focused / fitting * fitting;
    if (group.choices.size() > fitting) {
        area.w -= theme::kLeastTarget + gap;
        const Rect pager{area.right() + gap, area.y, theme::kLeastTarget,
                         static_cast<float>(fitting / columns) * (high + gap) - gap};
        if (const auto turned = drawPager(page, pager, first, fitting, group.choices.size()))
            action = DoorPress(turned->action, static_cast<std::uint32_t>(fitting));
    }
    const float width = (area.w - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    for (std::size_t i = first; i < std::min(group.choices.size(), first + fitting); ++i) {
        const std::size_t at = i - first;
        const Rect box{area.x + static_cast<float>(at % columns) * (width + gap),
                       area.y + static_cast<float>(at / columns) * (high + gap), width, high};
        page.fill(box, theme::kRaise, theme::kRadiusRow);
        if (i == group.focused) page.outline(box, theme::kSky, 4, theme::kRadiusRow);
        const TextStyle quiet = theme::text(20);
        const float detail = page.widthOf(group.choiceDetails[i], quiet), room = box.w - 72 - detail;
        const auto name = page.fit(group.choices[i], theme::text(25, Weight::semibold), room, 18, 2);
        const int lines = page.measure(group.choices[i], name.style, {room, name.lines}).lines;
        page.text({box.x + 24,
                   box.centre().y + name.style.size * 0.35F - static_cast<float>(lines - 1) * name.style.size * 0.6F},
                  group.choices[i], name.style, theme::kWhite, {room, name.lines});
        page.text({box.right() - 24 - detail, box.centre().y + 7}, group.choiceDetails[i], quiet, theme::kSoft);
        if (page.canvas().pointer().clicked(page.px(box)))
            action = DoorPress(DoorAction::pick, static_cast<std::uint32_t>(i));
    }
    return action;
}

// Ticked or not, or why not any more.
void drawTick(Page& page, const GroupCell& cell, const Rect& tick) {
    const bool warn = (!cell.in.empty() && !cell.byUs) || !cell.refused.empty();
    if (cell.byUs) {
        page.sign(SignShape::ring, Icon::check, tick, theme::kSky, theme::kPanel);
    } else if (warn && !cell.ticked) {
        page.sign(SignShape::triangle, Icon::bang, tick.inset(-2), theme::kGold, theme::kPanel);
    } else if (cell.ticked) {
        page.fill(tick, theme::kSky, 6);
        page.icon(Icon::check, tick.inset(3), theme::kInk, 2.8F);
    } else {
        page.outline(tick, theme::kEdge, 2, 6);
    }
}

void drawName(Page& page, const std::string& who, Colour colour, Point leftMiddle, const Page::Fitted& name,
              float room) {
    const int lines = page.measure(who, name.style, {room, name.lines}).lines;
    leftMiddle.y += name.style.size * 0.35F - static_cast<float>(lines - 1) * name.style.size * 0.6F;
    page.text(leftMiddle, who, name.style, colour, {room, name.lines});
}

// On one line with the name while there is room, in its order whatever script the name is in.
std::string withBeside(const GroupCell& cell) {
    return cell.beside.empty() ? cell.name : leftToRight(isolated(cell.name) + " · " + cell.beside);
}

// Who needs something: the sign in the flag's place, and under the name what it is. The name gives way to it.
void drawNoted(Page& page, const GroupCell& cell, const Rect& box, const std::string& words, Colour colour) {
    constexpr float kLeft = 12, kTick = 24, kSign = 32, kLine = 1.08F;
    const TextStyle small = theme::text(theme::kLeastText, Weight::semibold);
    const float middle = box.centre().y, upper = middle - (words.empty() ? 0.0F : 11.0F), left = box.x + kLeft;
    drawTick(page, cell, {left, upper - kTick / 2, kTick, kTick});
    page.sign(SignShape::diamond, Icon::bang, {left + kTick + 8, upper - kSign / 2, kSign, kSign}, theme::kGold,
              theme::kRaise);
    page.text({left, middle + 20}, words, small, colour);
    const float x = left + std::max(kTick + 8 + kSign, page.widthOf(words, small)) + 10, room = box.right() - 8 - x;
    TextStyle style = theme::text(22, Weight::semibold), least = small;
    style.lineHeight = least.lineHeight = kLine;
    std::string who = withBeside(cell), what = cell.note;
    const bool large = page.widthOf(who, style) <= room && page.widthOf(what, style.sized(18)) <= room;
    if (!cell.beside.empty() && page.widthOf(who, large ? style : least) > room) {
        who = cell.name;
        what = cell.beside + " · " + what;
    }
    const TextStyle name = large ? style : least, note = large ? style.sized(18) : least;
    const auto lines = [&](const std::string& text, const TextStyle& in, int most) {
        return std::min(most, page.measure(text, in, {room, most}).lines);
    };
    const int most = std::max(2, static_cast<int>((box.h - 2) / (least.size * kLine)));
    const int noteLines = lines(what, note, 2), nameLines = lines(who, name, std::clamp(most - noteLines, 1, 2));
    const float nameHigh = static_cast<float>(nameLines) * name.size * kLine,
                noteHigh = static_cast<float>(noteLines) * note.size * kLine;
    const float top = middle - (nameHigh + noteHigh) / 2;
    page.text({x, top + name.size * 0.86F}, who, name, cell.in.empty() ? theme::kWhite : theme::kSoft,
              {room, nameLines});
    page.text({x, top + nameHigh + note.size * 0.86F}, what, note, theme::kGold, {room, noteLines});
}

// Beside the name stands when they came or why not; a long name has no room for it there, and it goes under the flag.
// What tells the guest from a namesake has its own line rather than being cut with the name.
void drawCell(Page& page, const GroupCell& cell, const Rect& box, bool focused) {
    page.fill(box, cell.in.empty() ? theme::kRaise : theme::kPanel, theme::kRadiusRow);
    if (focused) page.outline(box, theme::kSky, 4, theme::kRadiusRow);
    constexpr float kLeft = 14, kTick = 30, kFlag = 44, kLeastName = 18;
    const float middle = box.centre().y;
    const std::string& words = cell.in.empty() ? cell.refused : cell.in;
    const Colour colour = cell.byUs ? theme::kSoft : theme::kGold,
                 white = cell.in.empty() ? theme::kWhite : theme::kSoft;
    const TextStyle style = theme::text(23, Weight::semibold);
    const float nameX = box.x + kLeft + kTick + 14 + (cell.country.isCountry() ? kFlag + 14 : 0.0F);
    const TextStyle when = theme::text(20, Weight::semibold);
    const float used = words.empty() ? 0 : page.widthOf(words, when) + 10, room = box.right() - 14 - used - nameX;
    if (!cell.note.empty()) return drawNoted(page, cell, box, words, colour);
    const std::string who = withBeside(cell);
    const auto name = page.fit(who, style, room, kLeastName, 2);
    if (!page.measure(who, name.style, {room, name.lines}).cut) {
        drawTick(page, cell, {box.x + kLeft, middle - kTick / 2, kTick, kTick});
        drawFlagged(page, cell.country, {box.x + kLeft + kTick + 14, middle}, kFlag);
        drawName(page, who, white, {nameX, middle}, name, room);
        page.text({box.right() - 14, middle + 7}, words, when, colour, {0, 0, ui::Align::right});
        return;
    }
    const TextStyle small = theme::text(theme::kLeastText, Weight::semibold);
    const float left = box.x + kLeft - 2, upper = middle - (words.empty() ? 0.0F : 11.0F);
    drawTick(page, cell, {left, upper - 12, 24, 24});
    drawFlagged(page, cell.country, {left + 34, upper}, 32);
    page.text({left, middle + 20}, words, small, colour);
    const float x = left + std::max(66.0F, page.widthOf(words, small)) + 10, wide = box.right() - 10 - x;
    const int most = box.h >= 62 ? 3 : 2;  // clear of the edges
    auto fitted = page.fit(who, style, wide, theme::kLeastText, 2);
    if (page.measure(who, fitted.style, {wide, 2}).cut) fitted = {style.sized(theme::kLeastText), most};
    if (cell.beside.empty() || !page.measure(who, fitted.style, {wide, fitted.lines}).cut)
        return drawName(page, who, white, {x, middle}, fitted, wide);
    const int lines = std::min(most - 1, page.measure(cell.name, small, {wide, most - 1}).lines);
    const float step = small.size * small.lineHeight, foot = middle + static_cast<float>(lines) * step / 2;
    drawName(page, cell.name, white, {x, middle - step / 2}, {small, lines}, wide);
    page.text({x, foot + small.size * 0.35F}, cell.beside, small, theme::kSoft, {wide, 1});
}

struct Grid {
    std::size_t columns, rows, first;
    float gap;
};

// Column by column; `area` is as high as one row.
std::optional<DoorPress> drawCells(Page& page, const GroupScreen& group, const Rect& area, const Grid& grid) {
    std::optional<DoorPress> action;
    const float width = (area.w - 12 * static_cast<float>(grid.columns - 1)) / static_cast<float>(grid.columns);
    const std::size_t end = std::min(group.cells.size(), grid.first + grid.rows * grid.columns);
    for (std::size_t i = grid.first; i < end; ++i) {
        const std::size_t at = i - grid.first;
        const Rect box{area.x + static_cast<float>(at / grid.rows) * (width + 12),
                       area.y + static_cast<float>(at % grid.rows) * (area.h + grid.gap), width, area.h};
        drawCell(page, group.cells[i], box, i == group.focused);
        const Rect finger{box.x, box.y - grid.gap / 2, box.w, box.h + grid.gap};
        if (page.canvas().pointer().clicked(page.px(finger)))
            action = DoorPress(DoorAction::pick, static_cast<std::uint32_t>(i));
    }
    return action;
}

// In the middle of the list's place.
void drawSaid(Page& page, const std::string& words, const Rect& area) {
    if (words.empty()) return;
    const auto fitted = page.fit(words, theme::text(26), area.w - 48, 18, 3);
    page.text({area.x + 24, area.centre().y}, words, fitted.style, theme::kSoft,
              {area.w - 48, fitted.lines, ui::Align::centre});
}

// By touch: what is typed above, whom it finds, the keyboard below. A name that is tapped is ticked, and the next may
// be typed.
std::optional<DoorPress> drawFinding(Page& page, const GroupScreen& group, std::optional<DoorPress> action) {
    const float w = page.width(), margin = theme::kPageMargin, gap = 8, high = 64;
    const float foot = page.height() - kStatusHeight - keyboardHeight(page, group.keyboard);
    const Rect field{104, 12, w - 104 - margin, 64}, list{margin, 88, w - 2 * margin, foot - 88};
    page.fill(field, theme::kPanel, theme::kRadius);
    page.outline(field, theme::kSky, 4, theme::kRadius);
    page.icon(Icon::search, {field.x + 22, field.centre().y - 15, 30, 30}, theme::kSky, 2.4F);
    const float room = field.w - 90;
    const bool hint = group.typed.empty();
    const auto words = page.fit(hint ? group.findHint : group.typed, theme::text(28, Weight::medium), room, 20, 1);
    page.text({field.x + 70, field.centre().y + words.style.size * 0.35F}, hint ? group.findHint : group.typed,
              words.style, hint ? theme::kSoft : theme::kWhite, {room, 1});
    const auto rows = static_cast<std::size_t>(std::max(1.0F, (list.h + gap) / (high + gap)));
    drawSaid(page, group.said, list);
    const auto pressed =
        drawCells(page, group, {list.x, list.y, list.w, high}, {page.portrait() ? 2U : 3U, rows, 0, gap});
    if (pressed) action = pressed;
    if (const auto typed = drawKeyboard(page, group.keyboard)) action = typed;
    return action;
}

}  // namespace

std::optional<DoorPress> drawGroup(Page& page, const DoorScreen& screen) {
    const GroupScreen& group = *screen.group;
    const float w = page.width(), margin = theme::kPageMargin, foot = page.height() - kStatusHeight;
    const bool tall = page.portrait();
    page.fill({0, 0, w, page.height()}, theme::kInk);
    std::optional<DoorPress> action = drawBack(page);
    const auto take = [&](std::optional<DoorPress> pressed) {
        if (pressed) action = pressed;
    };
    if (group.university.empty()) {
        const auto title = page.fit(group.title, theme::display(34), w - margin - 112, 22, 1);
        page.text({112, 56}, group.title, title.style, theme::kWhite, {w - margin - 112, 1});
        take(drawUniversities(page, group, {margin, 96, w - 2 * margin, foot - 96 - 16}));
        return action;
    }
    if (group.keyboard.up) return drawFinding(page, group, action);
    if (group.tickAll.empty()) {  // the list is not there yet
        drawTitle(page, group.university, w - margin);
        drawSaid(page, group.said, {margin, 84, w - 2 * margin, foot - 84});
        return action;
    }
    ui::Button all, none, find;
    find.icon = Icon::search;
    all.label = group.tickAll;
    all.icon = Icon::check;
    none.label = group.tickNone;
    none.icon = Icon::cross;
    all.keyCap = "F6";
    none.keyCap = "F7";
    all.enabled = group.canTick;
    none.enabled = group.canUntick;
    all.textSize = none.textSize = 22;
    const float allWidth = ui::buttonWidth(page.canvas(), all, page.k()) / page.k();
    const float noneWidth = ui::buttonWidth(page.canvas(), none, page.k()) / page.k();
    const float buttonsY = tall ? 88 : 12;
    const float noneX = tall ? margin + allWidth + 16 : w - margin - noneWidth;
    const float allX = tall ? margin : noneX - 16 - allWidth;
    if (ui::button(page.canvas(), page.px(Rect{allX, buttonsY, allWidth, 64}), all, page.k()))
        take(DoorPress(DoorAction::all));
    if (ui::button(page.canvas(), page.px(Rect{noneX, buttonsY, noneWidth, 64}), none, page.k()))
        take(DoorPress(DoorAction::none));
    const float findX = tall ? w - margin - 64 : allX - 16 - 64;
    if (ui::button(page.canvas(), page.px(Rect{findX, buttonsY, 64, 64}), find, page.k()))
        take(DoorPress(DoorAction::showKeyboard));
    const float titleRoom = (tall ? w - margin : findX - 24) - 112;
    const auto title = page.fit(group.university, theme::display(32), titleRoom, 24, 1);
    page.text({112, 55}, group.university, title.style, theme::kWhite, {titleRoom, 1});

    const std::size_t most = tall ? 2 : 3, rows = kPageOfCells / most;
    // A short list has wider columns: its names are told whole.
    const std::size_t columns = std::clamp((group.cells.size() + rows - 1) / rows, most - 1, most);
    // Eight rows of 56 are the least that a finger meets at 1024 x 600.
    const float bar = tall ? 72 : 62, below = tall ? 16 : 10, gap = tall ? 8 : 5;
    const float top = tall ? 168 : 84, barTop = foot - below - (tall ? 148 : bar);
    const bool pager = group.cells.size() > kPageOfCells;
    const float area = w - 2 * margin - (pager ? theme::kLeastTarget + 12 : 0.0F);
    const float high = std::min(72.0F, (barTop - below + 2 - top + gap) / static_cast<float>(rows) - gap);
    drawSaid(page, group.said, {margin, top, w - 2 * margin, barTop - top});
    take(drawCells(page, group, {margin, top, area, high}, {columns, rows, group.first, gap}));
    if (pager)
        take(drawPager(
            page,
            {w - margin - theme::kLeastTarget, top, theme::kLeastTarget, static_cast<float>(rows) * (high + gap) - gap},
            group.first, kPageOfCells, group.cells.size()));

    // Where nobody is left to admit, the way back of those who were.
    const bool undo = !group.canAdmit && !group.undo.empty();
    ui::Button admit;
    admit.label = undo ? group.undo : group.admit;
    admit.icon = undo ? Icon::undo : Icon::check;
    admit.keyCap = undo ? "F8" : "F9";
    admit.kind = undo ? ui::ButtonKind::filled : ui::ButtonKind::primary;
    admit.enabled = undo || group.canAdmit;
    admit.textSize = 30;
    const float admitWidth = tall ? w - 2 * margin : 460;
    const Rect place{w - margin - admitWidth, foot - below - bar, admitWidth, bar};
    if (ui::button(page.canvas(), page.px(place), admit, page.k()))
        take(DoorPress(undo ? DoorAction::undo : DoorAction::yes));
    const float baseline = tall ? barTop + 28 : place.y + 26;
    const float room = (tall ? w - margin : place.x - 24) - margin;
    const auto summary = page.fit(group.summary, theme::text(26, Weight::bold), room * 0.6F, 18, 1);
    const float used = page.text({margin, baseline}, group.summary, summary.style, theme::kWhite, {room * 0.6F, 1});
    const auto detail = page.fit(group.detail, theme::text(20), room - used - 20, 15, 1);
    page.text({margin + used + 20, baseline}, group.detail, detail.style, theme::kSoft, {room - used - 20, 1});
    // Under it the key of the frame, and which part of the list this is.
    const TextStyle small = theme::text(17);
    const float line = baseline + 28;
    const std::string cap = group.found.empty() ? "Ins" : group.cells.empty() ? "Esc" : "Enter";
    const float key =
        ui::keyCap(page.canvas(), page.px(Point{margin, line - 6}), cap, theme::kSoft, page.k()) / page.k() + 10;
    const float pages = page.widthOf(group.pages, small) + 20;
    page.text({margin + room, line}, group.pages, small, theme::kSoft, {0, 0, ui::Align::right});
    const std::string& words = group.found.empty() ? group.keyTicks : group.found;
    const Colour colour = group.found.empty() ? theme::kSoft : theme::kGold;
    const auto ticks = page.fit(words, small, room - key - pages, 16, 1);
    page.text({margin + key, line}, words, ticks.style, colour, {room - key - pages, 1});
    return action;
}

}  // namespace turnout::kiosk
