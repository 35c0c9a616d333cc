#include "display/views/name_lines.h"

#include <algorithm>
#include <optional>

#include "common/base/word_ends.h"
#include "display/views/parts.h"

namespace turnout::display {
namespace {

constexpr float kZhAbove = 0.86F, kZhLine = 1.18F, kZhBelow = 0.12F;  // in sizes
constexpr float kEnAbove = 0.73F, kEnLine = 1.2F, kEnBelow = 0.16F;
constexpr float kBroken = 0.7F;  // a name that fits on one line at so much of its size is not broken
constexpr float kShare = 0.97F;  // of a row's height that its lines may take

// One language of a name and how it may be broken; the break does not depend on the size.
struct Told {
    std::string_view whole;
    Halves halves;
    TextStyle style;
    bool chinese = false;
    Colour colour = theme::kWhite;
};

Told toldOf(const Stage& stage, std::string_view text, const TextStyle& style, bool chinese, Colour colour,
            const NameRoom& room, float least) {
    // Names of one size are not made smaller than the least that all have in common.
    const bool whole =
        stage.fits(text, style.sized(style.size * (room.oneSize ? std::max(kBroken, least) : kBroken)), room.wide);
    return {text, whole ? Halves{} : brokenInTwo(stage, text, style, room.wide, room.wide), style, chinese, colour};
}

void add(const Stage& stage, NameLines& name, const Told& told, std::string_view text, const TextStyle& style) {
    const float size = stage.raised(style.size);
    const float down = name.lines.empty() ? 0 : name.lines.back().down + size * (told.chinese ? kZhLine : kEnLine);
    if (name.lines.empty()) name.above = size * (told.chinese ? kZhAbove : kEnAbove);
    name.below = size * (told.chinese ? kZhBelow : kEnBelow);
    name.lines.push_back({std::string(text), style, told.colour, down});
}

// As many words on each line as it holds.
std::vector<std::string_view> filledLines(const Stage& stage, std::string_view text, const TextStyle& style,
                                          float room) {
    std::vector<std::string_view> lines;
    std::size_t from = 0, to = 0;
    const auto add = [&] {
        std::string_view line = text.substr(from, to - from);
        while (line.ends_with(' ')) line.remove_suffix(1);
        lines.push_back(line);
        from = to;
    };
    std::vector<std::size_t> ends = wordEnds(text);
    ends.push_back(text.size());
    for (const std::size_t end : ends) {
        std::string_view line = text.substr(from, end - from);
        while (line.ends_with(' ')) line.remove_suffix(1);
        if (to > from && !stage.fits(line, style, room)) add();
        to = end;
    }
    add();
    return lines;
}

// Whether it was added: on three lines.
bool addFilled(const Stage& stage, NameLines& name, const Told& told, const TextStyle& style, float room) {
    constexpr std::size_t kMostLines = 3;
    const std::vector<std::string_view> lines = filledLines(stage, told.whole, style, room);
    if (lines.size() > kMostLines) return false;
    for (const std::string_view line : lines)
        if (!stage.fits(line, style, room)) return false;
    for (const std::string_view line : lines) add(stage, name, told, line, style);
    return true;
}

// Nothing where it does not fit at that share of its size.
std::optional<NameLines> linesAt(const Stage& stage, const std::vector<Told>& languages, const NameRoom& room,
                                 float share) {
    NameLines name;
    for (const Told& told : languages) {
        const TextStyle style = told.style.sized(told.style.size * share);
        if (stage.fits(told.whole, style, room.wide)) {
            add(stage, name, told, told.whole, style);
        } else if (!told.halves.second.empty() && stage.fits(told.halves.first, style, room.wide) &&
                   stage.fits(told.halves.second, style, room.wide)) {
            add(stage, name, told, told.halves.first, style);
            add(stage, name, told, told.halves.second, style);
        } else if (languages.size() > 1 || told.halves.second.empty() ||
                   !addFilled(stage, name, told, style, room.wide)) {
            return std::nullopt;
        }
    }
    if (name.high() > room.high * kShare) return std::nullopt;
    return name;
}

std::vector<Told> languagesOf(const Stage& stage, const Names& name, const NameRoom& room, float zhSize, float enSize) {
    std::vector<Told> languages;
    const float least = std::min(1.0F, stage.floor() / std::min(zhSize, enSize));
    if (!name.zh.empty())
        languages.push_back(toldOf(stage, name.zh, chinese(zhSize), true, theme::kWhite, room, least));
    if (!name.en.empty()) {
        const bool alone = name.zh.empty();
        languages.push_back(toldOf(stage, name.en, latin(alone ? zhSize * kOnlyEnglish : enSize), false,
                                   alone ? theme::kWhite : theme::kSoft, room, least));
    }
    return languages;
}

std::vector<float> sharesDownTo(float least) {
    constexpr float kStep = 0.04F;
    std::vector<float> shares;
    for (float share = 1; share > least; share -= kStep) shares.push_back(share);
    shares.push_back(std::min(1.0F, least));
    return shares;
}

// As large as it can be by itself, else cut.
NameLines byItself(const Stage& stage, const std::vector<Told>& told, const NameRoom& room) {
    for (const float share : sharesDownTo(stage.floor() / told.front().style.size))
        if (std::optional<NameLines> lines = linesAt(stage, told, room, share)) return *std::move(lines);
    NameLines cut;
    add(stage, cut, told.front(), told.front().whole, told.front().style);
    return cut;
}

}  // namespace

std::vector<NameLines> nameLines(const Stage& stage, const std::vector<Names>& names, const NameRoom& room,
                                 float zhSize, float enSize) {
    const std::vector<float> shares = sharesDownTo(stage.floor() / std::min(zhSize, enSize));
    std::vector<Names> shown = names;  // `told` looks into it
    std::vector<std::vector<Told>> told;
    std::vector<std::optional<NameLines>> alone;  // of those that have no part in the common size
    for (Names& name : shown) {
        told.push_back(languagesOf(stage, name, room, zhSize, enSize));
        alone.emplace_back();
        if (linesAt(stage, told.back(), room, shares.back())) continue;
        if (!name.zh.empty() && !name.en.empty()) (room.english ? name.zh : name.en).clear();
        told.back() = languagesOf(stage, name, room, zhSize, enSize);
        if (!room.oneSize || !linesAt(stage, told.back(), room, shares.back()))
            alone.back() = byItself(stage, told.back(), room);
    }
    std::vector<NameLines> all;
    for (const float share : shares) {
        all.clear();
        for (std::size_t i = 0; i < names.size(); ++i) {
            const std::optional<NameLines> lines = alone[i] ? alone[i] : linesAt(stage, told[i], room, share);
            if (!lines) break;
            all.push_back(*lines);
        }
        if (all.size() == names.size()) break;
    }
    return all;
}

void drawNameLines(const Stage& stage, const NameLines& name, float x, float middle, float room) {
    const float first = middle - name.high() / 2 + name.above;
    for (const NameLine& line : name.lines)
        stage.fitted(x, first + line.down, line.text, line.style, line.colour, room);
}

}  // namespace turnout::display
