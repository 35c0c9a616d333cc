// Who has been scanned: the name as large as it fits, the flag, the seat; or what was read when it is nobody's.
#include <algorithm>
#include <cmath>

#include "kiosk/views/verdict_parts.h"

namespace turnout::kiosk {
namespace {

constexpr float kNameLine = 1.22F;  // from baseline to baseline
constexpr float kCapHeight = 0.73F;

struct NameFit {
    float size = 40;
    int lines = 1;
};

// What stands beside the flag: the name in its own script, on two lines before it is cut; the country; the university.
struct FlagRow {
    TextStyle own, about;
    int ownLines = 0;
    std::vector<std::string> lines;
    float x = 0, room = 0;  // from the block's left
    float height = kVerdictFlagHeight;
};

constexpr float kAboutStep = 32, kOwnLine = 1.4F;  // dp; times the size: Burmese and Urdu are high

FlagRow flagRow(Page& page, const GuestCard& guest, float width) {
    const bool tall = page.portrait();
    FlagRow row;
    row.x = guest.country.isCountry() ? kVerdictFlagWidth + 24 : 0;
    row.room = width - row.x;
    if (tall) {
        row.lines.push_back(guest.countryName);
        if (!guest.affiliation.empty()) row.lines.push_back(guest.affiliation);
    } else {
        row.lines.push_back(guest.affiliation.empty() ? guest.countryName
                                                      : guest.countryName + " · " + guest.affiliation);
    }
    row.about = theme::text(tall && !guest.nativeName.empty() ? 26.0F : 30.0F, Weight::medium);
    if (guest.nativeName.empty()) return row;
    const auto own = page.fit(guest.nativeName, theme::text(tall ? 38.0F : 46.0F, Weight::semibold), row.room, 26, 2);
    row.own = own.style;
    row.ownLines = 1;
    if (own.lines < 2) return row;
    row.own = row.own.sized(page.fitSize(guest.nativeName, row.own, {row.room, 2}, 20, 26));
    row.own.lineHeight = kOwnLine;
    row.ownLines = page.measure(guest.nativeName, row.own, {row.room, 2}).lines;
    const float text = static_cast<float>(row.ownLines) * row.own.size * kOwnLine +
                       static_cast<float>(row.lines.size()) * kAboutStep + 4;
    row.height = std::max(kVerdictFlagHeight, text);
    return row;
}

// The largest size at which the name fits the width on at most two lines and the whole stack fits the height.
NameFit fitName(Page& page, const std::string& name, float width, float height) {
    const TextStyle style = theme::display(88);
    NameFit best{0, 1};
    for (int lines = 1; lines <= 2; ++lines) {
        const float n = static_cast<float>(lines);
        const float byHeight = height / (kCapHeight + (n - 1) * kNameLine + 0.3F);
        const float most = std::min(88.0F, byHeight);
        const float size = page.fitSize(name, style, {width, lines}, 26, std::max(26.0F, most));
        if (size > best.size && page.measure(name, style.sized(size), {width, lines}).cut == false)
            best = {size, lines};
    }
    if (best.size == 0) best = {page.fitSize(name, style, {width, 2}, 22, 40), 2};
    return best;
}

void drawFlagRow(Page& page, const GuestCard& guest, const FlagRow& row, const VerdictLook& look, Point at) {
    page.flag(guest.country, at, kVerdictFlagWidth, theme::kRadiusSmall, look.lightField);
    const float x = at.x + row.x, own = row.own.size;
    float y = at.y + kVerdictFlagHeight / 2 + 11 - static_cast<float>(row.lines.size() - 1) * kAboutStep / 2;
    if (row.ownLines == 1) {
        page.text({x, at.y + (page.portrait() ? 29.0F : 47.0F)}, guest.nativeName, row.own, look.text, {row.room, 1});
        y = at.y + (page.portrait() ? 72.0F : 94.0F);
    } else if (row.ownLines > 1) {
        page.text({x, at.y + own}, guest.nativeName, row.own, look.text, {row.room, row.ownLines});
        y = at.y + static_cast<float>(row.ownLines) * own * kOwnLine + 26;
    }
    for (const std::string& line : row.lines) {
        const bool last = &line == &row.lines.back();  // a long university goes on below the flag's edge
        const auto about = page.fit(line, row.about, row.room, 20, last ? 2 : 1);
        page.text({x, y}, line, about.style, look.second, {row.room, about.lines});
        y += kAboutStep;
    }
}

}  // namespace

void drawVerdictGuest(Page& page, const GuestCard& guest, const VerdictLook& look, const Rect& area) {
    const FlagRow row = flagRow(page, guest, area.w);
    const NameFit fit = fitName(page, guest.name, area.w, area.h - row.height - 14);
    TextStyle style = theme::display(fit.size);
    style.lineHeight = kNameLine;
    const int lines = std::max(1, page.measure(guest.name, style, {area.w, fit.lines}).lines);
    const float nameHeight = fit.size * (kCapHeight + static_cast<float>(lines - 1) * kNameLine);
    const float gap = 14 + fit.size * 0.3F;
    const float stack = nameHeight + gap + row.height;
    const float top = area.y + std::max(0.0F, (area.h - stack) / 2);
    page.text({area.x, top + fit.size * kCapHeight}, guest.name, style, look.text, {area.w, fit.lines});
    drawFlagRow(page, guest, row, look, {area.x, top + nameHeight + gap});
}

void drawSeat(Page& page, const GuestCard& guest, std::string_view label, Rect area, bool onInk) {
    if (guest.seat.empty() && guest.category.empty() && guest.note.empty()) return;
    const float pad = 24, x = area.x + pad, width = area.w - 2 * pad;
    const float foot = area.bottom();
    if (guest.seat.empty() && guest.note.empty() && !page.portrait()) area.h = 84;
    page.fill(area, onInk ? theme::kPanel : theme::kInk, theme::kRadius);
    if (area.h < foot - area.y) {  // only the category
        const auto category = page.fit(guest.category, theme::text(30, Weight::semibold), width, 18, 1);
        page.text({x, area.centre().y + category.style.size * 0.35F}, guest.category, category.style, theme::kWhite,
                  {width, 1});
        return;
    }
    const float line = foot - 62;
    if (!guest.seat.empty()) {
        page.text({x, area.y + 42}, label, theme::text(22), theme::kSoft);
        const bool note = !guest.note.empty();
        // "Balcony, row 12, seat 104" goes on two lines before it shrinks; a note leaves it one.
        auto seat = page.fit(guest.seat, theme::display(note ? 58 : 84), width, note ? 16 : 40, note ? 1 : 2);
        if (seat.lines > 1) seat.style = seat.style.sized(page.fitSize(guest.seat, seat.style, {width, 2}, 20, 38));
        page.text({x - 2, area.y + (seat.lines > 1 ? 88.0F
                                    : note         ? 94.0F
                                                   : 120.0F)},
                  guest.seat, seat.style, theme::kWhite, {width, seat.lines});
    }
    if (!guest.note.empty()) {
        const auto note = page.fit(guest.note, theme::text(20), width, 20, 2);
        const int lines = page.measure(guest.note, note.style, {width, 2}).lines;
        page.text({x, line - 14 - static_cast<float>(lines - 1) * 24}, guest.note, note.style, theme::kSoft,
                  {width, 2});
    }
    if (guest.category.empty()) return;
    page.hairline({x, line}, {area.right() - pad, line}, theme::kLine);
    const auto category = page.fit(guest.category, theme::text(26, Weight::semibold), width, 16, 1);
    page.text({x, line + 40}, guest.category, category.style, theme::kWhite, {width, 1});
}

void drawReading(Page& page, const VerdictCard& card, const VerdictLook& look, const Rect& area) {
    const TextStyle body = theme::text(38, Weight::semibold);
    const float size = page.fitSize(card.explanation, body, {area.w, 3}, 26, 38);
    TextStyle style = body.sized(size);
    style.lineHeight = 1.4F;
    const int lines = card.explanation.empty() ? 0 : page.measure(card.explanation, style, {area.w, 4}).lines;
    const float textHeight = static_cast<float>(lines) * size * 1.4F;
    const bool read = !card.readText.empty();
    const TextStyle label = theme::text(20);
    TextStyle code = theme::text(30, Weight::semibold);
    code.tabular = true;
    const auto fitted = page.fit(card.readText, code, area.w - 48, 18, 1);
    const float boxWidth =
        std::min(area.w, std::max(page.widthOf(card.readText, fitted.style), page.widthOf(card.readLabel, label)) + 48);
    const float boxHeight = 92, stack = textHeight + (read ? 22 + boxHeight : 0);
    float y = area.y + std::max(0.0F, (area.h - stack) / 2);
    page.text({area.x, y + size}, card.explanation, style, look.text, {area.w, 4});
    y += textHeight + 22;
    if (!read) return;
    page.fill({area.x, y, boxWidth, boxHeight}, theme::kInk, theme::kRadius);
    page.text({area.x + 24, y + 34}, card.readLabel, label, theme::kSoft);
    page.text({area.x + 24, y + 70}, card.readText, fitted.style, theme::kWhite, {area.w - 48, 1});
}

// The new ticket of a walk-in, to be photographed: 9 dp a module and four modules of white around it.
void drawNewTicket(Page& page, const VerdictCard& card, const Rect& area) {
    page.fill(area, theme::kWhite, theme::kRadius);
    const float code = 24, hint = 18;
    const float room = area.h - 2 * (code + 8) - hint - 14;
    const float fits =
        std::min(area.w / static_cast<float>(card.ticketSize + 8), room / static_cast<float>(card.ticketSize + 5));
    const float module = std::floor(fits * page.k()) / page.k();
    const float side = module * static_cast<float>(card.ticketSize);
    const float left = std::round((area.centre().x - side / 2) * page.k()) / page.k(), top = area.y + (room - side) / 2;
    for (int y = 0; y < card.ticketSize; ++y)
        for (int x = 0; x < card.ticketSize; ++x) {
            const auto at =
                static_cast<std::size_t>(y) * static_cast<std::size_t>(card.ticketSize) + static_cast<std::size_t>(x);
            if (card.ticketModules[at] == 0) continue;
            const Rect dark = page.px(
                Rect{left + static_cast<float>(x) * module, top + static_cast<float>(y) * module, module, module});
            page.canvas().fill({std::round(dark.x), std::round(dark.y), std::round(dark.right()) - std::round(dark.x),
                                std::round(dark.bottom()) - std::round(dark.y)},
                               theme::kBlack);
        }
    const auto half = card.ticketCode.find(' ', card.ticketCode.size() / 2 - 1);
    const std::string upper = card.ticketCode.substr(0, half);
    const std::string lower = half == std::string::npos ? "" : card.ticketCode.substr(half + 1);
    const TextStyle style = theme::bold(code);
    const Limit centred{area.w, 1, ui::Align::centre};
    float y = area.y + room + code * 0.6F;
    page.text({area.x, y}, upper, style, theme::kInk, centred);
    y += code + 6;
    page.text({area.x, y}, lower, style, theme::kInk, centred);
    const auto words = page.fit(card.ticketHint, theme::text(hint), area.w - 16, 12, 1);
    page.text({area.x + 8, y + hint + 8}, card.ticketHint, words.style, theme::kInk,
              {area.w - 16, 1, ui::Align::centre});
}

}  // namespace turnout::kiosk
