// Moments: the first guest of a country, and the evening's round numbers.
#include <algorithm>
#include <cmath>

#include "display/views/hall_view.h"
#include "display/views/motion.h"

namespace turnout::display {
namespace {

constexpr int kNumberAt = 300;  // ms
constexpr float kFlagStep = 8;  // ms; less for many flags, so that all are there when the moment stands

// English counts with ordinals where Chinese has 第.
Names counted(const char* key, std::int64_t number) {
    return {say(Text{key, {{"number", ordinal(number)}}}, Lang::en),
            say(Text{key, {{"number", grouped(number)}}}, Lang::zh)};
}

Names summed(const char* key, std::int64_t number) {
    const std::vector<std::pair<std::string, std::string>> args{{"number", grouped(number)}};
    return {say(Text{key, args}, Lang::en), say(Text{key, args}, Lang::zh)};
}

// The Chinese goes on from the figure above it.
Names readOn(const char* key, std::int64_t number) {
    Names words = summed(key, number);
    const std::string figure = grouped(number) + " ";
    if (words.zh.starts_with(figure)) words.zh.erase(0, figure.size());
    return words;
}

// Lines from both edges that draw in towards the middle, with a soft end while they grow; `quiet`: where names stand
// all over them.
void drawThreads(const Stage& stage, float share, bool quiet) {
    constexpr float kQuiet = 0.5F, kSoft = 0.16F;  // the latter of the width
    constexpr int kStrips = 16;                    // in steps that the eye does not tell apart
    const Frame& frame = stage.frame();
    if (frame.scenery == nullptr || frame.backdrop == Backdrop::keyColour) return;
    const ui::Size size = stage.canvas().size();
    const ui::Texture& threads = frame.scenery->threads(stage.canvas(), static_cast<int>(size.w),
                                                        static_cast<int>(size.h), hueOf(stage), !quiet);
    const float soft = size.w * kSoft, middle = std::round(size.w / 2);
    const float reach = (middle + soft) * outCubic(share) - soft;  // of what is seen in full
    const auto strip = [&](float from, float to, float opacity) {
        const float left = std::clamp(std::round(from), 0.0F, middle), right = std::clamp(std::round(to), 0.0F, middle);
        if (right <= left) return;
        stage.canvas().pushOpacity(opacity * (quiet ? kQuiet : 1));
        for (const float x : {left, size.w - right}) {
            stage.canvas().pushClip({x, 0, right - left, size.h});
            stage.canvas().image(threads, {0, 0, size.w, size.h});
            stage.canvas().popClip();
        }
        stage.canvas().popOpacity();
    };
    strip(0, reach, 1);
    for (int i = 0; i < kStrips; ++i) {
        const float from = static_cast<float>(i) / kStrips, to = static_cast<float>(i + 1) / kStrips;
        strip(reach + soft * from, reach + soft * to, 1 - (from + to) / 2);
    }
}

// This one's place among all.
void drawPips(const Stage& stage, const Moment& moment, float margin, float y) {
    // Lit ones could be counted.
    if (!moment.ordinal || moment.expected < 2 || moment.expected > 120 || moment.number > moment.expected) return;
    const float room = stage.width() - 2 * margin, pitch = std::min(64.0F, room / static_cast<float>(moment.expected));
    const float radius = std::min(8.0F, pitch * 0.27F);
    const float x = (stage.width() - pitch * static_cast<float>(moment.expected - 1)) / 2;
    for (std::int64_t i = 1; i <= moment.expected; ++i) {
        const Point at = stage.at(x + pitch * static_cast<float>(i - 1), y);
        if (i == moment.number) {
            stage.glow(at, stage.px(40), stage.px(40), stage.gold().faded(0.5F));
            stage.canvas().circle(at, stage.px(radius * 1.9F), stage.gold());
        } else {
            stage.canvas().circle(at, stage.px(radius), i <= moment.number ? stage.gold(0.77F) : Colour::hex(0x2A4A78));
        }
    }
}

float flagUnits(Shape shape) {
    return shape == Shape::portrait ? 780 : shape == Shape::squarish ? 560 : 724;
}

constexpr float kOrdinal = 70, kToNames = 40;  // the latter from its baseline, under which a letter may hang
constexpr float kHanzi = 0.86F, kCapital = 0.73F, kHangs = 0.12F;  // in sizes: over the baseline, and under it

struct Line {
    std::string text;
    TextStyle style;
    Colour colour;
    float down = 0;  // from the baseline above
};

// A country's names under its ordinal: Chinese, English on one line or two, its own.
std::vector<Line> namesOf(const Stage& stage, const CountryCode& country, float room, bool portrait, bool squarish) {
    const Names name = stage.country(country);
    const std::string own = stage.ownName(country);
    const float zhMost = portrait ? 200.0F : squarish ? 160.0F : 210.0F, enMost = squarish ? 104.0F : 132.0F;
    constexpr float kTwoLines = 104, kLeastOfTwo = 54;
    std::vector<Line> lines;
    const auto toNames = [](float size) { return std::max(kToNames, size * 0.2F); };
    if (!name.zh.empty()) {
        const TextStyle zh = stage.fitting(name.zh, theme::display(zhMost), room, 72);
        lines.push_back({name.zh, zh, theme::kWhite, toNames(zh.size) + zh.size * kHanzi});
    }
    const auto downTo = [&](const TextStyle& en) {
        return lines.empty() ? toNames(en.size) + en.size * kCapital : 16 + en.size * 1.02F;
    };
    const TextStyle en = stage.fitting(name.en, theme::display(enMost), room, 84);
    if (!name.en.empty() && stage.fits(name.en, en, room)) {
        lines.push_back({name.en, en, theme::kWhite, downTo(en)});
    } else if (!name.en.empty()) {
        const TextStyle most = theme::display(kTwoLines);
        const Halves halves = brokenInTwo(stage, name.en, most, room, room);
        const std::string upper(halves.first), lower(halves.second);
        const TextStyle two = most.sized(std::min(stage.fitting(upper, most, room, kLeastOfTwo).size,
                                                  stage.fitting(lower, most, room, kLeastOfTwo).size));
        lines.push_back({upper, two, theme::kWhite, downTo(two)});
        if (!lower.empty()) lines.push_back({lower, two, theme::kWhite, two.size * 1.1F});
    }
    if (!own.empty()) {
        const TextStyle style = stage.fitting(own, theme::display(squarish ? 92.0F : 112.0F), room, 54);
        lines.push_back({own, style, stage.sky(), style.size * 1.3F});
    }
    return lines;
}

void drawCountryMoment(const Stage& stage, const Moment& moment, int ms) {
    const bool portrait = shapeOf(stage.canvas().size()) == Shape::portrait;
    const bool squarish = shapeOf(stage.canvas().size()) == Shape::squarish;
    const float w = stage.width(), h = stage.height();
    const float flag = flagUnits(shapeOf(stage.canvas().size()));
    const float high = flag * 0.75F;
    const float block = portrait ? 0 : squarish ? flag + 76 + 640 : flag + 106 + 882;
    const float x = portrait ? (w - flag) / 2 : std::max(72.0F, (w - block) / 2 + (squarish ? 0.0F : 20.0F));
    const float y = portrait ? h * 0.13F : (h - high) / 2 - h * 0.062F;
    const float textX = portrait ? x : x + flag + (squarish ? 76.0F : 106.0F);
    const float room = portrait ? flag + 100 : std::min(squarish ? 700.0F : 1100.0F, w - 84 - textX);

    stage.canvas().pushOpacity(opacityAt(ms, 100, 160));
    drawFramedFlag(stage, moment.country, x, y, flag);
    stage.canvas().popOpacity();

    const Names first =
        moment.ordinal ? counted("display.ordinal_country", moment.number) : stage.words("display.welcome");
    const std::vector<Line> names = namesOf(stage, moment.country, room, portrait, squarish);
    float under = names.empty() ? 0 : names.back().style.size * kHangs;
    for (const Line& line : names) under += line.down;
    // Beside the flag: ordinal and names as one block around its middle.
    float at = portrait ? y + high + 130 : y + (high + kOrdinal * kCapital - under) / 2;
    stage.canvas().pushOpacity(opacityAt(ms, kNumberAt, 240));
    stage.pair(textX, at, first, {66, kOrdinal, stage.gold(), stage.gold(), 22}, room, false);
    for (const Line& line : names) {
        at += line.down;
        stage.fitted(textX, at, line.text, line.style, line.colour, room + 1);
    }
    stage.canvas().popOpacity();
    drawPips(stage, moment, 88, h - 116);
}

// Places clockwise from the upper left corner of the frame: `columns` along an edge, `rows` down a side.
std::vector<Point> ringOf(const Rect& frame, int columns, int rows) {
    const float dx = frame.w / static_cast<float>(std::max(1, columns - 1)),
                dy = frame.h / static_cast<float>(std::max(1, rows - 1));
    std::vector<Point> places;
    for (int i = 0; i < columns; ++i) places.push_back({frame.x + dx * static_cast<float>(i), frame.y});
    for (int i = 1; i < rows - 1; ++i) places.push_back({frame.right(), frame.y + dy * static_cast<float>(i)});
    for (int i = columns - 1; i >= 0; --i) places.push_back({frame.x + dx * static_cast<float>(i), frame.bottom()});
    for (int i = rows - 2; i >= 1; --i) places.push_back({frame.x, frame.y + dy * static_cast<float>(i)});
    return places;
}

struct FlagFrame {
    float width = 0;  // of a flag
    std::vector<Point> places;
};

constexpr float kFrameMargin = 44;

// A few flags: one row above, one below, each in the middle.
FlagFrame twoRows(int n, float w, float h) {
    FlagFrame frame;
    const int above = (n + 1) / 2;
    const float room = w - 2 * kFrameMargin;
    frame.width = std::min(150.0F, room / (static_cast<float>(above) * 1.3F));
    const float pitch = std::min(frame.width * 1.9F, room / static_cast<float>(above));
    for (int i = 0; i < n; ++i) {
        const int inRow = i < above ? above : n - above, at = i < above ? i : n - 1 - i;  // clockwise
        const float x = w / 2 + pitch * (static_cast<float>(at) - static_cast<float>(inRow - 1) / 2) - frame.width / 2;
        frame.places.push_back({x, i < above ? 64 : h - 64 - frame.width * 0.75F});
    }
    return frame;
}

// A ring of n flags, the lower middle left empty when they do not come out even.
FlagFrame ring(int n, const Rect& room, float most) {
    FlagFrame frame;
    const int half = (n + 1) / 2 + 2;
    const int columns =
        std::clamp(static_cast<int>(std::lround(static_cast<float>(half) * room.w / (room.w + room.h))), 3, half - 2);
    const int rows = half - columns;
    frame.width = std::min(
        {most, room.w / static_cast<float>(columns) * 0.8F, room.h / static_cast<float>(rows) / 0.75F * 0.72F});
    frame.places = ringOf({room.x, room.y, room.w - frame.width, room.h - frame.width * 0.75F}, columns, rows);
    if (n % 2 == 1) frame.places.erase(frame.places.begin() + columns + rows - 2 + columns / 2);
    return frame;
}

// Many flags: two rings, the outer one with about as many more as it is longer.
FlagFrame twoRings(int n, float w, float h) {
    constexpr float kFlag = 60, kGap = 18;
    const Rect room = Rect{0, 0, w, h}.inset(kFrameMargin);
    const float around = room.w + room.h, less = 2 * (kFlag * 1.75F + 2 * kGap);
    const int outer = static_cast<int>(std::lround(static_cast<float>(n) * around / (2 * around - less)));
    FlagFrame frame = ring(outer, room, kFlag);
    const float x = frame.width + kGap, y = frame.width * 0.75F + kGap;
    const FlagFrame inner = ring(n - outer, {room.x + x, room.y + y, room.w - 2 * x, room.h - 2 * y}, frame.width);
    frame.width = std::min(frame.width, inner.width);
    frame.places.insert(frame.places.end(), inner.places.begin(), inner.places.end());
    return frame;
}

// Every flag that came, around the number.
void drawFlagFrame(const Stage& stage, const Moment& moment, int ms) {
    const auto n = static_cast<int>(moment.flags.size());
    const float w = stage.width(), h = stage.height();
    if (n < 2) return;
    const FlagFrame frame = n < 20    ? twoRows(n, w, h)
                            : n > 100 ? twoRings(n, w, h)
                                      : ring(n, Rect{0, 0, w, h}.inset(kFrameMargin), 76);
    const float size = std::round(stage.px(frame.width));
    const float step = std::min(kFlagStep, (kMomentIn - kNumberAt) / static_cast<float>(n));
    for (std::size_t i = 0; i < moment.flags.size() && i < frame.places.size(); ++i) {
        if (static_cast<float>(ms) < kNumberAt + static_cast<float>(i) * step) break;
        const Point at = stage.at(frame.places[i].x, frame.places[i].y);
        stage.canvas().flag(moment.flags[i], {std::round(at.x), std::round(at.y)}, size,
                            std::max(3 * stage.scale(), size * 0.055F));
    }
}

void drawNumberMoment(const Stage& stage, const Moment& moment, int ms) {
    const float w = stage.width(), h = stage.height(), middle = w / 2;
    Names words;
    switch (moment.kind) {
        case Moment::Kind::guests:
            words = counted(moment.number == 1 ? "display.moment.first_guest" : "display.moment.guests", moment.number);
            break;
        case Moment::Kind::countries: words = counted("display.ordinal_country", moment.number); break;
        case Moment::Kind::allCountries: words = readOn("display.moment.all_countries", moment.number); break;
        case Moment::Kind::fullHouse: words = summed("display.moment.full_house", moment.number); break;
        case Moment::Kind::country:
        case Moment::Kind::newCountries: return;
    }
    words = stage.told(words);
    const float room = w - 2 * 190;
    const std::string number = grouped(moment.number);
    const TextStyle style = stage.fitting(number, theme::display(470), room, 200);
    const float baseline = h / 2 + (shapeOf(stage.canvas().size()) == Shape::portrait ? -60.0F : 50.0F);
    stage.glow(stage.at(middle, baseline - style.size * 0.36F), stage.px(620), stage.px(420),
               stage.gold().faded(0.10F));
    stage.canvas().pushOpacity(opacityAt(ms, kNumberAt, 240));
    const Rect ink = stage.ink(number, style);
    const float width = ink.w, below = baseline + std::max(0.0F, ink.bottom() - 8);  // a comma hangs under the line
    stage.number(middle - width / 2, baseline, number, style, stage.gold(1.4F), stage.gold(0.93F));
    if (!words.zh.empty()) stage.centred(middle, below + 152, words.zh, theme::display(126), theme::kWhite, room);
    if (!words.en.empty())
        stage.centred(middle, below + (words.zh.empty() ? 152.0F : 262.0F), words.en, theme::display(90), theme::kWhite,
                      room);
    stage.canvas().popOpacity();
}

}  // namespace

float momentFlagWidth(const Moment& moment, ui::Size size, float safeMargin) {
    const bool one = moment.kind == Moment::Kind::country;
    const float flag =
        one ? flagUnits(shapeOf(size)) : newCountriesFlag(moment.flags.size(), unitsOf(size, safeMargin));
    return std::round(flag * unitOf(size, safeMargin));
}

void drawMoment(const Stage& stage, const Moment& moment, int inMs, int outMs) {
    const float away = static_cast<float>(outMs) / kMomentOut;
    const float opacity = std::min(opacityAt(inMs, 0, kMomentFadeIn), 1 - away);
    stage.canvas().pushOpacity(opacity);
    drawGround(stage, {stage.width() * 0.45F, stage.height() * 0.42F}, 1300, 760, 0.26F);
    drawThreads(stage, static_cast<float>(inMs) / kMomentIn, moment.kind == Moment::Kind::newCountries);
    if (moment.kind == Moment::Kind::allCountries) drawFlagFrame(stage, moment, inMs);
    if (moment.kind == Moment::Kind::country)
        drawCountryMoment(stage, moment, inMs);
    else if (moment.kind == Moment::Kind::newCountries)
        drawNewCountries(stage, moment.flags, inMs);
    else
        drawNumberMoment(stage, moment, inMs);
    stage.canvas().popOpacity();
}

}  // namespace turnout::display
