// Thank you: for the group photograph. What matters stands above the people.
#include <algorithm>
#include <cmath>

#include "display/app/wall_grid.h"
#include "display/views/hall_view.h"

namespace turnout::display {
namespace {

struct ThanksRooms {
    float margin = 72;
    Rect wall;
    float closing = 150, closingBaseline = 0, english = 88, englishBaseline = 0, numbersBaseline = 0, number = 112;
    float ridges = 250;
};

ThanksRooms roomsFor(Shape shape, ui::Size units, bool flags) {
    ThanksRooms rooms;
    const float w = units.w, h = units.h;
    switch (shape) {
        case Shape::wide: rooms.wall = {72, 62, w - 144, 384 + (h - 1080) * 0.6F}; break;
        case Shape::squarish:
            rooms.margin = 60;
            rooms.wall = {60, 56, w - 120, 400};
            rooms.closing = 140;
            rooms.english = 76;
            rooms.number = 96;
            break;
        case Shape::portrait:
            rooms.margin = 64;
            rooms.wall = {64, 90, w - 128, h * 0.42F};
            rooms.closing = 150;
            rooms.english = 70;
            rooms.number = 110;
            rooms.ridges = 380;
            break;
        case Shape::ledWall:
            rooms.wall = {72, 62, w - 144, 384};
            rooms.closing = 156;
            rooms.english = 88;
            rooms.number = 108;
            break;
    }
    float at = flags ? rooms.wall.bottom() : h * 0.24F;  // alone, the words stand higher than the middle
    rooms.closingBaseline = at + 30 + rooms.closing * 0.86F;
    rooms.englishBaseline = rooms.closingBaseline + rooms.english + 8;
    rooms.numbersBaseline = rooms.englishBaseline + rooms.number * 0.98F + 4;
    return rooms;
}

WallGrid flagGrid(int count, const Rect& room) {
    WallGrid grid = wallGrid(count, room.w, room.h);
    const float most = room.h * 0.62F;  // a few flags stay flags, not posters
    if (grid.width > most) {
        grid.width = most;
        grid.gapX = std::min(most * 0.3F, grid.columns > 1 ? (room.w - static_cast<float>(grid.columns) * most) /
                                                                 static_cast<float>(grid.columns - 1)
                                                           : 0.0F);
    }
    return grid;
}

void drawFlags(const Stage& stage, const ThanksScreen& screen, const Rect& room) {
    const auto count = static_cast<int>(screen.flags.size());
    const WallGrid grid = flagGrid(count, room);
    const auto columns = static_cast<float>(grid.columns), rows = static_cast<float>(grid.rows);
    const float width = columns * grid.width + (columns - 1) * grid.gapX;
    const float height = rows * grid.width * 0.75F + (rows - 1) * grid.gapY;
    const float x = room.x + (room.w - width) / 2, y = room.y + (room.h - height) / 2;
    const float size = std::round(stage.px(grid.width));
    for (int i = 0; i < count; ++i) {
        const int row = i / grid.columns, column = i % grid.columns;
        // The last row stands in the middle.
        const int inRow = std::min(grid.columns, count - row * grid.columns);
        const float shift = static_cast<float>(grid.columns - inRow) * (grid.width + grid.gapX) / 2;
        const Point at = stage.at(x + shift + static_cast<float>(column) * (grid.width + grid.gapX),
                                  y + static_cast<float>(row) * (grid.width * 0.75F + grid.gapY));
        stage.canvas().flag(screen.flags[static_cast<std::size_t>(i)], {std::round(at.x), std::round(at.y)}, size,
                            std::max(3 * stage.scale(), size * 0.055F));
    }
}

// "513 位来宾 guests   56 个国家 countries" in the middle.
void drawSums(const Stage& stage, const ThanksScreen& screen, const ThanksRooms& rooms) {
    struct Sum {
        std::string number;
        Names label;
    };
    Sum sums[] = {{grouped(screen.guests), stage.words(screen.guests == 1 ? "display.guest_one" : "display.guests")},
                  {grouped(screen.countries),
                   stage.words(screen.countries == 1 ? "display.country_one" : "display.countries_many")}};
    constexpr float kAfterNumber = 24, kInLabel = 18;
    float zhSize = 58, enSize = 62, number = rooms.number;
    const auto widthOf = [&](const Sum& sum) {
        float width = stage.ink(sum.number, theme::display(number)).w + kAfterNumber;
        if (!sum.label.zh.empty()) width += stage.advance(sum.label.zh, chinese(zhSize));
        if (!sum.label.zh.empty() && !sum.label.en.empty()) width += kInLabel;
        if (!sum.label.en.empty()) width += stage.advance(sum.label.en, latin(enSize));
        return width;
    };
    const float room = stage.width() - 2 * rooms.margin;
    float gap = 70;
    while (widthOf(sums[0]) + gap + widthOf(sums[1]) > room && zhSize > 42)
        zhSize -= 2, enSize -= 2, number -= 3, gap = std::max(40.0F, gap - 4);
    if (widthOf(sums[0]) + gap + widthOf(sums[1]) > room)  // type raised for the farthest seat: languages in turn
        for (Sum& sum : sums)
            if (!sum.label.zh.empty() && !sum.label.en.empty())
                (screen.otherLanguage ? sum.label.zh : sum.label.en).clear();
    float x = (stage.width() - widthOf(sums[0]) - gap - widthOf(sums[1])) / 2;
    for (const Sum& sum : sums) {
        const Colour colour = screen.stale ? theme::kStale : stage.gold();
        const float end = stage.number(x, rooms.numbersBaseline, sum.number, theme::display(number), colour, colour);
        stage.pair(end + kAfterNumber, rooms.numbersBaseline, sum.label,
                   {zhSize, enSize, theme::kWhite, theme::kSoft, kInLabel}, room, false);
        x += widthOf(sum) + gap;
    }
}

constexpr Pair kEvent{42, 42, theme::kSoft, theme::kSoft, 28};

// The event's name, its last line on that baseline: both languages on one line, or one of them, in turn, on up to two.
void drawName(const Stage& stage, Names name, float baseline, float pitch, float room, bool other) {
    const float middle = stage.width() / 2, size = stage.raised(kEvent.zhSize);
    const auto fits = [&](const std::string& words, const TextStyle& style, float much) {
        return stage.fits(words, style.sized(stage.floor()), much);
    };
    if (!name.zh.empty() && !name.en.empty()) {
        const float en = stage.advance(name.en, latin(stage.floor()));
        if (fits(name.zh, chinese(size), room - kEvent.gap - en))
            return stage.pairCentred(middle, baseline, name, kEvent, room, other);
        (other ? name.zh : name.en).clear();
    }
    const std::string& words = name.zh.empty() ? name.en : name.zh;
    const TextStyle style = name.zh.empty() ? latin(size) : chinese(size);
    if (fits(words, style, room)) return stage.centred(middle, baseline, words, style, theme::kSoft, room);
    TextStyle fit = style.sized(stage.px(size));
    fit.lineHeight = pitch / size;
    const ui::TextBox box{.maxWidth = stage.px(room), .maxLines = 2, .align = ui::Align::centre};
    fit.size = stage.canvas().fitSize(words, fit, box, stage.px(stage.floor()), fit.size);
    stage.canvas().text(stage.at((stage.width() - room) / 2, baseline - pitch), words, fit, theme::kSoft, box);
}

// The event and its date at the foot: beside each other, or where the name is too long for that, above each other. May
// be hidden by people: nothing is lost.
void drawEvent(const Stage& stage, const ThanksScreen& screen, float room) {
    constexpr float kToDate = 36, kPitch = 54, kOfSize = 1.2F;
    const Names title = stage.told(screen.title);
    const float after = kToDate + stage.advance(screen.date, latin(42)), baseline = stage.height() - 44;
    const auto widthAt = [&](float size) {
        return stage.advance(title.zh, chinese(size)) + stage.advance(title.en, latin(size)) +
               (title.zh.empty() || title.en.empty() ? 0 : kEvent.gap);
    };
    if (widthAt(stage.floor()) > room - after) {
        const float pitch = std::max(kPitch, stage.raised(kEvent.enSize) * kOfSize);
        stage.centred(stage.width() / 2, baseline, screen.date, latin(42), theme::kSoft, room);
        return drawName(stage, title, baseline - pitch, pitch, room, screen.otherLanguage);
    }
    const float width = std::min(widthAt(42), room - after), x = (stage.width() - width - after) / 2;
    const float end = stage.pair(x, baseline, title, kEvent, width + 1, screen.otherLanguage);
    stage.text(end + kToDate, baseline, screen.date, latin(42), theme::kSoft);
}

}  // namespace

float thanksFlagWidth(ui::Size size, std::size_t countries, float safeMargin) {
    const ThanksRooms rooms = roomsFor(shapeOf(size), unitsOf(size, safeMargin), true);
    return std::round(flagGrid(static_cast<int>(std::max<std::size_t>(countries, 1)), rooms.wall).width *
                      unitOf(size, safeMargin));
}

void drawThanks(const Stage& stage, const ThanksScreen& screen) {
    ThanksRooms rooms =
        roomsFor(shapeOf(stage.canvas().size()), {stage.width(), stage.height()}, !screen.flags.empty());
    const float middle = stage.width() / 2, room = stage.width() - 2 * rooms.margin;
    drawGround(stage, {middle, rooms.closingBaseline}, 1200, 620, 0.2F);
    drawRidges(stage, rooms.ridges);
    if (!screen.flags.empty()) drawFlags(stage, screen, rooms.wall);
    const Names closing = stage.told(screen.closing);
    if (!closing.zh.empty())
        stage.centred(middle, rooms.closingBaseline, closing.zh, theme::ceremony(rooms.closing), theme::kWhite, room);
    if (!closing.en.empty()) {
        const float size = closing.zh.empty() ? rooms.closing * 0.75F : rooms.english;
        stage.centred(middle, closing.zh.empty() ? rooms.closingBaseline + 20 : rooms.englishBaseline, closing.en,
                      theme::display(size), theme::kWhite, room);
    }
    if (closing.zh.empty() || closing.en.empty())  // no hole where the other language would stand
        rooms.numbersBaseline = rooms.closingBaseline + rooms.number + 72;
    if (screen.guests > 0) drawSums(stage, screen, rooms);
    if (screen.stale) {
        const std::vector<std::pair<std::string, std::string>> args{{"time", screen.asOf}};
        stage.pairCentred(middle, stage.height() - 44,
                          {say(Text{"display.as_of", args}, Lang::en), say(Text{"display.as_of", args}, Lang::zh)},
                          {42, 42, theme::kSoft, theme::kSoft, 28}, room, screen.otherLanguage);
    } else {
        drawEvent(stage, screen, room);
    }
    drawDemo(stage, screen, stage.width() - rooms.margin + 12, 46);
}

}  // namespace turnout::display
