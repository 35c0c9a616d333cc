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
    const Rect box{area.x, area.y + kLabelHeight, area.w, kFieldHeight};
    ui::field(page.canvas(), page.px(box), field.typed, field.hint, field.focused, page.k());
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
        const float x = drawFlagged(page, choices[i].country, {box.x + 16, box.centre().y}, 48),
                    room = box.right() - 14 - x;
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
        const auto words = page.fit(form.missing, theme::text(24, Weight::medium), place.w - 32, 16, 1);
        page.text({place.x + 16, place.centre().y + 8}, form.missing, words.style, theme::kSoft,
                  {place.w - 32, 1, ui::Align::centre});
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
