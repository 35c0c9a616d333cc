// One view for every verdict: the sign, the word, one sentence; the guest or what was read; then what to do, or what
// was recorded. Word and sign never depend on the guest.
#include <algorithm>
#include <cmath>
#include <vector>

#include "common/ui/widgets.h"
#include "kiosk/views/parts.h"

namespace turnout::kiosk {
namespace {

constexpr float kMargin = theme::kVerdictMargin;
constexpr float kFlagWidth = 144, kFlagHeight = 108;
constexpr float kNameLine = 1.22F;  // from baseline to baseline
constexpr float kCapHeight = 0.73F;

Icon glyphOf(const VerdictCard& card) {
    switch (card.verdict) {
        case Verdict::admitted: return Icon::check;
        case Verdict::exited: return Icon::exit;
        case Verdict::notATicket:
        case Verdict::mistyped:
        case Verdict::otherEvent:
        case Verdict::revoked: return Icon::cross;
        case Verdict::unknown:
        case Verdict::genuineUnlisted: return Icon::question;
        case Verdict::alreadyIn: return card.calm ? Icon::check : Icon::bang;
        case Verdict::notInside:
        case Verdict::noReEntry:
        case Verdict::full: return Icon::bang;
        case Verdict::notOpen: return Icon::hands;
        case Verdict::wrongDoor: return Icon::arrow;
        case Verdict::undone: return Icon::undo;
        case Verdict::notRecorded: return Icon::store;
    }
    return Icon::bang;
}

struct Frame {                // where the parts of this page stand
    Rect sign, word, detail;  // word and detail: x, baseline in y, width in w
    Rect guest;               // the block of name, flag and words
    Rect seat, camera;
    float foot = 0, bandTop = 0;  // the band or the record begins; the status line begins at bandBottom
    float bandBottom = 0;
    bool centred = false;
};

Frame frameOf(const Page& page, const VerdictCard& card) {
    Frame f;
    const float w = page.width(), h = page.height();
    f.bandBottom = h - statusHeight(page);
    if (page.portrait()) {
        f.centred = true;
        f.sign = {w / 2 - 120, 40, 240, 240};
        f.word = {kMargin, 424, w - 2 * kMargin, 0};
        f.detail = {kMargin, 492, w - 2 * kMargin, 0};
        f.bandTop = f.bandBottom - 118;
        const bool twoButtons =
            !card.sameLabel.empty() || !card.declineLabel.empty() || (!card.overrideLabel.empty() && card.canTypeCode);
        if ((!card.hideLabel.empty() && card.note.empty()) || twoButtons) f.bandTop -= 76;
        const float cards = f.bandTop - 24 - 226;
        f.seat = {kMargin, cards, (w - 2 * kMargin - 16) * 0.482F, 226};
        f.camera = {f.seat.right() + 16, cards, w - kMargin - f.seat.right() - 16, 226};
        f.guest = {kMargin, 526, w - 2 * kMargin, cards - 22 - 526};
        f.foot = f.bandTop;
        return f;
    }
    f.sign = {kMargin, 40, 168, 168};
    const float right = w - 320;
    f.word = {240, 128, right - 24 - 240, 0};
    f.detail = {244, 200, right - 24 - 244, 0};
    f.camera = {right, 32, 272, 153};
    f.seat = {right, 201, 272, 224};
    f.bandTop = f.bandBottom - 136;
    const bool band = !card.nextStep.empty() || !card.note.empty();
    f.foot = band ? f.bandTop : f.bandBottom - 96;
    f.guest = {kMargin, 242, right - 32 - kMargin, f.foot - 18 - 242};
    if (band && !card.hideLabel.empty()) f.guest.h -= 64;
    return f;
}

void drawHead(Page& page, const VerdictCard& card, const VerdictLook& look, const Frame& f) {
    page.sign(look.shape, look.glyph, f.sign, look.sign, look.cut, card.settle);
    const auto align = f.centred ? ui::Align::centre : ui::Align::left;
    const TextStyle wordStyle = theme::display(128);
    const float wordSize = page.fitSize(card.word, wordStyle, {f.word.w, 1}, 56, f.centred ? 132 : 128);
    page.text({f.word.x, f.word.y}, card.word, wordStyle.sized(wordSize), look.text, {f.word.w, 1, align});
    if (card.detail.empty()) return;
    const float most = card.verdict == Verdict::admitted ? 40 : 36;
    const auto detail = page.fit(card.detail, theme::text(most, Weight::semibold), f.detail.w, 25, 2);
    const int lines = page.measure(card.detail, detail.style, {f.detail.w, detail.lines}).lines;
    page.text({f.detail.x, f.detail.y - (lines > 1 ? detail.style.size * 0.75F : 0)}, card.detail, detail.style,
              look.text, {f.detail.w, detail.lines, align});
}

// --- the guest ---

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
        const float byHeight = (height - kFlagHeight - 14) / (kCapHeight + (n - 1) * kNameLine + 0.3F);
        const float most = std::min(88.0F, byHeight);
        const float size = page.fitSize(name, style, {width, lines}, 26, std::max(26.0F, most));
        if (size > best.size && page.measure(name, style.sized(size), {width, lines}).cut == false)
            best = {size, lines};
    }
    if (best.size == 0) best = {page.fitSize(name, style, {width, 2}, 22, 40), 2};
    return best;
}

void drawFlagRow(Page& page, const GuestCard& guest, const VerdictLook& look, Point at, float width) {
    const bool flag = page.flag(guest.country, at, kFlagWidth, theme::kRadiusSmall, look.lightField);
    const float x = flag ? at.x + kFlagWidth + 24 : at.x, room = at.x + width - x;
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
                  : at.y + kFlagHeight / 2 + 11 - static_cast<float>(lines.size() - 1) * step / 2;
    for (const std::string& line : lines) {
        const float most = page.portrait() ? (own ? 26.0F : 30.0F) : 30.0F;
        const auto fitted = page.fit(line, theme::text(most, Weight::medium), room, 20, 1);
        page.text({x, y}, line, fitted.style, look.second, {room, 1});
        y += step;
    }
}

void drawGuest(Page& page, const GuestCard& guest, const VerdictLook& look, const Rect& area) {
    const NameFit fit = fitName(page, guest.name, area.w, area.h);
    TextStyle style = theme::display(fit.size);
    style.lineHeight = kNameLine;
    const int lines = std::max(1, page.measure(guest.name, style, {area.w, fit.lines}).lines);
    const float nameHeight = fit.size * (kCapHeight + static_cast<float>(lines - 1) * kNameLine);
    const float gap = 14 + fit.size * 0.3F;
    const float stack = nameHeight + gap + kFlagHeight;
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

// Without a guest: why, and what was read.
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

// --- the foot ---

struct BandButton {
    std::string_view label, key;
    Icon icon;
    DoorAction action;
};

// At most two.
std::vector<BandButton> bandButtons(const DoorScreen& screen) {
    const VerdictCard& card = *screen.card;
    std::vector<BandButton> buttons;
    if (!card.overrideLabel.empty()) buttons.push_back({card.overrideLabel, "F9", Icon::door, DoorAction::override});
    if (!card.declineLabel.empty()) buttons.push_back({card.declineLabel, "Esc", Icon::cross, DoorAction::back});
    if (!card.sameLabel.empty()) buttons.push_back({card.sameLabel, "", Icon::person, DoorAction::samePerson});
    if (!card.anotherLabel.empty()) buttons.push_back({card.anotherLabel, "", Icon::group, DoorAction::anotherPerson});
    if (card.canTypeCode) buttons.push_back({screen.typeCodeLabel, "F2", Icon::keyboard, DoorAction::openSearch});
    if (buttons.size() > 2) buttons.resize(2);
    return buttons;
}

std::optional<DoorPress> drawBand(Page& page, const DoorScreen& screen, const Frame& f) {
    const VerdictCard& card = *screen.card;
    std::optional<DoorPress> action;
    const float w = page.width(), left = page.portrait() ? 40 : kMargin, height = f.bandBottom - f.bandTop;
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

// "Do not show my name on the hall's screen"; when it is done, that it is.
std::optional<DoorPress> hideButton(Page& page, const VerdictCard& card, const VerdictLook& look, const Rect& area) {
    ui::Button hide;
    hide.label = card.hideLabel;
    hide.icon = card.hidden ? Icon::check : Icon::screen;
    hide.kind = ui::ButtonKind::ghost;
    hide.ground = look.field;
    hide.colour = look.text;
    hide.textSize = 22;
    if (ui::button(page.canvas(), page.px(area), hide, page.k()) && !card.hidden) return DoorAction::hideName;
    return {};
}

// The new ticket of a walk-in, to be photographed: 9 dp a module and four modules of white around it.
void drawTicket(Page& page, const VerdictCard& card, const Rect& area) {
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

void drawNote(Page& page, const VerdictCard& card, const Frame& f) {
    const float w = page.width(), left = page.portrait() ? 40 : kMargin, height = f.bandBottom - f.bandTop,
                middle = f.bandTop + height / 2 + 2;
    page.fill({0, f.bandTop, w, height}, theme::kGold);
    page.fill({0, f.bandTop, w, 4}, theme::kInk);
    const float sign = page.portrait() ? 96 : 100;
    page.sign(SignShape::diamond, Icon::bang, {left - 2, middle - sign / 2, sign, sign}, theme::kInk, theme::kGold);
    const float x = left + sign + 18, width = w - left - x;
    const TextStyle style = theme::text(56, Weight::semibold);
    float size = page.fitSize(card.note, style, {width, 1}, 40, page.portrait() ? 44 : 56);
    int most = 1;
    if (size <= 40) {
        size = page.fitSize(card.note, style, {width, 2}, 24, 42);
        most = 2;
    }
    TextStyle set = style.sized(size);
    const int lines = page.measure(card.note, set, {width, most}).lines;
    page.text({x, middle + size * 0.35F - static_cast<float>(lines - 1) * size * 0.6F}, card.note, set, theme::kInk,
              {width, most});
}

std::optional<DoorPress> undoButton(Page& page, const DoorScreen& screen, const VerdictLook& look, const Rect& area) {
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

std::optional<DoorPress> drawRecord(Page& page, const DoorScreen& screen, const VerdictLook& look, const Frame& f) {
    const VerdictCard& card = *screen.card;
    const float middle = page.portrait() ? f.bandTop + 48 : f.bandBottom - 64;
    const float icon = 28, x = kMargin;
    std::optional<DoorPress> action;
    float right = page.width() - kMargin;
    if (card.canUndo) {
        const Rect area = page.portrait() ? Rect{f.camera.x, middle - 32, right - f.camera.x, 64}
                                          : Rect{f.camera.x, f.bandBottom - 96, 272, 64};
        action = undoButton(page, screen, look, area);
        right = area.x - 24;
    }
    if (!card.hideLabel.empty()) {
        const float wide = page.portrait() ? page.width() - 2 * kMargin : 316;
        const Rect area = page.portrait() ? Rect{kMargin, f.bandBottom - 88, wide, 64}
                                          : Rect{right - wide, f.bandBottom - 96, wide, 64};
        if (const auto pressed = hideButton(page, card, look, area)) action = pressed;
        if (!page.portrait()) right = area.x - 16;
    }
    page.icon(Icon::store, {x, middle - icon / 2, icon, icon}, look.text);
    const float width = right - x - icon - 12;
    std::string recorded = card.recorded;
    const auto dot = recorded.find(" · ");
    if (page.portrait() && dot != std::string::npos) recorded.replace(dot, 4, "\n");  // one fact a line
    TextStyle style = theme::text(page.portrait() ? 24.0F : 26.0F, Weight::medium);
    style = style.sized(page.fitSize(recorded, style, {width, 2}, 17, style.size));
    const int lines = page.measure(recorded, style, {width, 2}).lines;
    page.text({x + icon + 12, middle + 9 - static_cast<float>(lines - 1) * style.size * 0.6F}, recorded, style,
              look.text, {width, 2});
    return action;
}

void drawLife(Page& page, const VerdictCard& card, const VerdictLook& look, const Frame& f) {
    if (!card.lifeLeft) return;
    const bool onInk = !card.nextStep.empty() || look.field == theme::kInk;
    page.fill({0, f.bandBottom - 6, page.width() * *card.lifeLeft, 6}, onInk ? theme::kWhite : theme::kInk);
}

}  // namespace

VerdictLook lookOf(const VerdictCard& card) {
    const theme::Look tone = theme::lookOf(toneOf(card.verdict));
    VerdictLook look;
    look.field = look.cut = tone.field;
    look.text = tone.text;
    look.second = tone.second;
    look.sign = tone.sign;
    look.shape = tone.shape;
    look.glyph = glyphOf(card);
    look.lightField = tone.text == theme::kInk;
    if (card.calm) {  // not green: nothing new happened, and the phone may have been handed back to a friend
        look.field = look.cut = theme::kInk;
        look.text = look.second = theme::kWhite;
        look.sign = theme::kGold;
        look.shape = SignShape::ring;
        look.lightField = false;
    }
    return look;
}

std::optional<DoorPress> drawVerdict(Page& page, const DoorScreen& screen, const Preview& preview) {
    const VerdictCard& card = *screen.card;
    if (card.verdict == Verdict::notRecorded) return drawNotRecorded(page, screen);
    const VerdictLook look = lookOf(card);
    const Frame f = frameOf(page, card);
    page.fill({0, 0, page.width(), page.height()}, look.field);
    if (card.calm) page.fill({0, 0, 14, f.bandBottom}, theme::kGold);
    drawHead(page, card, look, f);
    drawSmallCamera(page, preview, f.camera, screen.nextTicket);
    std::optional<DoorPress> action;
    if (card.guest) {
        drawGuest(page, *card.guest, look, f.guest);
        if (card.ticketSize > 0)
            drawTicket(page, card,
                       page.portrait() ? f.seat : Rect{f.seat.x, f.seat.y, f.seat.w, f.bandBottom - 112 - f.seat.y});
        else
            drawSeat(page, *card.guest, screen.seatLabel, f.seat, look.field == theme::kInk);
    } else {
        drawReading(page, card, look, f.guest);
    }
    if (!card.note.empty()) {
        if (card.canUndo && !page.portrait())
            action = undoButton(page, screen, look, {f.seat.x, f.seat.bottom() + 24, f.seat.w, theme::kLeastTarget});
        if (!card.hideLabel.empty() && !page.portrait())
            if (const auto pressed = hideButton(page, card, look, {kMargin, f.bandTop - 76, 400, 60})) action = pressed;
        drawNote(page, card, f);
    } else if (!card.nextStep.empty()) {
        action = drawBand(page, screen, f);
    } else {
        action = drawRecord(page, screen, look, f);
    }
    drawLife(page, card, look, f);
    if (!action && !card.lifeLeft && page.canvas().pointer().clicked(page.px(Rect{0, 0, page.width(), f.bandBottom})))
        action = DoorAction::dismiss;
    return action;
}

bool prepareDoor(ui::Canvas& canvas, std::span<const CountryCode> countries, std::chrono::milliseconds budget) {
    const float width = kFlagWidth * Page(canvas).k();
    return canvas.prepareFlags(countries, width, true, budget) && canvas.prepareFlags(countries, width, false, budget);
}

}  // namespace turnout::kiosk
