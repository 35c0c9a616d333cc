#include <array>

#include "common/ui/widgets.h"
#include "kiosk/views/parts.h"

namespace turnout::kiosk {

std::optional<DoorPress> drawReason(Page& page, const DoorScreen& screen) {
    const ReasonScreen& undo = *screen.reason;
    const float w = page.width(), margin = theme::kPageMargin, foot = page.height() - kStatusHeight;
    const bool tall = page.portrait();
    page.fill({0, 0, w, page.height()}, theme::kInk);
    std::optional<DoorPress> action;

    TextStyle left = theme::text(22);
    left.tabular = true;
    const float titleRoom = w - margin - 112 - (tall ? 0 : page.widthOf(undo.timeLeft, left) + 24);
    const auto title = page.fit(undo.title, theme::display(34), titleRoom, 24, 1);
    page.text({112, 56}, undo.title, title.style, theme::kWhite, {titleRoom, 1});
    if (tall)
        page.text({112, 92}, undo.timeLeft, left, theme::kSoft);
    else
        page.text({w - margin, 55}, undo.timeLeft, left, theme::kSoft, {0, 0, ui::Align::right});

    const Rect card{margin, tall ? 116.0F : 92.0F, w - 2 * margin, tall ? 244.0F : 184.0F};
    page.fill(card, theme::kPanel, theme::kRadius);
    const float flagWidth = tall ? 128 : 186;
    const bool flag = page.flag(undo.guest.country, {card.x + 24, card.centre().y - flagWidth * 0.375F}, flagWidth,
                                theme::kRadiusSmall, false);
    const float x = flag ? card.x + 24 + flagWidth + 30 : card.x + 24, room = card.right() - 24 - x;
    const bool own = !undo.guest.nativeName.empty();
    const auto name = page.fit(undo.guest.name, theme::display(36), room, tall ? 30 : 20, tall ? 2 : 1);
    const bool two = page.measure(undo.guest.name, name.style, {room, name.lines}).lines > 1;
    page.text({x, card.y + (own ? 73.0F : 92.0F) - (two ? 18 : 0)}, undo.guest.name, name.style, theme::kWhite,
              {room, name.lines});
    if (own) {
        auto native = page.fit(undo.guest.nativeName, theme::text(34, Weight::medium), room, 20, 2);
        const bool broken = page.measure(undo.guest.nativeName, native.style, {room, native.lines}).lines > 1;
        if (broken) native.style = native.style.sized(std::min(native.style.size, 18.0F));
        page.text({x, card.y + (two ? 150.0F : 120.0F) - (broken ? 5 : 0)}, undo.guest.nativeName, native.style,
                  theme::kWhite, {room, native.lines});
    }
    std::string line = undo.guest.countryName;
    if (!undo.guest.affiliation.empty()) line += " · " + undo.guest.affiliation;
    if (!undo.guest.seat.empty()) line += " · " + screen.seatLabel + " " + undo.guest.seat;
    line += " · " + undo.summary;
    const auto about = page.fit(line, theme::text(24), room, tall ? 20 : 16, tall ? 2 : 1);
    page.text({x, card.y + (tall  ? 194.0F
                            : own ? 163.0F
                                  : 134.0F)},
              line, about.style, theme::kSoft, {room, about.lines});

    ui::Button another;
    another.label = undo.another;
    if (!tall) another.icon = Icon::list;  // upright the words beside it need the room
    another.keyCap = "F6";
    another.kind = ui::ButtonKind::ghost;
    another.textSize = 22;
    const float anotherWidth = undo.another.empty() ? 0 : ui::buttonWidth(page.canvas(), another, page.k()) / page.k();
    const float beside = undo.another.empty() ? 0 : anotherWidth + 16;

    const float whyY = card.bottom() + 48;
    const float used = page.text({margin, whyY}, undo.why, theme::display(30), theme::kWhite);
    const float detailRoom = w - 2 * margin - used - 18 - beside;
    const auto detail = page.fit(undo.whyDetail, theme::text(22), detailRoom, 16, tall ? 2 : 1);
    const int detailLines = page.measure(undo.whyDetail, detail.style, {detailRoom, detail.lines}).lines;
    page.text({margin + used + 18, whyY - static_cast<float>(detailLines - 1) * detail.style.size * 0.8F},
              undo.whyDetail, detail.style, theme::kSoft, {detailRoom, detail.lines});

    constexpr std::array kIcons{Icon::person, Icon::scanner, Icon::exit, Icon::list};
    constexpr std::array kActions{DoorAction::reason1, DoorAction::reason2, DoorAction::reason3, DoorAction::reason4};
    const float gap = 16, top = whyY + 18, half = tall ? w - 2 * margin : (w - 2 * margin - gap) / 2;
    for (std::size_t i = 0; i < undo.reasons.size() && i < kActions.size(); ++i) {
        const float row = static_cast<float>(tall ? i : i / 2), column = tall ? 0 : static_cast<float>(i % 2);
        ui::Button reason;
        reason.label = undo.reasons[i];
        reason.icon = kIcons[i];
        reason.textSize = 28;
        const Rect area{margin + column * (half + gap), top + row * 96, half, 84};
        if (ui::button(page.canvas(), page.px(area), reason, page.k())) action = kActions[i];
    }
    ui::Button keep;
    keep.label = undo.keep;
    keep.icon = Icon::check;
    keep.keyCap = "Esc";
    keep.kind = ui::ButtonKind::primary;
    keep.textSize = 30;
    if (ui::button(page.canvas(), page.px(Rect{margin, foot - 104, w - 2 * margin, 84}), keep, page.k()))
        action = DoorAction::keep;
    // Last: the first arrow key lands on what is drawn first, and that shall be a reason.
    const Rect beyond{w - margin - anotherWidth, card.bottom() + 2, anotherWidth, theme::kLeastTarget};
    if (!undo.another.empty() && ui::button(page.canvas(), page.px(beyond), another, page.k()))
        action = DoorAction::another;
    ui::Button back;
    back.icon = Icon::back;
    if (ui::button(page.canvas(), page.px(Rect{margin, 12, 64, 64}), back, page.k())) action = DoorAction::keep;
    return action;
}

}  // namespace turnout::kiosk
