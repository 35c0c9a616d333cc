#include <algorithm>
#include <cmath>

#include "common/base/text.h"
#include "display/views/motion.h"
#include "display/views/parts.h"

namespace turnout::display {
namespace {

constexpr int kCardFades = 120;  // ms
constexpr float kRadius = 20, kEdge = 10, kFlagToText = 30, kTextToEdge = 24;

// Where things stand inside a card; heights follow the card's, so that LED walls and portrait use the same.
struct Inside {
    float flagX, flagY, flagWidth, textX, textRight, first, second;
};

Inside insideOf(const Stage& stage, const LaneLook& look) {
    const Rect& card = look.card;
    const float flagHeight = card.h - 2 * look.padding, flag = flagHeight / 0.75F;
    const float apart = std::max(0.0F, stage.floor() - 48) * 0.3F;  // type raised for the farthest seat
    const float flagX = card.x + kEdge + look.padding, textX = flagX + flag + kFlagToText;
    return {flagX,
            card.y + look.padding,
            flag,
            textX,
            card.right() - kTextToEdge,
            card.y + card.h * 0.45F - apart,
            card.y + card.h * 0.845F + apart};
}

// Shorter and shorter ways to say where a guest without a name comes from: the first that fits; nothing when none does.
std::string fromIn(const Stage& stage, const CountryCode& code, float size, float room) {
    const std::string country = countryName(code, Lang::en);
    const std::vector<std::pair<std::string, std::string>> args{{"country", countryInSentence(code)}};
    for (const std::string& line :
         {say(Text{"display.guest_of_a", args}, Lang::en), say(Text{"display.guest_of_b", args}, Lang::en), country})
        if (stage.fits(line, latin(size), room)) return line;
    return {};
}

// A long country's name on two small lines under what stands on the first, which moves up for it.
constexpr float kTwoLines = 38, kTwoLinesHeight = 1.18F, kAboveTwo = 0.39F, kFirstOfTwo = 0.645F;

bool twoLinesFit(const Stage& stage, const LaneLook& look) {
    constexpr float kBelow = 0.24F;  // what hangs under a baseline
    return look.card.h * kFirstOfTwo + stage.raised(kTwoLines) * (kTwoLinesHeight + kBelow) <= look.card.h;
}

bool holdsTwoLines(const Stage& stage, const std::string& country, float room) {
    const TextStyle style = latin(stage.raised(kTwoLines));
    const Halves halves = brokenInTwo(stage, country, style, room, room);
    return stage.fits(halves.first, style, room) && stage.fits(halves.second, style, room);
}

GuestCard withoutOthers(GuestCard card) {
    card.others = 0;
    return card;
}

void drawTwoLines(const Stage& stage, const std::string& country, const LaneLook& look, float x, Colour colour,
                  float room) {
    TextStyle style = latin(stage.px(stage.raised(kTwoLines)));
    style.lineHeight = kTwoLinesHeight;
    const ui::TextBox box{.maxWidth = stage.px(room), .maxLines = 2, .balanced = false};
    stage.canvas().text(stage.at(x, look.card.y + look.card.h * kFirstOfTwo), country, style, colour, box);
}

// Of the others' pill: it stands above the second line, whose type may have been raised.
float pillHeight(const Stage& stage, const LaneLook& look, const Inside& in) {
    constexpr float kOfName = 0.94F, kTallest = 0.98F;  // a capital with an accent
    const float second = stage.raised(look.enSize + 4) * kTallest;
    return std::min(look.nameSize * kOfName, in.second - second - look.card.y - look.padding);
}

// Its width; drawn with its right end at `right` and its middle at `middle`.
float pillWidth(const Stage& stage, const std::string& label, float height) {
    return stage.advance(label, latin(height * 0.74F)) + height * 0.62F;
}

void drawPill(const Stage& stage, const std::string& label, float right, float middle, float height) {
    const float width = pillWidth(stage, label, height);
    const Rect box = stage.area({right - width, middle - height / 2, width, height});
    stage.canvas().fill(box, stage.sky(), box.h / 2);
    const TextStyle style = latin(height * 0.74F);
    const Rect ink = stage.ink(label, style);
    stage.text(right - width / 2 - ink.x - ink.w / 2, middle - ink.y - ink.h / 2, label, style, theme::kInk);
}

void drawNamed(const Stage& stage, const GuestCard& card, const LaneLook& look, const Inside& in) {
    const std::string others = card.others > 0 ? "+" + grouped(card.others) : std::string();
    const float pill = pillHeight(stage, look, in), pillRoom = others.empty() ? 0 : pillWidth(stage, others, pill) + 20;
    const float room = in.textRight - in.textX;
    const Names country = card.country.isCountry() ? stage.country(card.country) : stage.words("display.welcome");
    // The pill stands at the end of the name; a name that needs the room sends it to the second line, if the country
    // stays whole there.
    const TextStyle least = latin(std::min(look.nameSize, 52.0F));
    const bool pillAbove = others.empty() || stage.fits(card.name, least, room - pillRoom) ||
                           !stage.fits(country.zh, chinese(stage.floor()), room - pillRoom);
    const float second = pillAbove ? room : room - pillRoom;
    const bool twoLines =
        country.zh.empty() && !stage.fits(country.en, latin(stage.floor()), second) && twoLinesFit(stage, look);
    // Where even that is too little, the country before the others: the count tells them too.
    if (twoLines && card.others > 0 && !holdsTwoLines(stage, country.en, second))
        return drawNamed(stage, withoutOthers(card), look, in);
    stage.fitted(in.textX, twoLines ? look.card.y + look.card.h * kAboveTwo : in.first, card.name, latin(look.nameSize),
                 theme::kWhite, pillAbove ? room - pillRoom : room);
    if (!others.empty())
        drawPill(stage, others, in.textRight,
                 pillAbove ? look.card.y + look.padding + pill / 2 : in.second - pill * 0.36F, pill);
    if (twoLines) return drawTwoLines(stage, country.en, look, in.textX, stage.gold(), second);
    const Pair pair{look.zhSize, look.enSize, stage.gold(), country.zh.empty() ? stage.gold() : theme::kSoft, 20};
    const bool both = country.zh.empty() || stage.advance(country.zh, chinese(look.zhSize)) + pair.gap +
                                                    stage.advance(country.en, latin(stage.floor())) <=
                                                second;
    stage.pair(in.textX, in.second, both ? country : Names{{}, country.zh}, pair, second, false);
}

// One language: the sentence where the name would be, and the country; a long country alone, on both lines.
void drawUnnamedIn(const Stage& stage, const GuestCard& card, const LaneLook& look, const Inside& in, Lang lang) {
    const std::string others = card.others > 0 ? "+" + grouped(card.others) : std::string();
    const float pill = pillHeight(stage, look, in), pillRoom = others.empty() ? 0 : pillWidth(stage, others, pill) + 20;
    const float room = in.textRight - in.textX;
    const auto style = [&](float size) { return lang == Lang::zh ? chinese(size) : latin(size); };
    if (!others.empty()) drawPill(stage, others, in.textRight, look.card.y + look.padding + pill / 2, pill);
    std::string from;
    if (card.country.isCountry()) {
        const std::string name = lang == Lang::en ? countryInSentence(card.country) : countryName(card.country, lang);
        from = say(Text{"display.guest_of_b", {{"country", name}}}, lang);
    }
    if (!stage.fits(from, style(stage.floor()), room)) {
        drawBroken(stage, countryName(card.country, lang), in.textX, in.first, in.second, style(look.zhSize),
                   theme::kWhite, room - pillRoom, room);
        return;
    }
    stage.fitted(in.textX, in.first, say("display.guest", lang), style(look.zhSize + 4), theme::kWhite,
                 room - pillRoom);
    stage.fitted(in.textX, in.second, from, style(look.zhSize), stage.gold(), room);
}

void drawUnnamed(const Stage& stage, const GuestCard& card, const LaneLook& look, const Inside& in) {
    if (stage.frame().tongues != Tongues::both)
        return drawUnnamedIn(stage, card, look, in, stage.frame().tongues == Tongues::english ? Lang::en : Lang::zh);
    const std::string others = card.others > 0 ? "+" + grouped(card.others) : std::string();
    const float pill = pillHeight(stage, look, in), pillRoom = others.empty() ? 0 : pillWidth(stage, others, pill) + 20;
    const float room = in.textRight - in.textX;
    const float size = look.nameSize * 64 / 66;
    std::string zh = say("display.guest", Lang::zh);
    if (card.country.isCountry()) {
        const std::string name = countryName(card.country, Lang::zh);
        zh = say(Text{"display.guest_of_a", {{"country", name}}}, Lang::zh);
        if (!stage.fits(zh, chinese(size * 0.8F), room - pillRoom)) zh = name;
    }
    const bool pillAbove = others.empty() || stage.fits(zh, chinese(52), room - pillRoom);
    const float second = pillAbove ? room : room - pillRoom;
    const std::string en = countryName(card.country, Lang::en),
                      line = fromIn(stage, card.country, look.enSize + 4, second);
    const bool twoLines = card.country.isCountry() && line.empty();
    if (twoLines && card.others > 0 && !holdsTwoLines(stage, en, second))
        return drawUnnamed(stage, withoutOthers(card), look, in);
    // Type raised for the farthest seat leaves no room for three lines: then the languages take turns.
    if (twoLines && !twoLinesFit(stage, look))
        return drawUnnamedIn(stage, card, look, in, stage.frame().other ? Lang::en : Lang::zh);
    stage.fitted(in.textX, twoLines ? look.card.y + look.card.h * kAboveTwo : in.first, zh, chinese(size),
                 theme::kWhite, pillAbove ? room - pillRoom : room);
    if (!others.empty())
        drawPill(stage, others, in.textRight,
                 pillAbove ? look.card.y + look.padding + pill / 2 : in.second - pill * 0.36F, pill);
    if (!card.country.isCountry()) {
        stage.fitted(in.textX, in.second, say("display.guest", Lang::en), latin(look.enSize + 4), theme::kSoft, second);
        return;
    }
    if (twoLines)
        drawTwoLines(stage, en, look, in.textX, theme::kSoft, second);
    else
        stage.text(in.textX, in.second, line, latin(look.enSize + 4), theme::kSoft);
}

void drawGuest(const Stage& stage, const GuestCard& card, const LaneLook& look) {
    ui::Canvas& canvas = stage.canvas();
    const Rect box = stage.sharp(look.card);
    const float radius = stage.px(kRadius);
    stage.shadow(box.moved(0, stage.px(10)), radius, stage.px(26), Colour{0, 0, 0, 128});
    canvas.gradientDown(box, stage.palette().guestTop, stage.palette().guestBottom, radius, ui::Corners::right());
    const Rect edge = stage.sharp({look.card.x, look.card.y, kEdge, look.card.h});
    canvas.fill(edge, stage.gold(), edge.w / 2, ui::Corners::left());

    Inside in = insideOf(stage, look);
    const float flagWidth = std::round(stage.px(in.flagWidth));
    const Point corner = stage.at(in.flagX, in.flagY);
    const bool hasFlag =
        card.country.isCountry() && canvas.flag(card.country, {std::round(corner.x), std::round(corner.y)}, flagWidth,
                                                std::max(3 * stage.scale(), flagWidth * 0.055F));
    if (!hasFlag) in.textX = in.flagX + kEdge;
    if (card.name.empty())
        drawUnnamed(stage, card, look, in);
    else
        drawNamed(stage, card, look, in);
}

void drawMoving(const Stage& stage, const CountScreen& screen, const LaneLook& look) {
    ui::Canvas& canvas = stage.canvas();
    const float whole = look.card.right();
    const float in = opacityAt(screen.cardInMs, 0, kCardFades);
    if (screen.under && in < 1) {  // it stays where it is: two texts side by side would be read as one
        canvas.pushOpacity(1 - in);
        drawGuest(stage, *screen.under, look);
        canvas.popOpacity();
    }
    float shift = 0, opacity = 1;
    if (screen.cardInMs < kCardInMs) {
        const auto ms = static_cast<float>(screen.cardInMs);
        shift = -whole * (1 - outCubic(ms / kCardInMs));
        if (!screen.under) opacity = in;  // one that is covered must not be read through it
    } else if (screen.cardOutMs > 0) {
        const float share = inCubic(static_cast<float>(screen.cardOutMs) / kCardOutMs);
        shift = -whole * share;
        opacity = 1 - share;
    }
    LaneLook moved = look;
    moved.card.x += shift;
    canvas.pushOpacity(opacity);
    drawGuest(stage, screen.card, moved);
    canvas.popOpacity();
}

// Words of a card: both languages above each other, or one in the middle.
void drawWords(const Stage& stage, const Names& words, const LaneLook& look, float x, float first, float second,
               float room, float zhSize, float enSize) {
    const Names shown = stackedOf(stage, words, second - first, room, room, zhSize, enSize);
    const std::string& one = shown.zh.empty() ? shown.en : shown.zh;
    const TextStyle style = shown.zh.empty() ? latin(enSize) : chinese(zhSize);
    if ((!shown.zh.empty() && !shown.en.empty()) || !stage.fits(one, style.sized(stage.floor()), room))
        return drawStacked(stage, words, x, first, second, room, zhSize, enSize);
    const float size = stage.raised(stage.fitting(one, style, room).size);
    stage.fitted(x, look.card.y + look.card.h / 2 + size * (shown.zh.empty() ? 0.35F : 0.37F), one, style,
                 theme::kWhite, room);
}

void drawWaiting(const Stage& stage, const LaneLook& look) {
    ui::Canvas& canvas = stage.canvas();
    const Inside in = insideOf(stage, look);
    const float dash = stage.px(12), gap = stage.px(8), hair = stage.hair();
    const Rect box = stage.sharp(look.card);
    canvas.fill(box, stage.palette().card, stage.px(kRadius));
    canvas.dashedOutline(box, stage.palette().nextEdge, hair, stage.px(kRadius), dash, gap);
    const Rect flag = stage.sharp({in.flagX, in.flagY, in.flagWidth, in.flagWidth * 0.75F});
    canvas.dashedOutline(flag, stage.palette().nextEdge, hair, stage.px(10), dash, gap);
    const Names text = stage.words("display.waiting");
    const float x = in.textX - 6, room = look.card.right() - 16 - x;
    drawWords(stage, text, look, x, in.first, in.second, room, look.zhSize + 4, look.enSize);
}

void drawStale(const Stage& stage, const CountScreen& screen, const LaneLook& look) {
    ui::Canvas& canvas = stage.canvas();
    const Rect box = stage.sharp(look.card);
    canvas.fill(box, stage.palette().card, stage.px(kRadius));
    canvas.outline(box, stage.palette().nextEdge, stage.hair(), stage.px(kRadius));
    const float size = look.card.h * 0.62F, left = look.card.x + 34;
    canvas.icon(ui::Icon::clock, stage.area({left, look.card.y + (look.card.h - size) / 2, size, size}), theme::kWhite);
    const float x = left + size + 34, room = look.card.right() - kTextToEdge - x;
    const std::vector<std::pair<std::string, std::string>> args{{"time", screen.asOf}};
    const float first = look.card.y + look.card.h * 0.43F, second = look.card.y + look.card.h * 0.83F;
    const Names text{say(Text{"display.as_of", args}, Lang::en), say(Text{"display.as_of", args}, Lang::zh)};
    drawWords(stage, text, look, x, first, second, room, look.zhSize + 4, look.enSize + 6);
}

}  // namespace

void drawLane(const Stage& stage, const CountScreen& screen, const LaneLook& look) {
    switch (screen.lane) {
        case Lane::empty: return;
        case Lane::waiting: return drawWaiting(stage, look);
        case Lane::guest: return drawMoving(stage, screen, look);
        case Lane::stale: return drawStale(stage, screen, look);
    }
}

}  // namespace turnout::display
