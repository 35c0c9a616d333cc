// The display shows what the event file holds, and what lies beside it where it holds none.
#include "display/app/own_files.h"

#include <gtest/gtest.h>

#include "tests/support/event_builder.h"

namespace turnout::display {
namespace {

using namespace test;

TEST(OwnFilesTest, WhatTheEventFileHoldsLiesInAPrivateFolderThatGoesAgain) {
    const TempDir dir;
    const EventFiles files{"<svg/>", "\x89PNG\r\n\x1a\n", "OTTO words", ""};
    must(EventStore::create(dir / "event.turnout", aPlan(), evening(), files));
    HallSettings settings;
    settings.logo = "pictures/logo.svg";
    settings.background = "hall.png";
    settings.font = "words.otf";
    settings.titleFont = "A Family";
    std::filesystem::path folder;
    {
        OwnFiles own;
        EXPECT_EQ(own.placed(settings).logo, "pictures/logo.svg");
        own = OwnFiles(dir / "event.turnout");
        const HallSettings placed = own.placed(settings);
        EXPECT_EQ(readFile(placed.logo), files.logo);
        EXPECT_TRUE(placed.logo.ends_with(".svg"));
        EXPECT_EQ(readFile(placed.background), files.background);
        EXPECT_TRUE(placed.background.ends_with(".png"));
        EXPECT_EQ(readFile(placed.font), files.font);
        EXPECT_EQ(placed.titleFont, "A Family");
        folder = std::filesystem::path(placed.logo).parent_path();
        EXPECT_EQ(std::filesystem::status(folder).permissions(), std::filesystem::perms::owner_all);
    }
    EXPECT_FALSE(std::filesystem::exists(folder));
}

TEST(OwnFilesTest, OfAnOlderEventTheNamesStay) {
    const AnEvent event(1);
    HallSettings settings;
    settings.logo = "logo.svg";
    EXPECT_EQ(OwnFiles(event.path()).placed(settings).logo, "logo.svg");
}

}  // namespace
}  // namespace turnout::display
