#include "display/app/wall_grid.h"

#include <algorithm>
#include <array>

namespace turnout::display {
namespace {

constexpr float kExactShare = 0.92F, kHoleCost = 0.25F, kFilled = 0.8F;
constexpr int kFew = 30;
constexpr float kMostGapX = 3.4F * kWallGap, kMostGapY = 1.6F * kWallGap;

int rowsFor(int places, int columns) {
    return (places + columns - 1) / columns;
}

float flagWidth(int columns, int rows, float width, float height) {
    const auto c = static_cast<float>(columns), r = static_cast<float>(rows);
    return std::min(width / (c + (c - 1) * kWallGap), height / (r * 0.75F + (r - 1) * kWallGap));
}

WallGrid spread(int columns, int rows, float width, float height) {
    WallGrid grid{columns, rows, flagWidth(columns, rows, width, height), 0, 0};
    const auto c = static_cast<float>(columns), r = static_cast<float>(rows);
    if (columns > 1) grid.gapX = std::min((width - c * grid.width) / (c - 1), kMostGapX * grid.width);
    if (rows > 1) grid.gapY = std::min((height - r * grid.width * 0.75F) / (r - 1), kMostGapY * grid.width);
    return grid;
}

// What of the room's width or height it takes, the smaller share.
float fills(const WallGrid& grid, float width, float height) {
    const auto c = static_cast<float>(grid.columns), r = static_cast<float>(grid.rows);
    return std::min((c * grid.width + (c - 1) * grid.gapX) / width,
                    (r * grid.width * 0.75F + (r - 1) * grid.gapY) / height);
}

}  // namespace

WallGrid wallGrid(int places, float width, float height) {
    places = std::max(places, 1);
    float biggest = 0;
    for (int c = 1; c <= places; ++c) biggest = std::max(biggest, flagWidth(c, rowsFor(places, c), width, height));

    WallGrid exact, best;
    float bestWorth = -1;
    for (int c = 1; c <= places; ++c) {
        const WallGrid grid = spread(c, rowsFor(places, c), width, height);
        const int holes = c * grid.rows - places;
        const float filled = places <= kFew ? 1 : std::min(1.0F, fills(grid, width, height) / kFilled);
        if (holes == 0 && filled >= 1 && grid.width >= kExactShare * biggest && grid.width > exact.width) exact = grid;
        const float worth = grid.width * filled * (1 - kHoleCost * static_cast<float>(holes) / static_cast<float>(c));
        if (worth > bestWorth) best = grid, bestWorth = worth;
    }
    return exact.width > 0 ? exact : best;
}

std::optional<TileGrid> tileGrid(int places, float width, float height) {
    constexpr float kGap = 56, kToNames = 40, kMostBeside = 0.45F, kMostUnder = 0.95F;
    constexpr float kLeastNames = 280, kLeastUnder = 220, kLeastBeside = 180;
    constexpr float kLeastInColumns = 108, kNamesInColumns = 440, kRowGap = 16;
    std::optional<TileGrid> best;
    const auto offer = [&](const TileGrid& grid, float least) {
        if (grid.names >= kLeastNames && grid.flag >= least && (!best || grid.flag > best->flag)) best = grid;
    };
    for (int columns = 1; columns <= places; ++columns) {
        const int rows = rowsFor(places, columns);
        if (columns * rows != places) continue;
        const auto c = static_cast<float>(columns), r = static_cast<float>(rows);
        const float w = (width - (c - 1) * kGap) / c, h = (height - (r - 1) * kGap / 2) / r;
        TileGrid grid{columns, rows, false, 0, w + kGap, h + kGap / 2, w};
        grid.flag = std::min(w, h * kMostUnder / (0.75F + kNamesUnder));
        offer(grid, kLeastUnder);
        grid.beside = true;
        grid.flag = std::min(h / 0.75F, w * kMostBeside);
        grid.names = w - grid.flag - kToNames;
        offer(grid, kLeastBeside);
    }
    // In a low room two columns of smaller flags, a place in the last row may be empty: never flags without names.
    if (!best && places > 2) {
        const int rows = rowsFor(places, 2);
        const float w = (width - kGap) / 2, r = static_cast<float>(rows), h = (height - (r - 1) * kRowGap) / r;
        const float flag = std::min(h / 0.75F, w - kToNames - kNamesInColumns);
        if (flag >= kLeastInColumns) best = {2, rows, true, flag, w + kGap, h + kRowGap, w - flag - kToNames};
    }
    return best;
}

int placesWithoutList(int arrived) {
    constexpr std::array kSteps{7, 12, 20, 30, 42, 56, 72, 84, 104, 126, 152, 200};
    const auto* step = std::lower_bound(kSteps.begin(), kSteps.end(), arrived);
    return step == kSteps.end() ? arrived : *step;
}

}  // namespace turnout::display
