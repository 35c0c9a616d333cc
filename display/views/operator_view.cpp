#include "display/views/operator_view.h"

#include "common/paint/fonts.h"
#include "display/views/operator_pad.h"

namespace turnout::display {
namespace pad {

// Wide: the programme and the health stand beside the hall. Narrow: health goes under, and everything is drawn for a
// window of 800 x 600; what a taller one has more goes to the doors.
OperatorCards operatorCards(ui::Size window) {
    OperatorCards cards;
    constexpr float kNarrow = 1100, kLow = 690;
    if (window.w >= kNarrow && window.h >= kLow) {
        cards.units = {1280, 800};
        cards.onAir = {16, 68, 832, 398};
        cards.next = {628, 82, 204, 372};
        cards.scenes = {16, 478, 832, 142};
        cards.switches = {16, 632, 832, 72};
        cards.sums = {16, 716, 832, 68};
        cards.acts = {860, 68, 404, 330};
        cards.health = {860, 410, 404, 374};
        return cards;
    }
    constexpr float kLeastWidth = 800, kWidest = 1200, kHeight = 680, kTallest = 1020, kMargin = 12;
    const float width = std::clamp(kHeight * window.w / window.h, kLeastWidth, kWidest);
    const float height = std::clamp(width * window.h / window.w, kHeight, kTallest);
    const float room = width - 2 * kMargin;
    cards.narrow = true;
    cards.units = {width, height};
    cards.onAir = {kMargin, 60, 392, 268};
    cards.acts = {kMargin + 400, 60, room - 400, 268};
    cards.next = {kMargin, 336, room, 46};
    cards.scenes = {kMargin, 390, room, 104};
    cards.switches = {kMargin, 502, room, 56};
    cards.sums = {kMargin, 566, room, 42};
    cards.health = {kMargin, 616, room, height >= 880 ? height - 628 : 52};
    return cards;
}

}  // namespace pad

void drawOperator(ui::Canvas& canvas, const OperatorScreen& screen, const OperatorPictures& pictures,
                  const OperatorActs& acts, OperatorDesk& state, Lang lang) {
    const paint::OurFonts fonts;  // measured for this window; the event's own are the hall's
    const pad::OperatorCards cards = pad::operatorCards(canvas.size());
    const pad::OperatorPad desk(canvas, cards.units, lang);
    // Under the panel of messages nothing is pressed.
    const OperatorActs none{[](Control) {}, [](Language) {}, [](const Names&) {}, [](Lang) {}, [] {}};
    const bool open = state.messages;
    OperatorDesk ignored;
    const OperatorActs& below = open ? none : acts;
    pad::drawTop(desk, cards, screen, below);
    pad::drawOnAir(desk, cards, screen, pictures);
    pad::drawNext(desk, cards, screen, pictures, below);
    pad::drawScenes(desk, cards.scenes, screen, pictures, below);
    pad::drawSwitches(desk, cards.switches, screen, below, open ? ignored : state);
    pad::drawSums(desk, cards.sums, screen);
    pad::drawActs(desk, cards.acts, screen, below);
    pad::drawHealth(desk, cards.health, screen);
    if (open) pad::drawMessages(desk, cards.units, screen, acts, state);
}

void drawOperatorAwaiting(ui::Canvas& canvas, const std::vector<Text>& told, Lang lang) {
    constexpr float kRoom = 560, kHead = 22, kSize = 15, kPitch = 24;
    constexpr int kLines = 4;
    const pad::OperatorPad desk(canvas, pad::operatorCards(canvas.size()).units, lang);
    canvas.fill({0, 0, canvas.size().w, canvas.size().h}, pad::kGround);
    const float x = (canvas.size().w / desk.px(1) - kRoom) / 2;
    float y = canvas.size().h / desk.px(1) * 0.4F;
    for (const Text& each : told) {
        const bool head = &each == &told.front();
        const float pitch = head ? kHead * 1.4F : kPitch;
        y += pitch * static_cast<float>(desk.lines(x, y, desk.words(each), head ? kHead : kSize,
                                                   head ? pad::kText : theme::kGold, kRoom, pitch, kLines)) +
             kPitch / 2;
    }
}

}  // namespace turnout::display
