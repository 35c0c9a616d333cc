#include "display/app/wall_grid.h"

#include <gtest/gtest.h>

#include <cmath>

namespace turnout::display {
namespace {

struct Row {
    int places, columns, rows, width;
};

void expectGrid(const Row& row, float width, float height) {
    const WallGrid grid = wallGrid(row.places, width, height);
    EXPECT_EQ(grid.columns, row.columns) << row.places;
    EXPECT_EQ(grid.rows, row.rows) << row.places;
    EXPECT_NEAR(grid.width, row.width, 1 + row.width * 0.008) << row.places;
}

TEST(WallGrid, ColumnWallIsAsTheDesignsTableSays) {
    for (const Row& row : {Row{8, 3, 3, 258}, Row{24, 6, 4, 146}, Row{40, 7, 6, 125}, Row{56, 8, 7, 107},
                           Row{72, 9, 8, 93}, Row{100, 10, 10, 74}, Row{150, 15, 10, 58}, Row{200, 17, 12, 51}})
        expectGrid(row, 980, 652);
}

TEST(WallGrid, WideWallIsAsTheDesignsTableSays) {
    for (const Row& row : {Row{8, 4, 2, 300}, Row{24, 8, 3, 194}, Row{40, 10, 4, 144}, Row{56, 14, 4, 112},
                           Row{72, 15, 5, 105}, Row{100, 17, 6, 92}, Row{150, 19, 8, 70}, Row{200, 25, 8, 63}})
        expectGrid(row, 1776, 488);
}

TEST(WallGrid, ARectangleThatLeavesAStripeEmptyGivesWayToAFullerWall) {
    expectGrid({56, 12, 5, 90}, 1320, 389);  // 4:3
    expectGrid({50, 8, 7, 107}, 980, 652);
}

TEST(WallGrid, EveryGridHoldsItsPlacesInsideTheRoomWithoutTouching) {
    for (int places = 1; places <= 250; ++places) {
        const WallGrid grid = wallGrid(places, 980, 652);
        const auto c = static_cast<float>(grid.columns), r = static_cast<float>(grid.rows);
        ASSERT_GE(grid.columns * grid.rows, places);
        ASSERT_LT(grid.columns * (grid.rows - 1), places);
        ASSERT_LE(c * grid.width + (c - 1) * grid.gapX, 980.5F) << places;
        ASSERT_LE(r * grid.width * 0.75F + (r - 1) * grid.gapY, 652.5F) << places;
        ASSERT_TRUE(grid.columns == 1 || grid.gapX >= kWallGap * grid.width - 0.5F) << places;
        ASSERT_TRUE(grid.rows == 1 || grid.gapY >= kWallGap * grid.width - 0.5F) << places;
    }
}

TEST(WallGrid, AFewCountriesStandLargeWithTheirNames) {
    for (const auto& [width, height] : {std::pair{2600.0F, 545.0F}, {980.0F, 652.0F}, {1320.0F, 401.0F}})
        for (int places = 1; places <= kTilePlaces; ++places) {
            const std::optional<TileGrid> grid = tileGrid(places, width, height);
            if (!grid) continue;
            const auto c = static_cast<float>(grid->columns), r = static_cast<float>(grid->rows);
            ASSERT_LE(grid->columns * grid->rows, places + (grid->columns == 2 ? 1 : 0)) << places;  // no other hole
            const float tile = grid->beside ? grid->flag + grid->names : grid->names;
            const float high = grid->flag * (grid->beside ? 0.75F : 0.75F + kNamesUnder);
            ASSERT_LE((c - 1) * grid->pitchX + tile, width + 0.5F) << places;
            ASSERT_LE((r - 1) * grid->pitchY + high, height + 0.5F) << places;
            // In a low room the names take more of it; there are no flags without names.
            const float alone = wallGrid(places, width, height).width;
            ASSERT_GT(grid->flag, alone * (height < 450 ? 0.4F : 0.55F)) << places;
        }
    EXPECT_EQ(tileGrid(7, 2600, 545)->columns, 7);  // an LED wall: one row
    EXPECT_TRUE(tileGrid(1, 2600, 545)->beside);
    for (int places = 1; places <= kTilePlaces; ++places)  // 4:3
        EXPECT_TRUE(tileGrid(places, 1320, 401)) << places;
}

TEST(WallGrid, AWallWithoutAListIsLaidOutAnewAtMostTwelveTimes) {
    int changes = 0, last = 0;
    for (int arrived = 0; arrived <= 200; ++arrived) {
        const int places = placesWithoutList(arrived);
        ASSERT_GE(places, arrived);
        changes += places != last ? 1 : 0;
        last = places;
    }
    EXPECT_EQ(changes, 12);
    EXPECT_EQ(placesWithoutList(0), 7);
    EXPECT_EQ(placesWithoutList(57), 72);
}

}  // namespace
}  // namespace turnout::display
