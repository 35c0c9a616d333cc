#include "kiosk/app/event_browser.h"

#include <gtest/gtest.h>

#include <system_error>

#include "tests/support/temp_dir.h"

namespace turnout::kiosk {
namespace {

namespace fs = std::filesystem;

const FolderListing kStick{{{"/media/stick/old", true}, {"/media/stick/Ball.turnout", false}}};

std::vector<std::string> names(const std::vector<FolderEntry>& entries) {
    std::vector<std::string> all;
    for (const FolderEntry& entry : entries) all.push_back(entry.path.filename().string());
    return all;
}

TEST(EntriesOf, AreFoldersThenEventFilesByNameAndNothingElse) {
    const turnout::test::TempDir dir;
    for (const char* folder : {"below 10", "Below 2", ".hidden"}) fs::create_directory(dir / folder);
    for (const char* file : {"gala 10.turnout", "Gala 2.turnout", "BALL.TURNOUT", ".gala.turnout", "list.csv"})
        turnout::test::writeFile(dir / file, "x");
    const FolderListing found = entriesOf(dir.path());
    EXPECT_TRUE(found.readable);
    EXPECT_EQ(names(found.entries),
              (std::vector<std::string>{"Below 2", "below 10", "BALL.TURNOUT", "Gala 2.turnout", "gala 10.turnout"}));
    EXPECT_TRUE(found.entries[1].folder);
    EXPECT_FALSE(found.entries[2].folder);
}

TEST(EntriesOf, AFolderThatIsNotThereAreNone) {
    const turnout::test::TempDir dir;
    turnout::test::writeFile(dir / "file", "x");
    EXPECT_EQ(entriesOf(dir / "not there"), FolderListing());
    EXPECT_EQ(entriesOf(dir / "file"), FolderListing());
}

TEST(EntriesOf, AFolderThatCannotBeReadAreNotTold) {
    // Round and round: whoever runs the test, the system refuses to go in.
    const turnout::test::TempDir dir;
    fs::create_symlink(dir / "ring", dir / "ring");
    EXPECT_EQ(entriesOf(dir / "ring"), (FolderListing{{}, false}));
}

TEST(EventBrowser, WantsItsFolderReadAndShowsTheWayUpMeanwhile) {
    EventBrowser browser;
    EXPECT_EQ(browser.wanted(), std::nullopt);
    browser.enter("/media/stick");
    EXPECT_EQ(browser.wanted(), "/media/stick/");
    EXPECT_EQ(browser.entries(), (std::vector<FolderEntry>{{"/media", true}}));
    EXPECT_TRUE(browser.firstIsAbove());
    EXPECT_EQ(browser.selected(), std::nullopt);
    browser.onRead("/media/stick/", kStick);
    EXPECT_EQ(browser.wanted(), std::nullopt);
    EXPECT_EQ(names(browser.entries()), (std::vector<std::string>{"media", "old", "Ball.turnout"}));
    EXPECT_EQ(browser.selected(), 2U) << "a file before folders";
}

TEST(EventBrowser, WhatWasTypedMeanwhileChoosesFromWhatIsRead) {
    EventBrowser browser;
    browser.enter("/media/stick");
    browser.type(U'b');
    EXPECT_TRUE(browser.entries().empty());
    browser.onRead("/media/stick/", kStick);
    EXPECT_EQ(names(browser.entries()), (std::vector<std::string>{"Ball.turnout"}));
    browser.backspace();
    browser.type(U'o');
    EXPECT_FALSE(browser.reading()) << "the same folder is not read again";
    EXPECT_EQ(names(browser.entries()), (std::vector<std::string>{"old"}));
}

TEST(EventBrowser, AnAnswerOfAFolderThatWasLeftChangesNothing) {
    EventBrowser browser;
    browser.enter("/media/dead");
    browser.enter("/media/stick");
    browser.onRead("/media/dead/", {{{"/media/dead/Old.turnout", false}}});
    EXPECT_TRUE(browser.reading());
    browser.onRead("/media/stick/", kStick);
    browser.onRead("/media/dead/", {{{"/media/dead/Old.turnout", false}}});
    browser.onRead("/media/stick/", {});
    EXPECT_EQ(browser.entries().size(), 3U) << "nor does a second one";
}

TEST(EventBrowser, EnteringAFolderAgainReadsItAgain) {
    EventBrowser browser;
    browser.enter("/media/stick");
    browser.onRead("/media/stick/", {});
    browser.enter("/media/stick");
    EXPECT_EQ(browser.wanted(), "/media/stick/");
}

TEST(EventBrowser, AFolderThatCannotBeReadHasItsWayUpAndIsSaidToBeSo) {
    EventBrowser browser;
    browser.enter("/media/locked");
    EXPECT_TRUE(browser.readable());
    browser.onRead("/media/locked/", {{}, false});
    EXPECT_FALSE(browser.readable());
    EXPECT_EQ(browser.open(0), std::nullopt);
    EXPECT_EQ(browser.typed(), "/media/");
    EXPECT_TRUE(browser.readable());
}

TEST(EventBrowser, AWholePathIsTypedOverTheOneThatStandsThere) {
    EventBrowser browser;
    browser.enter("/media/usb");
    for (const char32_t letter : U"/home")
        if (letter != 0) browser.type(letter);
    EXPECT_EQ(browser.typed(), "/home");
}

TEST(EventBrowser, WhatIsTypedAfterSelectingAllTakesItsPlace) {
    EventBrowser browser;
    browser.enter("/media/stick");
    browser.selectAll();
    EXPECT_TRUE(browser.allSelected());
    for (const char32_t character : std::u32string_view(U"/srv/")) browser.type(character);
    EXPECT_EQ(browser.typed(), "/srv/");
    EXPECT_FALSE(browser.allSelected());
    browser.selectAll();
    browser.backspace();
    EXPECT_EQ(browser.typed(), "");
}

TEST(EventBrowser, KnowsAnEmptyFolderFromANameThatNothingBeginsWith) {
    EventBrowser browser;
    browser.enter("/media/stick");
    EXPECT_FALSE(browser.begun());
    browser.type(U'x');
    EXPECT_TRUE(browser.begun());
}

}  // namespace
}  // namespace turnout::kiosk
