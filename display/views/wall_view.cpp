#include <algorithm>
#include <cmath>
#include <optional>

#include "display/app/wall_grid.h"
#include "display/views/motion.h"
#include "display/views/name_lines.h"
#include "display/views/parts.h"

namespace turnout::display {
namespace {

struct Place {
    Rect box;  // device pixels
    float radius = 0;
};

Place placeOf(const Stage& stage, float x, float y, float width) {
    const Point corner = stage.at(x, y);
    const float w = std::round(stage.px(width));
    return {{std::round(corner.x), std::round(corner.y), w, w * 0.75F}, std::max(3 * stage.scale(), w * 0.055F)};
}

void drawSlot(const Stage& stage, const Place& place, bool next) {
    stage.canvas().fill(place.box, stage.palette().slot, place.radius);
    stage.canvas().outline(place.box, next ? stage.palette().nextEdge : stage.palette().slotEdge, stage.hair(),
                           place.radius);
}

// The gold frame of the newest flag: a dark gap keeps it apart from flags with much yellow.
void drawRing(const Stage& stage, const CountScreen& screen, const Place& place, float unit) {
    ui::Canvas& canvas = stage.canvas();
    const float gap = std::round(5 * unit), thick = std::max(2.0F, std::round(6 * unit));
    const Rect outer = place.box.inset(-(gap + thick));
    const float glow = 20 * unit;
    stage.shadow(outer, place.radius + gap + thick, glow, stage.gold().faded(0.34F));
    canvas.fill(place.box.inset(-gap - 1), theme::kInk, place.radius + gap);
    canvas.outline(outer, stage.gold(), thick, place.radius + gap + thick);
    if (screen.ringMs < 0 || screen.ringMs >= kRingMs) return;
    const float share = outQuad(static_cast<float>(screen.ringMs) / kRingMs);
    const float away = 26 * unit * share;
    canvas.outline(outer.inset(-away), stage.gold().faded(0.9F * (1 - share)), std::max(1.0F, 4 * unit),
                   place.radius + gap + thick + away);
}

void drawFlag(const Stage& stage, const CountryCode& code, const Place& place, float scale = 1, float opacity = 1) {
    if (!stage.canvas().flag(code, {place.box.x, place.box.y}, place.box.w, place.radius, false, opacity, scale))
        drawSlot(stage, place, true);
}

// Slots first, then flags, then the newest and those coming in, which lie over their neighbours.
template <class PlaceAt>
void drawPlaces(const Stage& stage, const CountScreen& screen, std::size_t places, float unit, PlaceAt placeAt) {
    const auto isEntering = [&](std::size_t i) {
        return std::find(screen.entering.begin(), screen.entering.end(), i) != screen.entering.end();
    };
    bool nextSeen = false;
    for (std::size_t i = 0; i < places; ++i) {
        const bool lit = i < screen.wall.size() && screen.wall[i] && !(isEntering(i) && screen.flagMs < 0);
        if (!lit) {
            drawSlot(stage, placeAt(i), !nextSeen);
            nextSeen = true;
        } else if (isEntering(i)) {
            drawSlot(stage, placeAt(i), false);
        } else if (screen.newest != i) {
            drawFlag(stage, *screen.wall[i], placeAt(i));
        }
    }
    for (std::size_t i : screen.entering) {
        if (screen.flagMs < 0 || i >= screen.wall.size() || !screen.wall[i]) continue;
        const auto ms = static_cast<float>(screen.flagMs);
        drawFlag(stage, *screen.wall[i], placeAt(i), 1.32F - 0.32F * outBack(ms / kFlagInMs), std::min(1.0F, ms / 100));
    }
    if (!screen.newest || isEntering(*screen.newest) || *screen.newest >= screen.wall.size()) return;
    const Place place = placeAt(*screen.newest);
    drawRing(stage, screen, place, unit);
    drawFlag(stage, *screen.wall[*screen.newest], place);
}

float rollPitch(std::size_t places, const Rect& room) {
    constexpr float kMostPitch = 156;
    return std::min(kMostPitch, room.h / static_cast<float>(std::max<std::size_t>(places, 1)));
}

// Of a country's names, which come in with its flag; nothing where it has not arrived.
std::optional<float> opacityOfNames(const CountScreen& screen, std::size_t i) {
    if (!screen.wall[i]) return std::nullopt;
    if (std::find(screen.entering.begin(), screen.entering.end(), i) == screen.entering.end()) return 1.0F;
    if (screen.flagMs < 0) return std::nullopt;
    return std::min(1.0F, static_cast<float>(screen.flagMs) / 100);
}

// Where the names of each place stand, and in which type at most: Chinese above English.
struct NamesLook {
    float room = 0, high = 0;
    float zh = 0, en = 0;
};

std::vector<NameLines> namesOf(const Stage& stage, const CountScreen& screen, const NamesLook& look) {
    std::vector<Names> names;
    for (const WallPlace& place : screen.wall) names.push_back(place ? stage.country(*place) : Names{});
    std::vector<NameLines> all =
        nameLines(stage, names, {look.room, look.high, stage.frame().other, true}, look.zh, look.en);
    if (screen.newest && *screen.newest < all.size())
        for (NameLine& line : all[*screen.newest].lines) line.colour = stage.gold();
    return all;
}

// Two faint bars where the names of a country that is awaited will stand.
void drawAwaitedNames(const Stage& stage, const NamesLook& look, float x, float middle) {
    const auto bar = [&](float baseline, float size, float share) {
        const Rect box = stage.sharp({x, baseline - size * 0.62F, look.room * share, size * 0.46F});
        stage.canvas().fill(box, stage.solid(stage.palette().track.faded(0.7F)), box.h / 2);
    };
    const float above = look.zh * 0.85F, high = above + look.en * 1.36F;
    bar(middle - high / 2 + above, look.zh, 0.56F);
    bar(middle + high / 2, look.en, 0.4F);
}

// The names of one place around that middle, which come in with its flag.
void drawNamesAt(const Stage& stage, const CountScreen& screen, std::size_t i, const NameLines& name,
                 const NamesLook& look, float x, float middle) {
    const std::optional<float> opacity = opacityOfNames(screen, i);
    if (!opacity) return drawAwaitedNames(stage, look, x, middle);
    stage.canvas().pushOpacity(*opacity);
    drawNameLines(stage, name, x, middle, look.room);
    stage.canvas().popOpacity();
}

// Chinese and English in two columns.
struct RollText {
    float zhX, enX, right;
    TextStyle zh, en;
    float size() const { return zh.size + en.size; }
};

// The columns in which these names have one size in each language: what the longest needs, but not too small.
RollText columnsOf(const Stage& stage, const std::vector<Names>& names, const Rect& room, float zhX, float large) {
    constexpr float kColumnGap = 50, kLeastZh = 52, kLeastEn = 40;
    RollText text{zhX, zhX, room.right(), chinese(60 * large), latin(66 * large)};
    for (const Names& name : names) text.zh = stage.fitting(name.zh, text.zh, room.w * 0.36F, kLeastZh);
    float widest = 0;
    for (const Names& name : names) widest = std::max(widest, stage.advance(name.zh, text.zh));
    if (widest > 0) text.enX = zhX + std::min(widest, room.w * 0.4F) + kColumnGap;
    for (const Names& name : names) text.en = stage.fitting(name.en, text.en, text.right - text.enX, kLeastEn);
    return text;
}

// The same where up to half of the names, the longest, give way: as few as the size of all others is worth.
RollText rollText(const Stage& stage, std::vector<Names> names, const Rect& room, float zhX, float large) {
    constexpr float kWorth = 0.92F;  // what is lost with each name that gives way
    const auto length = [&](const Names& name) {
        return stage.advance(name.zh, chinese(60)) + stage.advance(name.en, latin(66));
    };
    std::sort(names.begin(), names.end(), [&](const Names& a, const Names& b) { return length(a) < length(b); });
    RollText best = columnsOf(stage, names, room, zhX, large);
    float worth = 1;
    for (std::size_t stay = names.size(); stay > (names.size() + 1) / 2;) {
        const std::vector<Names> shorter(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(--stay));
        const RollText text = columnsOf(stage, shorter, room, zhX, large);
        worth *= kWorth;
        if (text.size() * worth <= best.size()) continue;
        best = text;
        worth = 1;
    }
    return best;
}

constexpr float kBroken = 38, kBrokenApart = 42;  // English on two small lines

// Whether English has room from `x` on: on one line that is larger than two would be, else on two.
struct RollEnglish {
    bool whole = false, broken = false;
};

RollEnglish englishFrom(const Stage& stage, const std::string& name, const RollText& text, float x) {
    constexpr float kLarger = 1.1F;
    const float room = text.right - x;
    if (stage.fits(name, text.en.sized(std::min(text.en.size, stage.raised(kBroken) * kLarger)), room))
        return {true, false};
    const TextStyle style = latin(stage.raised(kBroken));
    const Halves halves = brokenInTwo(stage, name, style, room, room);
    return {false, stage.twoLines(kBrokenApart, kBroken) && !halves.second.empty() &&
                       stage.fits(halves.first, style, room) && stage.fits(halves.second, style, room)};
}

// A name that is too long for the columns gives way by itself: its English smaller or on two lines, then its Chinese
// smaller too, then one language in turn.
void drawRollNames(const Stage& stage, const Names& name, const RollText& text, float baseline, bool newest) {
    constexpr float kLeastZh = 42, kStep = 2, kGap = 30;
    const Colour first = newest ? stage.gold() : theme::kWhite, second = newest ? stage.gold() : theme::kSoft;
    if (!name.zh.empty() && !name.en.empty())
        for (float size = text.zh.size; size >= stage.raised(kLeastZh); size -= kStep) {
            const TextStyle zh = text.zh.sized(size);
            const float x = std::max(text.enX, text.zhX + stage.advance(name.zh, zh) + kGap), room = text.right - x;
            const RollEnglish english = englishFrom(stage, name.en, text, x);
            if (!english.whole && !english.broken) continue;
            stage.text(text.zhX, baseline, name.zh, zh, first);
            if (english.whole)
                stage.fitted(x, baseline + 2, name.en, text.en, second, room);
            else
                drawBroken(stage, name.en, x, baseline - kBrokenApart * 0.67F, baseline + kBrokenApart * 0.33F,
                           latin(kBroken), second, room, room);
            return;
        }
    const bool english = name.zh.empty() || (!name.en.empty() && stage.frame().other);
    stage.fitted(text.zhX, baseline, english ? name.en : name.zh, english ? text.en : text.zh, first,
                 text.right - text.zhX);
}

}  // namespace

float rollFlagWidth(std::size_t places, const Rect& room) {
    return (rollPitch(places, room) - 18) / 0.75F;
}

void drawWall(const Stage& stage, const CountScreen& screen, const Rect& room) {
    const std::size_t places = screen.wall.size();
    if (places == 0) return;
    const WallGrid grid = wallGrid(static_cast<int>(places), room.w, room.h);
    const auto columns = static_cast<std::size_t>(grid.columns);
    // Small flags get a thinner ring, so that it stays in the gap.
    const float unit = stage.scale() * std::clamp(grid.gapX / 16, 0.5F, 1.0F);
    drawPlaces(stage, screen, places, unit, [&](std::size_t i) {
        const std::size_t down = i / columns;
        const auto column = static_cast<float>(i % columns), row = static_cast<float>(down);
        return placeOf(stage, room.x + column * (grid.width + grid.gapX),
                       room.y + row * (grid.width * 0.75F + grid.gapY), grid.width);
    });
}

void drawRoll(const Stage& stage, const CountScreen& screen, const Rect& room) {
    constexpr float kLabelGap = 36, kUsual = 96;
    constexpr float kTwoLines = 128, kTwoLinesRaised = 2.66F;  // rows that high have their names above each other
    const std::size_t places = screen.wall.size();
    if (places == 0) return;
    const float pitch = rollPitch(places, room), flag = rollFlagWidth(places, room);
    const bool stacked = pitch >= std::max(kTwoLines, stage.floor() * kTwoLinesRaised);
    const float zhX = room.x + flag + kLabelGap, large = std::max(1.0F, pitch / kUsual);
    const NamesLook look{room.right() - zhX, pitch, pitch * 0.42F, pitch * 0.34F};
    std::vector<NameLines> names;
    RollText text{};
    if (stacked) {
        names = namesOf(stage, screen, look);
    } else {  // larger rows have larger type as long as English has room beside Chinese
        std::vector<Names> arrived;
        for (const WallPlace& place : screen.wall)
            if (place) arrived.push_back(stage.country(*place));
        text = rollText(stage, arrived, room, zhX, large);
    }
    for (std::size_t i = 0; i < places; ++i) {
        const float top = room.y + pitch * static_cast<float>(i);
        if (i > 0)
            stage.canvas().fill(stage.sharp({room.x, top, room.w, 1.5F}),
                                stage.solid(stage.palette().slotEdge.faded(0.8F)));
        const std::optional<float> opacity = opacityOfNames(screen, i);
        if (!opacity) continue;
        if (stacked) {
            drawNamesAt(stage, screen, i, names[i], look, zhX, top + pitch / 2);
            continue;
        }
        stage.canvas().pushOpacity(*opacity);
        drawRollNames(stage, stage.country(*screen.wall[i]), text, top + pitch / 2 + 20 * large, screen.newest == i);
        stage.canvas().popOpacity();
    }
    drawPlaces(stage, screen, places, stage.scale(), [&](std::size_t i) {
        return placeOf(stage, room.x, room.y + pitch * static_cast<float>(i) + (pitch - flag * 0.75F) / 2, flag);
    });
}

void drawTiles(const Stage& stage, const CountScreen& screen, const Rect& room) {
    constexpr float kToNames = 40, kUnderFlag = 0.07F, kBelow = 12;
    const std::size_t places = screen.wall.size();
    const std::optional<TileGrid> found = tileGrid(static_cast<int>(places), room.w, room.h);
    if (!found) return;
    const TileGrid& grid = *found;
    const float high = grid.flag * 0.75F, under = grid.beside ? 0 : grid.flag * kNamesUnder;
    const float top = room.y + (room.h - grid.pitchY * static_cast<float>(grid.rows - 1) - high - under) / 2;
    const float size = grid.beside ? std::min(200.0F, std::max(grid.flag * 0.26F, std::min(52.0F, high * 0.46F)))
                                   : std::min(120.0F, grid.flag * 0.22F);
    const float namesTop = grid.beside ? 0 : high + grid.flag * kUnderFlag;  // below the flag's upper edge
    const float foot = grid.rows == 1 ? room.bottom() - top : high + under + kBelow;
    const NamesLook look{grid.names, grid.beside ? high + kBelow : foot - namesTop, size, size * 0.82F};
    const std::vector<NameLines> names = namesOf(stage, screen, look);
    const auto cornerOf = [&](std::size_t i) {
        const auto columns = static_cast<std::size_t>(grid.columns);
        return Point{room.x + grid.pitchX * static_cast<float>(i % columns),
                     top + grid.pitchY * static_cast<float>(i / columns)};
    };
    for (std::size_t i = 0; i < places; ++i) {
        const Point at = cornerOf(i);
        const float bars = size * 1.97F;  // of a country that is awaited
        const float lines = screen.wall[i] ? names[i].high() : bars;
        drawNamesAt(stage, screen, i, names[i], look, at.x + (grid.beside ? grid.flag + kToNames : 0),
                    at.y + (grid.beside ? high / 2 : namesTop + lines / 2));
    }
    const float ring = stage.scale() * std::clamp(grid.flag / 260, 1.0F, 1.8F);
    drawPlaces(stage, screen, places, ring,
               [&](std::size_t i) { return placeOf(stage, cornerOf(i).x, cornerOf(i).y, grid.flag); });
}

void drawFramedFlag(const Stage& stage, const CountryCode& code, float x, float y, float width) {
    const Place place = placeOf(stage, x, y, width);
    const float unit = stage.scale() * std::clamp(width / 260, 1.0F, 1.8F);
    CountScreen still;
    drawRing(stage, still, place, unit);
    drawFlag(stage, code, place);
}

}  // namespace turnout::display
