#include <algorithm>
#include <cmath>

#include "display/app/wall_grid.h"
#include "display/views/motion.h"
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
    stage.canvas().fill(place.box, theme::kSlotFill, place.radius);
    stage.canvas().outline(place.box, next ? theme::kSlotNextEdge : theme::kSlotEdge, stage.hair(), place.radius);
}

// The gold frame of the newest flag: a dark gap keeps it apart from flags with much yellow.
void drawRing(const Stage& stage, const CountScreen& screen, const Place& place, float unit) {
    ui::Canvas& canvas = stage.canvas();
    const float gap = std::round(5 * unit), thick = std::max(2.0F, std::round(6 * unit));
    const Rect outer = place.box.inset(-(gap + thick));
    const float glow = 20 * unit;
    canvas.shadow(outer, place.radius + gap + thick, glow, stage.gold().faded(0.34F));
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

constexpr float kMostPitch = 96;
constexpr std::size_t kFew = 4;  // so few countries stand larger

float rollPitch(std::size_t places, const Rect& room) {
    return std::min(places <= kFew ? kMostPitch * 1.62F : kMostPitch,
                    room.h / static_cast<float>(std::max<std::size_t>(places, 1)));
}

}  // namespace

float rollFlagWidth(std::size_t places, const Rect& room) {
    return std::min(places <= kFew ? 170.0F : 100.0F, (rollPitch(places, room) - 18) / 0.75F);
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
    constexpr float kLabelGap = 36, kColumnGap = 50;
    const std::size_t places = screen.wall.size();
    if (places == 0) return;
    const float pitch = rollPitch(places, room), flag = rollFlagWidth(places, room);
    const float large = places <= kFew ? 1.2F : 1.0F, zhSize = 60 * large, enSize = 66 * large;
    float zhWidth = 0;
    for (const WallPlace& place : screen.wall)
        if (place) zhWidth = std::max(zhWidth, stage.advance(stage.country(*place).zh, chinese(zhSize)));
    const float zhX = room.x + flag + kLabelGap, enX = zhX + std::min(zhWidth, room.w * 0.4F) + kColumnGap;
    for (std::size_t i = 0; i < places; ++i) {
        const float top = room.y + pitch * static_cast<float>(i), baseline = top + pitch / 2 + 20 * large;
        if (i > 0) stage.canvas().fill(stage.sharp({room.x, top, room.w, 1.5F}), theme::kSlotEdge.faded(0.8F));
        if (!screen.wall[i]) continue;
        const auto entering = std::find(screen.entering.begin(), screen.entering.end(), i) != screen.entering.end();
        if (entering && screen.flagMs < 0) continue;
        const bool newest = screen.newest == i;
        stage.canvas().pushOpacity(entering ? std::min(1.0F, static_cast<float>(screen.flagMs) / 100) : 1);
        const Names name = stage.country(*screen.wall[i]);
        const Colour first = newest ? stage.gold() : theme::kWhite;
        if (name.zh.empty() || name.en.empty()) {
            const std::string& only = name.zh.empty() ? name.en : name.zh;
            stage.fitted(zhX, baseline, only, latin(enSize), first, room.right() - zhX);
        } else {
            stage.fitted(zhX, baseline, name.zh, chinese(zhSize), first, enX - zhX - 20);
            stage.fitted(enX, baseline + 2, name.en, latin(enSize), newest ? stage.gold() : theme::kSoft,
                         room.right() - enX);
        }
        stage.canvas().popOpacity();
    }
    drawPlaces(stage, screen, places, stage.scale(), [&](std::size_t i) {
        return placeOf(stage, room.x, room.y + pitch * static_cast<float>(i) + (pitch - flag * 0.75F) / 2, flag);
    });
}

void drawFramedFlag(const Stage& stage, const CountryCode& code, float x, float y, float width) {
    const Place place = placeOf(stage, x, y, width);
    const float unit = stage.scale() * std::clamp(width / 260, 1.0F, 1.8F);
    CountScreen still;
    drawRing(stage, still, place, unit);
    drawFlag(stage, code, place);
}

}  // namespace turnout::display
