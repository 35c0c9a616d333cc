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

// The largest size at which the name fits the width on at most two lines and the whole stack fits the height.
NameFit fitName(Page& page, const std::string& name, float width, float height) {
    const TextStyle style = theme::display(88);
    NameFit best{0, 1};
    for (int lines = 1; lines <= 2; ++lines) {
        const float n = static_cast<float>(lines);
        const float byHeight = (height - kVerdictFlagHeight - 14) / (kCapHeight + (n - 1) * kNameLine + 0.3F);
        const float most = std::min(88.0F, byHeight);
        const float size = page.fitSize(name, style, {width, lines}, 26, std::max(26.0F, most));
        if (size > best.size && page.measure(name, style.sized(size), {width, lines}).cut == false)
            best = {size, lines};
    }
    if (best.size == 0) best = {page.fitSize(name, style, {width, 2}, 22, 40), 2};
    return best;
}

void drawFlagRow(Page& page, const GuestCard& guest, const VerdictLook& look, Point at, float width) {
    const bool flag = page.flag(guest.country, at, kVerdictFlagWidth, theme::kRadiusSmall, look.lightField);
    const float x = flag ? at.x + kVerdictFlagWidth + 24 : at.x, room = at.x + width - x;
    std::vector<std::string> lines;
    if (page.portrait()) {
        lines.push_back(guest.countryName);
        if (!guest.affiliation.empty()) lines.push_back(guest.affiliation);
    } else {
        lines.push_back(guest.affiliation.empty() ? guest.countryName : guest.countryName + " · " + guest.affiliation);
    }
    const bool own = !guest.nativeName.empty();
    if (own) {
        const auto fitted =
            page.fit(guest.nativeName, theme::text(page.portrait() ? 38.0F : 46.0F, Weight::semibold), room, 20, 1);
        page.text({x, at.y + (page.portrait() ? 29.0F : 47.0F)}, guest.nativeName, fitted.style, look.text, {room, 1});
    }
    const float step = 32;
    float y = own ? at.y + (page.portrait() ? 72.0F : 94.0F)
                  : at.y + kVerdictFlagHeight / 2 + 11 - static_cast<float>(lines.size() - 1) * step / 2;
    for (const std::string& line : lines) {
        const float most = page.portrait() ? (own ? 26.0F : 30.0F) : 30.0F;
        const auto fitted = page.fit(line, theme::text(most, Weight::medium), room, 20, 1);
        page.text({x, y}, line, fitted.style, look.second, {room, 1});
        y += step;
    }
}

}  // namespace

void drawVerdictGuest(Page& page, const GuestCard& guest, const VerdictLook& look, const Rect& area) {
    const NameFit fit = fitName(page, guest.name, area.w, area.h);
    TextStyle style = theme::display(fit.size);
    style.lineHeight = kNameLine;
    const int lines = std::max(1, page.measure(guest.name, style, {area.w, fit.lines}).lines);
    const float nameHeight = fit.size * (kCapHeight + static_cast<float>(lines - 1) * kNameLine);
    const float gap = 14 + fit.size * 0.3F;
    const float stack = nameHeight + gap + kVerdictFlagHeight;
    const float top = area.y + std::max(0.0F, (area.h - stack) / 2);
    page.text({area.x, top + fit.size * kCapHeight}, guest.name, style, look.text, {area.w, fit.lines});
    drawFlagRow(page, guest, look, {area.x, top + nameHeight + gap}, area.w);
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
        const auto seat = page.fit(guest.seat, theme::display(note ? 58 : 84), width, 16, 1);
        page.text({x - 2, area.y + (note ? 94.0F : 120.0F)}, guest.seat, seat.style, theme::kWhite, {width, 1});
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
