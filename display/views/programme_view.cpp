// Programme: what is on, in ceremony type; what is next and what is coming; one line of all acts at the foot.
#include <algorithm>

#include "display/app/programme.h"
#include "display/views/name_lines.h"
#include "display/views/scene_views.h"

namespace turnout::display {
namespace {

struct ProgrammeRooms {
    float margin = 72, top = 245;
    float leftRight = 1000, right = 1077, rightTop = 245;  // the right column begins at `right` - 37
    float title = 188, english = 104, next = 76, later = 56;
    float foot = 0;  // the line of all acts
    bool under = false;
};

ProgrammeRooms roomsFor(Shape shape, ui::Size units) {
    ProgrammeRooms rooms;
    const float w = units.w, h = units.h;
    rooms.foot = h - 236;
    switch (shape) {
        case Shape::wide:
            rooms.leftRight = w * 0.52F;
            rooms.right = w * 0.56F;
            break;
        case Shape::squarish:
            rooms.margin = 60;
            rooms.leftRight = w * 0.53F;
            rooms.right = w * 0.57F + 20;
            rooms.title = 176;
            rooms.english = 92;
            rooms.next = 62;
            rooms.later = 50;
            break;
        case Shape::portrait:
            rooms.margin = 64;
            rooms.under = true;
            rooms.top = 330;
            rooms.leftRight = w - 64;
            rooms.right = 64 + 37;
            rooms.rightTop = 900;
            rooms.title = 190;
            rooms.foot = h - 250;
            break;
        case Shape::ledWall:
            rooms.leftRight = w * 0.47F;
            rooms.right = w * 0.52F;
            rooms.title = 180;
            rooms.english = 104;
            rooms.next = 92;
            break;
    }
    return rooms;
}

void drawLabel(const Stage& stage, float x, float baseline, const Names& label, Colour colour, float room) {
    drawMark(stage, x, baseline, 64, colour);
    stage.pair(x + 37, baseline, label, {62, 68, colour, colour, 18}, room - 37, false);
}

// 《 has an empty left half: its ink begins at x.
float inkAt(const Stage& stage, float x, const std::string& text, const TextStyle& style) {
    return text.starts_with("《") ? x - stage.ink(text, style).x : x;
}

// A title of many words stands on two lines before it becomes small. Its style, one line or two.
struct Tall {
    TextStyle style;
    bool one = true;
};

Tall tallOf(const Stage& stage, const std::string& text, const TextStyle& style, float least, float room) {
    if (stage.fits(text, style.sized(least * 1.25F), room)) return {stage.fitting(text, style, room, least), true};
    TextStyle small = style.sized(stage.px(least));
    small.lineHeight = 1.12F;
    const ui::TextBox box{.maxWidth = stage.px(room), .maxLines = 2};
    const float size = stage.canvas().fitSize(text, small, box, stage.px(stage.floor()), stage.px(least));
    return {small.sized(size / stage.scale()), false};
}

// Returns the baseline of its last line.
float drawTall(const Stage& stage, float x, float baseline, const std::string& text, const Tall& tall, Colour colour,
               float room) {
    if (tall.one) {
        stage.fitted(inkAt(stage, x, text, tall.style), baseline, text, tall.style, colour, room + 1);
        return baseline;
    }
    const TextStyle fit = tall.style.sized(stage.px(tall.style.size));
    const ui::TextBox box{.maxWidth = stage.px(room), .maxLines = 2};
    stage.canvas().text(stage.at(x, baseline), text, fit, colour, box);
    const int lines = stage.canvas().measure(text, fit, box).lines;
    return baseline + static_cast<float>(lines - 1) * tall.style.size * tall.style.lineHeight;
}

float drawTall(const Stage& stage, float x, float baseline, const std::string& text, const TextStyle& style,
               float least, Colour colour, float room) {
    return drawTall(stage, x, baseline, text, tallOf(stage, text, style, least, room), colour, room);
}

// What kind of act it is; it may be left out, and is where the hall reads the other language alone.
Names kindOf(const Stage& stage, const ActLines& act) {
    Names kind = act.kind;
    if (stage.frame().tongues == Tongues::english) kind.zh.clear();
    if (stage.frame().tongues == Tongues::chinese) kind.en.clear();
    return kind;
}

// Chinese in ceremony type, English under it. Returns the baseline of its last line.
float drawTitles(const Stage& stage, const Names& title, const ProgrammeRooms& rooms, float room) {
    const float x = rooms.margin;
    float at = rooms.top + rooms.title * 0.16F + 20;
    if (!title.zh.empty()) {
        const Tall tall = tallOf(stage, title.zh, theme::ceremony(rooms.title), 132, room);
        at += (tall.one ? rooms.title : tall.style.size) * 0.87F;  // two small lines stand no lower than a large one
        at = drawTall(stage, x, at, title.zh, tall, theme::kWhite, room);
    }
    if (!title.en.empty() && title.zh.find(title.en) == std::string::npos) {
        const float size = title.zh.empty() ? rooms.title * 0.8F : rooms.english;
        const Tall tall = tallOf(stage, title.en, theme::display(size), 66, room);
        at += (tall.one ? size : tall.style.size) * 1.22F;
        at = drawTall(stage, x, at, title.en, tall, theme::kWhite, room);
    }
    return at;
}

// Returns the baseline of its last line.
float drawNow(const Stage& stage, const ProgrammeScreen& screen, const ProgrammeRooms& rooms) {
    const float x = rooms.margin, room = rooms.leftRight - x;
    const bool waits = !screen.now && screen.next;  // before the first act
    if (!screen.now && !waits) {
        drawLabel(stage, x, rooms.top, stage.words("display.over"), stage.gold(), room);
        return drawTitles(stage, stage.told(screen.closing), rooms, stage.width() - 2 * x);  // nothing beside it
    }
    const ActLines& act = screen.now ? *screen.now : *screen.next;
    drawLabel(stage, x, rooms.top, screen.now ? stage.words("display.now_on") : Names{act.time, {}}, stage.gold(),
              room);
    const Names title = stage.told(act.title), kind = kindOf(stage, act);
    float at = drawTitles(stage, title, rooms, room);
    if (!kind.zh.empty() || !kind.en.empty()) {
        at += 92;
        stage.pair(x, at, kind, {56, 58, theme::kSoft, theme::kSoft, 18}, room, screen.otherLanguage);
    }
    if (!act.performers.empty() && at + 82 < rooms.foot - 40) {
        at = drawTall(stage, x, at + 82, act.performers, latin(54), 44, theme::kWhite, room);
    }
    return at;
}

// From a line to the one under it; more where its type has been raised for the farthest seat.
float below(const Stage& stage, float usual, float size) {
    constexpr float kApart = 1.2F;
    return std::max(usual, stage.raised(size) * kApart);
}

// A title and what stands under it: Chinese and English, or where English has no room there, one of them, in turn.
struct TwoLines {
    std::string first, second;
    bool english = false;  // the first is
};

TwoLines linesOf(const Stage& stage, const Names& title, const std::string& kind, float room, float apart,
                 float enSize) {
    const std::string zh = title.zh.empty() ? std::string() : kind + title.zh;
    if (zh.empty()) return {title.en, {}, true};
    if (title.en.empty() || zh.find(title.en) != std::string::npos) return {zh, {}};
    if (stage.twoLines(apart, enSize) && stage.fits(title.en, latin(stage.floor()), room)) return {zh, title.en};
    return stage.frame().other ? TwoLines{title.en, {}, true} : TwoLines{zh, {}};
}

// The acts after the next one, in one size: that of the longest that stands on one line.
void drawLater(const Stage& stage, const std::vector<ActLines>& later, const ProgrammeRooms& rooms, float at) {
    constexpr float kLeast = 44, kUnder = 54, kSecond = 43;
    const float x = rooms.right, room = stage.width() - rooms.margin - x;
    stage.canvas().fill(stage.sharp({x, at, room, 2}), theme::kBandLine);
    const float toName = stage.advance("00:00", theme::number(rooms.later)) + 40, nameRoom = room - toName;
    const auto style = [&](const TwoLines& row, float share) {
        return row.english ? latin(rooms.later * 0.92F * share) : chinese(rooms.later * 0.96F * share);
    };
    std::vector<TwoLines> rows;
    float share = 1;
    for (const ActLines& act : later) {
        rows.push_back(linesOf(stage, stage.told(act.title), act.kind.zh, nameRoom, kUnder, kSecond));
        const TextStyle whole = style(rows.back(), 1);
        if (stage.fits(rows.back().first, whole.sized(kLeast), nameRoom))
            share = std::min(share, stage.fitting(rows.back().first, whole, nameRoom, kLeast).size / whole.size);
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const TextStyle common = style(rows[i], share);
        at += std::max(rooms.later * 1.35F, below(stage, 0, common.size));
        if (at > rooms.foot - 100) return;
        stage.text(x, at, later[i].time, theme::number(rooms.later), theme::kSoft);
        const bool one = stage.fits(rows[i].first, common, nameRoom);
        at = drawTall(stage, x + toName, at, rows[i].first,
                      one ? Tall{common} : tallOf(stage, rows[i].first, common, common.size, nameRoom), theme::kWhite,
                      nameRoom);
        if (rows[i].second.empty()) continue;
        at += below(stage, kUnder, kSecond);
        stage.fitted(x + toName, at, rows[i].second, latin(kSecond), theme::kSoft, nameRoom);
    }
}

void drawComing(const Stage& stage, const ProgrammeScreen& screen, const ProgrammeRooms& rooms) {
    const float bar = rooms.right - 37, x = rooms.right, edge = stage.width() - rooms.margin, room = edge - x;
    std::vector<ActLines> later = screen.later;
    std::optional<ActLines> next = screen.next;
    if (!screen.now && next) {  // it stands at the left already
        next = later.empty() ? std::nullopt : std::optional(later.front());
        if (!later.empty()) later.erase(later.begin());
    }
    if (!next) return;
    drawLabel(stage, bar, rooms.rightTop, stage.words("display.next"), stage.sky(), edge - bar);
    const TwoLines title = linesOf(stage, stage.told(next->title), {}, room, 62, 50);
    float at = rooms.rightTop + rooms.next * 1.38F;
    at = drawTall(stage, x, at, title.first, theme::display(title.english ? rooms.next : rooms.next * 0.94F), 52,
                  theme::kWhite, room);
    if (!title.second.empty()) {
        at += below(stage, 62, 50);
        stage.fitted(x, at, title.second, latin(50), theme::kSoft, room);
    }
    const Names kind = kindOf(stage, *next);
    std::string who = kind.zh.empty() ? kind.en : kind.zh;
    const std::string both = who.empty() ? next->performers : who + "  " + next->performers;
    if (who.empty() || stage.fits(both, latin(stage.floor()), room)) who = both;
    if (!stage.fits(who, latin(stage.floor()), room)) who.clear();  // whole or not at all
    if (!who.empty()) {
        at += below(stage, 60, 46);
        stage.fitted(x, at, who, latin(46), theme::kSoft, room);
    }
    if (later.empty()) return;
    at += 48;
    if (at > rooms.foot - 170) return;
    drawLater(stage, later, rooms, at);
}

// 上篇 and 下篇 before the names of an evening in two parts, where there is room and they do not tell it themselves.
// Returns the room it takes, with a gap.
float drawHalf(const Stage& stage, const ProgrammeScreen& screen, const ProgrammePart& part, float x, float baseline,
               const std::string& name, float room) {
    if (screen.parts.size() != 2 || tellsItsPlace(name)) return 0;
    const bool first = &part == &screen.parts.front();
    const std::string half = say(first ? "display.part.first" : "display.part.second", Lang::zh);
    const float taken = stage.advance(half, chinese(52)) + 22;
    if (!stage.fits(name, chinese(52), room - taken)) return 0;
    stage.text(x, baseline, half, chinese(52), first ? stage.gold() : stage.sky());
    return taken;
}

// Names of all parts are told alike: Chinese with English under it, on one line or two; where English of one of them
// has no room there, all in one language, in turn.
struct PartName {
    const ProgrammePart* part;
    Names name;
    float x, room;
};

// In one size, on up to three lines each, the first on that baseline.
void drawEnglishAlone(const Stage& stage, const std::vector<PartName>& parts, float first) {
    constexpr float kSize = 42;
    std::vector<Names> names;
    NameRoom room{0, stage.height() - 28 - first + stage.raised(kSize), true, true};
    for (const PartName& each : parts) {
        if (!each.name.zh.empty() || each.name.en.empty()) continue;
        names.push_back(each.name);
        room.wide = room.wide > 0 ? std::min(room.wide, each.room) : each.room;
    }
    const std::vector<NameLines> lines = nameLines(stage, names, room, kSize / kOnlyEnglish, kSize);
    auto told = lines.begin();
    for (const PartName& each : parts) {
        if (!each.name.zh.empty() || each.name.en.empty()) continue;
        const bool on = each.part->share && *each.part->share < 1;
        for (NameLine line : (told++)->lines)
            stage.fitted(each.x, first + line.down, line.text, line.style, on ? theme::kWhite : theme::kSoft,
                         room.wide);
    }
}

void drawPartNames(const Stage& stage, const ProgrammeScreen& screen, std::vector<PartName> parts, float y) {
    constexpr float kFirst = 88, kUnder = 58, kZh = 52, kEn = 42, kBroken = 38, kBrokenApart = 44;
    TextStyle english = latin(kEn);
    bool whole = stage.twoLines(kUnder, kEn), broken = stage.twoLines(kBrokenApart, kBroken);
    for (const PartName& each : parts) {
        if (each.name.zh.empty() || each.name.en.empty()) continue;
        whole = whole && stage.fits(each.name.en, latin(stage.floor()), each.room);
        english = stage.fitting(each.name.en, english, each.room);
        const TextStyle small = latin(kBroken);
        const Halves halves = brokenInTwo(stage, each.name.en, small, each.room, each.room);
        broken = broken && (stage.fits(each.name.en, small, each.room) ||
                            (!halves.second.empty() && stage.fits(halves.first, small, each.room) &&
                             stage.fits(halves.second, small, each.room)));
    }
    for (PartName& each : parts)
        if (!whole && !broken && !each.name.zh.empty() && !each.name.en.empty())
            (stage.frame().other ? each.name.zh : each.name.en).clear();
    drawEnglishAlone(stage, parts, y + kFirst);
    for (PartName& each : parts) {
        Names& name = each.name;
        const bool on = each.part->share && *each.part->share < 1;
        const Colour main = on ? theme::kWhite : theme::kSoft;
        if (name.zh.empty()) continue;
        const float taken = drawHalf(stage, screen, *each.part, each.x, y + kFirst, name.zh, each.room);
        stage.fitted(inkAt(stage, each.x + taken, name.zh, chinese(kZh)), y + kFirst, name.zh, chinese(kZh), main,
                     each.room - taken);
        if (name.en.empty()) continue;
        const float second = y + kFirst + kUnder;
        if (whole)
            stage.fitted(each.x, second, name.en, english, theme::kSoft, each.room);
        else if (stage.fits(name.en, latin(kBroken), each.room))
            stage.text(each.x, second - 4, name.en, latin(kBroken), theme::kSoft);
        else
            drawBroken(stage, name.en, each.x, second - 4, second - 4 + kBrokenApart, latin(kBroken), theme::kSoft,
                       each.room, each.room);
    }
}

void drawFootLine(const Stage& stage, const ProgrammeScreen& screen, const ProgrammeRooms& rooms) {
    const float x = rooms.margin, edge = stage.width() - rooms.margin, y = rooms.foot;
    constexpr float kGap = 34, kHigh = 16;
    constexpr float kBetweenNames = 64;  // two of them are never read as one sentence
    float acts = 0;
    for (const ProgrammePart& part : screen.parts) acts += static_cast<float>(part.acts.size());
    if (screen.parts.empty() || acts < 1) return;
    const float gaps = kGap * static_cast<float>(screen.parts.size() - 1);
    // A few parts are equally long, so that their names have room; many are as long as their acts.
    std::vector<PartName> names;
    float left = x;
    const float each = (edge - x - gaps) / static_cast<float>(screen.parts.size());
    for (const ProgrammePart& part : screen.parts) {
        const float share = (edge - x - gaps) * static_cast<float>(part.acts.size()) / acts;
        const float width = screen.parts.size() <= 3 ? each : share;
        const Rect track = stage.area({left, y, width, kHigh});
        stage.canvas().fill(track, stage.palette().track, track.h / 2);
        const bool on = part.share && *part.share < 1;
        if (part.share) {
            const Rect done{track.x, track.y, std::max(track.h, track.w * *part.share), track.h};
            stage.canvas().gradientAcross(done, stage.gold(0.54F), stage.gold(), done.h / 2);
        }
        for (std::size_t i = 1; i < part.acts.size(); ++i) {
            const bool past = part.share && *part.share >= part.acts[i];
            stage.canvas().circle(stage.at(left + width * part.acts[i], y + kHigh / 2), stage.px(4),
                                  past ? stage.gold(0.42F) : stage.sky(0.77F));
        }
        if (on) {
            const Point here = stage.at(left + width * *part.share, y + kHigh / 2);
            stage.canvas().circle(here, stage.px(20), stage.gold());
            stage.canvas().circle(here, stage.px(10), theme::kInk);
        }
        const bool last = &part == &screen.parts.back();
        names.push_back({&part, stage.told(part.name), left, last ? width : width + kGap - kBetweenNames});
        left += width + kGap;
    }
    drawPartNames(stage, screen, std::move(names), y);
}

}  // namespace

void drawProgrammeScene(const Stage& stage, const ProgrammeScreen& screen) {
    ProgrammeRooms rooms = roomsFor(shapeOf(stage.canvas().size()), {stage.width(), stage.height()});
    drawGround(stage, {stage.width() * 0.28F, stage.height() * 0.42F}, 1000, 620, 0.22F);
    drawRidges(stage, 290, 0.55F);
    if (rooms.under) {
        const float clock = drawClock(stage, screen, stage.width() - rooms.margin, 113);
        drawTitle(stage, screen, rooms.margin, 111, 167, clock - 32 - rooms.margin, stage.width() - 2 * rooms.margin,
                  60, 42);
        if (drawAsOf(stage, screen, stage.width() - rooms.margin, 228) == 0)
            drawDemo(stage, screen, stage.width() - rooms.margin, 228);
    } else {
        drawHeadLine(stage, screen, rooms.margin, 106);
    }
    const bool alone = !screen.next || (!screen.now && screen.later.empty());
    if (alone) rooms.leftRight = stage.width() - rooms.margin;  // nothing will stand beside it
    const float end = drawNow(stage, screen, rooms);
    if (rooms.under) rooms.rightTop = std::max(rooms.rightTop, end + 150);
    drawComing(stage, screen, rooms);
    drawFootLine(stage, screen, rooms);
}

}  // namespace turnout::display
