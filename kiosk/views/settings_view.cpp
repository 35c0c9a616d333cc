// The settings of a door.
#include <algorithm>

#include "common/ui/widgets.h"
#include "kiosk/views/parts.h"

namespace turnout::kiosk {
namespace {

// How a setting lies in its card: one long line; title and detail above the control; or, where there are many, title
// and value above the detail, beside the control.
enum class RowShape { line, stacked, column };

void drawSettingWords(Page& page, const SettingRow& row, const Rect& area, RowShape shape) {
    const bool stacked = shape == RowShape::stacked, column = shape == RowShape::column;
    const float controls = row.steps ? 148 : row.press ? 168 : 116, x = area.x + 28, middle = area.centre().y;
    const float whole = area.w - 56, upper = stacked ? area.y + 40 : middle - 6;
    const float room = stacked ? whole : column ? whole - controls - 16 : whole - 560;
    const TextStyle bold = theme::text(24, Weight::semibold);

    float valueRoom = 0;
    if (!row.press) {
        const float right = area.right() - 28 - (row.toggle || row.steps ? controls + 12 : 0);
        const float left = stacked ? x : column ? x + room * 0.5F : x + room;
        const auto value = page.fit(row.value, bold, right - left, 15, 1);
        valueRoom = std::min(right - left, page.widthOf(row.value, value.style));
        const float y = stacked ? area.bottom() - 35 : column ? upper : middle + 9;
        page.text({right - valueRoom, y}, row.value, value.style, theme::kWhite, {valueRoom + 1, 1});
    }
    const float titleRoom = column && valueRoom > 0 ? room - valueRoom - 16 : room;
    const auto title = page.fit(row.title, theme::text(27, Weight::semibold), titleRoom, 18, 1);
    const float titleWidth = page.text({x, upper}, row.title, title.style, theme::kWhite, {titleRoom, 1});
    const float detailX = stacked ? x + titleWidth + 16 : x, detailRoom = stacked ? room - titleWidth - 16 : room;
    const auto detail = page.fit(row.detail, theme::text(20), detailRoom, 14, 1);
    page.text({detailX, stacked ? upper : upper + 30}, row.detail, detail.style, theme::kSoft, {detailRoom, 1});
}

std::optional<DoorAction> drawSettingControl(Page& page, const SettingRow& row, const Rect& area, RowShape shape) {
    const float middle = shape == RowShape::stacked ? area.bottom() - 44 : area.centre().y, right = area.right() - 28;
    if (row.toggle) {
        const Rect place{right - 108, middle - 30, 108, 60}, knob{right - 96, middle - 22, 84, 44};
        page.fill(knob, row.on ? theme::kSky : theme::kRaise, 22);
        page.canvas().circle(page.px(Point{row.on ? knob.right() - 22 : knob.x + 22, middle}), 17 * page.k(),
                             row.on ? theme::kInk : theme::kSoft);
        if (page.canvas().pointer().clicked(page.px(place))) return DoorAction::toggle;
    } else if (row.press) {
        ui::Button press;
        press.label = row.value;
        press.textSize = 24;
        const float width = std::max(136.0F, ui::buttonWidth(page.canvas(), press, page.k()) / page.k());
        if (ui::button(page.canvas(), page.px(Rect{right - width, middle - 30, width, 60}), press, page.k()))
            return DoorAction::more;
    } else if (row.steps) {
        ui::Button less, more;
        less.icon = Icon::back;
        more.icon = Icon::forward;
        if (ui::button(page.canvas(), page.px(Rect{right - 140, middle - 30, 64, 60}), less, page.k()))
            return DoorAction::less;
        if (ui::button(page.canvas(), page.px(Rect{right - 64, middle - 30, 64, 60}), more, page.k()))
            return DoorAction::more;
    }
    return std::nullopt;
}

}  // namespace

std::optional<DoorPress> drawSettings(Page& page, const DoorScreen& screen) {
    const SettingsScreen& settings = *screen.settings;
    const float w = page.width(), margin = theme::kPageMargin;
    const bool tall = page.portrait();
    page.fill({0, 0, w, page.height()}, theme::kInk);
    std::optional<DoorPress> action;
    const bool noticed = !settings.notice.empty();
    const std::string& said = noticed ? settings.notice : settings.locksItself;
    const float most = (w - 2 * margin) * 0.6F;
    const auto line = page.fit(said, theme::text(22, noticed ? Weight::semibold : Weight::regular), most, 16, 2);
    const ui::TextMetrics lines_ = page.measure(said, line.style, {most, line.lines});
    const float saidWidth = std::min(most, lines_.width);
    drawTitle(page, settings.title, w - margin - saidWidth - 24);
    page.text({w - margin - saidWidth, 55 - static_cast<float>(lines_.lines - 1) * line.style.size * 0.6F}, said,
              line.style, noticed ? theme::kGold : theme::kSoft, {saidWidth + 1, line.lines});

    constexpr std::size_t kMostInOneColumn = 7;
    const std::size_t count = settings.rows.size(), columns = tall || count <= kMostInOneColumn ? 1 : 2;
    const std::size_t lines = (count + columns - 1) / columns;
    const bool narrow = columns > 1 || (tall && count > kMostInOneColumn);
    const RowShape shape = narrow ? RowShape::column : tall ? RowShape::stacked : RowShape::line;
    const float gap = columns > 1 ? 12 : 8, space = page.height() - kStatusHeight - 96 - 12;
    const float high = std::min(tall ? 132.0F : 96.0F, (space + gap) / static_cast<float>(lines) - gap);
    const float wide = (w - 2 * margin - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    for (std::size_t i = 0; i < count; ++i) {
        const Rect area{margin + static_cast<float>(i / lines) * (wide + gap),
                        96 + static_cast<float>(i % lines) * (high + gap), wide, high};
        page.fill(area, theme::kPanel, theme::kRadius);
        drawSettingWords(page, settings.rows[i], area, shape);
        if (const auto pressed = drawSettingControl(page, settings.rows[i], area, shape))
            action = DoorPress(*pressed, static_cast<std::uint32_t>(i));
    }
    if (const auto back = drawBack(page)) action = back;  // last: the first arrow lands on a setting
    return action;
}

}  // namespace turnout::kiosk
