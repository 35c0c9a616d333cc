#include <algorithm>
#include <cmath>

#include "organizer/desk/views/widgets.h"

namespace turnout::desk {
namespace {

constexpr float kPad = 16, kWheelDp = 60, kLeastOpen = 84;
constexpr float kBar = 4, kLeastThumb = 28;

float baselineIn(const Rect& area, float size) {
    return area.y + area.h / 2 + size * 0.727F / 2;
}

std::vector<Rect> columnBoxes(const Rect& area, std::span<const Column> columns) {
    float fixed = 0;
    std::size_t open = 0;
    for (const Column& column : columns) {
        fixed += column.width;
        open += column.width <= 0 ? 1 : 0;
    }
    // A narrow window takes from the columns with a width of their own what the others need.
    const float free = area.w - 2 * kPad - kLeastOpen * static_cast<float>(open);
    const float share = fixed > free && fixed > 0 ? std::max(0.3F, free / fixed) : 1;
    fixed *= share;
    const float each = open > 0 ? std::max(40.0F, (area.w - 2 * kPad - fixed) / static_cast<float>(open)) : 0;
    std::vector<Rect> boxes;
    float x = area.x + kPad;
    for (const Column& column : columns) {
        const float w = column.width > 0 ? column.width * share : each;
        boxes.push_back({x, area.y, std::max(1.0F, std::min(w, area.right() - kPad - x)), area.h});
        x += w;
    }
    return boxes;
}

}  // namespace

std::optional<float> Widgets::scrollBar(std::string_view id, const Rect& area, float share, float at) {
    if (share >= 1) return std::nullopt;
    const float h = area.h - 8, thumb = std::max(kLeastThumb, h * share), free = h - thumb;
    const Rect grip{area.right() - kBar - 10, area.y, kBar + 10, area.h};
    const Rect bar{area.right() - kBar - 4, area.y + 4 + free * at, kBar, thumb};
    const auto since = dragFrom();
    if (!since && memory_.bar == id) memory_.bar.clear();
    if (since && memory_.bar.empty() && grip.contains(*since) && inClip(*since)) memory_.bar = id;
    const bool dragged = since && memory_.bar == id;
    fill(bar, dragged || hovered(grip) ? look_.muted : mix(look_.edge, look_.muted, 0.35F), kBar / 2);
    if (!dragged || free <= 0) return std::nullopt;
    return std::clamp((pointer().y - area.y - 4 - thumb / 2) / free, 0.0F, 1.0F);
}

TableActs Widgets::table(std::string_view id, const Rect& area, std::span<const Column> columns, const TableLook& how,
                         const std::function<void(std::size_t, std::span<const Rect>)>& draw) {
    TableActs acts;
    const Rect head{area.x, area.y, area.w, how.headHeight};
    const Rect body{area.x, area.y + how.headHeight, area.w, area.h - how.headHeight};
    const auto headings = columnBoxes(head, columns);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const bool sorted = how.sorting && how.sorting->column == i;
        const Rect& box = headings[i];
        const Type type{13, Weight::semibold, Align::left, std::max(1.0F, box.w - (sorted ? 24 : 8))};
        const float w = std::min(textWidth(columns[i].label, type), type.room);
        const float x = columns[i].align == Align::right ? box.right() - w : box.x;
        Colour colour = sorted ? look_.text : look_.muted;
        if (columns[i].sorts) {
            const bool pressed = control(std::string(id) + ".head." + std::to_string(i), box, true);
            if (pressed) acts.sort = i;
            if (hovered(box)) colour = look_.accent;
        }
        text({x, baselineIn(box, 13)}, columns[i].label, colour, type);
        if (sorted)
            icon(how.sorting->down ? Icon::down : Icon::up,
                 {columns[i].align == Align::right ? x - 17 : x + w + 4, box.y + box.h / 2 - 6, 12, 12}, colour, 3);
    }
    fill({area.x, head.bottom() - 1, area.w, 1}, look_.rule);

    const auto visible = static_cast<std::size_t>(std::max(1.0F, std::floor(body.h / how.rowHeight)));
    float& scrolled = memory_.scrolled[std::string(id)];
    const auto last = static_cast<float>(how.rows > visible ? how.rows - visible : 0);
    scrolled -= wheel(body) * 3;
    if (!muted_) order_.emplace_back(id);
    if (clicked(body)) focus(id);
    const bool mine = takesKeys(id), hears = mine || (how.hears && !muted_ && !memory_.popup);
    if (hears && how.rows > 0) {
        const std::size_t none = how.rows;
        const std::size_t before = how.selected.value_or(none);
        std::size_t at = before;
        const auto step = [&](std::size_t by) { at = at == none ? 0 : std::min(at + by, how.rows - 1); };
        while (key(ui::Key::down)) step(1);
        while (key(ui::Key::up)) at = at == none || at == 0 ? 0 : at - 1;
        while (key(ui::Key::pageDown)) step(visible);
        while (key(ui::Key::pageUp)) at = at == none || at < visible ? 0 : at - visible;
        if (mine && key(ui::Key::home)) at = 0;
        if (mine && key(ui::Key::end)) at = how.rows - 1;
        if (at != before) {
            acts.selected = at;
            const auto row = static_cast<float>(at);
            scrolled = std::clamp(scrolled, row - static_cast<float>(visible) + 1, row);
        }
        if (how.selected && key(ui::Key::enter)) acts.entered = true;
    }
    const float all = static_cast<float>(std::max<std::size_t>(1, how.rows));
    scrolled = std::clamp(scrolled, 0.0F, last);
    if (const auto to = scrollBar(id, body, static_cast<float>(visible) / all, last > 0 ? scrolled / last : 0))
        scrolled = *to * last;
    const auto first = static_cast<std::size_t>(std::lround(scrolled));
    const float bar = last > 0 ? 12 : 2;  // what a row leaves to the scroll bar
    if (how.rows == 0 && !how.empty.empty())
        text({body.x + body.w / 2, body.y + std::min(body.h / 2, 80.0F)}, how.empty, look_.muted,
             {14, Weight::regular, Align::centre, body.w - 2 * kPad, 2});
    for (std::size_t i = 0; i < visible && first + i < how.rows; ++i) {
        const std::size_t row = first + i;
        const Rect box{body.x, body.y + how.rowHeight * static_cast<float>(i), body.w, how.rowHeight};
        const bool chosen = how.selected == row;
        if (chosen) {
            fill({box.x + 1, box.y, box.w - bar, box.h}, look_.selected);
            fill({box.x, box.y, 3, box.h}, look_.accent);
        } else if (hovered(box)) {
            fill({box.x + 1, box.y, box.w - bar, box.h}, look_.cell);
        }
        if (memory_.focusSeen && focused(id) && chosen && !muted_)
            outline(box.inset(1), look_.accent.faded(0.45F), 3, 2);
        draw(row, columnBoxes(box, columns));
        if (row + 1 < how.rows && i + 1 < visible) rule(box.x + kPad, box.bottom() - 1, box.w - 2 * kPad);
        if (clicked(box)) acts.selected = row;
    }
    return acts;
}

float Widgets::beginScroll(std::string_view id, const Rect& area, float contentHeight, float first) {
    float& at = memory_.scrolled.try_emplace(std::string(id), first).first->second;
    const float most = std::max(0.0F, contentHeight - area.h);
    at = std::clamp(at, 0.0F, most);
    if (most > 0)
        if (const auto to = scrollBar(id, {area.x, area.y, area.w + 12, area.h}, area.h / contentHeight, at / most))
            at = *to * most;
    scrolls_.push_back({std::string(id), area});
    clips_.push_back(area);
    canvas_.pushClip(device(area.inset(-4)));
    return std::round(at);
}

void Widgets::endScroll() {
    canvas_.popClip();
    clips_.pop_back();
    // A list inside hears the wheel first; what it leaves moves the place, from the next frame on.
    const auto [id, area] = std::move(scrolls_.back());
    scrolls_.pop_back();
    if (const float steps = wheel(area); steps != 0) {
        memory_.scrolled[id] -= steps * kWheelDp;
        memory_.again = true;
    }
}

}  // namespace turnout::desk
