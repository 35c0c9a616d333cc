#include <algorithm>

#include "common/base/text.h"
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

float drawCount(const Stage& stage, const CountScreen& screen, float x, float baseline, float size, float room) {
    // The size is that of the widest number of as many digits, so that nothing grows or shrinks while it rolls up.
    std::string widest = grouped(std::max(screen.count, screen.guests.arrived));
    for (char& letter : widest)
        if (letter != ',') letter = '4';
    const Rect box = stage.ink(widest, theme::number(size));
    const float fit = size * std::min(1.0F, room / box.w);
    const bool zero = screen.guests.arrived == 0;
    Colour top = zero ? theme::kZeroTop : theme::kCountTop, bottom = zero ? theme::kZeroBottom : theme::kCountBottom;
    if (screen.stale) top = bottom = zero ? theme::kZeroTop : theme::kStale;
    const float lost = box.h * (1 - fit / size);
    return stage.number(x, baseline - lost * 0.4F, grouped(screen.count), theme::number(fit), top, bottom);
}

void drawBar(const Stage& stage, const CountScreen& screen, float x, float right, float y, float totalBaseline,
             float totalSize) {
    constexpr float kHeight = 20, kGap = 28;
    if (!screen.guests.expected) return;
    const std::string total = outOf(*screen.guests.expected);
    const float width = stage.advance(total, latin(totalSize));
    stage.text(right, totalBaseline, total, latin(totalSize), theme::kSoft, ui::Align::right);

    const Rect track = stage.area({x, y, right - width - kGap - x, kHeight});
    stage.canvas().fill(track, theme::kTrack, track.h / 2);
    const float share =
        std::clamp(static_cast<float>(screen.count) / static_cast<float>(*screen.guests.expected), 0.0F, 1.0F);
    if (screen.count <= 0) return;
    const Rect done{track.x, track.y, std::max(track.h, track.w * share), track.h};
    stage.canvas().gradientAcross(done, Colour::hex(0x3D86BF), stage.sky(), done.h / 2);
}

float tallyWidth(const Stage& stage, const Tally& tally, float size, float totalSize) {
    float width = stage.ink(grouped(tally.arrived), theme::display(size)).w;
    if (tally.expected) width += size * kToTotal + stage.advance(outOf(*tally.expected), latin(totalSize));
    return width;
}

float drawTally(const Stage& stage, const Tally& tally, float x, float baseline, float size, float totalSize,
                Colour colour) {
    const Colour shown = tally.arrived == 0 ? theme::kSoft : colour;
    float right = stage.number(x, baseline, grouped(tally.arrived), theme::display(size), shown, shown);
    if (!tally.expected) return right;
    right += size * kToTotal;
    return right + stage.text(right, baseline, outOf(*tally.expected), latin(totalSize), theme::kSoft);
}

void drawStacked(const Stage& stage, const Names& given, float x, float zhBaseline, float enBaseline, float room,
                 float zhSize, float enSize) {
    Names names = stage.told(given);
    // Type raised for the farthest seat may leave room for one line: then the languages take turns on it.
    if (!names.zh.empty() && !names.en.empty() && !stage.twoLines(enBaseline - zhBaseline, enSize))
        (stage.frame().other ? names.zh : names.en).clear();
    if (names.zh.empty()) {
        stage.fitted(x, enBaseline, names.en, latin(enSize), theme::kWhite, room);
        return;
    }
    stage.fitted(x, names.en.empty() ? enBaseline : zhBaseline, names.zh, chinese(zhSize), theme::kWhite, room);
    if (!names.en.empty()) stage.fitted(x, enBaseline, names.en, latin(enSize), theme::kSoft, room);
}

}  // namespace turnout::display
