// The programme and the health of the evening.
#include "display/views/operator_pad.h"

namespace turnout::display::pad {
void drawActs(const OperatorPad& pad, const Rect& card, const OperatorScreen& screen, const OperatorActs& acts) {
    const float x = card.x, y = card.y, right = card.right();
    pad.card(x, y, card.w, card.h);
    float head = pad.text(x + 16, y + 29, pad.words("display.operator.programme"), 13.5F, kMuted);
    if (screen.delay > 0)
        head += 12 + pad.text(x + 28 + head, y + 29,
                              pad.words("display.operator.delayed", {{"minutes", std::to_string(screen.delay)}}), 13.5F,
                              theme::kGold, 0, Weight::semibold);
    const std::string moved = pad.words(screen.byHand ? "display.operator.by_hand" : "display.operator.by_clock");
    if (screen.byHand) {
        const auto [left, pressed] = pad.chip(right - 12, y + 24, pad.words("display.operator.to_clock"), "P", false);
        if (pressed) acts.control(Control::actsByClock);
        // The switch beside it tells as much.
        if (pad.width(moved, 13) <= left - x - 40 - head) pad.text(x + 28 + head, y + 29, moved, 13, kMuted);
    } else {
        pad.text(right - 16, y + 29, moved, 13, kMuted, 0, Weight::medium, ui::Align::right);
    }
    pad.canvas().fill(pad.box(x + 12, y + 42, card.w - 24, 74), kAct, pad.px(6));
    pad.canvas().fill(pad.box(x + 12, y + 42, 4, 74), theme::kGold, pad.px(2));
    if (screen.act) {
        pad.text(x + 28, y + 66, pad.words("display.now"), 13, theme::kGold, 0, Weight::semibold);
        pad.text(right - 28, y + 66, screen.elapsed, 14, theme::kGold, 0, Weight::semibold, ui::Align::right);
        pad.text(x + 28, y + 90, both(screen.act->name), 16, kText, card.w - 54, Weight::semibold);
        pad.text(x + 28, y + 109, screen.act->performers, 12.5F, kMuted, card.w - 54);
    } else {
        pad.text(x + 28, y + 84, pad.words(screen.over ? "display.over" : "display.operator.not_begun"), 15,
                 theme::kGold, card.w - 54, Weight::semibold);
    }
    const float buttons = card.bottom() - 60;
    for (std::size_t i = 0; i < screen.coming.size(); ++i) {
        const OperatorAct& act = screen.coming[i];
        const float line = y + 144 + 40 * static_cast<float>(i);
        if (line + 17 > buttons - 8) break;
        pad.text(x + 28, line, act.time, 13.5F, i == 0 ? theme::kSky : kMuted, 0, Weight::semibold);
        pad.text(x + 82, line, both(act.name), 14, i == 0 ? kText : kMuted, card.w - 108);
        pad.text(x + 82, line + 17, act.performers, 12.5F, kMuted, card.w - 108);
    }
    const std::string next =
        pad.words(screen.act && screen.coming.empty() ? "display.operator.to_end" : "display.operator.next_act");
    constexpr float kNarrow = 60, kPitch = kNarrow + 6;
    const float back = right - 12 - kNarrow - 2 * kPitch, room = back - 8 - x - 12;
    if (screen.over)
        pad.idle(x + 12, buttons, room, 48, next);
    else if (pad.button(x + 12, buttons, room, 48, next, "Space", true))
        acts.control(Control::nextAct);
    if (pad.narrow(back, buttons, kNarrow, 48, pad.words("display.operator.back"))) acts.control(Control::actBack);
    if (pad.narrow(back + kPitch, buttons, kNarrow, 48, pad.words("display.operator.earlier"), screen.delay == 0))
        acts.control(Control::earlier);
    if (pad.narrow(back + 2 * kPitch, buttons, kNarrow, 48, pad.words("display.operator.later")))
        acts.control(Control::later);
}

namespace {

std::string heardOf(const OperatorPad& pad, const DoorRow& door) {
    if (!door.secondsSince) return "–";
    if (*door.secondsSince < 60)
        return pad.words("display.operator.seconds", {{"seconds", std::to_string(*door.secondsSince)}});
    return pad.words("display.operator.minutes", {{"minutes", std::to_string(*door.secondsSince / 60)}});
}

std::string clockOf(const OperatorPad& pad, const OperatorScreen& screen) {
    if (screen.demoClock) return pad.words("display.operator.clock_demo");
    const std::pair<std::string, std::string> seconds{"seconds", std::to_string(screen.doorClock.seconds)};
    switch (screen.doorClock.step) {
        case ClockNews::Step::unheard: return pad.words("display.operator.clock_unheard");
        case ClockNews::Step::inStep: return pad.words("display.operator.clock_in_step");
        case ClockNews::Step::ahead: return pad.words("display.operator.clock_ahead", {seconds});
        case ClockNews::Step::behind: return pad.words("display.operator.clock_behind", {seconds});
    }
    return {};
}

Colour colourOf(const Health& health) {
    return health.well() ? kGood : theme::kGold;
}

// The same on two lines, for a narrow window: the doors beside each other, quiet ones first.
void drawHealthLines(const OperatorPad& pad, const Rect& card, const OperatorScreen& screen) {
    pad.card(card.x, card.y, card.w, card.h);
    std::vector<DoorRow> doors = screen.doors;
    std::stable_sort(doors.begin(), doors.end(), [](const auto& a, const auto& b) { return a.quiet > b.quiet; });
    const Colour colour = colourOf(screen.health);
    const float first = card.y + 21, second = card.y + 42;
    pad.dot(card.x + 20, first - 5, colour);
    const float state = pad.text(card.x + 32, first, pad.words(screen.health.state), 13, colour, 220, Weight::semibold);
    const std::string file = pad.words("display.operator.file") + " " +
                             pad.words("display.operator.seconds_ago", {{"seconds", std::to_string(screen.dataAge)}}) +
                             "  ·  " + pad.words("display.operator.frames") + " " +
                             pad.words("display.operator.worst", {{"ms", std::to_string(screen.picture.worstMs)}});
    if (!screen.health.file)  // the doors' figures are old; what to do has the line
        return void(pad.text(card.x + 16, second, pad.words(*screen.health.meaning), 13, theme::kGold, card.w - 32));
    if (screen.health.meaning)
        pad.text(card.x + 48 + state, first, pad.words(*screen.health.meaning), 13, theme::kGold, card.w - 64 - state);
    else
        pad.text(card.x + 48 + state, first, file, 13, kMuted, card.w - 64 - state);
    constexpr std::size_t kDoors = 4;
    const float pitch = (card.w - 60) / kDoors;
    for (std::size_t i = 0; i < std::min(kDoors, doors.size()); ++i) {
        const float x = card.x + 16 + pitch * static_cast<float>(i);
        pad.dot(x + 4, second - 5, doors[i].quiet ? theme::kGold : doors[i].secondsSince ? kGood : kMuted);
        const std::string rate = std::to_string(doors[i].minutes.back()) + " " +
                                 pad.words("display.operator.per_minute") + " · " + heardOf(pad, doors[i]);
        const float taken = pad.width(rate, 12.5F);
        const float name = pad.text(x + 16, second, doors[i].name, 13, kText, std::max(30.0F, pitch - 34 - taken));
        pad.text(x + 24 + name, second, rate, 12.5F, doors[i].quiet ? theme::kGold : kMuted, pitch - 34 - name);
    }
    if (doors.size() > kDoors)
        pad.text(card.right() - 14, second, "+" + std::to_string(doors.size() - kDoors), 13, kMuted, 0, Weight::medium,
                 ui::Align::right);
}

}  // namespace

namespace {

void drawDoor(const OperatorPad& pad, const DoorRow& door, float x, float right, float y) {
    pad.dot(x + 24, y - 5, door.quiet ? theme::kGold : door.secondsSince ? kGood : kMuted);
    pad.text(x + 40, y, door.name, 14, kText, right - 248 - x - 44);
    const std::int64_t most = std::max<std::int64_t>(1, *std::max_element(door.minutes.begin(), door.minutes.end()));
    for (std::size_t m = 0; m < door.minutes.size(); ++m) {
        const float high = 2 + 16 * static_cast<float>(door.minutes[m]) / static_cast<float>(most);
        pad.canvas().fill(pad.box(right - 248 + 8 * static_cast<float>(m), y + 1 - high, 6, high),
                          door.minutes[m] > 0 ? theme::kSky : kRule);
    }
    pad.text(right - 136, y, std::to_string(door.minutes.back()), 14, kText, 0, Weight::semibold, ui::Align::right);
    pad.text(right, y, heardOf(pad, door), 13, door.quiet ? theme::kGold : kMuted, 0, Weight::medium, ui::Align::right);
}

// At the foot, as high as it needs to be; returns its upper edge.
float drawMeaning(const OperatorPad& pad, const Rect& card, const std::string& words) {
    constexpr float kSize = 13, kPitch = 18;
    constexpr int kLines = 4;
    const float room = card.w - 52;
    const int lines = pad.lines(0, 0, words, kSize, theme::kGold, room, kPitch, kLines, false);
    const float high = 16 + kPitch * static_cast<float>(lines), top = card.bottom() - 12 - high;
    pad.canvas().fill(pad.box(card.x + 12, top, card.w - 24, high), kAct, pad.px(6));
    pad.lines(card.x + 26, top + 21, words, kSize, theme::kGold, room, kPitch, kLines);
    return top;
}

}  // namespace

void drawHealth(const OperatorPad& pad, const Rect& card, const OperatorScreen& screen) {
    if (card.h < 200) return drawHealthLines(pad, card, screen);
    const Health& health = screen.health;
    const float x = card.x, top = card.y, right = card.right() - 16;
    pad.card(x, top, card.w, card.h);
    const float head = pad.text(x + 16, top + 28, pad.words("display.operator.health"), 13.5F, kMuted);
    const std::string state = pad.words(health.state);
    const Colour colour = colourOf(health);
    pad.text(right, top + 28, state, 13, colour, card.w - 80 - head, Weight::semibold, ui::Align::right);
    pad.dot(right - 8 - pad.width(state, 13, Weight::semibold), top + 23, colour);
    const auto line = [&](float y, const char* key, const std::string& value, bool good) {
        pad.dot(x + 24, y - 5, good ? kGood : theme::kGold);
        pad.text(x + 40, y, pad.words(key), 14, kText);
        pad.text(right, y, value, 13, kMuted, 0, Weight::medium, ui::Align::right);
    };
    line(top + 60, "display.operator.file",
         pad.words("display.operator.seconds_ago", {{"seconds", std::to_string(screen.dataAge)}}), health.file);
    line(top + 87, "display.operator.frames",
         pad.words("display.operator.worst", {{"ms", std::to_string(screen.picture.worstMs)}}), health.picture);
    line(top + 114, "display.operator.clock", clockOf(pad, screen), health.clock);
    const float until = health.meaning ? drawMeaning(pad, card, pad.words(*health.meaning)) : card.bottom() - 4;

    constexpr float kFirst = 174, kPitch = 28;
    std::vector<DoorRow> doors = screen.doors;
    const auto rows = static_cast<std::size_t>(std::max(0.0F, (until - 10 - top - kFirst) / kPitch) + 1);
    std::string heading = pad.words("display.operator.doors");
    if (doors.size() > rows) {  // those that need somebody are seen
        std::stable_sort(doors.begin(), doors.end(), [](const auto& a, const auto& b) { return a.quiet > b.quiet; });
        heading += " +" + std::to_string(doors.size() - rows);
    }
    pad.text(x + 16, top + 146, heading, 13.5F, kMuted);
    pad.text(right - 136, top + 146, pad.words("display.operator.per_minute"), 12.5F, kMuted, 0, Weight::medium,
             ui::Align::right);
    pad.text(right, top + 146, pad.words("display.operator.last_heard"), 12.5F, kMuted, 0, Weight::medium,
             ui::Align::right);
    for (std::size_t i = 0; i < std::min(rows, doors.size()); ++i)
        drawDoor(pad, doors[i], x, right, top + kFirst + kPitch * static_cast<float>(i));
}

}  // namespace turnout::display::pad
