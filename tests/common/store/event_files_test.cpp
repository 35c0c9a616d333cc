// The event's own pictures and fonts: in the event file, in its copies, and refused with their names.
#include "common/store/event_files.h"

#include <gtest/gtest.h>

#include "common/store/planning.h"
#include "tests/support/event_builder.h"
#include "tests/support/raw_sqlite.h"

namespace turnout::test {
namespace {

const std::string kPng = "\x89PNG\r\n\x1a\n and more", kSvg = "<?xml version=\"1.0\"?>\n<svg/>";
const std::string kFont = std::string("\0\1\0\0", 4) + "font", kTitleFont = "OTTO titles";

std::string refusal(const Result<EventFiles>& files) {
    return files.ok() ? "read" : files.error().text.key;
}

TEST(EventFilesTest, AreReadFromTheFirstFolderThatHasThemAndAFamilyIsNoFile) {
    const TempDir first, second;
    writeFile(second / "logo.svg", kSvg);
    writeFile(first / "logo.svg", "<svg>first</svg>");
    writeFile(second / "hall.png", kPng);
    writeFile(second / "titles.otf", kTitleFont);
    const auto files = must(readEventFiles({{"logo", "logo.svg"},
                                            {"background", "hall.png"},
                                            {"font", "Source Han Sans SC"},
                                            {"title_font", "titles.otf"},
                                            {"gold", "#FFC83D"}},
                                           {first.path(), second.path()}));
    EXPECT_EQ(files, (EventFiles{"<svg>first</svg>", kPng, "", kTitleFont}));
}

TEST(EventFilesTest, WhatIsMissingTooLargeOrNoPictureIsRefusedByItsName) {
    const TempDir dir;
    writeFile(dir / "words.png", "words");
    writeFile(dir / "words.ttf", "words");
    writeFile(dir / "large.png", kPng + std::string(kLargestEventFile, 'x'));
    const auto read = [&](const char* setting, const char* name) {
        return readEventFiles({{setting, name}}, {dir.path()});
    };
    EXPECT_EQ(refusal(read("logo", "none.png")), "store.file_missing");
    EXPECT_EQ(refusal(read("font", "none.ttf")), "store.file_missing");
    EXPECT_EQ(refusal(read("background", "large.png")), "store.file_too_large");
    EXPECT_EQ(refusal(read("logo", "words.png")), "store.file_no_picture");
    EXPECT_EQ(refusal(read("title_font", "words.ttf")), "store.file_no_font");
    EXPECT_NE(read("logo", "none.png").error().sentence(Lang::en).find("none.png"), std::string::npos);
}

TEST(EventFilesTest, StandInTheEventFileAndInItsCopies) {
    const TempDir dir;
    const EventFiles files{kSvg, kPng, kFont, kTitleFont};
    must(EventStore::create(dir / "event.turnout", aPlan(), evening(), files));
    EXPECT_EQ(must(must(EventReader::open(dir / "event.turnout")).files()), files);
    must(must(EventStore::open(dir / "event.turnout")).copyTo(dir / "laptop.turnout", evening()));
    EXPECT_EQ(must(must(EventReader::open(dir / "laptop.turnout")).files()), files);
    EXPECT_EQ(findings(dir / "laptop.turnout"), "");
    const EventFiles titlesOnly{"", "", "", kTitleFont};
    must(EventStore::create(dir / "other.turnout", aPlan(), evening(), titlesOnly));
    EXPECT_EQ(must(must(EventReader::open(dir / "other.turnout")).files()), titlesOnly);
}

TEST(EventFilesTest, AnEventThatHoldsNoneOrDamagedFontsIsReadWithoutThem) {
    const AnEvent event(1);
    EXPECT_EQ(must(event.read().files()), EventFiles{});
    RawSqlite(event.path()).exec("update event set fonts = x'7fffffff00'");
    EXPECT_EQ(must(event.read().files()), EventFiles{});
}

TEST(EventFilesTest, APictureNamedAnewAfterwardsIsTakenInAndOneTakenOutIsGone) {
    const AnEvent event(1);
    writeFile(event.dir() / "logo.png", kPng);
    must(changeDisplay(event.path(), {{"logo", "logo.png"}, {"gold", "#FFC83D"}}));
    EXPECT_EQ(must(event.read().files()).logo, kPng);
    std::filesystem::remove(event.dir() / "logo.png");
    must(changeDisplay(event.path(), {{"logo", "logo.png"}, {"gold", ""}}));  // the same: nothing to read
    EXPECT_EQ(must(event.read().files()).logo, kPng);
    const Status refused = changeDisplay(event.path(), {{"logo", "other.svg"}, {"gold", "#FF0000"}});
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().text.key, "store.file_missing");
    EXPECT_EQ(must(event.read().files()).logo, kPng);
    must(changeDisplay(event.path(), {{"logo", ""}}));
    EXPECT_EQ(must(event.read().files()), EventFiles{});
}

}  // namespace
}  // namespace turnout::test
