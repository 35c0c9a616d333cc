#include <algorithm>
#include <vector>

#include "common/base/text.h"
#include "common/base/utf8.h"
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

// The clock with its right end at `right`; returns where its left end is.
float drawClock(Page& page, const std::string& clock, float right, float y) {
    const TextStyle style = theme::number(24);
    const float x = right - page.widthOf(clock, style);
    page.text({x, y + 8.5F}, clock, style, theme::kWhite);
    return x;
}

// What clock or event it is, in a frame; returns where its left end is.
float drawLabel(Page& page, const std::string& label, float right, float y) {
    const TextStyle style = theme::text(theme::kLeastText, Weight::semibold);
    const float width = page.widthOf(label, style) + 16, x = right - width;
    page.outline({x, y - 14, width, 28}, theme::kEdge, 1.5F, 6);
    page.text({x + 8, y + 5.5F}, label, style, theme::kSoft);
    return x;
}

// How many have come and why others were refused: in smaller letters before anything is left out, and then only how
// many were refused.
void drawNumbers(Page& page, const StatusLine& status, float baseline, float right) {
    const float left = theme::kPageMargin, room = right - left;
    const auto with = [&](const std::string& refused) {
        return status.counts.empty() || refused.empty() ? status.counts + refused : status.counts + " · " + refused;
    };
    TextStyle style = theme::text(kText, Weight::semibold);
    style.tabular = true;
    std::string words = with(status.refused);
    style = page.fit(words, style, room, theme::kLeastText, 1).style;
    if (page.widthOf(words, style) > room) words = with(status.refusedSum);
    page.text({left, baseline}, words, style, theme::kWhite, {room, 1});
}

constexpr float kWidestGap = 24, kLeastGap = 10;
constexpr std::size_t kShortName = 10;  // characters

float widthOf(Page& page, const std::vector<StatusItem>& items, float gap) {
    float sum = -gap;
    for (const StatusItem& i : items) sum += item(page, i, 0, 0, false) + gap;
    return sum;
}

bool losesItsWords(const StatusItem& item) {
    if (item.words.empty() || isChip(item)) return false;
    if (item.kind == StatusKind::sound) return true;  // its icon is struck through
    return item.health == Health::fine &&
           (item.kind == StatusKind::camera || item.kind == StatusKind::scanner || item.kind == StatusKind::saving);
}

// As many items as fit into `width`, the first always. The gaps shrink first, then what is fine loses its words and
// keeps its icon, then names are cut, and only then is anything left out: what is in trouble last. Troubles that find
// no place are a number: "+2".
std::vector<StatusItem> fitting(Page& page, std::vector<StatusItem> items, float width, float& gap) {
    for (int hidden = 0;;) {
        for (gap = kWidestGap; gap >= kLeastGap; gap -= 2)
            if (widthOf(page, items, gap) <= width) return items;
        if (const auto wordy = std::find_if(items.rbegin(), items.rend(), losesItsWords); wordy != items.rend()) {
            wordy->words.clear();
            continue;
        }
        const auto named = std::find_if(items.begin(), items.end(), [](const StatusItem& i) {
            return !isChip(i) && (isDoor(i) || i.kind == StatusKind::volunteer) &&
                   charactersIn(i.words) > kShortName + 1;
        });
        if (named != items.end()) {
            named->words = shorten(named->words, kShortName);
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

void drawStatusLine(Page& page, const StatusLine& status) {
    const float top = page.height() - kStatusHeight, left = theme::kPageMargin, end = page.width() - left;
    page.fill({0, top, page.width(), kStatusHeight}, theme::kInk);
    page.hairline({0, top + 1}, {page.width(), top + 1}, theme::kLine);
    // The stripes of a rehearsal lie over the lowest ten.
    const bool oneRow = status.counts.empty() && status.refused.empty() && !page.portrait();
    const float upper = top + (oneRow ? 36.0F : 22.0F), lower = top + 53;
    float right = drawClock(page, status.clock, end, upper), numbersEnd = end;
    if (!status.label.empty()) {
        if (page.portrait())  // the upper row is for the door's parts
            numbersEnd = drawLabel(page, status.label, end, lower) - 16;
        else
            right = drawLabel(page, status.label, right - 10, upper);
    }
    row(page, status.items, left, upper, right - left - (page.portrait() ? 16.0F : 24.0F));
    drawNumbers(page, status, lower + 7, numbersEnd);
}

}  // namespace turnout::kiosk
