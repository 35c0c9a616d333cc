// The form for somebody without a registration.
#include <algorithm>

#include "common/ui/widgets.h"
#include "kiosk/views/parts.h"

namespace turnout::kiosk {
namespace {

constexpr float kFieldHeight = 60, kLabelHeight = 30, kFoot = 60;

std::optional<DoorPress> drawFormField(Page& page, const FieldScreen& field, const Rect& area, std::uint32_t number) {
    page.text({area.x + 4, area.y + 22}, field.label,
              theme::text(20, field.focused ? Weight::semibold : Weight::regular),
              field.focused ? theme::kSky : theme::kSoft, {area.w, 1});
    if (!field.remark.empty()) {
        const float taken = page.widthOf(field.label, theme::text(20, Weight::semibold)) + 24;
        const auto remark = page.fit(field.remark, theme::text(18, Weight::medium), area.w - taken, 16, 1);
        page.text({area.x + taken, area.y + 22}, field.remark, remark.style, theme::kGold,
                  {area.w - taken - 4, 1, ui::Align::right});
    }
    const Rect box{area.x, area.y + kLabelHeight, area.w, kFieldHeight};
    ui::field(page.canvas(), page.px(box), field.typed, field.hint, field.focused, page.k());
    if (field.country.isCountry()) {  // over the end of what is typed
        const Rect end{box.right() - 76, box.y + 6, 70, box.h - 12};
        page.fill(end, theme::kPanel, theme::kRadiusRow);
        page.flag(field.country, {end.x + 6, box.centre().y - 21}, 56, 5, false);
    }
    if (page.canvas().pointer().clicked(page.px(box))) return DoorPress(DoorAction::focus, number);
    return {};
}

std::optional<DoorPress> drawChoices(Page& page, const std::vector<Choice>& choices, const Rect& area) {
    std::optional<DoorPress> action;
    const std::size_t columns = page.portrait() ? 2 : 4;
    const float gap = 12, width = (area.w - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    for (std::size_t i = 0; i < choices.size(); ++i) {
        const Rect box{area.x + static_cast<float>(i % columns) * (width + gap),
                       area.y + static_cast<float>(i / columns) * (64 + gap), width, 64};
        page.fill(box, choices[i].chosen ? theme::kRaise : theme::kPanel, theme::kRadiusRow);
        if (choices[i].chosen) page.outline(box, theme::kSky, 3, theme::kRadiusRow);
        const float x = drawFlagged(page, choices[i].country, {box.x + 16, box.centre().y}, 48);
        float right = box.right() - 14;
        if (choices[i].next) {
            constexpr std::string_view kKey = "→";
            right -= ui::keyCap(page.canvas(), {}, kKey, theme::kSky, page.k(), false) / page.k();
            ui::keyCap(page.canvas(), page.px(Point{right, box.centre().y}), kKey, theme::kSky, page.k());
            right -= 8;
        }
        const float room = right - x;
        const auto fitted = page.fit(choices[i].words, theme::text(21, Weight::semibold), room, 17, 2);
        const int lines = page.measure(choices[i].words, fitted.style, {room, fitted.lines}).lines;
        page.text(
            {x, box.centre().y + fitted.style.size * 0.35F - static_cast<float>(lines - 1) * fitted.style.size * 0.6F},
            choices[i].words, fitted.style, theme::kWhite, {room, fitted.lines});
        if (page.canvas().pointer().clicked(page.px(box)))
            action = DoorPress(DoorAction::pick, static_cast<std::uint32_t>(i));
    }
    return action;
}

// Somebody of this name is on the list already: in place of the choices, until it is said who stands here.
std::optional<DoorPress> drawListed(Page& page, const WalkInScreen& form, const Rect& area) {
    std::optional<DoorPress> action;
    page.fill(area, theme::kPanel, theme::kRadiusRow);
    page.outline(area, theme::kGold, 3, theme::kRadiusRow);
    ui::Button same, another;
    same.label = form.listedSame;
    same.keyCap = "F6";
    another.label = form.listedAnother;
    another.keyCap = "F7";
    same.textSize = another.textSize = 21;
    const bool tall = page.portrait();
    const float high = theme::kLeastTarget, sign = 40, gap = 8;
    const float most = (area.w - 3 * gap) / 2;
    const auto width = [&](const ui::Button& button) {
        return tall ? most : std::min(ui::buttonWidth(page.canvas(), button, page.k()) / page.k(), most);
    };
    const float y = tall ? area.bottom() - high - gap : area.centre().y - high / 2;
    const Rect second{area.right() - gap - width(another), y, width(another), high},
        first{second.x - gap - width(same), y, width(same), high};
    if (ui::button(page.canvas(), page.px(first), same, page.k())) action = DoorAction::samePerson;
    if (ui::button(page.canvas(), page.px(second), another, page.k())) action = DoorAction::anotherPerson;
    const float middle = tall ? area.y + (area.h - high - gap) / 2 : area.centre().y;
    page.sign(SignShape::triangle, Icon::bang, {area.x + 14, middle - sign / 2, sign, sign}, theme::kGold,
              theme::kPanel);
    const float x = area.x + 14 + sign + 14, room = (tall ? area.right() - 14 : first.x - 14) - x;
    const auto who = page.fit(form.listed, theme::text(21, Weight::semibold), room, 16, 1);
    page.text({x, middle - 4}, form.listed, who.style, theme::kWhite, {room, 1});
    const auto state = page.fit(form.listedState, theme::text(18), room, 16, 1);
    page.text({x, middle + 21}, form.listedState, state.style, theme::kGold, {room, 1});
    return action;
}

std::optional<DoorPress> drawAgain(Page& page, const WalkInScreen& form, const Rect& area) {
    ui::Button again;
    again.label = form.again;
    again.icon = Icon::qr;
    again.keyCap = "F6";
    const float width = std::min(ui::buttonWidth(page.canvas(), again, page.k()) / page.k(), area.w);
    if (ui::button(page.canvas(), page.px(Rect{area.x, area.y, width, 64}), again, page.k()))
        return DoorAction::ticketAgain;
    return {};
}

}  // namespace

std::optional<DoorPress> drawWalkIn(Page& page, const DoorScreen& screen) {
    const WalkInScreen& form = *screen.walkIn;
    const float w = page.width(), margin = theme::kPageMargin;
    const bool tall = page.portrait();
    page.fill({0, 0, w, page.height()}, theme::kInk);
    std::optional<DoorPress> action = drawBack(page);
    const auto take = [&](std::optional<DoorPress> pressed) {
        if (pressed) action = pressed;
    };
    const float titleWidth = page.text({112, 56}, form.title, theme::display(34), theme::kWhite);
    const float countRoom = w - margin - 112 - titleWidth - 24;
    const auto counts = page.fit(form.counts, theme::text(22), countRoom, 15, 1);
    page.text({w - margin - countRoom, 55}, form.counts, counts.style, theme::kSoft, {countRoom, 1, ui::Align::right});

    const std::size_t columns = tall ? 1 : 2;
    const float gap = 16,
                width = (w - 2 * margin - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    const float step = kLabelHeight + kFieldHeight + 8;
    float y = 84;
    for (std::size_t i = 0; i < form.fields.size(); ++i)
        take(drawFormField(page, form.fields[i],
                           {margin + static_cast<float>(i % columns) * (width + gap),
                            y + static_cast<float>(i / columns) * step, width, step},
                           static_cast<std::uint32_t>(i)));
    y += static_cast<float>((form.fields.size() + columns - 1) / columns) * step + 8;
    if (!form.listed.empty())
        take(drawListed(page, form, {margin, y - 4, w - 2 * margin, tall ? 140.0F : 68.0F}));
    else if (!form.again.empty())
        take(drawAgain(page, form, {margin, y, w - 2 * margin, 64}));
    else
        take(drawChoices(page, form.choices, {margin, y, w - 2 * margin, 64}));
    y += tall ? 2 * 76.0F + 4 : 72;

    const float half = tall ? w - 2 * margin : width;
    if (!form.consentLabel.empty()) {
        const Rect tick{margin, y, half - 64, kFoot};
        ui::keyCap(page.canvas(), page.px(Point{tick.right() + 12, tick.centre().y}), "Ins", theme::kSoft, page.k());
        if (ui::tick(page.canvas(), page.px(tick), form.consent, form.consentLabel, page.k()))
            take(DoorPress(DoorAction::toggle));
    }
    if (tall) y += 76;
    const Rect place{tall ? margin : margin + width + gap, y, half, kFoot};
    if (!form.missing.empty()) {
        page.outline(place, theme::kEdge, 2, theme::kRadius);
        const auto words = page.fit(form.missing, theme::text(24, Weight::medium), place.w - 32, 20, 2);
        const int lines = page.measure(form.missing, words.style, {place.w - 32, words.lines}).lines;
        page.text({place.x + 16, place.centre().y + 8 - static_cast<float>(lines - 1) * words.style.size * 0.6F},
                  form.missing, words.style, theme::kSoft, {place.w - 32, words.lines, ui::Align::centre});
    } else {
        ui::Button admit;
        admit.label = form.admit;
        admit.icon = Icon::check;
        admit.keyCap = "F9";
        admit.kind = ui::ButtonKind::primary;
        if (ui::button(page.canvas(), page.px(place), admit, page.k())) take(DoorPress(DoorAction::yes));
    }
    take(drawKeyboard(page, form.keyboard));
    return action;
}

}  // namespace turnout::kiosk
