#include "kiosk/views/start_view.h"

#include <algorithm>

#include "common/ui/widgets.h"
#include "kiosk/views/parts.h"

namespace turnout::kiosk {
namespace {

using Pressed = std::optional<StartPress>;

// "1 Event": the four things to choose, in their order.
void drawHead(Page& page, Point leftBaseline, int number, const std::string& title, float room, bool focused) {
    const Point disc{leftBaseline.x + 16, leftBaseline.y - 9};
    page.canvas().circle(page.px(disc), 16 * page.k(), theme::kSky);
    const TextStyle style = theme::text(20, Weight::bold);
    const std::string digit = std::to_string(number);
    page.text({disc.x - page.widthOf(digit, style) / 2, disc.y + 7}, digit, style, theme::kInk);
    const auto fitted = page.fit(title, theme::display(25), room - 44, 18, 1);
    page.text({leftBaseline.x + 44, leftBaseline.y}, title, fitted.style, theme::kWhite, {room - 44, 1});
    if (focused) {
        const float width = std::min(page.widthOf(title, fitted.style), room - 44);
        page.fill({leftBaseline.x + 44, leftBaseline.y + 8, width, 3}, theme::kSky, 1.5F);
    }
}

// What is chosen has its sign and is lighter; the keyboard's frame is only around the one that the arrows move.
bool drawCard(Page& page, const StartCard& card, const Rect& area, bool marked, float size, bool focused) {
    page.fill(area, card.chosen ? theme::kRaise : theme::kPanel, theme::kRadius);
    if (card.chosen && focused) page.outline(area, theme::kSky, 4, theme::kRadius);
    const float mark = marked ? 60 : 0;
    if (marked) {
        const Rect sign{area.x + 16, area.centre().y - 18, 36, 36};
        if (card.broken)
            page.sign(SignShape::triangle, Icon::bang, sign, theme::kGold, theme::kPanel);
        else if (card.chosen)
            page.sign(SignShape::circle, Icon::check, sign, theme::kSky, theme::kRaise);
        else {
            page.canvas().circle(page.px(sign.centre()), 18 * page.k(), theme::kEdge);
            page.canvas().circle(page.px(sign.centre()), 15.5F * page.k(), theme::kPanel);
        }
    } else if (card.chosen) {
        page.sign(SignShape::circle, Icon::check, {area.right() - 42, area.y + 12, 30, 30}, theme::kSky, theme::kRaise);
    }
    const float x = area.x + 20 + mark, whole = area.right() - 20 - x;
    const float room = whole - (card.chosen && !marked ? 34.0F : 0.0F);
    if (card.broken) {  // why, and what to do, whole
        const auto name = page.fit(card.title, theme::text(20, Weight::semibold), room, theme::kLeastText, 1);
        page.text({x, area.y + 25}, card.title, name.style, theme::kWhite, {room, 1});
        const TextStyle why = theme::text(17);
        const TextStyle set = why.sized(page.fitSize(card.second, why, {whole, 2}, theme::kLeastText, why.size));
        page.text({x, area.y + 48}, card.second, set, theme::kGold, {whole, 2});
        return page.canvas().pointer().clicked(page.px(area));
    }
    const std::string& second = marked ? card.second : card.detail;
    const float middle = area.centre().y, step = std::min(area.h * 0.27F, 24.0F);
    const bool mayWrap = !marked;  // a door's name on two lines, before it is cut; its way in gives place
    const auto title =
        page.fit(card.title, theme::text(size, Weight::semibold), room, mayWrap ? 20 : 16, mayWrap ? 2 : 1);
    if (mayWrap && page.measure(card.title, title.style, {room, title.lines}).lines > 1) {
        const float least = page.fitSize(card.title, title.style, {room, 2}, 16, title.style.size);
        page.text({x, middle - least * 0.25F}, card.title, title.style.sized(least), theme::kWhite, {room, 2});
        return page.canvas().pointer().clicked(page.px(area));
    }
    page.text({x, middle + (second.empty() ? 9 : -step * 0.2F)}, card.title, title.style, theme::kWhite, {room, 1});
    const TextStyle quiet = theme::text(18);
    const float detail = marked ? std::min(page.widthOf(card.detail, quiet), whole * 0.5F) : 0;
    if (detail > 0)
        page.text({area.right() - 20 - detail, middle + step + 2}, card.detail, quiet, theme::kSoft, {detail + 1, 1});
    if (!second.empty()) {
        const float left = whole - (detail > 0 ? detail + 16 : 0);
        const auto line = page.fit(second, theme::text(std::min(19.0F, size - 4)), left, 14, 1);
        page.text({x, middle + step + 2}, second, line.style, theme::kSoft, {left, 1});
    }
    return page.canvas().pointer().clicked(page.px(area));
}

// In the program's name's place, where it covers no choice; until the next press.
void drawTrouble(Page& page, const std::string& trouble, const Rect& band) {
    page.fill(band, theme::kGold, theme::kRadius);
    page.icon(Icon::bang, {band.x + 16, band.centre().y - 16, 32, 32}, theme::kInk);
    const float room = band.w - 76;
    const int most = page.portrait() ? 3 : 2;
    const TextStyle style = theme::text(22, Weight::semibold);
    const TextStyle set = style.sized(page.fitSize(trouble, style, {room, most}, 15, 22));
    const int lines = page.measure(trouble, set, {room, most}).lines;
    page.text({band.x + 60, band.centre().y + set.size * 0.36F - static_cast<float>(lines - 1) * set.size * 0.6F},
              trouble, set, theme::kInk, {room, most});
}

Pressed drawTop(Page& page, const StartScreen& screen) {
    const float w = page.width(), margin = theme::kPageMargin;
    Pressed action;
    if (screen.trouble.empty()) {
        const float name = page.text({margin, 55}, "Turnout", theme::display(40), theme::kWhite);
        const float room = w - 2 * margin - name - 18 - 260;
        const auto about = page.fit(screen.about, theme::text(24), room, 15, 1);
        page.text({margin + name + 18, 54}, screen.about, about.style, theme::kSoft, {room, 1});
    } else {
        drawTrouble(page, screen.trouble, {margin, 6, w - 2 * margin - 268, 68});
    }
    ui::Button chinese, english;
    chinese.label = screen.chinese;
    english.label = screen.english;
    chinese.textSize = english.textSize = 22;
    (screen.lang == Lang::zh ? chinese : english).kind = ui::ButtonKind::primary;
    if (ui::button(page.canvas(), page.px(Rect{w - margin - 252, 10, 112, 60}), chinese, page.k()))
        action = StartAction::chinese;
    if (ui::button(page.canvas(), page.px(Rect{w - margin - 128, 10, 128, 60}), english, page.k()))
        action = StartAction::english;
    page.hairline({margin, 80}, {w - margin, 80}, theme::kLine);
    return action;
}

bool drawBrowseButton(Page& page, const StartScreen& screen, const Rect& area) {
    ui::Button browse;
    browse.label = screen.browse;
    browse.icon = Icon::folder;
    browse.keyCap = "F2";
    browse.kind = ui::ButtonKind::ghost;
    browse.textSize = 22;
    return ui::button(page.canvas(), page.px(area), browse, page.k());
}

Pressed drawEvents(Page& page, const StartScreen& screen, const Rect& area) {
    Pressed action;
    drawHead(page, {area.x, area.y + 28}, 1, screen.eventTitle, area.w, screen.focused == 0);
    float y = area.y + 48;
    if (!screen.noEvents.empty()) {
        const TextStyle style = theme::text(22);
        const TextStyle set = style.sized(page.fitSize(screen.noEvents, style, {area.w, 4}, 15, 22));
        page.text({area.x, y + 30}, screen.noEvents, set, screen.looking ? theme::kSoft : theme::kGold, {area.w, 4});
        if (drawBrowseButton(page, screen, {area.x, y + 208, area.w, 60})) action = StartAction::browse;
        return action;
    }
    for (std::size_t i = 0; i < screen.events.size(); ++i) {
        if (drawCard(page, screen.events[i], {area.x, y, area.w, 92}, true, 26, screen.focused == 0))
            action = StartPress(StartAction::chooseEvent, static_cast<std::uint32_t>(i));
        y += 104;
    }
    const float left = screen.moreEvents ? (area.w - 12) / 2 : 0;
    ui::Button another;
    another.label = screen.another;
    another.kind = ui::ButtonKind::ghost;
    another.textSize = 22;
    if (screen.moreEvents && ui::button(page.canvas(), page.px(Rect{area.x, y, left, 60}), another, page.k()))
        action = StartAction::anotherEvents;
    const float x = screen.moreEvents ? area.x + left + 12 : area.x;
    if (drawBrowseButton(page, screen, {x, y, area.right() - x, 60})) action = StartAction::browse;
    return action;
}

// Folders and event files, the chosen one always in sight.
Pressed drawBrowser(Page& page, const StartScreen& screen, const Rect& area) {
    Pressed action;
    ui::Button back;
    back.icon = Icon::back;
    if (ui::button(page.canvas(), page.px(Rect{area.x, area.y, 64, 64}), back, page.k())) action = StartAction::back;
    const Rect field{area.x + 80, area.y, area.w - 80, 64};
    ui::field(page.canvas(), page.px(field), screen.path.typed, screen.path.hint, true, page.k());
    if (screen.path.selected) page.fill(field.inset(8), theme::kSky.faded(0.35F), theme::kRadiusSmall);
    if (page.canvas().pointer().clicked(page.px(field))) action = StartAction::typePath;
    const float high = 64, gap = 8, top = area.y + 80;
    const std::size_t columns = page.portrait() ? 1 : 2;
    const float width = (area.w - 16 * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    const auto rows = static_cast<std::size_t>(std::max(1.0F, (area.bottom() - top + gap) / (high + gap)));
    const auto chosen =
        std::find_if(screen.entries.begin(), screen.entries.end(), [](const StartCard& card) { return card.chosen; });
    const auto at = chosen == screen.entries.end() ? 0 : static_cast<std::size_t>(chosen - screen.entries.begin());
    const std::size_t shown = rows * columns, first = at / shown * shown;
    const auto boxOf = [&](std::size_t cell) {
        return Rect{area.x + static_cast<float>(cell / rows) * (width + 16),
                    top + static_cast<float>(cell % rows) * (high + gap), width, high};
    };
    for (std::size_t i = first; i < std::min(screen.entries.size(), first + shown); ++i) {
        if (drawCard(page, screen.entries[i], boxOf(i - first), false, 23, true))
            action = StartPress(StartAction::openEntry, static_cast<std::uint32_t>(i));
    }
    if (!screen.noEntries.empty()) {
        // After the way up; under it when the keyboard leaves one upright column no second row.
        Rect box = boxOf(std::min(screen.entries.size(), shown - 1));
        if (screen.entries.size() >= shown) box.y += high;
        page.text({box.x, box.centre().y + 8}, screen.noEntries, theme::text(22),
                  screen.looking ? theme::kSoft : theme::kGold, {box.w, 2});
    }
    return action;
}

// In or out, beside the head of the doors.
Pressed drawWays(Page& page, const StartScreen& screen, const Rect& area) {
    Pressed action;
    const float gap = 8, width = (area.w - gap) / 2;
    for (std::size_t i = 0; i < screen.ways.size(); ++i) {
        ui::Button way;
        way.label = screen.ways[i].title;
        way.textSize = 21;
        if (screen.ways[i].chosen)
            way.kind = ui::ButtonKind::primary;
        else
            way.keyCap = "F8";
        const Rect cell{area.x + static_cast<float>(i) * (width + gap), area.y, width, area.h};
        if (ui::button(page.canvas(), page.px(cell), way, page.k()))
            action = StartPress(StartAction::chooseWay, static_cast<std::uint32_t>(i));
    }
    return action;
}

Pressed drawDoors(Page& page, const StartScreen& screen, const Rect& area) {
    constexpr float kWays = 330;
    const float head = screen.ways.empty() ? area.w : area.w - kWays - 16;
    drawHead(page, {area.x, area.y + 28}, 2, screen.doorTitle, head, screen.focused == 1);
    Pressed action = drawWays(page, screen, {area.right() - kWays, area.y - 15, kWays, 58});
    if (screen.doors.empty()) {
        const Rect field{area.x, area.y + 48, area.w, 64};
        ui::field(page.canvas(), page.px(field), screen.newDoor.typed, screen.newDoor.hint, screen.newDoor.focused,
                  page.k());
        if (page.canvas().pointer().clicked(page.px(field))) action = StartAction::typeDoor;
        return action;
    }
    const float gap = 12;
    const auto widthOf = [&](std::size_t columns) {
        return (area.w - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    };
    const auto tooNarrow = [&](std::size_t columns) {  // for a name on two lines
        return std::any_of(screen.doors.begin(), screen.doors.end(), [&](const StartCard& door) {
            const Limit room{widthOf(columns) - 74, 0};
            return page.measure(door.title, theme::text(16, Weight::semibold), room).lines > 2;
        });
    };
    std::size_t columns = screen.doors.size() <= 3 ? screen.doors.size() : (screen.doors.size() + 1) / 2;
    if (screen.doors.size() == 3 && tooNarrow(columns)) columns = 2;
    const std::size_t rows = (screen.doors.size() + columns - 1) / columns;
    const float width = widthOf(columns);
    const float high = rows == 1 ? 84 : 60;
    for (std::size_t i = 0; i < screen.doors.size(); ++i) {
        StartCard card = screen.doors[i];
        if (rows > 1) card.detail.clear();
        const Rect cell{area.x + static_cast<float>(i % columns) * (width + gap),
                        area.y + 48 + static_cast<float>(i / columns) * (high + 8), width, high};
        if (drawCard(page, card, cell, false, 25, screen.focused == 1))
            action = StartPress(StartAction::chooseDoor, static_cast<std::uint32_t>(i));
    }
    return action;
}

Pressed drawCameras(Page& page, const StartScreen& screen, const Preview& preview, const Rect& area) {
    Pressed action;
    drawHead(page, {area.x, area.y + 28}, 3, screen.cameraTitle, area.w, screen.focused == 2);
    const float pictureWidth = area.w * 0.49F;
    const Rect picture{area.x, area.y + 48, pictureWidth, 204};
    if (preview.picture != nullptr) {
        drawPicture(page, preview, picture, theme::kRadius);
    } else {
        page.fill(picture, theme::kPanel, theme::kRadius);
        page.icon(Icon::camera, {picture.centre().x - 36, picture.centre().y - 36, 72, 72}, theme::kEdge);
    }
    const std::size_t shown = std::min<std::size_t>(screen.cameras.size(), 3), skipped = screen.cameras.size() - shown;
    std::size_t row = 0;
    for (std::size_t i = 0; i < screen.cameras.size(); ++i) {
        // More than fit: the chosen one and the last, "No camera", are always there.
        const bool last = i + 1 == screen.cameras.size();
        if (skipped > 0 && !last && row >= 2) continue;
        const Rect cell{picture.right() + 16, area.y + 48 + static_cast<float>(row) * 70,
                        area.right() - picture.right() - 16, 64};
        if (drawCard(page, screen.cameras[i], cell, false, 21, screen.focused == 2))
            action = StartPress(StartAction::chooseCamera, static_cast<std::uint32_t>(i));
        ++row;
    }
    return action;
}

Pressed drawVolunteer(Page& page, const StartScreen& screen, const Rect& area) {
    Pressed action;
    drawHead(page, {area.x, area.y + 28}, 4, screen.volunteerTitle, area.w, screen.focused == 3);
    const Rect field{area.x, area.y + 48, area.w, 62};
    ui::field(page.canvas(), page.px(field), screen.volunteer.typed, screen.volunteer.hint, screen.volunteer.focused,
              page.k());
    if (page.canvas().pointer().clicked(page.px(field))) action = StartAction::typeVolunteer;
    float x = area.x;
    for (std::size_t i = 0; i < screen.volunteers.size(); ++i) {
        ui::Button chip;
        chip.label = screen.volunteers[i];
        chip.textSize = 22;
        const float width = std::min(ui::buttonWidth(page.canvas(), chip, page.k()) / page.k(), area.w);
        if (x + width > area.right() + 1) break;
        if (ui::button(page.canvas(), page.px(Rect{x, field.bottom() + 14, width, 60}), chip, page.k()))
            action = StartPress(StartAction::chooseVolunteer, static_cast<std::uint32_t>(i));
        x += width + 12;
    }
    return action;
}

Pressed fromKeyboard(const std::optional<DoorPress>& press) {
    if (!press) return {};
    switch (press->action) {
        case DoorAction::letter: return StartPress(StartAction::letter, press->value);
        case DoorAction::eraseLetter: return StartPress(StartAction::eraseLetter);
        case DoorAction::otherLayer: return StartPress(StartAction::otherLayer);
        default: return {};
    }
}

}  // namespace

Pressed drawStart(ui::Canvas& canvas, const StartScreen& screen, const Preview& preview) {
    Page page(canvas);
    const float w = page.width(), h = page.height(), margin = theme::kPageMargin;
    page.fill({0, 0, w, h}, theme::kInk);
    Pressed action = drawTop(page, screen);
    const auto take = [&](Pressed pressed) {
        if (pressed) action = pressed;
    };
    const bool tall = page.portrait(), typing = screen.keyboard.up;
    const float foot = h - 24 - 64;
    const float half = tall ? w - 2 * margin : (w - 2 * margin - 32) / 2, right = tall ? margin : margin + half + 32;
    if (screen.browsing) {
        take(drawBrowser(page, screen, {margin, 92, w - 2 * margin, (typing ? 284.0F : foot - 16) - 92}));
        take(fromKeyboard(drawKeyboard(page, screen.keyboard)));
    } else if (typing) {  // the field and the keys; the rest comes back afterwards
        if (screen.doorIsTyped)
            take(drawDoors(page, screen, {margin, 92, w - 2 * margin, 170}));
        else
            take(drawVolunteer(page, screen, {margin, 92, w - 2 * margin, 200}));
        take(fromKeyboard(drawKeyboard(page, screen.keyboard)));
    } else if (tall) {
        take(drawEvents(page, screen, {margin, 92, half, 340}));
        take(drawDoors(page, screen, {margin, 440, half, 170}));
        take(drawCameras(page, screen, preview, {margin, 640, half, 270}));
        take(drawVolunteer(page, screen, {margin, 920, half, 200}));
    } else {
        take(drawEvents(page, screen, {margin, 92, half, 330}));
        take(drawDoors(page, screen, {margin, 436, half, 170}));
        take(drawCameras(page, screen, preview, {right, 92, half, 260}));
        take(drawVolunteer(page, screen, {right, 364, half, 200}));
    }
    ui::Button start;
    start.label = screen.wanting.empty() ? screen.start : screen.wanting;
    start.icon = Icon::arrow;
    start.keyCap = "F9";
    start.kind = screen.canStart ? ui::ButtonKind::primary : ui::ButtonKind::filled;
    start.enabled = screen.canStart;
    start.textSize = 30;
    const float top = typing ? 300 : foot;
    const float clock = screen.clock.empty() ? 0 : 110;
    if (ui::button(page.canvas(), page.px(Rect{margin, top, w - 2 * margin - clock, 72}), start, page.k()))
        action = StartAction::start;
    if (clock > 0)
        page.text({w - margin - clock, top + 46}, screen.clock, theme::number(30), theme::kWhite,
                  {clock, 1, ui::Align::right});
    return action;
}

}  // namespace turnout::kiosk
