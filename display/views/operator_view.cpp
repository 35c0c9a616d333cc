#include "display/views/operator_view.h"

#include <algorithm>
#include <cmath>

#include "common/base/text.h"
#include "display/views/parts.h"

namespace turnout::display {
namespace {

using ui::Weight;

constexpr Colour kGround = Colour::hex(0x0B131E), kPanel = Colour::hex(0x121D2B), kRaised = Colour::hex(0x182739),
                 kRule = Colour::hex(0x263A52), kText = Colour::hex(0xEAF0F7), kMuted = Colour::hex(0x9FB2C7),
                 kGood = Colour::hex(0x4CC38A), kOnAir = Colour::hex(0xD04A43), kDark = Colour::hex(0x3A1517),
                 kAct = Colour::hex(0x2E2712), kActEdge = Colour::hex(0x7A6522);
constexpr float kWidth = 1280, kHeight = 800;

// dp of this window.
class Desk {
  public:
    Desk(ui::Canvas& canvas, Lang lang)
        : canvas_(canvas),
          k_(std::min(canvas.size().w / kWidth, canvas.size().h / kHeight)),
          origin_{(canvas.size().w - kWidth * k_) / 2, 0},
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
    float width(std::string_view words, float size, Weight weight = Weight::medium) const {
        return canvas_.measure(words, theme::text(size * k_, weight)).width / k_;
    }
    void card(float x, float y, float w, float h, Colour fill = kPanel, Colour edge = kRule) const {
        canvas_.fill(box(x, y, w, h), fill, px(10));
        canvas_.outline(box(x, y, w, h), edge, std::max(1.0F, std::round(k_)), px(10));
    }
    bool pressed(float x, float y, float w, float h) const { return canvas_.pointer().clicked(box(x, y, w, h)); }
    // A key cap with its right end at `right`; returns its width.
    float cap(float right, float middle, std::string_view key, Colour fill = kGround, Colour ink = kText) const {
        const float w = std::max(24.0F, width(key, 13) + 16);
        canvas_.fill(box(right - w, middle - 12, w, 24), fill, px(5));
        canvas_.outline(box(right - w, middle - 12, w, 24), kRule, 1, px(5));
        text(right - w / 2, middle + 5, key, 13, ink, 0, Weight::semibold, ui::Align::centre);
        return w;
    }
    bool button(float x, float y, float w, float h, std::string_view label, std::string_view key, bool primary) const {
        canvas_.fill(box(x, y, w, h), primary ? theme::kSky : kRaised, px(7));
        if (!primary) canvas_.outline(box(x, y, w, h), kRule, 1, px(7));
        const Colour ink = primary ? Colour::hex(0x06182B) : kText;
        const float taken =
            key.empty() ? 0 : cap(x + w - 12, y + h / 2, key, primary ? Colour::hex(0x4499CB) : kGround, ink);
        text(x + 16, y + h / 2 + 5, label, 15, ink, w - 36 - taken, Weight::semibold);
        return pressed(x, y, w, h);
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

std::string sceneWords(const Desk& desk, Scene scene) {
    std::string key(nameOf(scene));
    std::replace(key.begin(), key.end(), '-', '_');
    return desk.words("display.scene." + key);
}

std::string both(const Names& names) {
    if (names.zh.empty() || names.en.empty()) return names.zh + names.en;
    return names.zh.find(names.en) != std::string::npos ? names.zh : names.zh + "  " + names.en;
}

std::string momentWords(const Desk& desk, const Moment& moment) {
    const bool en = desk.lang() == Lang::en;
    const std::string number = en ? ordinal(moment.number) : grouped(moment.number);
    switch (moment.kind) {
        case Moment::Kind::country:
            return countryName(moment.country, desk.lang()) + " · " +
                   desk.words("display.ordinal_country", {{"number", number}});
        case Moment::Kind::guests: return desk.words("display.moment.guests", {{"number", number}});
        case Moment::Kind::countries:
            return desk.words("display.moment.countries", {{"number", grouped(moment.number)}});
        case Moment::Kind::allCountries:
            return grouped(moment.number) + " " + desk.words("display.moment.all_countries");
        case Moment::Kind::fullHouse: return desk.words("display.moment.full_house");
    }
    return {};
}

void drawTop(const Desk& desk, const OperatorScreen& screen, const OperatorActs& acts) {
    desk.canvas().fill({0, 0, desk.canvas().size().w, desk.canvas().size().h}, kGround);
    desk.canvas().fill({0, desk.px(52), desk.canvas().size().w, 1}, kRule);
    desk.text(16, 33, screen.title.in(desk.lang()), 17, kText, 360, Weight::semibold);
    desk.canvas().fill(desk.box(392, 12, 440, 28), kRaised, desk.px(14));
    desk.dot(410, 26, screen.output.empty() ? theme::kGold : kGood);
    desk.text(424, 31,
              screen.output.empty() ? desk.words("display.operator.window")
                                    : desk.words("display.operator.output", {{"screen", screen.output}}),
              13, kText, 396);
    desk.text(1100, 34, screen.clock, 20, kText, 0, Weight::semibold, ui::Align::right);
    const std::array langs{std::pair{Lang::en, "EN"}, std::pair{Lang::zh, "中文"}};
    for (std::size_t i = 0; i < langs.size(); ++i) {
        const float x = 1120 + 42 * static_cast<float>(i);
        const bool on = desk.lang() == langs[i].first;
        desk.canvas().fill(desk.box(x, 12, 42, 28), on ? kRaised : kGround, desk.px(6));
        desk.text(x + 21, 31, langs[i].second, 13, on ? kText : kMuted, 0, Weight::semibold, ui::Align::centre);
        if (desk.pressed(x, 12, 42, 28)) acts.lang(langs[i].first);
    }
    desk.cap(1236, 26, "?");
    desk.text(1242, 31, desk.words("display.operator.keys"), 12.5F, kMuted, 34);
    if (desk.pressed(1206, 10, 70, 32)) acts.control(Control::keys);
}

void drawOnAir(const Desk& desk, const OperatorScreen& screen, const OperatorPictures& pictures,
               const OperatorActs& acts) {
    desk.card(16, 68, 832, 398);
    desk.canvas().fill(desk.box(32, 82, 104, 24), screen.blackout ? kDark : Colour::hex(0x8B2A26), desk.px(12));
    desk.dot(47, 94, Colour::hex(0xFF8A80));
    desk.text(58, 99, desk.words("display.operator.on"), 12.5F, kText, 74, Weight::semibold);
    desk.text(150, 100, screen.now ? momentWords(desk, *screen.now) : sceneWords(desk, screen.on), 16, kText, 300,
              Weight::semibold);
    if (screen.rotates && !screen.showMode && !screen.blackout && !screen.message)
        desk.text(602, 99, desk.words("display.operator.changes", {{"seconds", std::to_string(screen.changesIn)}}), 13,
                  kMuted, 0, Weight::medium, ui::Align::right);
    desk.picture(pictures.hall, 32, 118, 576, 324, kOnAir, 2);
    if (screen.blackout) {
        desk.canvas().fill(desk.box(34, 120, 572, 320), theme::kBlack, desk.px(3));
        desk.text(320, 286, desk.words("display.operator.dark"), 18, kText, 0, Weight::semibold, ui::Align::centre);
    }
    desk.canvas().fill(desk.box(32, 448, 576, 4), kRule, desk.px(2));
    desk.canvas().fill(desk.box(32, 448, 576 * screen.share, 4), kOnAir, desk.px(2));

    desk.text(628, 99, desk.words("display.operator.next", {{"scene", sceneWords(desk, screen.upcoming)}}), 14, kText,
              204, Weight::semibold);
    desk.picture(pictures.next, 628, 118, 204, 115, kRule, 1);
    if (desk.button(628, 246, 204, 42, desk.words("display.operator.show_it"), "Enter", true))
        acts.control(Control::nextScene);
    desk.text(628, 320, desk.words("display.operator.rotates"), 14, kText, 150, Weight::semibold);
    if (desk.toggle(832, 315, screen.rotates)) acts.control(Control::rotation);
    desk.text(628, 362, desk.words("display.operator.moments"), 14, kText, 150, Weight::semibold);
    if (desk.toggle(832, 357, screen.moments)) acts.control(Control::moments);
    if (!screen.waiting) {
        desk.text(628, 388, desk.words("display.operator.none_wait"), 13, kMuted, 204);
        return;
    }
    desk.text(628, 388, desk.words(screen.showMode ? "display.operator.wait_act" : "display.operator.wait"), 13, kMuted,
              204);
    std::string waiting = momentWords(desk, *screen.waiting);
    desk.text(628, 410, waiting, 13, kText, 204);
    if (screen.moreWaiting > 0) desk.text(628, 432, "+" + std::to_string(screen.moreWaiting), 13, kMuted);
    desk.text(832, 432, desk.words("display.operator.skip"), 13, theme::kSky, 0, Weight::semibold, ui::Align::right);
    if (desk.pressed(760, 412, 80, 30)) acts.control(Control::skipMoment);
}

void drawScenes(const Desk& desk, const OperatorScreen& screen, const OperatorPictures& pictures,
                const OperatorActs& acts) {
    desk.card(16, 478, 832, 142);
    desk.text(32, 506, desk.words("display.operator.scenes"), 13.5F, kMuted);
    for (std::size_t i = 0; i < kScenes.size(); ++i) {
        const float x = 32 + 134 * static_cast<float>(i);
        const bool on = kScenes[i] == screen.on, next = kScenes[i] == screen.upcoming && screen.rotates;
        desk.canvas().pushOpacity(screen.showMode || screen.blackout ? 0.5F : 1);
        desk.picture(pictures.scenes[i], x, 518, 124, 70, on ? kOnAir : next ? theme::kSky : kRule, on || next ? 2 : 1);
        desk.canvas().popOpacity();
        const float w = desk.cap(x + 24, 603, std::to_string(i + 1));
        desk.text(x + w + 8, 608, sceneWords(desk, kScenes[i]), 13, on ? kText : kMuted, 92,
                  on ? Weight::semibold : Weight::medium);
        if (desk.pressed(x, 518, 124, 98)) acts.control(static_cast<Control>(i));
    }
}

void drawSwitches(const Desk& desk, const OperatorScreen& screen, const OperatorActs& acts, OperatorDesk& state) {
    const auto big = [&](float x, float w, const char* title, const char* text, const char* key, Colour fill,
                         Colour edge, Colour ink) {
        desk.card(x, 632, w, 72, fill, edge);
        desk.text(x + 16, 664, desk.words(title), 15, ink, w - 60, Weight::semibold);
        desk.text(x + 16, 688, desk.words(text), 12.5F, ink == kText ? kMuted : ink, w - 28);
        desk.cap(x + w - 12, 658, key);
        return desk.pressed(x, 632, w, 72);
    };
    if (big(16, 190, "display.operator.show_mode", "display.operator.show_mode_does", "S",
            screen.showMode ? Colour::hex(0x3A3112) : kRaised, screen.showMode ? kActEdge : kRule,
            screen.showMode ? theme::kGold : kText))
        acts.control(Control::showMode);
    if (big(218, 190, "display.operator.blackout",
            screen.blackout ? "display.operator.blackout_on" : "display.operator.blackout_does", "B",
            screen.blackout ? Colour::hex(0x9E2B27) : kDark, screen.blackout ? kOnAir : Colour::hex(0x6B2A2A), kText))
        acts.control(Control::blackout);
    if (big(420, 176, "display.operator.message",
            screen.message ? "display.operator.message_on" : "display.operator.message_does", "M",
            screen.message ? Colour::hex(0x3A3112) : kRaised, screen.message ? kActEdge : kRule,
            screen.message ? theme::kGold : kText)) {
        if (screen.message)
            acts.say({});
        else
            state.messages = true;
    }
    desk.card(608, 632, 240, 72);
    desk.text(620, 656, desk.words("display.operator.language"), 12.5F, kMuted, 180);
    desk.cap(836, 652, "L");
    const std::array choices{std::pair{Language::both, desk.words("display.operator.both")},
                             std::pair{Language::inTurn, desk.words("display.operator.in_turn")},
                             std::pair{Language::chinese, std::string("中文")},
                             std::pair{Language::english, std::string("EN")}};
    for (std::size_t i = 0; i < choices.size(); ++i) {
        const float x = 616 + 56 * static_cast<float>(i);
        const bool on = screen.language == choices[i].first;
        desk.canvas().fill(desk.box(x, 668, 54, 26), on ? theme::kSky : kRaised, desk.px(5));
        desk.text(x + 27 - std::min(50.0F, desk.width(choices[i].second, 12.5F, Weight::semibold)) / 2, 686,
                  choices[i].second, 12.5F, on ? Colour::hex(0x06182B) : kMuted, 50, Weight::semibold);
        if (desk.pressed(x, 668, 54, 26)) acts.speak(choices[i].first);
    }
}

void drawSums(const Desk& desk, const OperatorScreen& screen) {
    desk.card(16, 716, 832, 68);
    const auto sum = [&](float x, const std::string& number, const std::string& words) {
        const float w = desk.text(x, 760, number, 28, kText, 0, Weight::bold);
        desk.text(x + w + 12, 758, words, 13, kMuted, 196 - w - 20);
    };
    const auto of = [&](const char* key, const char* alone, const Tally& tally, const std::string& name = {}) {
        return tally.expected ? desk.words(key, {{"expected", grouped(*tally.expected)}, {"name", name}})
                              : desk.words(alone, {{"name", name}});
    };
    sum(36, grouped(screen.guests.arrived), of("display.operator.guests_of", "display.operator.guests", screen.guests));
    sum(242, grouped(screen.countries.arrived),
        of("display.operator.countries_of", "display.operator.countries", screen.countries));
    if (screen.group)
        sum(448, grouped(screen.group->countries.arrived),
            of("display.operator.group_of", "display.operator.group", screen.group->countries,
               screen.group->name.in(desk.lang())));
    sum(654, "+" + grouped(screen.lastMinute), desk.words("display.operator.last_minute"));
}

void drawActs(const Desk& desk, const OperatorScreen& screen, const OperatorActs& acts) {
    desk.card(860, 68, 404, 330);
    desk.text(876, 97, desk.words("display.operator.programme"), 13.5F, kMuted);
    desk.text(1248, 97, desk.words(screen.byHand ? "display.operator.by_hand" : "display.operator.by_clock"), 13,
              kMuted, 0, Weight::medium, ui::Align::right);
    desk.canvas().fill(desk.box(872, 110, 380, 74), kAct, desk.px(6));
    desk.canvas().fill(desk.box(872, 110, 4, 74), theme::kGold, desk.px(2));
    if (screen.act) {
        desk.text(888, 134, desk.words("display.now"), 13, theme::kGold, 0, Weight::semibold);
        desk.text(1236, 134, screen.elapsed, 14, theme::kGold, 0, Weight::semibold, ui::Align::right);
        desk.text(888, 158, both(screen.act->name), 16, kText, 350, Weight::semibold);
        desk.text(888, 177, screen.act->performers, 12.5F, kMuted, 350);
    } else {
        desk.text(888, 152, desk.words(screen.coming.empty() ? "display.over" : "display.operator.not_begun"), 15,
                  theme::kGold, 350, Weight::semibold);
    }
    for (std::size_t i = 0; i < screen.coming.size(); ++i) {
        const OperatorAct& act = screen.coming[i];
        const float y = 212 + 40 * static_cast<float>(i);
        desk.text(888, y, act.time, 13.5F, i == 0 ? theme::kSky : kMuted, 0, Weight::semibold);
        desk.text(942, y, both(act.name), 14, i == 0 ? kText : kMuted, 296);
        desk.text(942, y + 17, act.performers, 12.5F, kMuted, 296);
    }
    if (desk.button(872, 338, 200, 48, desk.words("display.operator.next_act"), "Space", true))
        acts.control(Control::nextAct);
    if (desk.button(1080, 338, 78, 48, desk.words("display.operator.back"), "", false)) acts.control(Control::actBack);
    if (desk.button(1166, 338, 86, 48, desk.words("display.operator.later"), "", false)) acts.control(Control::later);
}

void drawHealth(const Desk& desk, const OperatorScreen& screen) {
    desk.card(860, 410, 404, 374);
    const auto quiet =
        std::find_if(screen.doors.begin(), screen.doors.end(), [](const DoorRow& door) { return door.quiet; });
    const bool anyQuiet = quiet != screen.doors.end();
    desk.text(876, 438, desk.words("display.operator.health"), 13.5F, kMuted);
    const std::string state = desk.words(screen.stale ? "display.operator.state_stale"
                                         : anyQuiet   ? "display.operator.state_quiet"
                                                      : "display.operator.state_well");
    const Colour colour = screen.stale || anyQuiet ? theme::kGold : kGood;
    desk.text(1248, 438, state, 13, colour, 0, Weight::semibold, ui::Align::right);
    desk.dot(1240 - desk.width(state, 13, Weight::semibold), 433, colour);
    const auto line = [&](float y, const char* key, const std::string& value, bool good) {
        desk.dot(884, y - 5, good ? kGood : theme::kGold);
        desk.text(900, y, desk.words(key), 14, kText);
        desk.text(1248, y, value, 13, kMuted, 0, Weight::medium, ui::Align::right);
    };
    line(470, "display.operator.file",
         desk.words("display.operator.seconds_ago", {{"seconds", std::to_string(screen.dataAge)}}),
         !screen.stale && screen.dataAge < 5);
    line(498, "display.operator.frames",
         desk.words("display.operator.worst", {{"ms", std::to_string(screen.worstFrameMs)}}), screen.worstFrameMs < 50);
    desk.text(876, 534, desk.words("display.operator.doors"), 13.5F, kMuted);
    desk.text(1112, 534, desk.words("display.operator.per_minute"), 12.5F, kMuted, 0, Weight::medium, ui::Align::right);
    desk.text(1248, 534, desk.words("display.operator.last_heard"), 12.5F, kMuted, 0, Weight::medium, ui::Align::right);
    constexpr std::size_t kRows = 6;
    for (std::size_t i = 0; i < std::min(kRows, screen.doors.size()); ++i) {
        const DoorRow& door = screen.doors[i];
        const float y = 564 + 29 * static_cast<float>(i);
        desk.dot(884, y - 5, door.quiet ? theme::kGold : door.secondsSince ? kGood : kMuted);
        desk.text(900, y, door.name, 14, kText, 96);
        const std::int64_t most =
            std::max<std::int64_t>(1, *std::max_element(door.minutes.begin(), door.minutes.end()));
        for (std::size_t m = 0; m < door.minutes.size(); ++m) {
            const float high = 2 + 16 * static_cast<float>(door.minutes[m]) / static_cast<float>(most);
            desk.canvas().fill(desk.box(1000 + 8 * static_cast<float>(m), y + 1 - high, 6, high),
                               door.minutes[m] > 0 ? theme::kSky : kRule);
        }
        desk.text(1112, y, std::to_string(door.minutes.back()), 14, kText, 0, Weight::semibold, ui::Align::right);
        const std::string heard =
            !door.secondsSince ? std::string("–")
            : *door.secondsSince < 60
                ? desk.words("display.operator.seconds", {{"seconds", std::to_string(*door.secondsSince)}})
                : desk.words("display.operator.minutes", {{"minutes", std::to_string(*door.secondsSince / 60)}});
        desk.text(1248, y, heard, 13, door.quiet ? theme::kGold : kMuted, 0, Weight::medium, ui::Align::right);
    }
    if (!screen.stale && !anyQuiet) return;
    desk.canvas().fill(desk.box(872, 738, 380, 34), kAct, desk.px(6));
    desk.text(886, 760,
              screen.stale ? desk.words("display.operator.stale_means")
                           : desk.words("display.operator.quiet_means", {{"door", quiet->name}}),
              13, theme::kGold, 356);
}

void drawMessages(const Desk& desk, const OperatorScreen& screen, const OperatorActs& acts, OperatorDesk& state) {
    desk.canvas().fill({0, 0, desk.canvas().size().w, desk.canvas().size().h}, theme::kBlack.faded(0.6F));
    const std::size_t rows = std::min<std::size_t>(9, screen.messages.size());
    const float high = 180 + 52 * static_cast<float>(rows), y = (kHeight - high) / 2, x = 300;
    desk.card(x, y, 680, high);
    desk.text(x + 24, y + 38, desk.words("display.operator.message"), 17, kText, 0, Weight::semibold);
    desk.cap(x + 656, y + 32, "Esc");
    for (std::size_t i = 0; i < rows; ++i) {
        const float top = y + 60 + 52 * static_cast<float>(i);
        if (!desk.button(x + 20, top, 640, 44, both(screen.messages[i]), "", false)) continue;
        acts.say(screen.messages[i]);
        state.messages = false;
    }
    const float field = y + 72 + 52 * static_cast<float>(rows);
    desk.canvas().fill(desk.box(x + 20, field, 500, 48), kGround, desk.px(7));
    desk.canvas().outline(desk.box(x + 20, field, 500, 48), theme::kSky, desk.px(2), desk.px(7));
    if (state.typed.empty())
        desk.text(x + 36, field + 30, desk.words("display.operator.type"), 15, kMuted, 470);
    else
        desk.text(x + 36, field + 30, state.typed, 15, kText, 470);
    if (desk.button(x + 532, field, 128, 48, desk.words("display.operator.show"), "Enter", true) &&
        !state.typed.empty()) {
        acts.say({state.typed, {}});
        state.messages = false;
    }
    desk.text(x + 24, field + 80, desk.words("display.operator.type_both"), 13, kMuted, 632);
    if (!desk.pressed(x, y, 680, high) && desk.pressed(0, 0, kWidth, kHeight)) state.messages = false;
}

}  // namespace

void drawOperator(ui::Canvas& canvas, const OperatorScreen& screen, const OperatorPictures& pictures,
                  const OperatorActs& acts, OperatorDesk& state, Lang lang) {
    const Desk desk(canvas, lang);
    // Under the panel of messages nothing is pressed.
    const OperatorActs none{[](Control) {}, [](Language) {}, [](const Names&) {}, [](Lang) {}};
    const bool open = state.messages;
    OperatorDesk ignored;
    const OperatorActs& below = open ? none : acts;
    drawTop(desk, screen, below);
    drawOnAir(desk, screen, pictures, below);
    drawScenes(desk, screen, pictures, below);
    drawSwitches(desk, screen, below, open ? ignored : state);
    drawSums(desk, screen);
    drawActs(desk, screen, below);
    drawHealth(desk, screen);
    if (open) drawMessages(desk, screen, acts, state);
}

}  // namespace turnout::display
