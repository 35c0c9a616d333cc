// Journey: the dot world without borders, an arc from each country that came to the place of the event.
#include <algorithm>
#include <array>
#include <cmath>

#include "display/app/wall_grid.h"
#include "display/views/motion.h"
#include "display/views/scene_views.h"

namespace turnout::display {
namespace {

// The left edge of the map in columns of the mask: centred on 150 degrees east, the Atlantic at the edges.
constexpr int kWholeFirst = 75;
// Portrait: from 20 west to 156 east, when every point lies there.
constexpr int kCropFirst = 80, kCropColumns = 88;
constexpr float kHeadFoot = 150;

struct MapRoom {
    int first = kWholeFirst, columns = kDotColumns;
    float pitch = 0, x = 0, y = 0;  // units

    Point at(float north, float east) const {
        constexpr float kTop = 0.5F;  // what lies north of the map stands at its edge, not among the words above it
        const Point dot = onDots(north, east, first);
        return {x + dot.x * pitch, y + std::max(dot.y, kTop) * pitch};
    }
};

bool within(const JourneyScreen& screen, int first, int columns) {
    return std::all_of(screen.points.begin(), screen.points.end(), [&](const JourneyPoint& point) {
        return onDots(point.north, point.east, first).x < static_cast<float>(columns) - 1;
    });
}

MapRoom mapRoom(const Stage& stage, const JourneyScreen& screen, Shape shape) {
    MapRoom map;
    const float w = stage.width(), h = stage.height();
    float top = 140, bottom = h - 232;
    if (shape == Shape::portrait) {
        top = 330;
        bottom = h - 520;
        if (within(screen, kCropFirst, kCropColumns)) {
            map.first = kCropFirst;
            map.columns = kCropColumns;
        }
    }
    if (shape == Shape::ledWall) bottom = h - 60;
    map.pitch = std::min(w / static_cast<float>(map.columns), (bottom - top) / (kDotRows - 4));
    map.x = (w - static_cast<float>(map.columns) * map.pitch) / 2;
    if (shape == Shape::ledWall) map.x = w - static_cast<float>(map.columns) * map.pitch;
    map.y = top + std::max(0.0F, (bottom - top - kDotRows * map.pitch) / 2);
    return map;
}

// So many straight pieces that no corner is seen on a wall 3840 wide.
constexpr std::size_t kArcPieces = 64;

std::array<Point, kArcPieces + 1> arcOf(Point from, Point to) {
    const float distance = std::hypot(to.x - from.x, to.y - from.y), lift = 0.20F * distance + 26;
    const Point a{from.x + (to.x - from.x) * 0.3F, from.y + (to.y - from.y) * 0.3F - lift};
    const Point b{from.x + (to.x - from.x) * 0.7F, from.y + (to.y - from.y) * 0.7F - lift};
    std::array<Point, kArcPieces + 1> points;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const float t = static_cast<float>(i) / (static_cast<float>(points.size()) - 1), u = 1 - t;
        const float c0 = u * u * u, c1 = 3 * u * u * t, c2 = 3 * u * t * t, c3 = t * t * t;
        points[i] = {c0 * from.x + c1 * a.x + c2 * b.x + c3 * to.x, c0 * from.y + c1 * a.y + c2 * b.y + c3 * to.y};
    }
    return points;
}

void drawArc(const Stage& stage, Point from, Point to, Colour colour, float thickness, float share, bool fades) {
    auto points = arcOf(from, to);
    for (Point& point : points) point = stage.at(point.x, point.y);
    const auto shown = std::clamp<std::size_t>(
        static_cast<std::size_t>(std::lround(share * static_cast<float>(points.size()))), 2, points.size());
    if (!fades) {
        stage.canvas().polyline(std::span(points).first(shown), colour, stage.px(thickness), false, true);
        return;
    }
    // Fainter towards the origin, in steps that the eye does not tell apart.
    constexpr std::size_t kSteps = 16, kStep = kArcPieces / kSteps;
    constexpr float kFaintest = 0.36F;
    for (std::size_t step = 0; step < kSteps; ++step) {
        const float near = static_cast<float>(step) / static_cast<float>(kSteps - 1);
        stage.canvas().polyline(std::span(points).subspan(step * kStep, kStep + 1),
                                stage.solid(colour.faded(kFaintest + (1 - kFaintest) * near)), stage.px(thickness));
    }
}

void drawPoint(const Stage& stage, Point at, float radius, Colour colour) {
    const Point here = stage.at(at.x, at.y);
    stage.canvas().circle(here, stage.px(radius + 2.5F), theme::kInk);
    stage.canvas().circle(here, stage.px(radius), colour);
}

float radiusOf(const JourneyPoint& point) {
    return 5 + std::min(9.0F, std::sqrt(static_cast<float>(point.guests)));
}

void drawPlace(const Stage& stage, const JourneyScreen& screen, const MapRoom& map) {
    if (!screen.place) return;
    const Point at = map.at(screen.place->north, screen.place->east), here = stage.at(at.x, at.y);
    stage.glow(here, stage.px(110), stage.px(110), theme::kWhite.faded(0.30F));
    stage.canvas().circle(here, stage.px(22), stage.solid(theme::kWhite.faded(0.35F)));
    stage.canvas().circle(here, stage.px(12), theme::kWhite);
    const Names name = stage.told(screen.place->name);
    if (name.zh.empty() && name.en.empty()) return;
    const Pair look{64, 66, theme::kWhite, theme::kWhite, 16};
    const float width = stage.advance(name.zh, chinese(look.zhSize)) + stage.advance(name.en, latin(look.enSize)) +
                        (name.zh.empty() || name.en.empty() ? 0 : look.gap);
    const bool right = at.x + 40 + width + 60 < stage.width();
    const float x = right ? at.x + 44 : std::max(40.0F, at.x - 44 - width), baseline = std::max(map.y + 84, at.y - 168);
    const Rect plate = stage.area({x - 24, baseline - 68, width + 48, 94});
    stage.canvas().fill(plate, stage.solid(stage.palette().plate.faded(0.93F)), stage.px(14));
    stage.canvas().line(stage.at(at.x + (right ? 8.0F : -8.0F), at.y - 16),
                        stage.at(right ? x + 14 : x + width - 14, baseline + 28), theme::kWhite,
                        std::max(1.0F, stage.px(2.5F)));
    stage.pair(x, baseline, name, look, width + 1, false);
}

Names ordinalOf(std::int64_t number) {
    return {say(Text{"display.ordinal_country", {{"number", ordinal(number)}}}, Lang::en),
            say(Text{"display.ordinal_country", {{"number", grouped(number)}}}, Lang::zh)};
}

// The newest country with its flag, the flag's upper left corner there: its names, and under them which it is.
void drawNewest(const Stage& stage, const JourneyScreen& screen, Point corner, float flag, float right) {
    if (!screen.newest || screen.arcMs < kArcMs / 2) return;
    const JourneyPoint& newest = screen.points[*screen.newest];
    const Names name = stage.country(newest.country);
    drawFramedFlag(stage, newest.country, corner.x, corner.y, flag);
    const float x = corner.x + flag + 52, room = right - x, middle = corner.y + flag * 0.375F;
    const Names second =
        screen.ordinal ? ordinalOf(static_cast<std::int64_t>(screen.points.size())) : stage.words("display.welcome");
    if (!name.zh.empty() && !name.en.empty() && stage.fits(name.zh + name.en, latin(72), room - 20)) {
        const float end = x + stage.advance(name.zh, chinese(76)) + 26;
        stage.text(x, middle + 4, name.zh, chinese(76), theme::kWhite);
        stage.fitted(end, middle + 4, name.en, theme::display(72), theme::kWhite, x + room - end);
    } else {
        const std::string& one = name.zh.empty() || (screen.otherLanguage && !name.en.empty()) ? name.en : name.zh;
        stage.fitted(x, middle + 4, one, chinese(72), theme::kWhite, room);
    }
    stage.pair(x, middle + 82, second, {54, 56, stage.gold(), stage.gold(), 20}, room, screen.otherLanguage);
}

// Beside the map of a wall of LEDs, under the title: how many of how many, as large as the room lets it, and the
// newest.
void drawJourneyPanel(const Stage& stage, const JourneyScreen& screen, const Rect& room) {
    constexpr float kMost = 400, kLeast = 190, kStep = 10, kTotal = 0.3F, kToLabel = 44, kCapital = 0.73F;
    const Names label = countriesWord(stage, screen.countries);
    const TextStyle zh = chinese(60), en = latin(62);
    const float labelled = std::max(stage.advance(label.zh, zh), stage.advance(label.en, en));
    const auto totalOf = [](float size) { return std::max(76.0F, size * kTotal); };
    const auto wide = [&](float size) {
        return tallyWidth(stage, screen.countries, size, totalOf(size)) + kToLabel + labelled;
    };
    float size = kMost;
    while (size > kLeast && wide(size) > room.w) size -= kStep;
    const float flag = std::clamp(room.w * 0.25F, 208.0F, 300.0F), top = room.bottom() - flag * 0.75F;
    const float baseline = (room.y + (screen.newest ? top : room.bottom()) + size * kCapital) / 2;
    const float end =
        drawTally(stage, screen.countries, room.x, baseline, size, totalOf(size), stage.gold()) + kToLabel;
    drawStacked(stage, label, end, baseline - 76, baseline, room.right() - end, zh.size, en.size);
    drawNewest(stage, screen, {room.x, top}, flag, room.right());
}

// The newest, with its flag, and how many of how many.
void drawJourneyFoot(const Stage& stage, const JourneyScreen& screen, Shape shape, float margin) {
    const float h = stage.height(), edge = stage.width() - margin;
    const bool portrait = shape == Shape::portrait;
    const float baseline = portrait ? h - 330 : h - 64;
    float right = edge;
    const float size = portrait ? 190.0F : shape == Shape::squarish ? 150.0F : 190.0F;
    if (screen.countries.expected) {
        const std::string total = outOf(*screen.countries.expected);
        const float width = stage.advance(total, latin(76));
        if (!portrait) stage.text(edge, baseline, total, latin(76), theme::kSoft, ui::Align::right);
        if (!portrait) right = edge - width - 22;
    }
    const std::string count = grouped(screen.countries.arrived);
    const TextStyle style = theme::number(size);
    const Colour colour = screen.countries.arrived == 0 ? theme::kSoft : stage.gold();
    if (portrait) {
        const float end = drawTally(stage, screen.countries, margin, baseline, size, 84, stage.gold());
        stage.pair(end + 40, baseline, countriesWord(stage, screen.countries),
                   {60, 62, theme::kWhite, theme::kSoft, 18}, edge - end - 40, screen.otherLanguage);
    } else {
        numberRight(stage, right, baseline, count, style, colour);
        right -= numberRoom(stage, screen.countries.arrived, size) + 60;
    }
    if (!screen.newest && !portrait) {  // no name beside it tells what is counted
        const Names label = countriesWord(stage, screen.countries);
        const float wide = std::max(stage.advance(label.zh, chinese(60)), stage.advance(label.en, latin(62)));
        drawStacked(stage, label, right - wide, baseline - 76, baseline, wide + 1, 60, 62);
    }
    const float flag = shape == Shape::squarish ? 170.0F : 208.0F,
                top = portrait ? h - 250 : h - 218 + (208 - flag) * 0.375F;
    drawNewest(stage, screen, {margin, top}, flag, portrait ? edge : right);
}

// Where the map would be too small to be read: the flags of those who came.
void drawFlagsInstead(const Stage& stage, const JourneyScreen& screen) {
    CountScreen wall;
    for (const JourneyPoint& point : screen.points) wall.wall.emplace_back(point.country);
    wall.newest = screen.newest;
    const Rect room{64, 330, stage.width() - 128, stage.height() - 330 - 560};
    if (wall.wall.size() <= kRollPlaces)
        drawRoll(stage, wall, room);
    else
        drawWall(stage, wall, room);
}

void drawMap(const Stage& stage, const JourneyScreen& screen, const MapRoom& map) {
    if (stage.frame().scenery != nullptr) {
        const float pitch = stage.px(map.pitch);
        Point near{static_cast<float>(map.columns) * pitch * 0.35F, 30 * pitch};
        if (screen.place) {
            const Point dot = onDots(screen.place->north, screen.place->east, map.first);
            near = {dot.x * pitch, dot.y * pitch};
        }
        const ui::Texture& dots =
            stage.frame().scenery->dots(stage.canvas(), map.first, map.columns, pitch, near, hueOf(stage));
        const Point corner = stage.at(map.x, map.y);
        stage.canvas().image(dots, {std::round(corner.x), std::round(corner.y), static_cast<float>(dots.width()),
                                    static_cast<float>(dots.height())});
    }
    const float share = outCubic(static_cast<float>(screen.arcMs) / kArcMs);
    if (screen.place) {
        const Point to = map.at(screen.place->north, screen.place->east);
        for (std::size_t i = 0; i < screen.points.size(); ++i) {
            const Point from = map.at(screen.points[i].north, screen.points[i].east);
            if (screen.newest != i) drawArc(stage, from, to, stage.sky().faded(0.62F), 2, 1, true);
        }
        if (screen.newest) {
            const JourneyPoint& point = screen.points[*screen.newest];
            const Point from = map.at(point.north, point.east);
            drawArc(stage, from, to, stage.solid(stage.gold().faded(0.14F)), 14, share, false);
            drawArc(stage, from, to, stage.solid(stage.gold().faded(0.22F)), 9, share, false);
            drawArc(stage, from, to, stage.gold(), 4.5F, share, false);
        }
    }
    for (std::size_t i = 0; i < screen.points.size(); ++i)
        if (screen.newest != i)
            drawPoint(stage, map.at(screen.points[i].north, screen.points[i].east), radiusOf(screen.points[i]),
                      stage.sky());
    drawPlace(stage, screen, map);
    if (!screen.newest) return;
    const JourneyPoint& point = screen.points[*screen.newest];
    const Point at = map.at(point.north, point.east), here = stage.at(at.x, at.y);
    stage.glow(here, stage.px(64), stage.px(64), stage.gold().faded(0.4F));
    drawPoint(stage, at, std::max(11.0F, radiusOf(point)), stage.gold());
    stage.canvas().ring(here, stage.px(std::max(11.0F, radiusOf(point)) + 13), stage.gold(),
                        std::max(1.0F, stage.px(4)));
}

}  // namespace

void drawJourney(const Stage& stage, const JourneyScreen& screen) {
    const Shape shape = shapeOf(stage.canvas().size());
    const float margin = shape == Shape::portrait ? 64.0F : shape == Shape::squarish ? 60.0F : 72.0F;
    const MapRoom map = mapRoom(stage, screen, shape);
    const Point glow =
        screen.place ? map.at(screen.place->north, screen.place->east) : Point{stage.width() / 2, stage.height() / 2};
    drawGround(stage, glow, 1100, 700, 0.24F);
    const bool small = shape == Shape::portrait && map.columns == kDotColumns && !screen.points.empty();
    if (small)
        drawFlagsInstead(stage, screen);
    else
        drawMap(stage, screen, map);

    const auto from = [&](Lang lang) {
        if (screen.countries.arrived == 0) return say("display.waiting", lang);
        const bool one = screen.countries.arrived == 1;
        const std::string key = !screen.place ? (one ? "display.journey_one" : "display.journey")
                                : one         ? "display.journey_from_one"
                                              : "display.journey_from";
        return say(Text{key,
                        {{"countries", grouped(screen.countries.arrived)},
                         {"place", screen.place ? screen.place->name.in(lang) : std::string()}}},
                   lang);
    };
    const float edge = stage.width() - margin, baseline = shape == Shape::portrait ? 116.0F : 106.0F;
    const bool portrait = shape == Shape::portrait;
    const float clock = drawClock(stage, screen, edge, baseline, 66, portrait ? Label::above : Label::below);
    const Names title{from(Lang::en), from(Lang::zh)};
    if (portrait) {
        drawStacked(stage, title, margin, 116, 196, clock - 40 - margin, 66, 60);
        if (drawAsOf(stage, screen, edge, 270 + std::max(0.0F, stage.floor() - 48) * 1.2F) == 0)
            drawDemo(stage, screen, edge, 270);
    } else {
        const float old = drawAsOf(stage, screen, clock - 48, baseline);
        if (old == 0)
            drawDemo(stage, screen, shape == Shape::ledWall ? clock - 48 : edge - demoClockRoom(stage, screen),
                     shape == Shape::ledWall ? baseline : baseline + kUnderClock);
        if (shape == Shape::ledWall) {
            const Rect panel{margin, 250, map.x - 60 - margin, stage.height() - 64 - 250};
            drawStacked(stage, title, margin, baseline, baseline + 86, panel.w, 66, 68);
            return drawJourneyPanel(stage, screen, panel);
        }
        stage.pair(margin, baseline, title, {66, 68, theme::kWhite, theme::kSoft, 28}, clock - 48 - old - margin,
                   screen.otherLanguage);
    }
    drawJourneyFoot(stage, screen, shape, margin);
}

}  // namespace turnout::display
