#include <algorithm>
#include <vector>

#include "common/ui/widgets.h"
#include "kiosk/views/parts.h"

namespace turnout::kiosk {
namespace {

constexpr float kIcon = 22, kIconGap = 6, kText = 18;

Icon iconOf(const StatusItem& item) {
    if (item.health == Health::trouble || item.health == Health::alarm) return Icon::bang;
    switch (item.kind) {
        case StatusKind::door: return Icon::door;
        case StatusKind::exitDoor: return Icon::exit;
        case StatusKind::volunteer: return Icon::person;
        case StatusKind::quiet: return Icon::mute;
        case StatusKind::disk: return Icon::disk;
        case StatusKind::battery: return Icon::battery;
        case StatusKind::clock: return Icon::clock;
        case StatusKind::camera: return Icon::camera;
        case StatusKind::scanner: return Icon::scanner;
        case StatusKind::saving: return Icon::store;
        case StatusKind::sound: return Icon::mute;
        case StatusKind::list: return Icon::list;
    }
    return Icon::bang;
}

bool isChip(const StatusItem& item) {
    return item.health == Health::trouble || item.health == Health::alarm;
}
bool isDoor(const StatusItem& item) {
    return item.kind == StatusKind::door || item.kind == StatusKind::exitDoor;
}

TextStyle styleOf(const StatusItem& item) {
    return theme::text(kText, isDoor(item) ? Weight::bold : Weight::regular);
}

// Draws one item with its middle at `y`, or only measures it; returns its width.
float item(Page& page, const StatusItem& what, float x, float y, bool draw) {
    if (isChip(what)) {
        const Colour fill = what.health == Health::alarm ? theme::kRedLight : theme::kGold;
        return ui::chip(page.canvas(), page.px(Point{x, y}), Icon::bang, what.words, fill, theme::kInk, page.k(),
                        draw) /
               page.k();
    }
    const float words = page.widthOf(what.words, styleOf(what));
    if (draw) {
        const Colour colour = isDoor(what) ? theme::kWhite : theme::kSoft;
        page.icon(iconOf(what), {x, y - kIcon / 2, kIcon, kIcon}, colour);
        page.text({x + kIcon + kIconGap, y + 6.5F}, what.words, styleOf(what), colour);
    }
    return what.words.empty() ? kIcon : kIcon + kIconGap + words;
}

// The clock at the right, and what clock it is; returns where their left end is.
float rightSide(Page& page, const StatusLine& status, float y) {
    const TextStyle clockStyle = theme::number(24), label = theme::text(16, Weight::semibold);
    float x = page.width() - theme::kPageMargin;
    x -= page.widthOf(status.clock, clockStyle);
    page.text({x, y + 8.5F}, status.clock, clockStyle, theme::kWhite);
    if (!status.label.empty()) {
        const float w = page.widthOf(status.label, label) + 16;
        x -= w + 10;
        page.outline({x, y - 14, w, 28}, theme::kEdge, 1.5F, 6);
        page.text({x + 8, y + 5.5F}, status.label, label, theme::kSoft);
    }
    return x;
}

// How many have come and why others were refused: always there, in smaller letters before anything is left out.
void numbers(Page& page, const std::string& words, float baseline) {
    if (words.empty()) return;
    const float room = page.width() - 2 * theme::kPageMargin;
    TextStyle style = theme::text(kText, Weight::semibold);
    style.tabular = true;
    page.text({theme::kPageMargin, baseline}, words, page.fit(words, style, room, 13, 1).style, theme::kWhite,
              {room, 1});
}

constexpr float kWidestGap = 24, kLeastGap = 10;

float widthOf(Page& page, const std::vector<StatusItem>& items, float gap) {
    float sum = -gap;
    for (const StatusItem& i : items) sum += item(page, i, 0, 0, false) + gap;
    return sum;
}

bool losesItsWords(const StatusItem& item) {
    return item.health == Health::fine && !item.words.empty() &&
           (item.kind == StatusKind::camera || item.kind == StatusKind::scanner || item.kind == StatusKind::saving);
}

// As many items as fit into `width`, the first always. The gaps shrink first, then what is fine loses its words and
// keeps its icon, and only then is anything left out: what is in trouble last. Troubles that find no place are a
// number: "+2".
std::vector<StatusItem> fitting(Page& page, std::vector<StatusItem> items, float width, float& gap) {
    for (int hidden = 0;;) {
        for (gap = kWidestGap; gap >= kLeastGap; gap -= 2)
            if (widthOf(page, items, gap) <= width) return items;
        if (const auto wordy = std::find_if(items.rbegin(), items.rend(), losesItsWords); wordy != items.rend()) {
            wordy->words.clear();
            continue;
        }
        const auto least =
            std::find_if(items.rbegin(), items.rend(), [](const StatusItem& i) { return !isChip(i) && !isDoor(i); });
        if (least != items.rend()) {
            items.erase(std::next(least).base());
            continue;
        }
        if (hidden > 0) items.pop_back();  // the number itself
        if (items.size() < 2) return items;
        items.pop_back();
        items.push_back({StatusKind::saving, "+" + std::to_string(++hidden), Health::alarm});
    }
}

void row(Page& page, const std::vector<StatusItem>& items, float x, float y, float width) {
    float gap = 24;
    for (const StatusItem& i : fitting(page, items, width, gap)) x += item(page, i, x, y, true) + gap;
}

}  // namespace

float statusHeight(const Page& page) {
    return page.portrait() ? kStatusHeightPortrait : kStatusHeight;
}

void drawStatusLine(Page& page, const StatusLine& status) {
    const float top = page.height() - statusHeight(page), left = theme::kPageMargin;
    page.fill({0, top, page.width(), statusHeight(page)}, theme::kInk);
    page.hairline({0, top + 1}, {page.width(), top + 1}, theme::kLine);
    // The stripes of a rehearsal lie over the lowest ten.
    const float upper = top + 22;
    const float right = rightSide(page, status, upper);
    if (!page.portrait()) {
        row(page, status.items, left, upper, right - left - 24);
        numbers(page, status.counts.empty() ? status.refused : status.counts + " · " + status.refused, top + 60);
        return;
    }
    std::vector<StatusItem> first, second;
    for (const StatusItem& i : status.items)
        (isDoor(i) || i.kind == StatusKind::volunteer || i.kind == StatusKind::camera ? first : second).push_back(i);
    row(page, first, left, upper, right - left - 16);
    row(page, second, left, top + 56, page.width() - 2 * left);
    numbers(page, status.counts.empty() ? status.refused : status.counts, top + 91);
    if (!status.counts.empty()) numbers(page, status.refused, top + 115);
}

}  // namespace turnout::kiosk
