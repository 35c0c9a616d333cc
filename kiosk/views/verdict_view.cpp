// One view for every verdict: the sign, the word, one sentence; the guest or what was read; then what to do, or what
// was recorded. Word and sign never depend on the guest.
#include "kiosk/views/verdict_parts.h"

namespace turnout::kiosk {
namespace {

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
        case Verdict::notInside: return card.calm ? Icon::exit : Icon::bang;
        case Verdict::noReEntry:
        case Verdict::full: return Icon::bang;
        case Verdict::notOpen: return Icon::hands;
        case Verdict::wrongDoor: return Icon::arrow;
        case Verdict::undone: return Icon::undo;
        case Verdict::notRecorded: return Icon::store;
    }
    return Icon::bang;
}

void drawHead(Page& page, const VerdictCard& card, const VerdictLook& look, const VerdictFrame& f) {
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

}  // namespace

VerdictFrame verdictFrame(const Page& page, const VerdictCard& card) {
    VerdictFrame f;
    const float w = page.width(), h = page.height();
    f.bandBottom = h - kStatusHeight;
    if (page.portrait()) {
        f.centred = true;
        const float left = theme::kVerdictMargin, whole = w - 2 * left, button = 64, row = button + 16;
        const float cardHigh = std::max(226.0F, newTicketHeight(card));
        const bool hide = !card.hideLabel.empty(), note = !card.note.empty();
        const bool twoButtons = !card.sameLabel.empty() || !card.declineLabel.empty() || card.canWalkIn;
        f.bandTop = f.bandBottom - 118;
        if (twoButtons) f.bandTop -= 76;
        if (hide && !note) f.bandTop = f.bandBottom - 24 - button - 60;  // what was recorded has a line of its own
        const bool between = note && (card.canUndo || hide);             // the buttons stand above the note
        const float cards = f.bandTop - 24 - cardHigh - (between ? row : 0.0F);
        // The more there is below, the less room has the guest: the sign gives its height then, not the name.
        constexpr float kSign = 240, kSmallSign = 176, kHead = 246, kLeastGuest = 250;
        const float sign = cards - 22 - (40 + kSign + kHead) < kLeastGuest ? kSmallSign : kSign, below = 40 + sign;
        f.sign = {w / 2 - sign / 2, 40, sign, sign};
        f.word = {left, below + 144, whole, 0};
        f.detail = {left, below + 212, whole, 0};
        f.seat = {left, cards, (whole - 16) * 0.482F, cardHigh};
        f.camera = {f.seat.right() + 16, cards, w - left - f.seat.right() - 16, cardHigh};
        const float buttons = note ? f.bandTop - row : f.bandBottom - 24 - button;
        f.hide = {left, buttons, whole - 16 - 240, button};
        f.undo = {f.hide.right() + 16, buttons, 240, button};
        const float guest = below + kHead;
        f.guest = {left, guest, whole, cards - 22 - guest};
        f.foot = f.bandTop;
        return f;
    }
    f.sign = {theme::kVerdictMargin, 40, 168, 168};
    const float right = w - 320;
    f.word = {240, 128, right - 24 - 240, 0};
    f.detail = {244, 200, right - 24 - 244, 0};
    f.camera = {right, 32, 272, 153};
    f.seat = {right, 201, 272, 224};
    f.bandTop = f.bandBottom - 136;
    const bool band = !card.nextStep.empty() || !card.note.empty();
    f.foot = band ? f.bandTop : f.bandBottom - 96;
    f.guest = {theme::kVerdictMargin, 242, right - 32 - theme::kVerdictMargin, f.foot - 18 - 242};
    if (band && !card.hideLabel.empty()) f.guest.h -= 64;
    f.undo = {f.seat.x, (f.seat.bottom() + f.bandTop - theme::kLeastTarget) / 2, f.seat.w, theme::kLeastTarget};
    f.hide = {theme::kVerdictMargin, f.bandTop - 76, 400, 60};
    return f;
}

VerdictLook lookOf(const VerdictCard& card, bool quiet) {
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
    if (quiet && look.field != theme::kInk && look.field != theme::kBlack) {
        if (look.lightField) look.sign = look.field;
        look.field = look.cut = mix(look.field, theme::kBlack, kQuietField);
        look.text = look.second = theme::kWhite;
        look.lightField = false;
    }
    return look;
}

std::optional<DoorPress> drawVerdict(Page& page, const DoorScreen& screen, const Preview& preview) {
    const VerdictCard& card = *screen.card;
    if (card.verdict == Verdict::notRecorded) return drawNotRecorded(page, screen);
    const VerdictLook look = lookOf(card, page.quiet());
    const VerdictFrame f = verdictFrame(page, card);
    page.fill({0, 0, page.width(), page.height()}, look.field);
    if (card.calm) page.fill({0, 0, 14, f.bandBottom}, theme::kGold);
    drawHead(page, card, look, f);
    drawSmallCamera(page, preview, screen.idle.camera, f.camera, screen.idle.camera.caption);
    std::optional<DoorPress> action;
    if (card.guest) {
        drawVerdictGuest(page, *card.guest, look, f.guest);
        if (card.ticketSize > 0)
            drawNewTicket(page, card,
                          page.portrait() ? f.seat : Rect{f.seat.x, f.seat.y, f.seat.w, f.bandBottom - 112 - f.seat.y});
        else
            drawSeat(page, *card.guest, screen.seatLabel, f.seat, look.field == theme::kInk);
    } else {
        drawReading(page, card, look, f.guest);
    }
    if (!card.note.empty()) {
        if (card.canUndo) action = drawUndoButton(page, screen, look, f.undo);
        if (!card.hideLabel.empty())
            if (const auto pressed = drawHideButton(page, card, look, f.hide)) action = pressed;
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
    const float width = kVerdictFlagWidth * Page(canvas).k();
    return canvas.prepareFlags(countries, width, true, budget) && canvas.prepareFlags(countries, width, false, budget);
}

}  // namespace turnout::kiosk
