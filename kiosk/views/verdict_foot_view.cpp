// Under the guest: what to do, what was recorded, the buttons of the card, and the bar that runs down.
#include <algorithm>
#include <vector>

#include "common/ui/widgets.h"
#include "kiosk/views/verdict_parts.h"

namespace turnout::kiosk {
namespace {

struct BandButton {
    std::string_view label, key;
    Icon icon;
    DoorAction action;
};

// At most two.
std::vector<BandButton> bandButtons(const DoorScreen& screen) {
    const VerdictCard& card = *screen.card;
    std::vector<BandButton> buttons;
    const auto chosen = [&](Remark remark, Icon icon) { return card.remarked == remark ? Icon::check : icon; };
    if (!card.overrideLabel.empty()) buttons.push_back({card.overrideLabel, "F9", Icon::door, DoorAction::override});
    if (!card.declineLabel.empty()) buttons.push_back({card.declineLabel, "Esc", Icon::cross, DoorAction::back});
    if (!card.sameLabel.empty())
        buttons.push_back({card.sameLabel, "F6", chosen(Remark::samePerson, Icon::person), DoorAction::samePerson});
    if (!card.anotherLabel.empty())
        buttons.push_back(
            {card.anotherLabel, "F7", chosen(Remark::anotherPerson, Icon::group), DoorAction::anotherPerson});
    if (card.canTypeCode) buttons.push_back({screen.typeCodeLabel, "F2", Icon::keyboard, DoorAction::openSearch});
    if (card.canSearch) buttons.push_back({screen.searchLabel, "F2", Icon::search, DoorAction::openSearch});
    if (card.canWalkIn) buttons.push_back({screen.walkInLabel, "F3", Icon::personAdd, DoorAction::openWalkIn});
    if (buttons.size() > 2) buttons.resize(2);
    return buttons;
}

}  // namespace

std::optional<DoorPress> drawBand(Page& page, const DoorScreen& screen, const VerdictFrame& f) {
    const VerdictCard& card = *screen.card;
    std::optional<DoorPress> action;
    const float w = page.width(), left = page.portrait() ? 40 : theme::kVerdictMargin,
                height = f.bandBottom - f.bandTop;
    page.fill({0, f.bandTop, w, height}, theme::kInk);
    const auto buttons = bandButtons(screen);
    const bool below = page.portrait() && buttons.size() > 1;  // two buttons take a row of their own
    const float middle = below ? f.bandTop + 56 : f.bandTop + height / 2;
    page.canvas().circle(page.px(Point{left + 32, middle}), 32 * page.k(), theme::kWhite);
    page.icon(Icon::arrow, {left + 32 - 19, middle - 19, 38, 38}, theme::kInk, 2.6F);
    float right = w - left;
    const float half = (w - 2 * left - 16) / 2;
    for (std::size_t i = 0; i < buttons.size(); ++i) {
        const BandButton& what = buttons[below ? i : buttons.size() - 1 - i];  // the first is the left one
        ui::Button look;
        look.label = what.label;
        look.icon = what.icon;
        look.keyCap = what.key;
        look.kind = ui::ButtonKind::ghost;
        const float most = page.portrait() ? 220 : buttons.size() > 1 ? 270 : 340;
        const float width = std::min(ui::buttonWidth(page.canvas(), look, page.k()) / page.k(), most);
        const Rect area = below ? Rect{left + static_cast<float>(i) * (half + 16), f.bandBottom - 80, half, 64}
                                : Rect{right - width, middle - 32, width, 64};
        if (ui::button(page.canvas(), page.px(area), look, page.k())) action = what.action;
        if (!below) right -= width + 16;
    }
    if (!buttons.empty() && !below) right -= 8;
    const float x = left + 88, width = right - x;
    const TextStyle style = theme::text(34, Weight::semibold);
    const int most = page.portrait() || buttons.size() > 1 ? 3 : 2;
    const float size = page.fitSize(card.nextStep, style, {width, most}, 17,
                                    page.portrait()      ? 24.0F
                                    : buttons.size() > 1 ? 30.0F
                                                         : 34.0F);
    TextStyle set = style.sized(size);
    set.lineHeight = page.portrait() || most == 3 ? 1.25F : 1.36F;
    const int lines = page.measure(card.nextStep, set, {width, 3}).lines;
    page.text({x, middle + size * 0.35F - static_cast<float>(lines - 1) * size * set.lineHeight / 2}, card.nextStep,
              set, theme::kWhite, {width, 3});
    return action;
}

std::optional<DoorPress> drawHideButton(Page& page, const VerdictCard& card, const VerdictLook& look,
                                        const Rect& area) {
    if (card.hidden) {  // is done, and no button any more
        const auto said = page.fit(card.hideLabel, theme::text(22, Weight::semibold), area.w - 64, 16, 1);
        const float wide = 42 + std::min(area.w - 64, page.widthOf(card.hideLabel, said.style));
        const float x = area.centre().x - wide / 2, middle = area.centre().y;
        page.icon(Icon::check, {x, middle - 14, 28, 28}, look.text, 2.6F);
        page.text({x + 42, middle + said.style.size * 0.35F}, card.hideLabel, said.style, look.text, {area.w - 64, 1});
        return {};
    }
    ui::Button hide;
    hide.label = card.hideLabel;
    hide.keyCap = "F7";
    hide.icon = Icon::screen;
    hide.kind = ui::ButtonKind::ghost;
    hide.ground = look.field;
    hide.colour = look.text;
    hide.textSize = 22;
    if (ui::button(page.canvas(), page.px(area), hide, page.k())) return DoorAction::hideName;
    return {};
}

void drawNote(Page& page, const VerdictCard& card, const VerdictFrame& f) {
    drawNoteBand(page, card.note, {0, f.bandTop, page.width(), f.bandBottom - f.bandTop});
}

void drawNoteBand(Page& page, const std::string& note, const Rect& area) {
    const bool tall = page.portrait(), slim = area.h < 100;
    const float left = area.x + (tall ? 40 : theme::kVerdictMargin), middle = area.centre().y + 2;
    const Colour band = page.quiet() ? mix(theme::kGold, theme::kBlack, kQuietField) : theme::kGold;
    const Colour text = page.quiet() ? theme::kWhite : theme::kInk, mark = page.quiet() ? theme::kGold : theme::kInk;
    page.fill(area, band);
    page.fill({area.x, area.y, area.w, 4}, mark);
    const float sign = slim ? area.h - 14 : tall ? 96 : 100;
    page.sign(SignShape::diamond, Icon::bang, {left - 2, middle - sign / 2, sign, sign}, mark, band);
    const float x = left + sign + 18, width = area.right() - (left - area.x) - x;
    const float large = slim ? 32 : tall ? 44 : 56, least = slim ? 22 : 40;
    const TextStyle style = theme::text(large, Weight::semibold);
    float size = page.fitSize(note, style, {width, 1}, least, large);
    int most = 1;
    if (size <= least) {
        size = page.fitSize(note, style, {width, 2}, slim ? 17.0F : 24.0F, slim ? 22.0F : 42.0F);
        most = 2;
    }
    TextStyle set = style.sized(size);
    const int lines = page.measure(note, set, {width, most}).lines;
    page.text({x, middle + size * 0.35F - static_cast<float>(lines - 1) * size * 0.6F}, note, set, text, {width, most});
}

std::optional<DoorPress> drawUndoButton(Page& page, const DoorScreen& screen, const VerdictLook& look,
                                        const Rect& area) {
    ui::Button undo;
    undo.label = screen.undoLabel;
    undo.icon = Icon::undo;
    undo.keyCap = "F8";
    undo.kind = ui::ButtonKind::ghost;
    undo.ground = look.field;
    undo.colour = look.text;
    if (ui::button(page.canvas(), page.px(area), undo, page.k())) return DoorAction::undo;
    return {};
}

std::optional<DoorPress> drawRecord(Page& page, const DoorScreen& screen, const VerdictLook& look,
                                    const VerdictFrame& f) {
    const VerdictCard& card = *screen.card;
    const bool tall = page.portrait(), hide = !card.hideLabel.empty();
    const bool ownLine = tall && hide;  // two buttons fill the row below
    const float middle = ownLine ? f.bandTop + 24 : tall ? f.bandTop + 48 : f.bandBottom - 64;
    const float icon = 28, x = theme::kVerdictMargin;
    std::optional<DoorPress> action;
    float right = page.width() - theme::kVerdictMargin;
    if (card.canUndo) {
        const Rect area = ownLine ? f.undo
                          : tall  ? Rect{f.camera.x, middle - 32, right - f.camera.x, 64}
                                  : Rect{f.camera.x, f.bandBottom - 96, 272, 64};
        action = drawUndoButton(page, screen, look, area);
        if (!ownLine) right = area.x - 24;
    }
    if (hide) {
        const float wide = 316;
        const Rect area = tall ? f.hide : Rect{right - wide, f.bandBottom - 96, wide, 64};
        if (const auto pressed = drawHideButton(page, card, look, area)) action = pressed;
        if (!tall) right = area.x - 16;
    }
    page.icon(Icon::store, {x, middle - icon / 2, icon, icon}, look.text);
    const float width = right - x - icon - 12;
    std::string recorded = card.recorded;
    const auto dot = recorded.find(" · ");
    if (tall && !ownLine && dot != std::string::npos) recorded.replace(dot, 4, "\n");  // one fact a line
    TextStyle style = theme::text(tall ? 24.0F : 26.0F, Weight::medium);
    style = style.sized(page.fitSize(recorded, style, {width, 2}, 17, style.size));
    const int lines = page.measure(recorded, style, {width, 2}).lines;
    page.text({x + icon + 12, middle + 9 - static_cast<float>(lines - 1) * style.size * 0.6F}, recorded, style,
              look.text, {width, 2});
    return action;
}

void drawLife(Page& page, const VerdictCard& card, const VerdictLook& look, const VerdictFrame& f) {
    if (!card.lifeLeft) return;
    const bool onDark = !card.nextStep.empty() || !look.lightField;
    page.fill({0, f.bandBottom - 6, page.width() * *card.lifeLeft, 6}, onDark ? theme::kWhite : theme::kInk);
}

}  // namespace turnout::kiosk
