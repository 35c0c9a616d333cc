#include <algorithm>
#include <cmath>

#include "common/base/text.h"
#include "display/views/parts.h"

namespace turnout::display {
namespace {

constexpr float kBarWidth = 8, kBarToLabel = 20, kLabelToName = 26;
constexpr float kSmallApart = 38;  // of two lines that tell one act of two

Names labelOf(const Stage& stage, const ProgrammeLine& line) {
    switch (line.kind) {
        case ProgrammeLine::Kind::now: return stage.words("display.now");
        case ProgrammeLine::Kind::next: return stage.words("display.next");
        case ProgrammeLine::Kind::at: return {line.time, {}};
    }
    return {};
}

Colour colourOf(const Stage& stage, const ProgrammeLine& line) {
    return line.kind == ProgrammeLine::Kind::now ? stage.gold() : stage.sky();
}

Names inOneLanguage(const Names& names, bool english) {
    if (names.en.empty() || (!english && !names.zh.empty())) return {{}, names.zh};
    return {names.en, {}};
}

bool onOneLine(const Stage& stage, const Names& name, const Pair& look, float room) {
    const float zh = name.zh.empty() ? 0 : stage.advance(name.zh, chinese(look.zhSize)) + look.gap;
    return zh + (name.en.empty() ? 0 : stage.advance(name.en, latin(look.enSize))) <= room;
}

// The baseline of one line in the middle of where two would stand, the upper one in Chinese.
float middleOf(float first, float second, float zhSize, float size) {
    constexpr float kHanzi = 0.8F, kHalfACapital = 0.36F;
    return (first - zhSize * kHanzi + second) / 2 + size * kHalfACapital;
}

// What of a name stands on the one line of its act: Chinese, or English where there is none.
struct OneLine {
    std::string_view words;
    TextStyle style;
};

OneLine oneLineOf(const Names& name, const ProgrammeLook& look) {
    if (name.zh.empty()) return {name.en, latin(std::max(look.enSize, look.zhSize))};
    return {name.zh, chinese(look.zhSize)};
}

// Two acts, each over two small lines where its own is too short; the lower one begins under the label.
float upperOfTwo(const ProgrammeLook& look, bool first) {
    return first ? look.firstBaseline - 28 : look.secondBaseline - 19;
}

void drawOverTwo(const Stage& stage, const OneLine& name, float x, float labelX, float upper, Colour colour,
                 float right) {
    const TextStyle style = name.style.sized(kFloor);
    const Halves halves = brokenInTwo(stage, name.words, style, right - x, right - labelX);
    if (halves.second.empty() || !stage.fits(halves.first, style, right - x))
        return drawBroken(stage, name.words, x, upper, upper + kSmallApart, style, colour, right - x, right - x);
    stage.text(x, upper, halves.first, style, colour);
    stage.fitted(labelX, upper + kSmallApart, halves.second, style, colour, right - labelX);
}

// A name in one language that both lines hold without the room under the label.
bool wholeOverBoth(const Stage& stage, const Names& name, const ProgrammeLook& look, float room) {
    if (!name.zh.empty() && !name.en.empty()) return true;
    const OneLine one = oneLineOf(name, look);
    const TextStyle style = one.style.sized(kFloor);
    const Halves halves = brokenInTwo(stage, one.words, style, room, room);
    return halves.second.empty() || stage.fits(halves.second, style, room);
}

// One name over both lines: Chinese above English, or what of it has room; what needs one line stands on `alone`.
void drawNameOverBoth(const Stage& stage, const Names& given, float x, float first, float second, float alone,
                      float zhSize, float enSize, Colour main, float room) {
    Names name = stage.told(given);
    if (!name.en.empty() && name.zh.find(name.en) != std::string::npos) name.en.clear();
    name = stackedOf(stage, name, second - first, room, room, zhSize, enSize);
    if (!name.zh.empty() && !name.en.empty()) {
        stage.fitted(x, first, name.zh, chinese(zhSize), main, room);
        stage.fitted(x, second, name.en, latin(enSize), theme::kSoft, room);
        return;
    }
    const std::string& one = name.zh.empty() ? name.en : name.zh;
    const TextStyle style = name.zh.empty() ? latin(enSize) : chinese(zhSize);
    if (stage.fits(one, style, room) || !stage.twoLines(second - first, 0))
        stage.fitted(x, alone, one, style, main, room);
    else
        drawBroken(stage, one, x, first, second, style, main, room, room);
}

float labelWidth(const Stage& stage, const Names& label, const ProgrammeLook& look) {
    float width = 0;
    if (!label.zh.empty()) width += stage.advance(label.zh, chinese(look.labelZh));
    if (!label.zh.empty() && !label.en.empty()) width += 14;
    if (!label.en.empty()) width += stage.advance(label.en, latin(look.labelEn));
    return width;
}

}  // namespace

void drawMark(const Stage& stage, float x, float baseline, float size, Colour colour) {
    const Rect bar = stage.sharp({x, baseline - size * 0.92F, kBarWidth, size * 1.14F});
    stage.canvas().fill(bar, colour, bar.w / 2);
}

void drawBand(const Stage& stage, float top) {
    const ui::Size size = stage.canvas().size();
    const float y = std::round(stage.at(0, top).y);
    // The organiser's own picture goes on under the band.
    constexpr float kOverPicture = 0.66F;
    const bool over = !stage.palette().background.empty() && stage.frame().backdrop == Backdrop::usual;
    const float opacity = over ? kOverPicture : 1;
    stage.canvas().gradientDown({0, y, size.w, size.h - y}, stage.palette().bandTop.faded(opacity),
                                stage.palette().bandBottom.faded(opacity));
    stage.canvas().fill({0, y, size.w, stage.hair()}, stage.palette().bandLine);
}

void drawProgramme(const Stage& stage, const CountScreen& screen, const ProgrammeLook& look) {
    if (screen.programme.empty()) {  // the place where we are, when there is nothing to announce
        const Names place = stage.told(screen.venue);
        const bool both = !place.zh.empty() && !place.en.empty();
        const auto baseline = [&](float usual, float size) {
            return both ? usual : middleOf(look.firstBaseline, look.secondBaseline, look.zhSize, size);
        };
        if (!place.zh.empty())
            stage.fitted(look.x, baseline(look.firstBaseline, look.zhSize), place.zh, chinese(look.zhSize),
                         theme::kWhite, look.right - look.x);
        const float enSize = both ? look.enSize : std::max(look.enSize, look.zhSize);
        std::string venue = place.en;  // "Hall, campus, university": as many of its parts as fit
        while (venue.rfind(',') != std::string::npos && !stage.fits(venue, latin(stage.floor()), look.right - look.x))
            venue.resize(venue.rfind(','));
        if (!venue.empty())
            stage.fitted(look.x, baseline(look.secondBaseline, enSize), venue, latin(enSize),
                         both ? theme::kSoft : theme::kWhite, look.right - look.x);
        return;
    }
    const bool english = screen.otherLanguage;
    const auto inTurn = [&](const Names& names) { return look.oneLanguage ? inOneLanguage(names, english) : names; };
    float labels = 0;
    for (const ProgrammeLine& line : screen.programme)
        labels = std::max(labels, labelWidth(stage, inTurn(labelOf(stage, line)), look));
    const float labelX = look.x + kBarWidth + kBarToLabel, nameX = labelX + labels + kLabelToName;
    const float room = look.right - nameX;
    const auto isWhole = [&](const ProgrammeLine& line) {
        const Names name = inTurn(stage.told(line.name));
        const OneLine one = oneLineOf(name, look);
        return wholeAtLeast(stage, one.words, one.style, room);
    };
    std::size_t shown = screen.programme.size();
    // Where type raised for the farthest seat has no room on two lines each, the present act has both.
    const bool overTwo = stage.twoLines(kSmallApart, kFloor);
    if (!overTwo && !std::all_of(screen.programme.begin(), screen.programme.end(), isWhole)) shown = 1;
    for (std::size_t i = 0; i < shown; ++i) {
        const ProgrammeLine& line = screen.programme[i];
        const Colour colour = colourOf(stage, line);
        const Names label = inTurn(labelOf(stage, line));
        const bool first = i == 0, last = shown == 1;
        const Names name = inTurn(stage.told(line.name));
        const float enSize = name.zh.empty() ? std::max(look.enSize, look.zhSize) : look.enSize;
        const Pair pair{look.zhSize, enSize, first ? theme::kWhite : theme::kSoft,
                        first && name.zh.empty() ? theme::kWhite : theme::kSoft, 22};
        // The last act has both lines when it needs them, else their middle.
        const Names whole = stage.told(line.name);
        const bool overBoth = last && !onOneLine(stage, whole, pair, room);
        const bool tight = overBoth && overTwo && !wholeOverBoth(stage, name, look, room);
        const bool small = tight || (!last && !isWhole(line));
        const float baseline = tight               ? (look.firstBaseline + look.secondBaseline - kSmallApart) / 2
                               : small             ? upperOfTwo(look, first)
                               : !first            ? look.secondBaseline
                               : overBoth || !last ? look.firstBaseline
                                                   : middleOf(look.firstBaseline, look.secondBaseline, look.zhSize,
                                                              std::max(look.zhSize, enSize));
        if (small)
            drawMark(stage, look.x, baseline + 28, 66, colour);
        else
            drawMark(stage, look.x, baseline, look.labelZh, colour);
        const float zhLabel = small ? std::min(look.labelZh, kFloor) : look.labelZh;
        const float enLabel = small ? std::min(look.labelEn, kFloor) : look.labelEn;
        stage.pair(labelX, baseline, label, {zhLabel, enLabel, colour, colour, 14}, labels + 1, false);
        if (overBoth && !tight) {
            drawNameOverBoth(stage, whole, nameX, look.firstBaseline, look.secondBaseline, look.firstBaseline,
                             look.zhSize, whole.zh.empty() ? enSize : look.enSize, pair.zh, room);
            continue;
        }
        if (small) {
            drawOverTwo(stage, oneLineOf(name, look), nameX, labelX, baseline, pair.zh, look.right);
            continue;
        }
        // English only when whole and at its own size; the Chinese name carries the fact.
        const bool roomForBoth = !name.zh.empty() && !name.en.empty() && onOneLine(stage, name, pair, room);
        if (name.zh.empty() || roomForBoth)
            stage.pair(nameX, baseline, name, pair, room, english);
        else
            stage.fitted(nameX, baseline, name.zh, chinese(look.zhSize), pair.zh, room);
    }
}

void drawProgrammeBlock(const Stage& stage, const CountScreen& screen, std::size_t index, float x, float right,
                        float firstBaseline, float secondBaseline, float zhSize, float enSize) {
    Names label, name = screen.venue;
    float nameX = x;
    const bool first = index == 0;
    if (index < screen.programme.size()) {
        const ProgrammeLine& line = screen.programme[index];
        label = labelOf(stage, line);
        name = line.name;
        const Colour colour = colourOf(stage, line);
        const Rect bar =
            stage.sharp({x, firstBaseline - zhSize * 0.9F, kBarWidth, secondBaseline - firstBaseline + zhSize});
        stage.canvas().fill(bar, colour, bar.w / 2);
        const float labelX = x + kBarWidth + 30, size = std::min(zhSize, enSize);
        float width = 0;
        const bool two = !label.zh.empty() && !label.en.empty();
        const float alone = middleOf(firstBaseline, secondBaseline, zhSize, size);
        if (!label.zh.empty()) width = stage.text(labelX, two ? firstBaseline : alone, label.zh, chinese(size), colour);
        if (!label.en.empty())
            width = std::max(width, stage.text(labelX, two ? secondBaseline : alone, label.en, latin(size), colour));
        nameX = labelX + width + 44;
    } else if (!screen.programme.empty() || index > 0) {
        return;
    }
    const float room = right - nameX;
    const float size = stage.told(name).zh.empty() ? enSize : zhSize;
    drawNameOverBoth(stage, name, nameX, firstBaseline, secondBaseline,
                     middleOf(firstBaseline, secondBaseline, zhSize, size), zhSize, enSize,
                     first ? theme::kWhite : theme::kSoft, room);
}

void drawTitle(const Stage& stage, const Heading& screen, float x, float zhBaseline, float enBaseline, float zhRoom,
               float enRoom, float zhSize, float enSize) {
    const Names title = stackedOf(stage, screen.title, enBaseline - zhBaseline, zhRoom, enRoom, zhSize, enSize);
    if (title.zh.empty() || title.en.empty()) {
        const std::string& name = title.zh.empty() ? title.en : title.zh;
        const TextStyle style = title.zh.empty() ? latin(zhSize) : chinese(zhSize);
        if (!wholeAtLeast(stage, name, style, zhRoom) && stage.twoLines(enBaseline - zhBaseline, 0))
            drawBroken(stage, name, x, zhBaseline, enBaseline, style.sized(std::min(zhSize, 46.0F)), theme::kWhite,
                       zhRoom, enRoom);
        else
            stage.fitted(x, zhBaseline, name, style, theme::kWhite, zhRoom);
        return;
    }
    stage.fitted(x, zhBaseline, title.zh, chinese(zhSize), theme::kWhite, zhRoom);
    stage.fitted(x, enBaseline, title.en, latin(enSize), theme::kSoft, enRoom);
}

float drawDemo(const Stage& hall, const Heading& screen, float right, float baseline) {
    if (!screen.demo || hall.frame().clean) return 0;
    const Stage stage = hall.unraised();
    const Names label = stage.words("display.demo");
    const float gap = 12, en = stage.advance(label.en, latin(kFloor)), zh = stage.advance(label.zh, chinese(kFloor));
    stage.text(right - en, baseline, label.en, latin(kFloor), theme::kMist);
    stage.text(right - en - gap - zh, baseline, label.zh, chinese(kFloor), theme::kMist);
    return en + gap + zh + 24;
}

float drawClock(const Stage& stage, const Heading& screen, float right, float baseline, float size, Label label) {
    if (stage.frame().clean) return right;
    const TextStyle style = latin(size);
    const float left = right - stage.advance(screen.clock, style);
    stage.text(right, baseline, screen.clock, style, theme::kWhite, ui::Align::right);
    if (!screen.demoClock) return left;
    const std::string words = say("display.demo_clock", Lang::en);
    const TextStyle small = latin(kFloor);
    const Stage plain = stage.unraised();
    switch (label) {
        case Label::above:
            plain.text(right, baseline - size * 1.06F, words, small, theme::kMist, ui::Align::right);
            return left;
        case Label::below:
            plain.text(right, baseline + kUnderClock, words, small, theme::kMist, ui::Align::right);
            return left;
        case Label::left:
            plain.text(left - 24, baseline, words, small, theme::kMist, ui::Align::right);
            return left - 24 - plain.advance(words, small);
    }
    return left;
}

float demoClockRoom(const Stage& stage, const Heading& screen) {
    if (!screen.demoClock || stage.frame().clean) return 0;
    return stage.unraised().advance(say("display.demo_clock", Lang::en), latin(kFloor)) + 24;
}

float drawAsOf(const Stage& stage, const Heading& screen, float right, float baseline) {
    if (!screen.stale) return 0;
    const std::vector<std::pair<std::string, std::string>> args{{"time", screen.asOf}};
    const Names text =
        stage.told({say(Text{"display.as_of", args}, Lang::en), say(Text{"display.as_of", args}, Lang::zh)});
    const std::string& line = text.zh.empty() || screen.otherLanguage ? (text.en.empty() ? text.zh : text.en) : text.zh;
    const TextStyle style = latin(42);
    const float width = stage.advance(line, style), icon = 46;
    stage.text(right - width, baseline, line, style, theme::kSoft);
    stage.canvas().icon(ui::Icon::clock, stage.area({right - width - icon - 14, baseline - 37, icon, icon}),
                        theme::kSoft);
    return width + icon + 14 + 40;
}

}  // namespace turnout::display
