// What is on and what comes: the picture of the hall, the next scene, the six scenes, the sums.
#include "display/views/operator_pad.h"

namespace turnout::display::pad {
namespace {

std::string sceneWords(const OperatorPad& pad, Scene scene) {
    return pad.words(wordsOf(scene));
}

// The only scene of its time follows itself.
bool followsItself(const OperatorScreen& screen) {
    return screen.on == screen.upcoming;
}

std::string nextWords(const OperatorPad& pad, const OperatorScreen& screen) {
    return followsItself(screen) ? pad.words("display.operator.next_none")
                                 : pad.words("display.operator.next", {{"scene", sceneWords(pad, screen.upcoming)}});
}

// What the hall sees, which is not always the scene.
std::string onAirWords(const OperatorPad& pad, const OperatorScreen& screen) {
    if (screen.message) return pad.words("display.operator.message");
    if (screen.blackout) return pad.words("display.operator.blackout");
    if (screen.testCard) return pad.words("display.operator.test_card");
    if (screen.showMode) return pad.words("display.operator.show_mode");
    return screen.now ? momentWords(pad, *screen.now) : sceneWords(pad, screen.on);
}

std::string outputWords(const OperatorPad& pad, const OperatorScreen& screen, float room) {
    if (!screen.awaited.empty()) {
        const std::string whole = pad.words("display.operator.awaited", {{"screen", screen.awaited}});
        // What happens then is told by the health too.
        return pad.width(whole, 13) <= room ? whole
                                            : pad.words("display.operator.awaited_short", {{"screen", screen.awaited}});
    }
    if (screen.output.empty()) return pad.words("display.operator.window");
    return pad.words("display.operator.output", {{"screen", screen.output}});
}

// What is said of the next moment: whether it comes, or how many will not be told.
std::string waitsWords(const OperatorPad& pad, const OperatorScreen& screen) {
    if (screen.waits == Waits::off)
        return screen.waiting
                   ? pad.words("display.operator.moments_off_wait", {{"count", std::to_string(screen.moreWaiting + 1)}})
                   : pad.words("display.operator.moments_off");
    if (!screen.waiting) return pad.words("display.operator.none_wait");
    return pad.words(screen.waits == Waits::act       ? "display.operator.wait_act"
                     : screen.waits == Waits::covered ? "display.operator.wait_covered"
                                                      : "display.operator.wait");
}

}  // namespace

std::string both(const Names& names) {
    if (names.zh.empty() || names.en.empty()) return names.zh + names.en;
    return names.zh.find(names.en) != std::string::npos ? names.zh : names.zh + "  " + names.en;
}

std::string momentWords(const OperatorPad& pad, const Moment& moment) {
    const bool en = pad.lang() == Lang::en;
    const std::string number = en ? ordinal(moment.number) : grouped(moment.number);
    switch (moment.kind) {
        case Moment::Kind::country:
            return countryName(moment.country, pad.lang()) + " · " +
                   pad.words("display.ordinal_country", {{"number", number}});
        case Moment::Kind::newCountries:
            return pad.words("display.operator.new_countries", {{"number", grouped(moment.number)}});
        case Moment::Kind::guests: return pad.words("display.moment.guests", {{"number", number}});
        case Moment::Kind::countries: return pad.words("display.ordinal_country", {{"number", number}});
        case Moment::Kind::allCountries:
            return pad.words("display.moment.all_countries", {{"number", grouped(moment.number)}});
        case Moment::Kind::fullHouse: return pad.words("display.moment.full_house");
    }
    return {};
}

void drawTop(const OperatorPad& pad, const OperatorCards& cards, const OperatorScreen& screen,
             const OperatorActs& acts) {
    const float edge = cards.units.w;
    pad.canvas().fill({0, 0, pad.canvas().size().w, pad.canvas().size().h}, kGround);
    pad.canvas().fill({0, pad.px(52), pad.canvas().size().w, 1}, kRule);
    const Rect output = cards.narrow ? Rect{316, 12, edge - 600, 28} : Rect{392, 12, 440, 28};
    pad.text(16, 33, screen.title.in(pad.lang()), 17, kText, output.x - 32, Weight::semibold);
    pad.canvas().fill(pad.box(output.x, output.y, output.w, output.h), kRaised, pad.px(14));
    pad.dot(output.x + 18, 26, screen.output.empty() ? theme::kGold : kGood);
    const std::string change = pad.words("display.operator.change");
    const float word = pad.width(change, 13, Weight::semibold);
    pad.text(output.right() - 16 - word, 31, change, 13, theme::kSky, 0, Weight::semibold);
    const float room = output.w - 60 - word;
    pad.text(output.x + 32, 31, outputWords(pad, screen, room), 13, kText, room);
    if (pad.pressed(output.x, output.y, output.w, output.h)) acts.output();
    pad.text(edge - 180, 34, screen.clock, 20, kText, 0, Weight::semibold, ui::Align::right);
    const std::array langs{std::pair{Lang::en, "EN"}, std::pair{Lang::zh, "中文"}};
    for (std::size_t i = 0; i < langs.size(); ++i) {
        const float x = edge - 160 + 42 * static_cast<float>(i);
        const bool on = pad.lang() == langs[i].first;
        pad.canvas().fill(pad.box(x, 12, 42, 28), on ? kRaised : kGround, pad.px(6));
        pad.text(x + 21, 31, langs[i].second, 13, on ? kText : kMuted, 0, Weight::semibold, ui::Align::centre);
        if (pad.pressed(x, 12, 42, 28)) acts.lang(langs[i].first);
    }
    pad.cap(edge - 44, 26, "?");
    pad.text(edge - 38, 31, pad.words("display.operator.keys"), 12.5F, kMuted, 34);
    if (pad.pressed(edge - 74, 10, 70, 32)) acts.control(Control::keys);
}

void drawOnAir(const OperatorPad& pad, const OperatorCards& cards, const OperatorScreen& screen,
               const OperatorPictures& pictures) {
    const Rect& card = cards.onAir;
    const Rect hall =
        cards.narrow ? Rect{card.x + 12, card.y + 44, 368, 207} : Rect{card.x + 16, card.y + 50, 576, 324};
    pad.card(card.x, card.y, card.w, card.h);
    const float top = hall.y - 36;
    pad.canvas().fill(pad.box(hall.x, top, 104, 24), screen.dark ? kDark : Colour::hex(0x8B2A26), pad.px(12));
    pad.dot(hall.x + 15, top + 12, Colour::hex(0xFF8A80));
    pad.text(hall.x + 26, top + 17, pad.words("display.operator.on"), 12.5F, kText, 74, Weight::semibold);
    float changes = 0;
    if (screen.rotates && !followsItself(screen) && !screen.showMode && !screen.blackout && !screen.message &&
        !screen.testCard)
        changes = 18 + pad.text(hall.right() - 6, top + 17,
                                pad.words("display.operator.changes", {{"seconds", std::to_string(screen.changesIn)}}),
                                13, kMuted, 0, Weight::medium, ui::Align::right);
    pad.text(hall.x + 118, top + 18, onAirWords(pad, screen), 16, kText, hall.w - 118 - changes, Weight::semibold);
    pad.picture(pictures.hall, hall.x, hall.y, hall.w, hall.h, kOnAir, 2);
    if (screen.dark) {
        pad.canvas().fill(pad.box(hall.x + 2, hall.y + 2, hall.w - 4, hall.h - 4), theme::kBlack, pad.px(3));
        pad.text(hall.centre().x, hall.centre().y + 6, pad.words("display.operator.dark"), 18, kText, 0,
                 Weight::semibold, ui::Align::centre);
    }
    pad.canvas().fill(pad.box(hall.x, hall.bottom() + 6, hall.w, 4), kRule, pad.px(2));
    if (followsItself(screen)) return;
    pad.canvas().fill(pad.box(hall.x, hall.bottom() + 6, hall.w * screen.share, 4), kOnAir, pad.px(2));
}

namespace {

void drawShowIt(const OperatorPad& pad, const Rect& at, const OperatorScreen& screen, const OperatorActs& acts) {
    const std::string words = pad.words("display.operator.show_it");
    if (followsItself(screen))
        pad.idle(at.x, at.y, at.w, at.h, words);
    else if (pad.button(at.x, at.y, at.w, at.h, words, "Enter", true))
        acts.control(Control::nextScene);
}

// One strip where the window is narrow: what comes, the button, the rotation with its pace, the moments.
void drawNextStrip(const OperatorPad& pad, const Rect& card, const OperatorScreen& screen, const OperatorActs& acts) {
    pad.card(card.x, card.y, card.w, card.h);
    const float middle = card.y + card.h / 2, spare = (card.w - 776) / 2;
    float x = card.x;
    const bool off = screen.waits == Waits::off;
    const float room = 128 + spare;
    pad.text(x + 16, screen.waiting || off ? middle - 3 : middle + 5, nextWords(pad, screen), 14, kText, room,
             Weight::semibold);
    if (off)
        pad.text(x + 16, middle + 15, pad.words("display.operator.moments") + ": " + waitsWords(pad, screen), 12.5F,
                 kMuted, room);
    else if (screen.waiting)
        pad.text(x + 16, middle + 15, momentWords(pad, *screen.waiting), 12.5F, kMuted, room);
    x += spare;
    drawShowIt(pad, {x + 152, card.y + 6, 192, card.h - 12}, screen, acts);
    pad.text(x + 356, middle - 3, pad.words("display.operator.rotates"), 13, kText, 104 + spare / 2, Weight::semibold);
    pad.text(x + 356, middle + 15, pad.words("display.operator.stays", {{"seconds", std::to_string(screen.stays)}}),
             12.5F, kMuted, 104 + spare / 2);
    x += spare / 2;
    if (pad.toggle(x + 506, middle, screen.rotates)) acts.control(Control::rotation);
    if (pad.small(x + 514, middle - 12, "−")) acts.control(Control::faster);
    if (pad.small(x + 552, middle - 12, "+")) acts.control(Control::slower);
    pad.text(x + 597, middle + 5, pad.words("display.operator.moments"), 13, kText, 63 + spare * 0.2F,
             Weight::semibold);
    if (pad.toggle(x + 702 + spare * 0.2F, middle, screen.moments)) acts.control(Control::moments);
    if (!screen.waiting || off) return;
    pad.text(card.right() - 14, middle + 5, pad.words("display.operator.skip"), 13, theme::kSky, 0, Weight::semibold,
             ui::Align::right);
    if (pad.pressed(card.right() - 62, card.y, 62, card.h)) acts.control(Control::skipMoment);
}

}  // namespace

void drawNext(const OperatorPad& pad, const OperatorCards& cards, const OperatorScreen& screen,
              const OperatorPictures& pictures, const OperatorActs& acts) {
    if (cards.narrow) return drawNextStrip(pad, cards.next, screen, acts);
    const float x = cards.next.x, y = cards.next.y, right = cards.next.right();
    pad.text(x, y + 17, nextWords(pad, screen), 14, kText, 204, Weight::semibold);
    pad.picture(pictures.next, x, y + 36, 204, 115, kRule, 1);
    drawShowIt(pad, {x, y + 164, 204, 42}, screen, acts);
    pad.text(x, y + 238, pad.words("display.operator.rotates"), 14, kText, 150, Weight::semibold);
    if (pad.toggle(right, y + 233, screen.rotates)) acts.control(Control::rotation);
    pad.text(x, y + 266, pad.words("display.operator.stays", {{"seconds", std::to_string(screen.stays)}}), 13, kMuted,
             124);
    if (pad.small(right - 72, y + 250, "−")) acts.control(Control::faster);
    if (pad.small(right - 34, y + 250, "+")) acts.control(Control::slower);
    pad.text(x, y + 312, pad.words("display.operator.moments"), 14, kText, 150, Weight::semibold);
    if (pad.toggle(right, y + 307, screen.moments)) acts.control(Control::moments);
    const bool told = screen.waiting && screen.waits != Waits::off;
    const std::string skip = pad.words("display.operator.skip");
    const float taken = told ? pad.width(skip, 13, Weight::semibold) + 12 : 0;
    pad.text(x, y + 336, waitsWords(pad, screen), 13, kMuted, 204 - taken);
    if (!told) return;
    pad.text(right, y + 336, skip, 13, theme::kSky, 0, Weight::semibold, ui::Align::right);
    if (pad.pressed(right - 60, y + 320, 68, 24)) acts.control(Control::skipMoment);
    const std::string more = screen.moreWaiting > 0 ? "+" + std::to_string(screen.moreWaiting) : std::string();
    const float sum = pad.width(more, 13) + (more.empty() ? 0 : 12);
    pad.text(x, y + 358, momentWords(pad, *screen.waiting), 13, kText, 204 - sum);
    pad.text(right, y + 358, more, 13, kMuted, 0, Weight::medium, ui::Align::right);
}

void drawScenes(const OperatorPad& pad, const Rect& card, const OperatorScreen& screen,
                const OperatorPictures& pictures, const OperatorActs& acts) {
    constexpr float kGap = 10;
    const bool headed = card.h > 120;
    const float margin = headed ? 16 : 12, count = static_cast<float>(kScenes.size());
    const float width = (card.w - 2 * margin - (count - 1) * kGap) / count,
                high = std::min(width * 9 / 16, card.h - (headed ? 72.0F : 38.0F));
    const float top = card.y + (headed ? 40.0F : 8.0F);
    pad.card(card.x, card.y, card.w, card.h);
    if (headed) {
        pad.text(card.x + 16, card.y + 28, pad.words("display.operator.scenes"), 13.5F, kMuted);
        float right = card.right() - 16;
        const auto chip = [&](const char* key, const char* cap, bool on, Control control) {
            const auto [left, pressed] = pad.chip(right, card.y + 22, pad.words(key), cap, on);
            if (pressed) acts.control(control);
            right = left - 8;
        };
        chip("display.operator.key_colour", "K", screen.keyColour, Control::keyColour);
        chip("display.operator.clean", "C", screen.clean, Control::clean);
        chip("display.operator.test_card", "T", screen.testCard, Control::testCard);
    }
    for (std::size_t i = 0; i < kScenes.size(); ++i) {
        const float x = card.x + margin + (width + kGap) * static_cast<float>(i);
        const bool on = kScenes[i] == screen.on, next = kScenes[i] == screen.upcoming && screen.rotates;
        pad.canvas().pushOpacity(screen.showMode || screen.blackout || screen.message ? 0.5F : 1);
        pad.picture(pictures.scenes[i], x, top, width, high,
                    on     ? kOnAir
                    : next ? theme::kSky
                           : kRule,
                    on || next ? 2 : 1);
        pad.canvas().popOpacity();
        const float w = pad.cap(x + 24, top + high + 15, std::to_string(i + 1));
        pad.text(x + w + 8, top + high + 20, sceneWords(pad, kScenes[i]), 13, on ? kText : kMuted, width - w - 10,
                 on ? Weight::semibold : Weight::medium);
        if (pad.pressed(x, top, width, high + 28)) acts.control(static_cast<Control>(i));
    }
}

void drawSums(const OperatorPad& pad, const Rect& card, const OperatorScreen& screen) {
    pad.card(card.x, card.y, card.w, card.h);
    const float pitch = (card.w - 8) / 4, baseline = card.y + card.h / 2 + (card.h > 60 ? 10.0F : 7.0F);
    const auto sum = [&](float x, const std::string& number, const std::string& words) {
        const float w = pad.text(x, baseline, number, card.h > 60 ? 28.0F : 22.0F, kText, 0, Weight::bold);
        pad.text(x + w + 10, baseline - 2, words, 13, kMuted, pitch - w - 20);
    };
    const auto of = [&](const char* key, const char* alone, const Tally& tally, const std::string& name = {}) {
        return tally.expected ? pad.words(key, {{"expected", grouped(*tally.expected)}, {"name", name}})
                              : pad.words(alone, {{"arrived", grouped(tally.arrived)}, {"name", name}});
    };
    sum(card.x + 20, grouped(screen.guests.arrived),
        of("display.operator.guests_of", "display.operator.guests", screen.guests));
    sum(card.x + 20 + pitch, grouped(screen.countries.arrived),
        of("display.operator.countries_of", "display.operator.countries", screen.countries));
    if (screen.group)
        sum(card.x + 20 + 2 * pitch, grouped(screen.group->countries.arrived),
            of("display.operator.group_of", "display.operator.group", screen.group->countries,
               screen.group->name.in(pad.lang())));
    const bool fewer = screen.lastMinute < 0;  // a correction
    sum(card.x + 20 + 3 * pitch, (fewer ? "−" : "+") + grouped(std::abs(screen.lastMinute)),
        pad.words("display.operator.last_minute"));
}

}  // namespace turnout::display::pad
