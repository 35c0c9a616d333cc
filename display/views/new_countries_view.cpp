// A moment that several countries share: their flags in rows, each with its names, all in one size.
#include <algorithm>

#include "display/views/motion.h"
#include "display/views/name_lines.h"
#include "display/views/scene_views.h"

namespace turnout::display {
namespace {

constexpr float kColumnGap = 68, kRowGap = 48, kToNames = 52;  // clear of the gold frames
constexpr float kUnderFlag = 34;
constexpr float kLeastName = 44;                        // in Chinese; English beside it has the smallest type
constexpr float kLeastUnder = 296, kLeastBeside = 400;  // room for the longest word

// Under a flag: both languages on two lines each in the smallest type, or with the country's own under them; larger for
// a few.
float namesHigh(int countries) {
    return countries <= 4 ? 250 : 196;
}

struct Grid {
    int columns = 1, rows = 1;
    bool beside = false;  // the names: else under their flag
    float flag = 0;
    ui::Size cell;
};

Rect roomOf(ui::Size units) {
    const float margin = units.w < units.h ? 64 : 72, top = 190, foot = 64;
    return {margin, top, units.w - 2 * margin, units.h - top - foot};
}

// The largest flags; a place left empty in the last row costs a little.
Grid gridOf(int countries, const Rect& room) {
    constexpr float kHoleCost = 0.06F;
    Grid best;
    float most = 0;
    for (int columns = 1; columns <= countries; ++columns) {
        const int rows = (countries + columns - 1) / columns;
        const auto c = static_cast<float>(columns), r = static_cast<float>(rows);
        const ui::Size cell{(room.w - (c - 1) * kColumnGap) / c, (room.h - (r - 1) * kRowGap) / r};
        const float worth = 1 - kHoleCost * static_cast<float>(columns * rows - countries);
        const float under =
            cell.w < kLeastUnder ? 0 : std::min(cell.w, (cell.h - kUnderFlag - namesHigh(countries)) / 0.75F);
        const float beside = std::min(cell.h / 0.75F, cell.w - kToNames - kLeastBeside);
        for (const bool isBeside : {false, true}) {
            const float flag = isBeside ? beside : under;
            if (flag * worth <= most) continue;
            most = flag * worth;
            best = {columns, rows, isBeside, flag, cell};
        }
    }
    return best;
}

// What a country calls itself: on a line under its names where there is room, else behind one of them, else nowhere.
struct OwnName {
    std::string text;
    TextStyle style;
    std::size_t line = 0;  // behind that one of the names; as many as there are: under them
};

constexpr float kToOwn = 22, kOwnLine = 1.24F;  // in units; in sizes

OwnName ownNameOf(const Stage& stage, const CountryCode& country, const NameLines& names, const NameRoom& room) {
    OwnName own{stage.ownName(country), {}, names.lines.size()};
    if (own.text.empty() || names.lines.empty()) return {};
    own.style = latin(names.lines.back().style.size);
    float wide = stage.advance(own.text, own.style);
    if (wide > room.wide && own.style.size * room.wide / wide >= stage.floor()) {
        own.style = own.style.sized(own.style.size * room.wide / wide);
        wide = stage.advance(own.text, own.style);
    }
    if (wide <= room.wide && names.high() + stage.raised(own.style.size) * kOwnLine <= room.high) return own;
    const Names told = stage.country(country);
    for (own.line = 0; own.line < names.lines.size(); ++own.line) {
        const NameLine& line = names.lines[own.line];
        const bool whole = line.text == told.zh || line.text == told.en;  // not between the two lines of one
        if (whole && stage.advance(line.text, line.style) + kToOwn + wide <= room.wide) return own;
    }
    return {};
}

bool haveRoomForOwn(const Stage& stage, const std::vector<CountryCode>& countries, const std::vector<NameLines>& names,
                    const NameRoom& room) {
    for (std::size_t i = 0; i < countries.size(); ++i)
        if (!stage.ownName(countries[i]).empty() && ownNameOf(stage, countries[i], names[i], room).text.empty())
            return false;
    return true;
}

// The names of one country in a place `wide` from x on; around its middle under a flag, else around that height.
void drawNames(const Stage& stage, const NameLines& names, const OwnName& own, float x, float first, float wide,
               bool centred) {
    const bool under = !own.text.empty() && own.line == names.lines.size();
    const float ownWide = own.text.empty() ? 0 : stage.advance(own.text, own.style);
    for (std::size_t i = 0; i < names.lines.size(); ++i) {
        const NameLine& line = names.lines[i];
        const float baseline = first + line.down;
        const float told = std::min(wide, stage.advance(line.text, line.style));
        const float all = told + (!own.text.empty() && own.line == i ? kToOwn + ownWide : 0);
        const float from = centred ? x + (wide - all) / 2 : x;
        stage.fitted(from, baseline, line.text, line.style, line.colour, wide);
        if (all > told) stage.text(from + told + kToOwn, baseline, own.text, own.style, stage.sky());
    }
    if (under)
        stage.text(centred ? x + (wide - ownWide) / 2 : x,
                   first + names.lines.back().down + stage.raised(own.style.size) * kOwnLine, own.text, own.style,
                   stage.sky());
}

}  // namespace

float newCountriesFlag(std::size_t countries, ui::Size units) {
    return gridOf(static_cast<int>(std::max<std::size_t>(1, countries)), roomOf(units)).flag;
}

void drawNewCountries(const Stage& stage, const std::vector<CountryCode>& countries, int inMs) {
    constexpr int kFirstAt = 100, kStep = 50, kTakes = 160;  // ms: ten are there before the moment stands
    const Rect room = roomOf({stage.width(), stage.height()});
    const auto n = static_cast<int>(countries.size());
    if (n == 0) return;
    const Grid grid = gridOf(n, room);
    const float high = grid.flag * 0.75F, middle = stage.width() / 2;
    const NameRoom names{grid.beside ? grid.cell.w - grid.flag - kToNames : grid.cell.w,
                         grid.beside ? grid.cell.h : namesHigh(n), stage.frame().other, true};
    std::vector<Names> told;
    for (const CountryCode& country : countries) told.push_back(stage.country(country));
    NameRoom ownRoom = names;  // under a flag also what is left of its place
    const float block = grid.beside ? high : high + kUnderFlag + namesHigh(n), pitch = grid.cell.h + kRowGap;
    if (!grid.beside) ownRoom.high += std::max(0.0F, (grid.cell.h - block) / 2);
    // Of three lines, so large that they fill their room.
    const float three = std::max(kLeastName, names.high * 0.3F);
    const float size = grid.beside ? std::clamp(high * 0.42F, kLeastName, 120.0F)
                                   : std::clamp(std::max(grid.flag * 0.2F, three), kLeastName, 92.0F);
    std::vector<NameLines> lines = nameLines(stage, told, names, size, size * 0.82F);
    // Rather smaller than without what a country calls itself.
    for (const float smaller : {three, (three + kLeastName) / 2, kLeastName}) {
        if (smaller >= size || haveRoomForOwn(stage, countries, lines, ownRoom)) continue;
        std::vector<NameLines> fewer = nameLines(stage, told, names, smaller, smaller * 0.82F);
        if (smaller == three || haveRoomForOwn(stage, countries, fewer, ownRoom)) lines = std::move(fewer);
    }

    stage.pairCentred(middle, 128, stage.words("display.welcome"), {84, 88, stage.gold(), stage.gold(), 28}, room.w,
                      stage.frame().other);
    const float spare = room.h - pitch * static_cast<float>(grid.rows - 1) - grid.cell.h;
    for (int i = 0; i < n; ++i) {
        const int row = i / grid.columns, column = i % grid.columns;
        const int inRow = std::min(grid.columns, n - row * grid.columns);
        const float wide = static_cast<float>(inRow) * (grid.cell.w + kColumnGap) - kColumnGap;
        const float left =
            (grid.beside ? room.x : middle - wide / 2) + static_cast<float>(column) * (grid.cell.w + kColumnGap);
        const float top = room.y + (spare + grid.cell.h - block) / 2 + pitch * static_cast<float>(row);
        const auto& name = lines[static_cast<std::size_t>(i)];
        stage.canvas().pushOpacity(opacityAt(inMs, kFirstAt + kStep * i, kTakes));
        drawFramedFlag(stage, countries[static_cast<std::size_t>(i)],
                       grid.beside ? left : left + (grid.cell.w - grid.flag) / 2, top, grid.flag);
        const OwnName its = ownNameOf(stage, countries[static_cast<std::size_t>(i)], name, ownRoom);
        const float under =
            its.line == name.lines.size() && !its.text.empty() ? stage.raised(its.style.size) * kOwnLine : 0;
        const float namesTop = grid.beside ? top + (high - name.high() - under) / 2 : top + high + kUnderFlag;
        drawNames(stage, name, its, grid.beside ? left + grid.flag + kToNames : left, namesTop + name.above, names.wide,
                  !grid.beside);
        stage.canvas().popOpacity();
    }
}

}  // namespace turnout::display
