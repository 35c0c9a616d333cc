// Universities: each in full in both languages, arrived of its own expected.
#include <algorithm>

#include "display/views/name_lines.h"
#include "display/views/scene_views.h"

namespace turnout::display {
namespace {

constexpr float kLeastFew = 84;   // figures of a few rows beside long names
constexpr float kTwoLines = 116;  // a row that high has its names under each other

struct Columns {
    float x = 0, en = 0, bar = 0, barRight = 0, number = 0, total = 0, edge = 0;
    float namesRight = 0;
    float names = 0;      // what they would take in their full size, on one line each
    std::string longest;  // of the English names
};

// What all rows share.
struct RowLook {
    float pitch = 0, zh = 56, en = 44, number = 76;
    bool stacked = false;  // Chinese above English
    bool narrow = false;   // the bar lies under the names
    bool tall = false;     // and so does the number
};

void drawBarOf(const Stage& stage, const UniversityRow& row, float x, float right, float y, float height) {
    if (!row.guests.expected) return;
    const Rect track = stage.area({x, y, right - x, height});
    stage.canvas().fill(track, stage.palette().track, track.h / 2);
    if (row.guests.arrived <= 0) return;
    const float share =
        std::clamp(static_cast<float>(row.guests.arrived) / static_cast<float>(*row.guests.expected), 0.0F, 1.0F);
    const Rect done{track.x, track.y, std::max(track.h, track.w * share), track.h};
    if (row.guests.arrived >= *row.guests.expected)
        stage.canvas().gradientAcross(done, stage.gold(0.6F), stage.gold(), done.h / 2);
    else
        stage.canvas().gradientAcross(done, stage.sky(0.74F), stage.sky(), done.h / 2);
}

void drawNumbers(const Stage& stage, const UniversityRow& row, const Columns& columns, float baseline,
                 const RowLook& look) {
    const float size = look.number;
    const bool whole = row.guests.expected && row.guests.arrived >= *row.guests.expected;
    const Colour colour = row.guests.arrived == 0 ? theme::kSoft : whole ? stage.gold() : theme::kWhite;
    const std::string number = grouped(row.guests.arrived);
    if (look.tall) {
        stage.number(columns.x, baseline, number, theme::number(size), colour, colour);
        const float end = columns.x + numberRoom(stage, row.guests.arrived, size);
        if (row.guests.expected)
            stage.text(end + 16, baseline, outOf(*row.guests.expected), latin(size * 0.72F), theme::kSoft);
        return;
    }
    numberRight(stage, columns.number, baseline, number, theme::number(size), colour);
    if (row.guests.expected)
        stage.text(columns.total, baseline, outOf(*row.guests.expected), latin(size * 0.72F), theme::kSoft);
}

void drawStripe(const Stage& stage, float y, float pitch) {
    const Rect stripe = stage.sharp({0, y, stage.width(), pitch});
    const Colour some = stage.solid(stage.palette().stripe.faded(0.5F)), none = stage.palette().stripe.faded(0);
    if (stage.frame().backdrop == Backdrop::keyColour) return;  // every second row would have a ground
    const float w = stage.canvas().size().w;
    stage.canvas().gradientAcross({0, stripe.y, w * 0.3F, stripe.h}, none, some);
    stage.canvas().fill({w * 0.3F, stripe.y, w * 0.4F, stripe.h}, some);
    stage.canvas().gradientAcross({w * 0.7F, stripe.y, w * 0.3F, stripe.h}, some, none);
}

// Beside each other.
void drawNames(const Stage& stage, const Names& name, const Columns& columns, float baseline, const RowLook& look) {
    if (name.zh.empty() || name.en.empty()) {
        const TextStyle style = name.zh.empty() ? latin(look.zh * kOnlyEnglish) : chinese(look.zh);
        stage.fitted(columns.x, baseline, name.zh.empty() ? name.en : name.zh, style, theme::kWhite,
                     columns.namesRight - columns.x);
        return;
    }
    stage.fitted(columns.x, baseline, name.zh, chinese(look.zh), theme::kWhite, columns.en - 30 - columns.x);
    stage.fitted(columns.en, baseline, name.en, latin(look.en), theme::kSoft, columns.namesRight - columns.en);
}

// Under each other, around the middle of the row or of what stands above its number.
void drawNamesOfAll(const Stage& stage, const UniversitiesScreen& screen, const Columns& columns, float first,
                    const RowLook& look) {
    std::vector<Names> names;
    for (const UniversityRow& row : screen.rows) names.push_back(stage.told(row.name));
    const float free = look.tall ? 84 + look.number * 0.78F : look.narrow ? 30.0F : 0.0F;  // below them
    const NameRoom room{columns.namesRight - columns.x, look.pitch - free, screen.otherLanguage};
    const std::vector<NameLines> all = nameLines(stage, names, room, look.zh, look.en);
    for (std::size_t i = 0; i < all.size(); ++i)
        drawNameLines(stage, all[i], columns.x, first + look.pitch * static_cast<float>(i) + room.high / 2, room.wide);
}

void drawRow(const Stage& stage, const UniversityRow& row, const Names& name, const Columns& columns, float y,
             const RowLook& look) {
    const float lift = look.narrow && row.guests.expected ? 8.0F : 0.0F;
    const float middle = y + look.pitch / 2 - lift;
    if (!look.stacked) drawNames(stage, name, columns, middle + look.zh * 0.36F, look);
    drawNumbers(stage, row, columns, look.tall ? y + look.pitch - 84 : middle + look.number * 0.36F, look);
    if (look.narrow)
        drawBarOf(stage, row, columns.x, columns.edge, y + look.pitch - (look.tall ? 54.0F : 13.0F),
                  look.tall ? 12.0F : 8.0F);
    else
        drawBarOf(stage, row, columns.bar, columns.barRight, middle - 9, 18);
}

// A few rows are higher, and so is their type, as far as names and numbers have room beside each other.
RowLook lookFor(Shape shape, std::size_t rows, float room) {
    RowLook look;
    const bool few = rows <= 4;
    look.narrow = shape == Shape::portrait || shape == Shape::squarish;
    look.tall = few && shape == Shape::portrait;
    const float most = look.tall ? 380.0F : few ? 290.0F : look.narrow ? 190.0F : 140.0F;
    look.pitch = std::min(most, room / static_cast<float>(rows));
    look.stacked = look.pitch >= kTwoLines;
    const float large = few ? std::clamp(look.pitch / 170, 1.0F, shape == Shape::squarish ? 1.25F : 1.5F) : 1.0F;
    look.zh *= large;
    look.en *= large;
    look.number = std::min(look.number * large, look.pitch * 0.82F);
    return look;
}

// By what stands in them, so that figures are in one column and bars begin at one line.
Columns columnsOf(const Stage& stage, const UniversitiesScreen& screen, float margin, const RowLook& look) {
    constexpr float kToTotal = 0.21F, kToBar = 40, kLeastBar = 190;
    Columns columns;
    float zh = 0, en = 0, numbers = 0, totals = 0;
    for (const UniversityRow& row : screen.rows) {
        const Names name = stage.told(row.name);
        zh = std::max(zh, stage.advance(name.zh, chinese(look.zh)));
        const float width = stage.advance(name.en, latin(look.en));
        if (width > en) columns.longest = name.en;
        en = std::max(en, width);
        numbers = std::max(numbers, numberRoom(stage, row.guests.arrived, look.number));
        if (row.guests.expected)
            totals = std::max(totals, stage.advance(outOf(*row.guests.expected), latin(look.number * 0.72F)));
    }
    columns.x = margin;
    columns.edge = stage.width() - margin;
    columns.total = columns.edge - totals;
    columns.number = columns.total - (totals > 0 ? look.number * kToTotal : 0.0F);
    const float numbersLeft = columns.number - numbers;
    columns.barRight = numbersLeft - kToBar;
    columns.names = look.stacked ? std::max(zh, en) : zh + 36 + en;
    // The bar gives way to long names, and leaves no hole after short ones.
    const float most = std::clamp(stage.width() * 0.19F, 280.0F, 700.0F);
    columns.bar =
        std::clamp(margin + columns.names + kToBar + 4, columns.barRight - most, columns.barRight - kLeastBar);
    columns.bar = std::min(columns.bar, margin + columns.names + 90);
    columns.namesRight = look.tall ? columns.edge : look.narrow ? numbersLeft - kToBar : columns.bar - kToBar;
    columns.en = look.stacked || zh == 0 ? margin : margin + std::min(zh, (columns.namesRight - margin) * 0.48F) + 36;
    return columns;
}

// No university in the event: its name, rather than a nought and an empty picture.
void drawNone(const Stage& stage, const UniversitiesScreen& screen, float margin) {
    const float middle = stage.width() / 2, at = stage.height() * 0.5F, room = stage.width() - 2 * margin;
    const Names title = stage.told(screen.title);
    constexpr float kLogo = 150, kZh = 96, kEn = 64;
    const bool both = !title.zh.empty() && !title.en.empty();
    drawLogo(stage, middle - logoWidth(stage, kLogo) / 2, at - kLogo - kZh - 30, kLogo);
    if (!title.zh.empty()) stage.centred(middle, at, title.zh, chinese(kZh), theme::kWhite, room);
    if (!title.en.empty())
        stage.centred(middle, both ? at + 92 : at, title.en, latin(kEn), both ? theme::kSoft : theme::kWhite, room);
}

}  // namespace

void drawUniversities(const Stage& stage, const UniversitiesScreen& screen) {
    const Shape shape = shapeOf(stage.canvas().size());
    const float margin = shape == Shape::portrait ? 64.0F : shape == Shape::squarish ? 60.0F : 72.0F;
    const float edge = stage.width() - margin;
    drawGround(stage, {stage.width() * 0.4F, stage.height() * 0.45F}, 1300, 620, 0.2F);

    const float clock = drawClock(stage, screen, edge, 140);
    const float old = drawAsOf(stage, screen, clock - 48, 140);
    const float demo = old > 0 ? 0 : drawDemo(stage, screen, clock - 48, 138);
    const float taken = std::max(old + demo, screen.demoClock ? 280.0F : 0.0F);
    const std::size_t n = screen.rows.size();
    if (n == 0) return drawNone(stage, screen, margin);
    const float head = stage.number(margin, 140, grouped(screen.all), theme::display(124), stage.gold(), stage.gold());
    const Names title = stage.words(screen.all == 1 ? "display.university" : "display.universities");
    const float titleRoom = clock - 48 - taken - head - 40;
    if (titleRoom > 160)
        stage.pair(head + 40, 140, title, {60, 66, theme::kWhite, theme::kSoft, 20}, titleRoom, screen.otherLanguage);

    const float top = 186, room = stage.height() - top - 66;
    RowLook look = lookFor(shape, n, room);
    const float first = top + (room - look.pitch * static_cast<float>(n)) * (n <= 4 ? 0.35F : 0.0F);

    Columns columns = columnsOf(stage, screen, margin, look);
    if (look.stacked && !look.narrow && columns.names > columns.namesRight - margin && look.number > kLeastFew) {
        look.number = kLeastFew;  // long names need the room more than figures do
        columns = columnsOf(stage, screen, margin, look);
    }
    const float namesRight = columns.namesRight;

    // English whole in every row, or the two languages in turn: never in some rows only.
    const bool inTurn = !look.stacked && columns.en > margin &&
                        !stage.fits(columns.longest, latin(stage.floor()), namesRight - columns.en);

    for (std::size_t i = 0; i < n; ++i) {
        const UniversityRow& row = screen.rows[i];
        Names name = stage.told(row.name);
        if (inTurn && !name.zh.empty() && !name.en.empty()) (screen.otherLanguage ? name.zh : name.en).clear();
        const float y = first + look.pitch * static_cast<float>(i);
        if (i % 2 == 0) drawStripe(stage, y, look.pitch);
        drawRow(stage, row, name, columns, y, look);
    }
    if (look.stacked) drawNamesOfAll(stage, screen, columns, first, look);
    if (screen.pages > 1)  // which page, as dots: nothing to read
        for (std::size_t p = 0; p < screen.pages; ++p)
            stage.canvas().circle(
                stage.at(stage.width() / 2 + (static_cast<float>(p) - static_cast<float>(screen.pages - 1) / 2) * 36,
                         stage.height() - 32),
                stage.px(8), p == screen.page ? stage.gold() : stage.palette().nextEdge);
}

}  // namespace turnout::display
