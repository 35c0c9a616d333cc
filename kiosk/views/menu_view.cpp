// The menu of a door, the PIN pad, who is inside, settings.
#include <algorithm>

#include "common/ui/widgets.h"
#include "kiosk/views/parts.h"

namespace turnout::kiosk {
namespace {

Icon iconOf(TileIcon icon) {
    switch (icon) {
        case TileIcon::quiet: return Icon::mute;
        case TileIcon::people: return Icon::list;
        case TileIcon::paper: return Icon::list;
        case TileIcon::test: return Icon::check;
        case TileIcon::rehearsal: return Icon::again;
        case TileIcon::door: return Icon::door;
        case TileIcon::settings: return Icon::gear;
        case TileIcon::close: return Icon::exit;
    }
    return Icon::gear;
}

// A low tile has smaller letters rather than letters at its edges.
void drawTile(Page& page, const MenuTile& tile, const Rect& area) {
    page.fill(area, theme::kRaise, theme::kRadius);
    if (tile.on) page.outline(area, theme::kGold, 3, theme::kRadius);
    const float middle = area.centre().y;
    page.icon(iconOf(tile.icon), {area.x + 24, middle - 22, 44, 44}, tile.on ? theme::kGold : theme::kSky);
    const float x = area.x + 92, room = area.right() - 20 - x - (tile.locked ? 40.0F : 0.0F);
    const float small = std::clamp((88 - area.h) / 18, 0.0F, 1.0F);
    const auto title = page.fit(tile.title, theme::text(28 - 5 * small, Weight::semibold), room, 20, 1);
    page.text({x, middle - 6 + 2 * small}, tile.title, title.style, theme::kWhite, {room, 1});
    const auto detail = page.fit(tile.detail, theme::text(19 - 2 * small), room, 16, 1);
    page.text({x, middle + 26 - 5 * small}, tile.detail, detail.style, theme::kSoft, {room, 1});
    if (tile.locked) page.icon(Icon::lock, {area.right() - 50, middle - 15, 30, 30}, theme::kSoft);
}

}  // namespace

std::optional<DoorPress> drawMenu(Page& page, const DoorScreen& screen) {
    const MenuScreen& menu = *screen.menu;
    const float w = page.width(), margin = theme::kPageMargin;
    const bool tall = page.portrait();
    page.fill({0, 0, w, page.height()}, theme::kInk);
    std::optional<DoorPress> action = drawBack(page);
    const auto take = [&](std::optional<DoorPress> pressed) {
        if (pressed) action = pressed;
    };
    drawTitle(page, menu.title, w - margin);

    // Who stands here: those of before by one touch, anybody else by typing.
    page.text({margin, 122}, menu.volunteerTitle, theme::display(26), theme::kWhite);
    ui::Button enter;
    enter.label = menu.enter;
    enter.icon = Icon::check;
    enter.keyCap = "F9";
    enter.kind = menu.volunteer.typed.empty() ? ui::ButtonKind::filled : ui::ButtonKind::primary;
    enter.enabled = !menu.volunteer.typed.empty();
    const float enterWidth = ui::buttonWidth(page.canvas(), enter, page.k()) / page.k();
    const float fieldWidth = (tall ? w - 2 * margin : 720) - enterWidth - 12;
    const Rect field{margin, 140, fieldWidth, 64};
    ui::field(page.canvas(), page.px(field), menu.volunteer.typed, menu.volunteer.hint, menu.volunteer.focused,
              page.k());
    if (page.canvas().pointer().clicked(page.px(field))) take(DoorPress(DoorAction::focus));
    if (ui::button(page.canvas(), page.px(Rect{field.right() + 12, field.y, enterWidth, 64}), enter, page.k()))
        take(DoorPress(DoorAction::yes));
    const float lastRow = tall ? 288 : 220;
    constexpr float kBelow = 220;  // the field, beside which there is room for the first ones on a wide screen
    float x = tall ? margin : field.right() + 12 + enterWidth + 24, y = tall ? kBelow : field.y + 2;
    for (std::size_t i = 0; i < menu.volunteers.size(); ++i) {
        ui::Button chip;
        chip.label = menu.volunteers[i];
        chip.textSize = 24;
        const float width = std::min(ui::buttonWidth(page.canvas(), chip, page.k()) / page.k(), w - 2 * margin);
        if (x + width > w - margin) {
            x = margin;
            y = y < kBelow ? kBelow : y + 68;
        }
        if (y > lastRow) break;
        if (ui::button(page.canvas(), page.px(Rect{x, y, width, 60}), chip, page.k()))
            take(DoorPress(DoorAction::pick, kMenuTiles + static_cast<std::uint32_t>(i)));
        x += width + 12;
    }
    if (menu.keyboard.up) {
        take(drawKeyboard(page, menu.keyboard));
        return action;
    }
    const std::size_t columns = tall ? 1 : 2, rows = (menu.tiles.size() + columns - 1) / columns;
    const float top = menu.volunteers.empty() || y < kBelow ? 236 : std::min(y, lastRow) + 84,
                foot = page.height() - kStatusHeight - 16, gap = 12;
    const float width = (w - 2 * margin - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    const float high = std::min(tall ? 108.0F : 112.0F, (foot - top + gap) / static_cast<float>(rows) - gap);
    for (std::size_t i = 0; i < menu.tiles.size(); ++i) {
        const Rect area{margin + static_cast<float>(i % columns) * (width + gap),
                        top + static_cast<float>(i / columns) * (high + gap), width, high};
        drawTile(page, menu.tiles[i], area);
        if (page.canvas().pointer().clicked(page.px(area))) take(DoorPress(DoorAction::pick, menu.tiles[i].value));
    }
    return action;
}

std::optional<DoorPress> drawPin(Page& page, const DoorScreen& screen, const Preview& preview) {
    const PinScreen& pin = *screen.pin;
    const float w = page.width(), margin = theme::kPageMargin, foot = page.height() - kStatusHeight;
    const bool tall = page.portrait();
    page.fill({0, 0, w, page.height()}, theme::kInk);
    std::optional<DoorPress> action = drawBack(page);
    drawTitle(page, pin.title, w - margin);

    const Rect camera = tall ? Rect{margin, 100, w - 2 * margin, 300} : Rect{margin, 100, 464, 260};
    drawSmallCamera(page, preview, screen.idle.camera, camera, pin.scanningGoesOn);
    const float textX = margin, textRoom = tall ? w - 2 * margin : 540;
    float y = camera.bottom() + 48;
    const TextStyle body = theme::text(24);
    TextStyle set = body.sized(page.fitSize(pin.explanation, body, {textRoom, 4}, 18, 24));
    set.lineHeight = 1.4F;
    page.text({textX, y}, pin.explanation, set, theme::kSoft, {textRoom, 4});
    y += static_cast<float>(page.measure(pin.explanation, set, {textRoom, 4}).lines) * set.size * 1.4F + 20;
    const std::string& last = pin.wrong.empty() ? pin.detail : pin.wrong;
    const auto line =
        page.fit(last, theme::text(22, pin.wrong.empty() ? Weight::regular : Weight::semibold), textRoom, 16, 3);
    page.text({textX, y}, last, line.style, pin.wrong.empty() ? theme::kHint : theme::kGold, {textRoom, line.lines});

    const float keyWidth = tall ? (w - 2 * margin - 32) / 3 : 192, keyHeight = tall ? 92 : 104, gap = tall ? 16 : 8;
    const float padWidth = 3 * keyWidth + 2 * gap, padX = tall ? margin : w - margin - padWidth;
    const float padTop = foot - 16 - 4 * (keyHeight + gap) + gap;
    const Rect dots{padX, padTop - 84, padWidth, 72};
    page.fill(dots, theme::kPanel, theme::kRadius);
    page.outline(dots, pin.wrong.empty() ? theme::kSky : theme::kGold, 4, theme::kRadius);
    for (std::size_t i = 0; i < pin.most; ++i) {
        const Point at{dots.centre().x + (static_cast<float>(i) - static_cast<float>(pin.most - 1) / 2) * 40,
                       dots.centre().y};
        page.canvas().circle(page.px(at), 10 * page.k(), i < pin.digits ? theme::kWhite : theme::kLine);
    }
    static constexpr std::string_view kKeys = "123456789<0>";
    for (std::size_t i = 0; i < kKeys.size(); ++i) {
        const Rect area{padX + static_cast<float>(i % 3) * (keyWidth + gap),
                        padTop + static_cast<float>(i / 3) * (keyHeight + gap), keyWidth, keyHeight};
        ui::Button key;
        DoorPress press(DoorAction::letter, static_cast<unsigned char>(kKeys[i]));
        if (kKeys[i] == '<') {
            key.icon = Icon::backspace;
            press = DoorAction::eraseLetter;
        } else if (kKeys[i] == '>') {
            key.icon = Icon::check;
            key.kind = ui::ButtonKind::primary;
            key.enabled = pin.canEnter;
            key.keyCap = "F9";
            press = DoorAction::yes;
        } else {
            key.label = kKeys.substr(i, 1);
        }
        key.textSize = 40;
        if (ui::button(page.canvas(), page.px(area), key, page.k())) action = press;
    }
    return action;
}

std::optional<DoorPress> drawEmergency(Page& page, const DoorScreen& screen) {
    const EmergencyScreen& list = *screen.emergency;
    const float w = page.width(), margin = theme::kPageMargin, foot = page.height() - kStatusHeight;
    page.fill({0, 0, w, page.height()}, theme::kInk);
    std::optional<DoorPress> action = drawBack(page);
    ui::Button print;
    print.label = list.print;
    print.icon = Icon::list;
    print.kind = ui::ButtonKind::primary;
    print.keyCap = "F9";
    const float printWidth = ui::buttonWidth(page.canvas(), print, page.k()) / page.k();
    if (ui::button(page.canvas(), page.px(Rect{w - margin - printWidth, 12, printWidth, 64}), print, page.k()))
        action = DoorAction::print;
    drawTitle(page, list.title, w - margin - printWidth - 24);

    const float top = 92, whole = w - 2 * margin;
    const float countWidth = page.text({margin, top + 40}, list.count, theme::display(34), theme::kWhite, {whole, 1});
    const bool beside = !page.portrait();
    const float honestX = beside ? margin + countWidth + 24 : margin, honestRoom = w - margin - honestX;
    const auto honest = page.fit(list.honest, theme::text(22), honestRoom, 16, 1);
    page.text({honestX, top + (beside ? 38.0F : 78.0F)}, list.honest, honest.style, theme::kGold, {honestRoom, 1});
    float y = top + (beside ? 60.0F : 98.0F);
    if (!list.old.empty()) {
        const auto old = page.fit(list.old, theme::text(22, Weight::semibold), whole - 36, 16, 2);
        page.sign(SignShape::triangle, Icon::bang, {margin, y, 26, 26}, theme::kGold, theme::kInk);
        page.text({margin + 36, y + 21}, list.old, old.style, theme::kGold, {whole - 36, old.lines});
        y += old.lines > 1 ? 64.0F : 36.0F;
    }
    if (!list.printed.empty()) {
        const auto printed = page.fit(list.printed, theme::text(20, Weight::semibold), whole, 15, 1);
        page.text({margin, y + 20}, list.printed, printed.style, theme::kSky, {whole, 1});
        y += 36;
    }
    const float row = page.portrait() ? 72 : 48, listTop = y + 4;  // upright the door stands under the name
    if (!list.empty.empty())
        page.text({margin, listTop + 60}, list.empty, theme::text(26), theme::kSoft, {whole, 3, ui::Align::centre});
    const auto shown = static_cast<std::size_t>(std::max(1.0F, (foot - 12 - listTop) / row));
    const bool pager = list.rows.size() > shown;
    const float width = whole - (pager ? 68.0F : 0.0F);
    const std::size_t first = std::min(list.first, list.rows.size() > shown ? list.rows.size() - shown : 0);
    for (std::size_t i = first; i < std::min(list.rows.size(), first + shown); ++i) {
        const InsideRow& what = list.rows[i];
        const float top_ = listTop + static_cast<float>(i - first) * row, middle = top_ + row / 2;
        if (what.head) {
            page.fill({margin, top_ + 3, width, row - 6}, theme::kRaise, theme::kRadiusSmall);
            const TextStyle style = theme::text(22, Weight::bold);
            const float number = page.widthOf(what.detail, style);
            const auto name = page.fit(what.name, style, width - number - 48, 15, 1);
            const Colour words = what.noted ? theme::kGold : theme::kWhite;
            page.text({margin + 16, middle + 8}, what.name, name.style, words, {width - number - 48, 1});
            page.text({margin + width - 16 - number, middle + 8}, what.detail, style, theme::kWhite);
            continue;
        }
        const float x = drawFlagged(page, what.country, {margin + 16, middle}, 40);
        const TextStyle quiet = theme::text(20);
        const Colour about = what.noted ? theme::kGold : theme::kSoft;
        if (page.portrait()) {
            const float room = margin + width - 16 - x;
            const auto name = page.fit(what.name, theme::text(24, Weight::medium), room, 15, 1);
            page.text({x, middle - 6}, what.name, name.style, theme::kWhite, {room, 1});
            const auto detail = page.fit(what.detail, quiet, room, 15, 1);
            page.text({x, middle + 22}, what.detail, detail.style, about, {room, 1});
            continue;
        }
        const float most = width * (what.noted ? 0.55F : 0.4F);
        const auto detail = page.fit(what.detail, quiet, most, 13, 1);
        const float used = std::min(most, page.widthOf(what.detail, detail.style));
        const float room = width - (x - margin) - used - 32;
        const auto name = page.fit(what.name, theme::text(22, Weight::medium), room, 16, 2);
        const int lines = page.measure(what.name, name.style, {room, name.lines}).lines;
        page.text({x, middle + 8 - static_cast<float>(lines - 1) * name.style.size * 0.62F}, what.name, name.style,
                  theme::kWhite, {room, name.lines});
        page.text({margin + width - 16 - used, middle + 7}, what.detail, detail.style, about, {used + 1, 1});
    }
    if (pager)
        if (const auto turned =
                drawPager(page, {w - margin - theme::kLeastTarget, listTop, theme::kLeastTarget, foot - 12 - listTop},
                          first, shown, list.rows.size()))
            action = turned;
    return action;
}

// --- around every screen ---

std::optional<DoorPress> drawRehearsal(Page& page, const DoorScreen& screen) {
    constexpr float kEdge = 10, kStripe = 28;
    const float w = page.width(), h = page.height(), band = kRehearsalBand;
    const Colour gold = page.quiet() ? mix(theme::kGold, theme::kBlack, kQuietField) : theme::kGold;
    const auto stripes = [&](const Rect& area) {
        page.canvas().pushClip(page.px(area));
        page.fill(area, theme::kInk);
        const float slant = area.h;
        for (float at = area.x - slant; at < area.right() + slant; at += 2 * kStripe) {
            const Point stripe[] = {page.px(Point{at + slant, area.y}), page.px(Point{at + slant + kStripe, area.y}),
                                    page.px(Point{at + kStripe, area.bottom()}), page.px(Point{at, area.bottom()})};
            page.canvas().polygon(stripe, gold);
        }
        page.canvas().popClip();
    };
    stripes({0, -band, w, band});
    stripes({0, h - kEdge, w, kEdge});
    for (float y = 0; y < h; y += 2 * kStripe) {  // upright ones need no slant to be seen
        page.fill({0, y, kEdge, kStripe}, theme::kInk);
        page.fill({0, y + kStripe, kEdge, kStripe}, gold);
        page.fill({w - kEdge, y, kEdge, kStripe}, theme::kInk);
        page.fill({w - kEdge, y + kStripe, kEdge, kStripe}, gold);
    }
    // The word in the middle of the band; when it is time, the button that ends it.
    ui::Button live;
    live.label = screen.goLive;
    live.kind = ui::ButtonKind::primary;
    live.textSize = 22;
    const bool urge = !screen.goLive.empty();
    const float button = urge ? ui::buttonWidth(page.canvas(), live, page.k()) / page.k() : 0;
    const auto fitted = page.fit(screen.rehearsalLabel, theme::bold(22), w - button - 120, 16, 1);
    const float words = page.widthOf(screen.rehearsalLabel, fitted.style) + 40;
    const float x = (w - words - button) / 2;
    page.fill({x - 8, -band, words + button + 16, band}, theme::kInk);
    page.text({x + 20, -band / 2 + 8}, screen.rehearsalLabel, fitted.style, theme::kGold);
    if (urge && ui::button(page.canvas(), page.px(Rect{x + words, -band + 1, button, band - 2}), live, page.k()))
        return DoorPress(DoorAction::goLive);
    return {};
}

}  // namespace turnout::kiosk
