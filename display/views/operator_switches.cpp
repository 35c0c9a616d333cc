// What is done at once: show mode, blackout, the message, the language; and the panel of messages.
#include "common/base/utf8.h"
#include "display/views/operator_pad.h"

namespace turnout::display::pad {
namespace {

// What is being typed stands at the end.
std::string endOf(const OperatorPad& pad, const std::string& text, float size, float room) {
    std::string end = text;
    while (!end.empty() && pad.width(end.size() < text.size() ? "…" + end : end, size) > room) {
        std::size_t next = 1;
        while (next < end.size() && continuesCharacter(end[next])) ++next;
        end.erase(0, next);
    }
    return end.size() < text.size() ? "…" + end : end;
}

// As it would be typed: whoever changes a prepared one in their own words finds the same order.
std::string asTyped(const Names& message) {
    return message.en + (message.en.empty() || message.zh.empty() ? "" : " / ") + message.zh;
}

}  // namespace

void drawSwitches(const OperatorPad& pad, const Rect& row, const OperatorScreen& screen, const OperatorActs& acts,
                  OperatorDesk& state) {
    constexpr float kGap = 12, kLanguage = 240;
    const float width = (row.w - kLanguage - 3 * kGap) / 3, y = row.y, h = row.h;
    const auto big = [&](float x, const char* title, const char* text, const char* key, Colour fill, Colour edge,
                         Colour ink) {
        pad.card(x, y, width, h, fill, edge);
        pad.text(x + 16, y + h * 0.44F, pad.words(title), 15, ink, width - 60, Weight::semibold);
        pad.text(x + 16, y + h * 0.78F, pad.words(text), 12.5F, ink == kText ? kMuted : ink, width - 28);
        pad.cap(x + width - 12, y + h * 0.36F, key);
        return pad.pressed(x, y, width, h);
    };
    const char* shows = screen.showMode
                            ? screen.showStrip ? "display.operator.show_mode_on" : "display.operator.show_mode_on_dark"
                        : screen.showStrip ? "display.operator.show_mode_does"
                                           : "display.operator.show_mode_does_dark";
    if (big(row.x, "display.operator.show_mode", shows, "S", screen.showMode ? Colour::hex(0x3A3112) : kRaised,
            screen.showMode ? kActEdge : kRule, screen.showMode ? theme::kGold : kText))
        acts.control(Control::showMode);
    if (big(row.x + width + kGap, "display.operator.blackout",
            screen.blackout ? "display.operator.blackout_on" : "display.operator.blackout_does", "B",
            screen.blackout ? Colour::hex(0x9E2B27) : kDark, screen.blackout ? kOnAir : Colour::hex(0x6B2A2A), kText))
        acts.control(Control::blackout);
    if (big(row.x + 2 * (width + kGap), "display.operator.message",
            screen.message ? "display.operator.message_on" : "display.operator.message_does", "M",
            screen.message ? Colour::hex(0x3A3112) : kRaised, screen.message ? kActEdge : kRule,
            screen.message ? theme::kGold : kText)) {
        if (screen.message)
            acts.say({});
        else
            openMessages(state);
    }
    const float left = row.right() - kLanguage, size = h * 0.36F, at = y + h * 0.5F;
    pad.card(left, y, kLanguage, h);
    pad.text(left + 12, y + h * 0.33F, pad.words("display.operator.language"), 12.5F, kMuted, 180);
    pad.cap(row.right() - 12, y + h * 0.28F, "L");
    const std::array choices{std::pair{Language::both, pad.words("display.operator.both")},
                             std::pair{Language::inTurn, pad.words("display.operator.in_turn")},
                             std::pair{Language::chinese, std::string("中文")},
                             std::pair{Language::english, std::string("EN")}};
    for (std::size_t i = 0; i < choices.size(); ++i) {
        const float x = left + 8 + 56 * static_cast<float>(i);
        const bool on = screen.language == choices[i].first;
        pad.canvas().fill(pad.box(x, at, 54, size), on ? theme::kSky : kRaised, pad.px(5));
        pad.text(x + 27 - std::min(50.0F, pad.width(choices[i].second, 12.5F, Weight::semibold)) / 2, at + size / 2 + 5,
                 choices[i].second, 12.5F, on ? Colour::hex(0x06182B) : kMuted, 50, Weight::semibold);
        if (pad.pressed(x, at, 54, size)) acts.speak(choices[i].first);
    }
}

void drawMessages(const OperatorPad& pad, ui::Size units, const OperatorScreen& screen, const OperatorActs& acts,
                  OperatorDesk& state) {
    pad.canvas().fill({0, 0, pad.canvas().size().w, pad.canvas().size().h}, theme::kBlack.faded(0.6F));
    const std::size_t rows = std::min(kMessageRows, screen.messages.size());
    const float high = 180 + 52 * static_cast<float>(rows), y = (units.h - high) / 2, x = (units.w - 680) / 2;
    pad.card(x, y, 680, high);
    pad.text(x + 24, y + 38, pad.words("display.operator.message"), 17, kText, 240, Weight::semibold);
    const float esc = pad.cap(x + 656, y + 32, "Esc");
    pad.text(x + 656 - esc - 12, y + 37, pad.words("display.operator.choose"), 13, kMuted, 0, Weight::medium,
             ui::Align::right);
    const auto send = [&](const Names& message) {
        acts.say(message);
        state = {};
    };
    for (std::size_t i = 0; i < rows; ++i) {
        const float top = y + 60 + 52 * static_cast<float>(i);
        const bool pressed =
            pad.button(x + 20, top, 640, 44, asTyped(screen.messages[i]), std::to_string(i + 1), false);
        if (state.chosen == i) pad.canvas().outline(pad.box(x + 20, top, 640, 44), theme::kSky, pad.px(2), pad.px(7));
        if (pressed) return send(screen.messages[i]);
    }
    const float field = y + 72 + 52 * static_cast<float>(rows);
    pad.canvas().fill(pad.box(x + 20, field, 500, 48), kGround, pad.px(7));
    pad.canvas().outline(pad.box(x + 20, field, 500, 48), state.chosen ? kRule : theme::kSky, pad.px(2), pad.px(7));
    if (state.typed.empty())
        pad.text(x + 36, field + 30, pad.words("display.operator.type"), 15, kMuted, 468);
    else {
        const std::string end = endOf(pad, state.typed, 15, 468);
        if (state.all)
            pad.canvas().fill(pad.box(x + 33, field + 10, pad.width(end, 15) + 6, 28), Colour::hex(0x2A5580),
                              pad.px(3));
        pad.text(x + 36, field + 30, end, 15, kText);
    }
    const bool show = pad.button(x + 532, field, 128, 48, pad.words("display.operator.show"), "Enter", true);
    const Names meant =
        state.chosen && *state.chosen < rows ? screen.messages[*state.chosen] : messageOf(state.typed);  // as Enter
    if (show && !(meant.en.empty() && meant.zh.empty())) return send(meant);
    pad.text(x + 24, field + 80, pad.words(state.tooLong ? "display.operator.too_long" : "display.operator.type_both"),
             13, state.tooLong ? theme::kGold : kMuted, 632);
    if (!pad.pressed(x, y, 680, high) && pad.pressed(0, 0, units.w, units.h)) state = {};
}

}  // namespace turnout::display::pad
