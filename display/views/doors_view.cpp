// Doors open: everybody waits for the word in their own language.
#include <algorithm>
#include <cmath>

#include "display/views/scene_views.h"

namespace turnout::display {
namespace {

constexpr float kLeastGap = 44, kMostGap = 0.3F;  // between words of the list; the latter of a row
constexpr float kFootMargin = 54;
// Of a stacked foot: the countdown stands above the number of guests, as large.
constexpr float kStackedMargin = 44, kStackedPitch = 158;

struct DoorsRooms {
    float margin = 72;
    bool stacked = false;  // the three words under each other, and the two numbers at the foot
    float zh = 184, en = 136, word = 124, wordsBaseline = 395;
    float listTop = 517, listPitch = 91, listSize = 42;
    int listRows = 4;
    float ridges = 300, number = 186;
};

// As many rows as there is room for above the countdown.
void fillStacked(DoorsRooms& rooms, float h) {
    constexpr float kLeastPitch = 72, kMostPitch = 84, kOverFoot = 156;
    const float room = h - kStackedMargin - kStackedPitch - kOverFoot - rooms.listTop;
    rooms.listRows = 1 + static_cast<int>(room / kLeastPitch);
    rooms.listPitch = std::min(kMostPitch, room / static_cast<float>(rooms.listRows - 1));
}

DoorsRooms roomsFor(Shape shape, ui::Size units) {
    DoorsRooms rooms;
    const float h = units.h;
    switch (shape) {
        case Shape::wide: {
            const float extra = h - 1080;
            rooms.wordsBaseline += extra * 0.4F;
            rooms.listTop += extra * 0.5F;
            rooms.listPitch += extra * 0.1F;
            break;
        }
        case Shape::squarish:
            rooms.margin = 60;
            rooms.zh = 150;
            rooms.en = 110;
            rooms.word = 96;
            rooms.wordsBaseline = 350;
            rooms.listTop = 462;
            rooms.listPitch = 76;
            rooms.listRows = 5;
            rooms.number = 150;
            break;
        case Shape::portrait:
            rooms.margin = 64;
            rooms.stacked = true;
            rooms.zh = 240;
            rooms.en = 170;
            rooms.word = 150;
            rooms.wordsBaseline = 560;
            rooms.listTop = 1046;
            rooms.number = 140;
            rooms.ridges = 360;
            fillStacked(rooms, h);
            break;
        case Shape::ledWall:
            rooms.zh = 260;
            rooms.en = 190;
            rooms.word = 176;
            rooms.wordsBaseline = 470;
            rooms.listTop = 610;
            rooms.listPitch = 100;
            rooms.listSize = 48;
            rooms.listRows = 2;
            rooms.number = 200;
            break;
    }
    return rooms;
}

// As much of "Hall, campus, university" as fits.
std::string shortened(const Stage& stage, std::string place, const TextStyle& style, float room) {
    while (place.rfind(',') != std::string::npos && !stage.fits(place, style, room)) place.resize(place.rfind(','));
    return place;
}

void drawTop(const Stage& stage, const DoorsScreen& screen, const DoorsRooms& rooms) {
    const float x = rooms.margin, edge = stage.width() - rooms.margin;
    const float titleX = x + drawLogo(stage, x, 54, 114) + 22;
    if (rooms.stacked) {
        drawTitle(stage, screen, titleX, 104, 160, edge - titleX, edge - titleX, 62, 42);
        stage.text(x, 252, screen.starts, latin(56), theme::kWhite);
        drawDemo(stage, screen, edge, 252);
        if (drawAsOf(stage, screen, edge, 308) > 0) return;
        stage.fitted(x, 308,
                     shortened(stage, stage.told(screen.venue).in(screen.otherLanguage ? Lang::zh : Lang::en),
                               latin(42), edge - x),
                     latin(42), theme::kSoft, edge - x);
        return;
    }
    drawDemo(stage, screen, edge, 44);
    const float starts = stage.advance(screen.starts, latin(60));
    stage.text(edge, 104, screen.starts, latin(60), theme::kWhite, ui::Align::right);
    const float half = (edge - titleX) * 0.55F;
    drawTitle(stage, screen, titleX, 104, 160, edge - starts - 60 - titleX, half, 66, 44);
    const Names venue = stage.told(screen.venue);
    const std::string& place = venue.in(screen.otherLanguage ? Lang::zh : Lang::en);
    const float room = edge - titleX - half - 60;
    const float second = 160 + std::max(0.0F, stage.floor() - 48) * 0.8F;
    if (drawAsOf(stage, screen, edge, second) > 0) return;  // the age of the numbers before the place
    const std::string fit = shortened(stage, place, latin(44), room);
    const float width = std::min(room, stage.advance(fit, stage.fitting(fit, latin(44), room)));
    stage.fitted(edge - width, second, fit, stage.fitting(fit, latin(44), room), theme::kSoft, width + 1);
}

// 欢迎 and Welcome stand; the third word changes.
void drawWords(const Stage& stage, const DoorsScreen& screen, const DoorsRooms& rooms) {
    const float x = rooms.margin, edge = stage.width() - rooms.margin, y = rooms.wordsBaseline;
    const Names welcome = stage.words("display.welcome_word");
    float at = x, baseline = y;
    const auto next = [&] {
        if (rooms.stacked) baseline += rooms.en * 1.1F;
    };
    if (!welcome.zh.empty()) {
        const float end = stage.number(x, baseline, welcome.zh, theme::display(rooms.zh), theme::kWhite, theme::kWhite);
        at = rooms.stacked ? x : end + 60;
        next();
    }
    if (!welcome.en.empty()) {
        const float end =
            stage.number(at, baseline, welcome.en, theme::display(rooms.en), theme::kWhite, theme::kWhite);
        at = rooms.stacked ? x : end + 60;
        next();
    }
    if (screen.greetings.empty()) return;
    const auto third = [&](std::size_t index, float opacity) {
        const std::string& word = screen.greetings[index];
        const TextStyle style = stage.fitting(word, theme::display(rooms.word), edge - at, 60);
        const float width = std::min(edge - at, stage.advance(word, style));
        stage.canvas().pushOpacity(opacity);
        stage.fitted(rooms.stacked ? x : edge - width, baseline, word, style, stage.gold(), width + 1);
        stage.canvas().popOpacity();
    };
    const float share = static_cast<float>(screen.wordMs) / kWordMs;
    if (screen.before && share < 0.5F) third(*screen.before, 1 - 2 * share);
    if (!screen.before || share >= 0.5F) third(screen.lit, screen.before ? 2 * share - 1 : 1);
}

// The next words of the list that a row holds, at most so many. Where the next is too long a later one stands before
// it, so that no row is left half empty.
std::vector<std::size_t> rowOf(std::vector<std::size_t>& left, std::size_t most, const std::vector<float>& widths,
                               float room) {
    std::vector<std::size_t> row;
    float used = 0;
    for (auto word = left.begin(); word != left.end() && row.size() < most;) {
        const float more = widths[*word] + (row.empty() ? 0 : kLeastGap);
        if (!row.empty() && used + more > room) {
            ++word;
            continue;
        }
        used += more;
        row.push_back(*word);
        word = left.erase(word);
    }
    return row;
}

// One size for all, from edge to edge.
void drawList(const Stage& stage, const DoorsScreen& screen, const DoorsRooms& rooms) {
    const float x = rooms.margin, room = stage.width() - 2 * rooms.margin;
    const TextStyle style = latin(rooms.listSize);
    std::vector<float> widths;
    std::vector<std::size_t> left;
    for (const std::string& word : screen.greetings) {
        left.push_back(widths.size());
        widths.push_back(stage.advance(word, style));
    }
    for (int row = 0; row < rooms.listRows && !left.empty(); ++row) {
        // Even rows: what is left is shared by the rows that are left.
        const auto rowsLeft = static_cast<std::size_t>(rooms.listRows - row);
        const std::vector<std::size_t> words = rowOf(left, (left.size() + rowsLeft - 1) / rowsLeft, widths, room);
        float used = 0;
        for (const std::size_t word : words) used += widths[word];
        const auto gaps = static_cast<float>(words.size()) - 1;
        const float gap = gaps > 0 ? std::min((room - used) / gaps, room * kMostGap) : 0;
        const float baseline = rooms.listTop + static_cast<float>(row) * rooms.listPitch;
        float at = x;
        for (const std::size_t word : words) {
            const Colour colour = word == screen.lit ? stage.gold() : theme::kMist;
            stage.fitted(at, baseline, screen.greetings[word], style, colour, room);
            at += widths[word] + gap;
        }
    }
}

constexpr float kLabelZh = 56, kLabelEn = 60;

float labelWidth(const Stage& stage, const Names& names) {
    return std::max(stage.advance(names.zh, chinese(kLabelZh)), stage.advance(names.en, latin(kLabelEn)));
}

void drawLabels(const Stage& stage, const Names& names, float x, float baseline, float room) {
    drawStacked(stage, names, x, baseline - 70, baseline - 2, room, kLabelZh, kLabelEn, theme::kWhite);  // on ridges
}

// The countdown above the number of guests, each with its label at the right edge.
void drawStackedFoot(const Stage& stage, const DoorsScreen& screen, const DoorsRooms& rooms) {
    const float x = rooms.margin, edge = stage.width() - rooms.margin;
    const float lower = stage.height() - kStackedMargin, upper = lower - kStackedPitch;
    const Names arrived = stage.words("display.arrived"), starts = stage.words("display.starts_in");
    const float label = edge - std::max(labelWidth(stage, arrived), labelWidth(stage, starts));
    const TextStyle style = theme::number(rooms.number);
    const Colour colour = screen.stale ? theme::kStale : stage.gold();
    stage.number(x, lower, grouped(screen.arrived), style, colour, colour);
    drawLabels(stage, arrived, label, lower, edge - label + 1);
    if (screen.countdown.empty()) {
        const Pair look{92, 88, theme::kWhite, theme::kWhite, 30};
        stage.pair(x, upper, stage.words("display.begun"), look, edge - x, screen.otherLanguage);
        return;
    }
    const TextStyle fit = stage.fitting(widestLike(screen.countdown), style, label - 40 - x, 60);
    stage.number(x, upper, screen.countdown, fit, theme::kWhite, theme::kWhite);
    drawLabels(stage, starts, label, upper, edge - label + 1);
}

void drawFoot(const Stage& stage, const DoorsScreen& screen, const DoorsRooms& rooms) {
    if (rooms.stacked) return drawStackedFoot(stage, screen, rooms);
    const float x = rooms.margin, edge = stage.width() - rooms.margin, baseline = stage.height() - kFootMargin;
    const Names arrived = stage.words("display.arrived");
    const float right = labelWidth(stage, arrived), number = edge - right - 40;
    drawLabels(stage, arrived, edge - right, baseline, right + 1);
    const std::string count = grouped(screen.arrived);
    const TextStyle style = theme::number(rooms.number);
    numberRight(stage, number, baseline, count, style, screen.stale ? theme::kStale : stage.gold());
    const float countLeft = number - stage.ink(count, style).w;

    if (screen.countdown.empty()) {
        drawLabels(stage, stage.words("display.begun"), x, baseline, countLeft - 60 - x);
        return;
    }
    // The width is that of the widest figures, so that nothing jumps while it runs down.
    const std::string widest = widestLike(screen.countdown);
    const Names starts = stage.words("display.starts_in");
    const float label = labelWidth(stage, starts);
    const TextStyle fit = stage.fitting(widest, style, countLeft - 60 - label - 44 - x, 60);
    stage.number(x, baseline, screen.countdown, fit, theme::kWhite, theme::kWhite);
    drawLabels(stage, starts, x + stage.advance(widest, fit) + 40, baseline, label + 1);
}

}  // namespace

void drawDoors(const Stage& stage, const DoorsScreen& screen) {
    const DoorsRooms rooms = roomsFor(shapeOf(stage.canvas().size()), {stage.width(), stage.height()});
    drawGround(stage, {stage.width() * 0.58F, rooms.wordsBaseline - 40}, 1100, 560, 0.2F);
    drawRidges(stage, rooms.ridges);
    drawTop(stage, screen, rooms);
    drawWords(stage, screen, rooms);
    drawList(stage, screen, rooms);
    drawFoot(stage, screen, rooms);
}

}  // namespace turnout::display
