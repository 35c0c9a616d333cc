// What the pages share: the way back, the touch keyboard, the pager of a long list.
#include <algorithm>
#include <array>
#include <string_view>

#include "common/ui/widgets.h"
#include "kiosk/views/parts.h"

namespace turnout::kiosk {
namespace {

constexpr float kKeyGap = 8, kKeyboardMargin = 12;

float keyHeight(const Page& page) {
    return page.portrait() ? 76 : theme::kLeastTarget;
}

constexpr std::array<std::string_view, 3> kLetters{"qwertyuiop", "asdfghjkl", "zxcvbnm"};
constexpr std::array<std::string_view, 3> kFigures{"1234567890", "-/.,'&()@", "_+:;#%\""};

}  // namespace

void drawTitle(Page& page, const std::string& title, float right) {
    const auto fitted = page.fit(title, theme::display(34), right - 112, 22, 1);
    page.text({112, 56}, title, fitted.style, theme::kWhite, {right - 112, 1});
}

std::optional<DoorPress> drawBack(Page& page) {
    ui::Button back;
    back.icon = Icon::back;
    if (ui::button(page.canvas(), page.px(Rect{theme::kPageMargin, 12, 64, 64}), back, page.k()))
        return DoorPress(DoorAction::back);
    return {};
}

float keyboardHeight(const Page& page, const KeyboardScreen& keyboard) {
    return keyboard.up ? 3 * keyHeight(page) + 2 * kKeyGap + 2 * kKeyboardMargin : 0;
}

std::optional<DoorPress> drawKeyboard(Page& page, const KeyboardScreen& keyboard) {
    if (!keyboard.up) return {};
    std::optional<DoorPress> action;
    const float margin = theme::kPageMargin, width = page.width() - 2 * margin, high = keyHeight(page);
    const float top = page.height() - kStatusHeight - keyboardHeight(page, keyboard) + kKeyboardMargin;
    const float unit = (width - 9 * kKeyGap) / 10;
    const auto key = [&](const Rect& area, std::string_view label, std::optional<Icon> icon, DoorPress press,
                         float size, bool quiet) {
        ui::Button look;
        look.label = label;
        look.icon = icon;
        look.textSize = size;
        if (quiet) {
            look.kind = ui::ButtonKind::ghost;
            look.ground = theme::kPanel;
        }
        if (quiet) page.fill(area, theme::kPanel, theme::kRadius);
        if (ui::button(page.canvas(), page.px(area), look, page.k())) action = press;
    };
    const auto& layer = keyboard.figures ? kFigures : kLetters;
    for (std::size_t row = 0; row < layer.size(); ++row) {
        const float y = top + static_cast<float>(row) * (high + kKeyGap);
        float x = margin;
        if (row == 2) {
            key({x, y, unit, high}, keyboard.otherLayer, {}, DoorAction::otherLayer, 22, true);
            x += unit + kKeyGap;
        }
        for (const char& letter : layer[row]) {
            key({x, y, unit, high}, std::string_view(&letter, 1), {},
                {DoorAction::letter, static_cast<unsigned char>(letter)}, 28, false);
            x += unit + kKeyGap;
        }
        if (row == 1) key({x, y, unit, high}, "", Icon::backspace, DoorAction::eraseLetter, 28, true);
        if (row == 2)
            key({x, y, page.width() - margin - x, high}, keyboard.space, {}, {DoorAction::letter, U' '}, 22, true);
    }
    return action;
}

std::optional<DoorPress> drawPager(Page& page, const Rect& area, std::size_t first, std::size_t shown,
                                   std::size_t all) {
    if (all <= shown) return {};
    std::optional<DoorPress> action;
    const float high = std::min(88.0F, (area.h - 40) / 2);
    ui::Button up, down;
    up.icon = Icon::up;
    down.icon = Icon::down;
    up.enabled = first > 0;
    down.enabled = first + shown < all;
    if (ui::button(page.canvas(), page.px(Rect{area.x, area.y, area.w, high}), up, page.k()))
        action = DoorAction::pageUp;
    const float foot = area.bottom() - high;
    if (ui::button(page.canvas(), page.px(Rect{area.x, foot, area.w, high}), down, page.k()))
        action = DoorAction::pageDown;
    // Where in the list this is.
    const Rect track{area.centre().x - 4, area.y + high + 12, 8, foot - area.y - high - 24};
    if (track.h < 24) return action;
    const float part = static_cast<float>(shown) / static_cast<float>(all),
                at = static_cast<float>(first) / static_cast<float>(all);
    page.fill(track, theme::kPanel, 4);
    const float length = std::max(12.0F, track.h * part);
    page.fill({track.x, std::min(track.y + track.h * at, track.bottom() - length), 8, length}, theme::kEdge, 4);
    return action;
}

float drawFlagged(Page& page, const CountryCode& country, Point leftMiddle, float flagWidth) {
    const bool flag = page.flag(country, {leftMiddle.x, leftMiddle.y - flagWidth * 0.375F}, flagWidth, 5, false);
    return flag ? leftMiddle.x + flagWidth + 16 : leftMiddle.x;
}

}  // namespace turnout::kiosk
