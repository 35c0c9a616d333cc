// What the operator's window is drawn with: its colours, and its own units. Only for operator_*.cpp.
#pragma once

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "common/base/text.h"
#include "display/views/operator_view.h"
#include "display/views/parts.h"

namespace turnout::display::pad {

using ui::Weight;

inline constexpr Colour kGround = Colour::hex(0x0B131E), kPanel = Colour::hex(0x121D2B),
                        kRaised = Colour::hex(0x182739), kRule = Colour::hex(0x263A52), kText = Colour::hex(0xEAF0F7),
                        kMuted = Colour::hex(0x9FB2C7), kGood = Colour::hex(0x4CC38A), kOnAir = Colour::hex(0xD04A43),
                        kDark = Colour::hex(0x3A1517), kAct = Colour::hex(0x2E2712), kActEdge = Colour::hex(0x7A6522);

// The canvas of the operator's window in dp of its composition, `units` large, in the middle of the window.
class OperatorPad {
  public:
    OperatorPad(ui::Canvas& canvas, ui::Size units, Lang lang)
        : canvas_(canvas),
          k_(std::min(canvas.size().w / units.w, canvas.size().h / units.h)),
          origin_{(canvas.size().w - units.w * k_) / 2, 0},
          lang_(lang) {}

    ui::Canvas& canvas() const { return canvas_; }
    Lang lang() const { return lang_; }
    Rect box(float x, float y, float w, float h) const {
        const float left = std::round(origin_.x + x * k_), top = std::round(y * k_);
        return {left, top, std::round(w * k_), std::round(h * k_)};
    }
    float px(float dp) const { return dp * k_; }
    std::string words(std::string_view key) const { return say(key, lang_); }
    std::string words(std::string_view key, std::vector<std::pair<std::string, std::string>> args) const {
        return say(Text{std::string(key), std::move(args)}, lang_);
    }

    // Ends in an ellipsis at `room`; returns the advance in dp.
    float text(float x, float baseline, std::string_view words, float size, Colour colour, float room = 0,
               Weight weight = Weight::medium, ui::Align align = ui::Align::left) const {
        const TextStyle style = theme::text(size * k_, weight);
        const Point at{origin_.x + x * k_, baseline * k_};
        if (room > 0 && canvas_.measure(words, style).width > room * k_)
            return canvas_.text(at, words, style, colour, {.maxWidth = room * k_, .maxLines = 1}) / k_;
        return canvas_.text(at, words, style, colour, {.align = align}) / k_;
    }
    // Over at most `most` lines of `pitch`; returns how many they are, drawn or only counted.
    int lines(float x, float baseline, std::string_view words, float size, Colour colour, float room, float pitch,
              int most, bool draw = true) const {
        TextStyle style = theme::text(size * k_, Weight::medium);
        style.lineHeight = pitch / size;
        const ui::TextBox box{.maxWidth = room * k_, .maxLines = most};
        const int count = static_cast<int>(canvas_.measure(words, style, box).lines);
        if (draw) canvas_.text({origin_.x + x * k_, baseline * k_}, words, style, colour, box);
        return count;
    }
    std::string words(const Text& text) const { return say(text, lang_); }
    float width(std::string_view words, float size, Weight weight = Weight::medium) const {
        return canvas_.measure(words, theme::text(size * k_, weight)).width / k_;
    }
    void card(float x, float y, float w, float h, Colour fill = kPanel, Colour edge = kRule) const {
        canvas_.fill(box(x, y, w, h), fill, px(10));
        canvas_.outline(box(x, y, w, h), edge, std::max(1.0F, std::round(k_)), px(10));
    }
    bool pressed(float x, float y, float w, float h) const { return canvas_.pointer().clicked(box(x, y, w, h)); }
    float capWidth(std::string_view key) const { return std::max(24.0F, width(key, 13) + 16); }
    // A key cap with its right end at `right`; returns its width.
    float cap(float right, float middle, std::string_view key, Colour fill = kGround, Colour ink = kText) const {
        const float w = capWidth(key);
        canvas_.fill(box(right - w, middle - 12, w, 24), fill, px(5));
        canvas_.outline(box(right - w, middle - 12, w, 24), kRule, 1, px(5));
        text(right - w / 2, middle + 5, key, 13, ink, 0, Weight::semibold, ui::Align::centre);
        return w;
    }
    // Its words go before the key, which the list of keys tells too.
    bool button(float x, float y, float w, float h, std::string_view label, std::string_view key, bool primary) const {
        canvas_.fill(box(x, y, w, h), primary ? theme::kSky : kRaised, px(7));
        if (!primary) canvas_.outline(box(x, y, w, h), kRule, 1, px(7));
        const Colour ink = primary ? Colour::hex(0x06182B) : kText;
        constexpr float kSize = 15, kSmallest = 12.5F;
        const float wide = width(label, kSize, Weight::semibold), alone = w - 24;
        const bool both = !key.empty() && wide <= w - 36 - capWidth(key);
        if (both) cap(x + w - 12, y + h / 2, key, primary ? Colour::hex(0x4499CB) : kGround, ink);
        const float size = both ? kSize : std::clamp(kSize * alone / wide, kSmallest, kSize);
        text(x + (both ? 16 : 12), y + h / 2 + 5, label, size, ink, alone, Weight::semibold);
        return pressed(x, y, w, h);
    }
    // A button that has nothing to do now.
    void idle(float x, float y, float w, float h, std::string_view label) const {
        canvas_.outline(box(x, y, w, h), kRule, 1, px(7));
        text(x + 16, y + h / 2 + 5, label, 15, kMuted, w - 32, Weight::semibold);
    }
    // A button hardly wider than its words, which stand in its middle; grey when it has nothing to do now.
    bool narrow(float x, float y, float w, float h, std::string_view label, bool idle = false) const {
        if (!idle) canvas_.fill(box(x, y, w, h), kRaised, px(7));
        canvas_.outline(box(x, y, w, h), kRule, 1, px(7));
        text(x + w / 2, y + h / 2 + 5, label, 14.5F, idle ? kMuted : kText, 0, Weight::semibold, ui::Align::centre);
        return !idle && pressed(x, y, w, h);
    }
    bool small(float x, float y, std::string_view sign) const {
        canvas_.fill(box(x, y, 34, 24), kRaised, px(6));
        canvas_.outline(box(x, y, 34, 24), kRule, 1, px(6));
        text(x + 17, y + 17, sign, 15, kText, 0, Weight::semibold, ui::Align::centre);
        return pressed(x, y - 2, 34, 28);
    }
    // A small switch with its right end at x; returns its left end, and whether it was pressed.
    std::pair<float, bool> chip(float right, float middle, std::string_view label, std::string_view key,
                                bool on) const {
        const float w = width(label, 12.5F, Weight::semibold) + (key.empty() ? 24 : 46), x = right - w;
        const Rect area = box(x, middle - 12, w, 24);
        canvas_.fill(area, on ? Colour::hex(0x3A3112) : kRaised, px(6));
        canvas_.outline(area, on ? kActEdge : kRule, 1, px(6));
        text(x + 12, middle + 5, label, 12.5F, on ? theme::kGold : kMuted, 0, Weight::semibold);
        if (!key.empty())
            text(right - 10, middle + 5, key, 12.5F, on ? theme::kGold : kText, 0, Weight::semibold, ui::Align::right);
        return {x, pressed(x, middle - 14, w, 28)};
    }
    bool toggle(float right, float middle, bool on) const {
        const Rect track = box(right - 40, middle - 11, 40, 22);
        canvas_.fill(track, on ? kGood : kRule, track.h / 2);
        canvas_.circle({on ? track.right() - track.h / 2 : track.x + track.h / 2, track.centre().y}, track.h * 0.39F,
                       kText);
        return pressed(right - 40, middle - 14, 40, 28);
    }
    void dot(float x, float middle, Colour colour) const {
        const Rect at = box(x - 4, middle - 4, 8, 8);
        canvas_.circle(at.centre(), px(4), colour);
    }
    // Fills the box with the picture, kept in its proportions.
    void picture(const ui::Texture* texture, float x, float y, float w, float h, Colour edge, float thick) const {
        const Rect field = box(x, y, w, h);
        canvas_.fill(field, theme::kBlack, px(4));
        if (texture && *texture) {
            const float aspect = static_cast<float>(texture->width()) / static_cast<float>(texture->height());
            Rect shown = field;
            if (aspect > field.w / field.h)
                shown.h = field.w / aspect, shown.y += (field.h - shown.h) / 2;
            else
                shown.w = field.h * aspect, shown.x += (field.w - shown.w) / 2;
            canvas_.image(*texture, shown, 0, {0, 1, 1, -1});  // drawn by OpenGL: its first row is the lowest
        }
        canvas_.outline(field, edge, std::max(1.0F, px(thick)), px(4));
    }

  private:
    ui::Canvas& canvas_;
    float k_;
    Point origin_;
    Lang lang_;
};

std::string both(const Names& names);  // "二胡独奏 Erhu solo"
std::string momentWords(const OperatorPad& pad, const Moment& moment);

// --- the parts of the window; each fills its card ---
struct OperatorCards {
    ui::Size units;  // of the composition
    bool narrow = false;
    Rect onAir, next, scenes, switches, sums, acts, health;
};
OperatorCards operatorCards(ui::Size window);

void drawTop(const OperatorPad& pad, const OperatorCards& cards, const OperatorScreen& screen,
             const OperatorActs& acts);
void drawOnAir(const OperatorPad& pad, const OperatorCards& cards, const OperatorScreen& screen,
               const OperatorPictures& pictures);
void drawNext(const OperatorPad& pad, const OperatorCards& cards, const OperatorScreen& screen,
              const OperatorPictures& pictures, const OperatorActs& acts);
void drawScenes(const OperatorPad& pad, const Rect& card, const OperatorScreen& screen,
                const OperatorPictures& pictures, const OperatorActs& acts);
void drawSwitches(const OperatorPad& pad, const Rect& row, const OperatorScreen& screen, const OperatorActs& acts,
                  OperatorDesk& state);
void drawSums(const OperatorPad& pad, const Rect& card, const OperatorScreen& screen);
void drawActs(const OperatorPad& pad, const Rect& card, const OperatorScreen& screen, const OperatorActs& acts);
void drawHealth(const OperatorPad& pad, const Rect& card, const OperatorScreen& screen);
void drawMessages(const OperatorPad& pad, ui::Size units, const OperatorScreen& screen, const OperatorActs& acts,
                  OperatorDesk& state);

}  // namespace turnout::display::pad
