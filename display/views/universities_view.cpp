// Universities: each in full in both languages, arrived of its own expected.
#include <algorithm>

#include "display/views/scene_views.h"

namespace turnout::display {
namespace {

constexpr float kTwoLines = 116;  // a row that high has its names under each other

struct Columns {
    float x, en, bar, barRight, number, total, edge;
};

void drawBarOf(const Stage& stage, const UniversityRow& row, float x, float right, float y, float height) {
    if (!row.guests.expected) return;
    const Rect track = stage.area({x, y, right - x, height});
    stage.canvas().fill(track, theme::kTrack, track.h / 2);
    if (row.guests.arrived <= 0) return;
    const float share =
        std::clamp(static_cast<float>(row.guests.arrived) / static_cast<float>(*row.guests.expected), 0.0F, 1.0F);
    const Rect done{track.x, track.y, std::max(track.h, track.w * share), track.h};
    if (row.guests.arrived >= *row.guests.expected)
        stage.canvas().gradientAcross(done, Colour::hex(0x9A7A2C), stage.gold(), done.h / 2);
    else
        stage.canvas().gradientAcross(done, Colour::hex(0x3D86BF), stage.sky(), done.h / 2);
}

void drawNumbers(const Stage& stage, const UniversityRow& row, const Columns& columns, float baseline, float size) {
    const bool whole = row.guests.expected && row.guests.arrived >= *row.guests.expected;
    const Colour colour = row.guests.arrived == 0 ? theme::kSoft : whole ? stage.gold() : theme::kWhite;
    numberRight(stage, columns.number, baseline, grouped(row.guests.arrived), theme::number(size), colour);
    if (row.guests.expected)
        stage.text(columns.total, baseline, outOf(*row.guests.expected), latin(size * 0.72F), theme::kSoft);
}

}  // namespace

void drawUniversities(const Stage& stage, const UniversitiesScreen& screen) {
    const Shape shape = shapeOf(stage.canvas().size());
    const bool narrow = shape == Shape::portrait || shape == Shape::squarish;
    const float margin = shape == Shape::portrait ? 64.0F : shape == Shape::squarish ? 60.0F : 72.0F;
    const float edge = stage.width() - margin;
    drawGround(stage, {stage.width() * 0.4F, stage.height() * 0.45F}, 1300, 620, 0.2F);

    const float clock = drawClock(stage, screen, edge, 140);
    const float old = drawAsOf(stage, screen, clock - 48, 140);
    const float demo = old > 0 ? 0 : drawDemo(stage, screen, clock - 48, 138);
    const float taken = std::max(old + demo, screen.demoClock ? 280.0F : 0.0F);
    const float head = stage.number(margin, 140, grouped(screen.all), theme::display(124), stage.gold(), stage.gold());
    const Names title = stage.words(screen.all == 1 ? "display.university" : "display.universities");
    const float titleRoom = clock - 48 - taken - head - 40;
    if (titleRoom > 160)
        stage.pair(head + 40, 140, title, {60, 66, theme::kWhite, theme::kSoft, 20}, titleRoom, screen.otherLanguage);

    const std::size_t n = screen.rows.size();
    if (n == 0) return;
    const float top = 186, room = stage.height() - top - 66;
    const float pitch = std::min(n <= 4 ? 200.0F : narrow ? 190.0F : 140.0F, room / static_cast<float>(n));
    const float first = top + (room - pitch * static_cast<float>(n)) * (n <= 4 ? 0.35F : 0.0F);
    const bool stacked = pitch >= kTwoLines;
    const float size = std::min(76.0F, pitch * 0.82F);

    // Columns by what stands in them, so that figures are in one column and bars begin at one line.
    float zh = 0, en = 0, numbers = 0, totals = 0;
    std::string longest;  // of the English names
    for (const UniversityRow& row : screen.rows) {
        const Names name = stage.told(row.name);
        zh = std::max(zh, stage.advance(name.zh, chinese(56)));
        const float width = stage.advance(name.en, latin(44));
        if (width > en) longest = name.en;
        en = std::max(en, width);
        numbers = std::max(numbers, stage.ink(grouped(row.guests.arrived), theme::number(size)).w);
        if (row.guests.expected)
            totals = std::max(totals, stage.advance(outOf(*row.guests.expected), latin(size * 0.72F)));
    }
    Columns columns{};
    columns.x = margin;
    columns.edge = edge;
    columns.total = edge - totals;
    columns.number = columns.total - (totals > 0 ? 16.0F : 0.0F);
    const float numbersLeft = columns.number - numbers;
    const float barWidth = narrow ? 0.0F : std::clamp(stage.width() * 0.19F, 280.0F, 700.0F);
    columns.barRight = numbersLeft - 40;
    columns.bar = columns.barRight - barWidth;
    if (shape == Shape::ledWall) columns.bar = std::min(columns.bar, margin + zh + 36 + en + 90);  // no hole between
    const float namesRight = narrow ? numbersLeft - 40 : columns.bar - 40;
    columns.en = stacked || zh == 0 ? margin : margin + std::min(zh, (namesRight - margin) * 0.48F) + 36;

    // English whole in every row, or the two languages in turn: never in some rows only.
    const bool inTurn = !stacked && zh > 0 && !stage.fits(longest, latin(stage.floor()), namesRight - columns.en);

    for (std::size_t i = 0; i < n; ++i) {
        const UniversityRow& row = screen.rows[i];
        Names name = stage.told(row.name);
        if (inTurn && !name.zh.empty() && !name.en.empty()) (screen.otherLanguage ? name.zh : name.en).clear();
        const float y = first + pitch * static_cast<float>(i), middle = y + pitch / 2;
        if (i % 2 == 0) {
            const Rect stripe = stage.sharp({0, y, stage.width(), pitch});
            const Colour none = Colour::hex(0x16305A).faded(0), some = Colour::hex(0x1A3768).faded(0.5F);
            stage.canvas().gradientAcross({0, stripe.y, stage.canvas().size().w * 0.3F, stripe.h}, none, some);
            stage.canvas().fill({stage.canvas().size().w * 0.3F, stripe.y, stage.canvas().size().w * 0.4F, stripe.h},
                                some);
            stage.canvas().gradientAcross(
                {stage.canvas().size().w * 0.7F, stripe.y, stage.canvas().size().w * 0.3F, stripe.h}, some, none);
        }
        const float lift = narrow && row.guests.expected ? 8.0F : 0.0F;  // the bar lies under the names
        if (stacked) {
            const bool both = !name.zh.empty() && !name.en.empty();
            if (both)
                drawStacked(stage, name, margin, middle - 4 - lift, middle + 50 - lift, namesRight - margin, 56, 44);
            else
                stage.fitted(margin, middle + 20 - lift, name.zh.empty() ? name.en : name.zh, chinese(56),
                             theme::kWhite, namesRight - margin);
        } else if (name.zh.empty() || name.en.empty()) {
            stage.fitted(margin, middle + 20 - lift, name.zh.empty() ? name.en : name.zh,
                         name.zh.empty() ? latin(52) : chinese(56), theme::kWhite, namesRight - margin);
        } else {
            stage.fitted(margin, middle + 20 - lift, name.zh, chinese(56), theme::kWhite, columns.en - 30 - margin);
            stage.fitted(columns.en, middle + 20 - lift, name.en, latin(44), theme::kSoft, namesRight - columns.en);
        }
        if (narrow)
            drawBarOf(stage, row, margin, edge, y + pitch - 13, 8);
        else
            drawBarOf(stage, row, columns.bar, columns.barRight, middle - 9, 18);
        drawNumbers(stage, row, columns, middle + size * 0.36F - lift, size);
    }
    if (screen.pages > 1)  // which page, as dots: nothing to read
        for (std::size_t p = 0; p < screen.pages; ++p)
            stage.canvas().circle(
                stage.at(stage.width() / 2 + (static_cast<float>(p) - static_cast<float>(screen.pages - 1) / 2) * 36,
                         stage.height() - 32),
                stage.px(8), p == screen.page ? stage.gold() : theme::kSlotNextEdge);
}

}  // namespace turnout::display
