// Who has been scanned: the name as large as it fits, the flag, the seat; or what was read when it is nobody's.
#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "kiosk/views/verdict_parts.h"

namespace turnout::kiosk {
namespace {

constexpr float kNameLine = 1.22F;  // from baseline to baseline
constexpr float kCapHeight = 0.73F;
constexpr float kLeastName = 40;  // dp

struct NameFit {
    std::string text;
    float size = 40;
    int lines = 1;
};

// What stands beside the flag: the name in its own script, on two lines before it is cut; the country; the university.
struct FlagLine {
    std::string words;
    TextStyle style;
    int lines = 1;
    float baseline = 0;  // of the first, from the row's top
};
struct FlagRow {
    std::vector<FlagLine> texts;
    float x = 0, room = 0;  // from the block's left
    float height = kVerdictFlagHeight;
};

// dp; times the size: Burmese and Urdu are high, and Arabic has dots below.
constexpr float kAboutStep = 32, kOwnLine = 1.4F, kAboutLine = 1.2F, kUnderOwn = 8, kOwnBesideMuch = 36;

// What is known of the guest beside their names; a long university goes on below the flag's edge.
std::vector<FlagLine> aboutGuest(Page& page, const GuestCard& guest, float room) {
    const bool tall = page.portrait();
    std::vector<std::string> words{guest.countryName};
    if (!guest.affiliation.empty()) {
        if (tall)
            words.push_back(guest.affiliation);
        else
            words[0] += " · " + guest.affiliation;
    }
    const TextStyle style = theme::text(tall && !guest.nativeName.empty() ? 26.0F : 30.0F, Weight::medium);
    std::vector<FlagLine> about;
    for (const std::string& line : words) {
        const auto fitted = page.fit(line, style, room, 20, &line == &words.back() ? 2 : 1);
        about.push_back({line, fitted.style, page.measure(line, fitted.style, {room, fitted.lines}).lines});
    }
    return about;
}

// Answers where the room below its deepest dots begins.
float placeOwn(Page& page, FlagLine& own, float room, bool much) {
    const bool tall = page.portrait();
    if (own.lines > 1) {
        own.baseline = own.style.size;
        return static_cast<float>(own.lines) * own.style.size * kOwnLine + 26;
    }
    if (much) own.style = own.style.sized(std::min(own.style.size, kOwnBesideMuch));
    own.baseline = much ? own.style.size * 0.8F : tall ? 29.0F : 47.0F;
    return own.baseline + page.measure(own.words, own.style, {room, 1}).ink.bottom() + kUnderOwn;
}

FlagRow flagRow(Page& page, const GuestCard& guest, float width) {
    const bool tall = page.portrait();
    FlagRow row;
    row.x = guest.country.isCountry() ? kVerdictFlagWidth + 24 : 0;
    row.room = width - row.x;
    std::vector<FlagLine> about = aboutGuest(page, guest, row.room);
    int lines = 0;
    for (const FlagLine& line : about) lines += line.lines;
    float y = kVerdictFlagHeight / 2 + 11 - static_cast<float>(lines - 1) * kAboutStep / 2;
    if (!guest.nativeName.empty()) {
        const auto fitted =
            page.fit(guest.nativeName, theme::text(tall ? 38.0F : 46.0F, Weight::semibold), row.room, 26, 2);
        FlagLine own{guest.nativeName, fitted.style};
        if (fitted.lines > 1) {
            own.style = own.style.sized(page.fitSize(own.words, own.style, {row.room, 2}, 20, 26));
            own.style.lineHeight = kOwnLine;
            own.lines = page.measure(own.words, own.style, {row.room, 2}).lines;
        }
        const bool much = lines > (tall ? 2 : 1);
        const float under = placeOwn(page, own, row.room, much);
        y = own.lines > 1 ? under : std::max(much ? 0 : tall ? 72.0F : 94.0F, under + about[0].style.size * kCapHeight);
        row.texts.push_back(std::move(own));
    }
    float foot = 0;
    for (FlagLine& line : about) {
        const float more = static_cast<float>(line.lines - 1) * line.style.size * kAboutLine;
        line.baseline = y;
        foot = y + more + line.style.size * 0.25F;
        y += more + kAboutStep;
        row.texts.push_back(std::move(line));
    }
    row.height = std::max(kVerdictFlagHeight, foot);
    return row;
}

// A word that is too long for a line begins on that of the word before it, and may be broken after a hyphen.
std::string breakable(Page& page, const std::string& name, const TextStyle& style, float width) {
    std::string text;
    for (std::size_t begin = 0; begin <= name.size();) {
        const std::size_t end = std::min(name.find(' ', begin), name.size());
        const std::string word = name.substr(begin, end - begin);
        const bool tooLong = page.widthOf(word, style) > width;
        if (begin > 0) text += tooLong ? "\u00A0" : " ";
        for (const char c : word) {
            text += c;
            if (tooLong && c == '-') text += "\u200B";
        }
        begin = end + 1;
    }
    return text;
}

// The largest size at which the name fits the width on at most two lines and the whole stack fits the height. A word
// that is too long for the line at the least size of a name is broken rather than made smaller, on three lines if need
// be: after a hyphen, else anywhere.
NameFit fitName(Page& page, const std::string& name, float width, float height) {
    const TextStyle style = theme::display(88);
    const auto byHeight = [height](int lines) {
        return height / (kCapHeight + static_cast<float>(lines - 1) * kNameLine + 0.3F);
    };
    NameFit best{name, 0, 1};
    for (int lines = 1; lines <= 2; ++lines) {
        const float most = std::min(88.0F, byHeight(lines));
        const float size = page.fitSize(name, style, {width, lines}, 26, std::max(26.0F, most));
        if (size > best.size && page.measure(name, style.sized(size), {width, lines}).cut == false)
            best = {name, size, lines};
    }
    if (best.size >= kLeastName) return best;
    const bool whole = page.fitSize(name, style, {width, 0}, 26, kLeastName) > kLeastName - 0.01F;
    const std::string text = whole ? name : breakable(page, name, style.sized(kLeastName), width);
    for (int lines = 2; lines <= 3; ++lines) {
        const float size = std::min(kLeastName, byHeight(lines));
        if (size > best.size && !page.measure(text, style.sized(size), {width, lines}).cut) best = {text, size, lines};
    }
    if (best.size == 0) best = {name, page.fitSize(name, style, {width, 2}, 22, 40), 2};
    return best;
}

void drawFlagRow(Page& page, const GuestCard& guest, const FlagRow& row, const VerdictLook& look, Point at) {
    page.flag(guest.country, at, kVerdictFlagWidth, theme::kRadiusSmall, look.lightField);
    for (const FlagLine& line : row.texts)
        page.text({at.x + row.x, at.y + line.baseline}, line.words, line.style,
                  line.words == guest.nativeName ? look.text : look.second, {row.room, line.lines});
}

}  // namespace

void drawVerdictGuest(Page& page, const GuestCard& guest, const VerdictLook& look, const Rect& area) {
    const FlagRow row = flagRow(page, guest, area.w);
    const NameFit fit = fitName(page, guest.name, area.w, area.h - row.height - 14);
    TextStyle style = theme::display(fit.size);
    style.lineHeight = kNameLine;
    const int lines = std::max(1, page.measure(fit.text, style, {area.w, fit.lines}).lines);
    const float nameHeight = fit.size * (kCapHeight + static_cast<float>(lines - 1) * kNameLine);
    const float gap = 14 + fit.size * 0.3F;
    const float stack = nameHeight + gap + row.height;
    const float top = area.y + std::max(0.0F, (area.h - stack) / 2);
    page.text({area.x, top + fit.size * kCapHeight}, fit.text, style, look.text, {area.w, fit.lines});
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

namespace {

// Of a new ticket's QR code: how large a module is wanted, and the white around it.
constexpr float kModule = 9, kQuietModules = 4;
constexpr float kTicketCode = 24, kTicketHint = 18;

float modulesAcross(const VerdictCard& card) {
    return static_cast<float>(card.ticketSize) + 2 * kQuietModules;
}

// Of the words under the code, whose own quiet zone is the space above them.
float wordsUnder(std::size_t lines) {
    return static_cast<float>(lines) * (kTicketCode + 6) + kTicketHint + 12;
}

// In fives on two lines, or on one where two would cost the picture its size.
std::vector<std::string> linesOfCode(const std::string& code, bool two) {
    const auto half = code.find(' ', code.size() / 2 - 1);
    if (!two || half == std::string::npos) return {code};
    return {code.substr(0, half), code.substr(half + 1)};
}

}  // namespace

float newTicketHeight(const VerdictCard& card) {
    return card.ticketSize > 0 ? modulesAcross(card) * kModule + wordsUnder(2) : 0;
}

// To be photographed: as large as there is room for, in whole pixels.
void drawNewTicket(Page& page, const VerdictCard& card, const Rect& area) {
    page.fill(area, theme::kWhite, theme::kRadius);
    const auto lines = linesOfCode(card.ticketCode, area.h >= newTicketHeight(card));
    const float room = area.h - wordsUnder(lines.size());
    const float fits = std::min(area.w, room) / modulesAcross(card);
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
    const float words = area.w - 16;
    float y = area.y + room - 6;
    for (const std::string& line : lines) {
        y += kTicketCode + 6;
        const auto code = page.fit(line, theme::bold(kTicketCode), words, theme::kLeastText, 1);
        page.text({area.x + 8, y}, line, code.style, theme::kInk, {words, 1, ui::Align::centre});
    }
    const auto hint = page.fit(card.ticketHint, theme::text(kTicketHint), words, theme::kLeastText, 1);
    page.text({area.x + 8, y + kTicketHint + 6}, card.ticketHint, hint.style, theme::kInk,
              {words, 1, ui::Align::centre});
}

}  // namespace turnout::kiosk
