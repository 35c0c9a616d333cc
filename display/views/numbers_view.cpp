#include <algorithm>

#include "common/base/text.h"
#include "common/base/word_ends.h"
#include "display/views/parts.h"

namespace turnout::display {
namespace {

constexpr float kToTotal = 0.17F;  // from a number to its "/56", in sizes of the number

}  // namespace

std::string grouped(std::int64_t number) {
    std::string digits = std::to_string(number);
    for (std::ptrdiff_t at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > (number < 0 ? 1 : 0); at -= 3)
        digits.insert(static_cast<std::size_t>(at), ",");
    return digits;
}

std::string outOf(std::int64_t expected) {
    return "/" + grouped(expected);
}

std::string ordinal(std::int64_t number) {
    const std::int64_t tens = number % 100, ones = number % 10;
    const char* ending = "th";
    if (tens < 11 || tens > 13) ending = ones == 1 ? "st" : ones == 2 ? "nd" : ones == 3 ? "rd" : "th";
    return grouped(number) + ending;
}

std::string widestLike(std::string number) {
    for (char& letter : number)
        if (letter >= '0' && letter <= '9') letter = '4';
    return number;
}

float numberRoom(const Stage& stage, std::int64_t number, float size) {
    return stage.ink(widestLike(grouped(number)), theme::number(size)).w;
}

float drawCount(const Stage& stage, const CountScreen& screen, float x, float baseline, float size, float room) {
    const Rect box = stage.ink(widestLike(grouped(std::max(screen.count, screen.guests.arrived))), theme::number(size));
    const float fit = size * std::min(1.0F, room / box.w);
    const bool zero = screen.guests.arrived == 0;
    Colour top = zero ? theme::kZeroTop : theme::kCountTop, bottom = zero ? theme::kZeroBottom : theme::kCountBottom;
    if (screen.stale) top = bottom = zero ? theme::kZeroTop : theme::kStale;
    const float lost = box.h * (1 - fit / size);
    stage.number(x, baseline - lost * 0.4F, grouped(screen.count), theme::number(fit), top, bottom);
    return x + box.w * fit / size;
}

void drawBar(const Stage& stage, const CountScreen& screen, float x, float right, float y, float totalBaseline,
             float totalSize) {
    constexpr float kHeight = 20, kGap = 28;
    if (!screen.guests.expected) return;
    const std::string total = outOf(*screen.guests.expected);
    const float width = stage.advance(total, latin(totalSize));
    stage.text(right, totalBaseline, total, latin(totalSize), theme::kSoft, ui::Align::right);

    const Rect track = stage.area({x, y, right - width - kGap - x, kHeight});
    stage.canvas().fill(track, stage.palette().track, track.h / 2);
    const float share =
        std::clamp(static_cast<float>(screen.count) / static_cast<float>(*screen.guests.expected), 0.0F, 1.0F);
    if (screen.count <= 0) return;
    const Rect done{track.x, track.y, std::max(track.h, track.w * share), track.h};
    stage.canvas().gradientAcross(done, stage.sky(0.74F), stage.sky(), done.h / 2);
}

Names countriesWord(const Stage& stage, const Tally& countries) {
    return stage.words(countries.expected.value_or(countries.arrived) == 1 ? "display.country" : "display.countries");
}

float tallyWidth(const Stage& stage, const Tally& tally, float size, float totalSize) {
    float width = numberRoom(stage, tally.arrived, size);
    if (tally.expected) width += size * kToTotal + stage.advance(outOf(*tally.expected), latin(totalSize));
    return width;
}

float drawTally(const Stage& stage, const Tally& tally, float x, float baseline, float size, float totalSize,
                Colour colour) {
    const Colour shown = tally.arrived == 0 ? theme::kSoft : colour;
    stage.number(x, baseline, grouped(tally.arrived), theme::number(size), shown, shown);
    float right = x + numberRoom(stage, tally.arrived, size);
    if (!tally.expected) return right;
    right += size * kToTotal;
    return right + stage.text(right, baseline, outOf(*tally.expected), latin(totalSize), theme::kSoft);
}

namespace {

std::size_t timesIn(std::string_view text, std::string_view mark) {
    std::size_t times = 0;
    for (auto at = text.find(mark); at != text.npos; at = text.find(mark, at + mark.size())) ++times;
    return times;
}

bool insideQuotes(std::string_view first) {
    return timesIn(first, "“") > timesIn(first, "”") || timesIn(first, "《") > timesIn(first, "》");
}

// What stands between words ("·", a space) ends no line and begins none.
Halves halvesAt(std::string_view text, std::size_t at) {
    constexpr std::string_view kDot = "·";
    Halves halves{text.substr(0, at), text.substr(at)};
    while (halves.first.ends_with(' ') || halves.first.ends_with(kDot))
        halves.first.remove_suffix(halves.first.ends_with(' ') ? 1 : kDot.size());
    while (halves.second.starts_with(' ') || halves.second.starts_with(kDot))
        halves.second.remove_prefix(halves.second.starts_with(' ') ? 1 : kDot.size());
    return halves;
}

}  // namespace

Halves brokenInTwo(const Stage& stage, std::string_view text, const TextStyle& style, float upperRoom,
                   float lowerRoom) {
    const TextStyle least = style.sized(std::min(style.size, stage.floor()));
    Halves best{text, {}};
    float narrowest = stage.advance(text, style);
    bool clean = false;  // not within quotes
    for (const std::size_t at : wordEnds(text)) {
        const Halves halves = halvesAt(text, at);
        const float widest = std::max(stage.advance(halves.first, style), stage.advance(halves.second, style));
        const bool good = !insideQuotes(halves.first) && stage.fits(halves.first, least, upperRoom) &&
                          stage.fits(halves.second, least, lowerRoom);
        if (good < clean || (good == clean && widest >= narrowest)) continue;
        clean = good;
        narrowest = widest;
        best = halves;
    }
    return best;
}

namespace {

// As many words above as that line holds: what is too long for both lines is cut at its end alone.
Halves filledAbove(const Stage& stage, std::string_view text, const TextStyle& style, float room) {
    Halves filled{text, {}};
    for (const std::size_t at : wordEnds(text)) {
        const Halves halves = halvesAt(text, at);
        if (!stage.fits(halves.first, style, room)) break;
        filled = halves;
    }
    return filled;
}

}  // namespace

void drawBroken(const Stage& stage, std::string_view text, float x, float upper, float lower, const TextStyle& style,
                Colour colour, float upperRoom, float lowerRoom) {
    const TextStyle least = style.sized(std::min(style.size, stage.floor()));
    Halves halves = brokenInTwo(stage, text, style, upperRoom, lowerRoom);
    if (!stage.fits(halves.first, least, upperRoom) || !stage.fits(halves.second, least, lowerRoom))
        halves = filledAbove(stage, text, least, upperRoom);
    if (halves.second.empty()) {
        stage.fitted(x, lower, text, style, colour, lowerRoom);
        return;
    }
    const TextStyle one = stage.fitting(halves.first, style, upperRoom),
                    two = stage.fitting(halves.second, style, lowerRoom);
    const TextStyle& fit = one.size < two.size ? one : two;
    stage.fitted(x, upper, halves.first, fit, colour, upperRoom);
    stage.fitted(x, lower, halves.second, fit, colour, lowerRoom);
}

bool wholeAtLeast(const Stage& stage, std::string_view text, const TextStyle& style, float room) {
    return stage.fits(text, style.sized(std::min(style.size, stage.floor())), room);
}

Names stackedOf(const Stage& stage, const Names& given, float apart, float zhRoom, float enRoom, float zhSize,
                float enSize) {
    Names names = stage.told(given);
    if (names.zh.empty() || names.en.empty()) return names;
    // Type raised for the farthest seat may leave room for one line: then the languages take turns on it.
    if (!stage.twoLines(apart, enSize) || !wholeAtLeast(stage, names.zh, chinese(zhSize), zhRoom) ||
        !wholeAtLeast(stage, names.en, latin(enSize), enRoom))
        (stage.frame().other ? names.zh : names.en).clear();
    return names;
}

void drawStacked(const Stage& stage, const Names& given, float x, float zhBaseline, float enBaseline, float room,
                 float zhSize, float enSize, Colour second) {
    const Names names = stackedOf(stage, given, enBaseline - zhBaseline, room, room, zhSize, enSize);
    if (names.zh.empty() || names.en.empty()) {
        const std::string& name = names.zh.empty() ? names.en : names.zh;
        const TextStyle style = names.zh.empty() ? latin(enSize) : chinese(zhSize);
        if (!wholeAtLeast(stage, name, style, room) && stage.twoLines(enBaseline - zhBaseline, 0))
            drawBroken(stage, name, x, zhBaseline, enBaseline, style.sized(std::min(zhSize, enSize)), theme::kWhite,
                       room, room);
        else
            stage.fitted(x, enBaseline, name, style, theme::kWhite, room);
        return;
    }
    stage.fitted(x, zhBaseline, names.zh, chinese(zhSize), theme::kWhite, room);
    stage.fitted(x, enBaseline, names.en, latin(enSize), second, room);
}

}  // namespace turnout::display
