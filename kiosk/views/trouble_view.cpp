// The machine's fault, not the guest's: black in a coloured frame, three steps, and what is safe meanwhile. Nothing is
// recorded (red), or the clock has jumped (gold: scanning goes on).
#include <algorithm>

#include "common/ui/widgets.h"
#include "kiosk/views/awaited_door.h"
#include "kiosk/views/parts.h"

namespace turnout::kiosk {
namespace {

constexpr float kFrame = 16;

// The square with the store in it and a bar from corner to corner.
void drawStruckStore(Page& page, const Rect& square, float settle) {
    page.sign(SignShape::square, Icon::store, square, theme::kWhite, theme::kBlack, settle);
    const float in = square.w * 0.11F, k = page.k();
    const Point from = page.px(Point{square.x + in, square.bottom() - in}),
                to = page.px(Point{square.right() - in, square.y + in});
    page.canvas().line(from, to, theme::kWhite, square.w * 0.15F * k, false);
    page.canvas().line(from, to, theme::kRed, square.w * 0.085F * k, true);
}

// The way out of a fault that lasts.
constexpr float kMenuWidth = 190;

bool drawMenuWay(Page& page, const DoorScreen& screen) {
    ui::Button menu;
    menu.label = screen.menuLabel;
    menu.icon = Icon::gear;
    menu.keyCap = "F10";
    menu.kind = ui::ButtonKind::ghost;
    menu.ground = theme::kBlack;
    menu.textSize = 24;
    const Rect area{page.width() - theme::kVerdictMargin - kMenuWidth, 44, kMenuWidth, 64};
    return ui::button(page.canvas(), page.px(area), menu, page.k());
}

// The frame of every trouble and its one button; true when that was pressed. The sign is the caller's: `signAt`; so is
// what stands at the top right, `aside` wide.
bool drawTrouble(Page& page, const VerdictCard& card, Colour frame, const ui::Button& press, Rect& signAt,
                 float aside = 0, float foot = kStatusHeight) {
    const bool tall = page.portrait();
    const float w = page.width(), bottom = page.height() - foot, margin = theme::kVerdictMargin;
    page.fill({0, 0, w, bottom}, frame);
    page.fill({kFrame, kFrame, w - 2 * kFrame, bottom - 2 * kFrame}, theme::kBlack);

    const float sign = tall ? 200 : 160;
    signAt = {tall ? w / 2 - sign / 2 : 52, 48, sign, sign};
    const auto align = tall ? ui::Align::centre : ui::Align::left;
    const float x = tall ? margin : 240, room = w - margin - x;
    const float wordRoom = room - (tall ? 0 : aside);
    const float wordSize = page.fitSize(card.word, theme::display(112), {wordRoom, 1}, 48, 112);
    page.text({x, tall ? 370.0F : 136.0F}, card.word, theme::display(wordSize), theme::kWhite, {wordRoom, 1, align});
    auto detail = page.fit(card.detail, theme::text(36, Weight::semibold), room, 24, 2);
    const bool two = page.measure(card.detail, detail.style, {room, detail.lines}).lines > 1;
    if (two && !tall) detail.style = detail.style.sized(std::min(27.0F, detail.style.size));  // above the line
    page.text({x + (tall ? 0.0F : 4.0F), tall  ? 430.0F
                                         : two ? 188.0F
                                               : 198.0F},
              card.detail, detail.style, theme::kWhite, {room, detail.lines, align});

    const float upper = tall ? 500 : 233, lower = bottom - (tall ? 250.0F : 147.0F);
    page.hairline({margin, upper}, {w - margin, upper}, frame);
    page.hairline({margin, lower}, {w - margin, lower}, frame);
    const float row = (lower - upper - 20) / static_cast<float>(std::max<std::size_t>(card.steps.size(), 1));
    drawSteps(page, card.steps, {52, upper + 12}, w - margin - 52, std::min(row, 150.0F), tall ? 32 : 34, frame,
              frame == theme::kGold ? theme::kInk : theme::kWhite, theme::kWhite, theme::kSoft);

    ui::Button now = press;
    now.kind = ui::ButtonKind::ghost;
    now.ground = theme::kWhite;
    now.colour = theme::kInk;
    now.textSize = 28;
    const float width = ui::buttonWidth(page.canvas(), now, page.k()) / page.k();
    const Rect button = tall ? Rect{margin, bottom - kFrame - 24 - 80, w - 2 * margin, 80}
                             : Rect{w - margin - width, lower + 27, width, 80};
    page.fill(button, theme::kWhite, theme::kRadius);
    const bool pressed = ui::button(page.canvas(), page.px(button), now, page.k());

    const float right = tall ? w - margin : button.x - 24;
    const float middle = tall ? lower + 56 : button.centre().y;
    const auto trying = theme::text(20, Weight::semibold);
    page.text({right, middle - 8}, card.waiting, trying, theme::kWhite, {0, 0, ui::Align::right});
    TextStyle last = theme::text(20);
    last.tabular = true;
    page.text({right, middle + 24}, card.lastTry, last, theme::kSoft, {0, 0, ui::Align::right});
    float x0 = margin + 4;
    if (card.guest) {  // who is to be kept here
        const float flag = tall ? 96 : 120, high = flag * 3 / 4;
        if (page.flag(card.guest->country, {x0, middle - high / 2}, flag, theme::kRadiusSmall, false)) x0 += flag + 24;
    }
    const float left = right - std::max(page.widthOf(card.waiting, trying), page.widthOf(card.lastTry, last)) - 24 - x0;
    const auto kept = page.fit(card.readLabel, theme::display(36), left, 22, 1);
    page.text({x0, middle - 8}, card.readLabel, kept.style, theme::kWhite, {left, 1});
    TextStyle code = theme::text(24);
    code.tabular = true;
    const auto small = page.fit(card.readText, code, left, 18, tall ? 3 : 2);
    const bool broken = page.measure(card.readText, small.style, {left, small.lines}).lines > 1;
    page.text({x0, middle + (broken ? 22.0F : 32.0F)}, card.readText, small.style, theme::kSoft, {left, small.lines});
    return pressed;
}

}  // namespace

std::optional<DoorPress> drawNotRecorded(Page& page, const DoorScreen& screen) {
    ui::Button now;
    now.label = screen.tryNowLabel;
    now.icon = Icon::again;
    now.keyCap = "F5";
    Rect sign;
    const bool pressed = drawTrouble(page, *screen.card, theme::kRed, now, sign, kMenuWidth + 24);
    drawStruckStore(page, sign, screen.card->settle);
    if (drawMenuWay(page, screen)) return DoorAction::openMenu;
    return pressed ? std::optional<DoorPress>(DoorAction::tryNow) : std::nullopt;
}

bool drawNotOpened(ui::Canvas& canvas, const VerdictCard& card, const std::string& tryNow) {
    Page page(canvas);
    ui::Button now;
    now.label = tryNow;
    now.icon = Icon::again;
    now.keyCap = "F5";
    Rect sign;
    page.fill({0, 0, page.width(), page.height()}, theme::kInk);
    const bool pressed = drawTrouble(page, card, theme::kGold, now, sign, 0, 0);
    drawStruckStore(page, sign, 1);
    return pressed;
}

std::optional<DoorPress> drawClockJumped(Page& page, const DoorScreen& screen) {
    ui::Button now;
    now.label = screen.goOnLabel;
    now.icon = Icon::camera;
    now.keyCap = "Esc";
    Rect sign;
    const bool pressed = drawTrouble(page, *screen.card, theme::kGold, now, sign);
    page.sign(SignShape::triangle, Icon::clock, sign, theme::kGold, theme::kBlack, 1);
    const Rect all{0, 0, page.width(), page.height() - kStatusHeight};
    return pressed || page.canvas().pointer().clicked(page.px(all)) ? std::optional<DoorPress>(DoorAction::dismiss)
                                                                    : std::nullopt;
}

}  // namespace turnout::kiosk
