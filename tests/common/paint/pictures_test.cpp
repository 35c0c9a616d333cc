#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "common/paint/bitmap.h"
#include "common/paint/flags.h"
#include "common/paint/icons.h"
#include "common/paint/svg.h"
#include "tests/support/temp_dir.h"

namespace turnout::paint {
namespace {

namespace fs = std::filesystem;

CountryCode code(const char* letters) {
    const auto found = CountryCode::fromAlpha2(letters);
    EXPECT_TRUE(found) << letters;
    return found.value_or(CountryCode());
}

// Debian's flags and the emoji, which scripts/setup always installs.
FlagFolders debianOnly() {
    FlagFolders folders;
    folders.isoFlags = "/usr/share/iso-flags-svg/country-4x3";
    return folders;
}

std::string filled(const char* colour) {
    return std::string("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 4 3'><rect width='4' height='3' fill='") +
           colour + "'/></svg>";
}

void write(const fs::path& file, const std::string& text) {
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << text;
}

bool opaque(const Bitmap& bitmap) {
    for (std::size_t i = 3; i < bitmap.pixels.size(); i += 4)
        if (bitmap.pixels[i] != 255) return false;
    return !bitmap.empty();
}

TEST(Flags, AreThereWholeAndOpaqueForEveryCountry) {
    const Flags flags(debianOnly(), "2023-11-17");
    for (const Country& country : countries()) {
        if (country.code == "ZZ") continue;
        const Bitmap flag = flags.flag(code(std::string(country.code).c_str()), 40);
        EXPECT_EQ(flag.width, 40) << country.code;
        EXPECT_EQ(flag.height, 30) << country.code;
        EXPECT_TRUE(opaque(flag)) << country.code;
    }
    EXPECT_TRUE(flags.flag(CountryCode(), 40).empty()) << "no country has no flag";
}

TEST(Flags, TakeTheFirstSourceThatHasTheCountry) {
    const test::TempDir dir;
    const fs::path own = dir.path() / "own", icons = dir.path() / "icons", iso = dir.path() / "iso";
    write(iso / "la.svg", filled("#00f"));
    FlagFolders folders;
    folders.isoFlags = iso;
    EXPECT_EQ(Flags(folders, "2023-11-17").source(code("LA")), FlagSource::isoFlags);
    write(icons / "la.svg", filled("#0f0"));
    folders.flagIcons = icons;
    EXPECT_EQ(Flags(folders, "2023-11-17").source(code("LA")), FlagSource::flagIcons);
    EXPECT_EQ(Flags(folders, "2023-11-17").flag(code("LA"), 8).at(4, 3), Colour::hex(0x00FF00));
    write(own / "la.svg", filled("#f00"));
    folders.own = own;
    EXPECT_EQ(Flags(folders, "2023-11-17").source(code("LA")), FlagSource::ownFolder);
    EXPECT_EQ(Flags(folders, "2023-11-17").flag(code("LA"), 8).at(4, 3), Colour::hex(0xFF0000));
    write(own / "la.svg", "this is no drawing");
    EXPECT_EQ(Flags(folders, "2023-11-17").source(code("LA")), FlagSource::flagIcons) << "a broken file is passed over";
}

TEST(Flags, FallBackToTheEmoji) {
    const Flags flags({}, "2023-11-17");
    EXPECT_EQ(flags.source(code("LA")), FlagSource::emoji);
    EXPECT_TRUE(opaque(flags.flag(code("LA"), 80)));
}

TEST(Flags, LeaveOutDrawingsThatAreWrongOnTheDay) {
    const test::TempDir dir;
    for (const char* name : {"sy.svg", "iq.svg", "la.svg"}) {
        write(dir.path() / "icons" / name, filled("#0f0"));
        write(dir.path() / "iso" / name, filled("#00f"));
    }
    FlagFolders both, isoOnly;
    both.flagIcons = dir.path() / "icons";
    both.isoFlags = isoOnly.isoFlags = dir.path() / "iso";
    const CountryCode syria = code("SY"), iraq = code("IQ"), laos = code("LA");
    EXPECT_EQ(Flags(both, "2023-11-17").source(syria), FlagSource::isoFlags) << "two stars until December 2024";
    EXPECT_EQ(Flags(both, "2024-12-08").source(syria), FlagSource::flagIcons) << "three stars since";
    EXPECT_NE(Flags(isoOnly, "2025-06-01").source(syria), FlagSource::isoFlags);
    EXPECT_EQ(Flags(isoOnly, "2023-11-17").source(iraq), FlagSource::emoji) << "Debian's is the one of before 2004";
    EXPECT_EQ(Flags(isoOnly, "2023-11-17").source(laos), FlagSource::isoFlags);
}

TEST(Flags, PutATileBehindAFlagThatDoesNotFillItsRectangle) {
    const test::TempDir dir;
    write(dir.path() / "np.svg",
          "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 4 3'><rect width='1' height='3' fill='#c00'/></svg>");
    FlagFolders folders;
    folders.flagIcons = dir.path();
    const Bitmap flag = Flags(folders, "2023-11-17").flag(code("NP"), 40);
    EXPECT_TRUE(opaque(flag));
    EXPECT_EQ(flag.at(5, 15), Colour::hex(0xCC0000));
    EXPECT_EQ(Flags(folders, "2023-11-17").flag(code("NP"), 40, FlagTile::light()).at(35, 15), Colour::hex(0xDFE6EE));
}

TEST(Flags, TakeTheWhiteSheetFromBehindNepalsPennants) {
    const Flags flags(debianOnly(), "2023-11-17");
    ASSERT_EQ(flags.source(code("NP")), FlagSource::isoFlags);
    EXPECT_EQ(flags.flag(code("NP"), 40, FlagTile::light()).at(38, 15), Colour::hex(0xDFE6EE));
}

TEST(Flags, LoadNothingFromOutsideTheDrawing) {
    const test::TempDir dir;
    write(dir.path() / "red.svg", filled("#f00"));
    write(dir.path() / "la.svg",
          "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' viewBox='0 0 4 3'><image "
          "width='4' height='3' xlink:href='red.svg'/></svg>");
    FlagFolders folders;
    folders.own = dir.path();
    EXPECT_NE(Flags(folders, "2023-11-17").flag(code("LA"), 40).at(20, 15), Colour::hex(0xFF0000));
}

TEST(Icons, AreAllDrawnInsideTheirSquare) {
    for (int i = 0; i < kIconCount; ++i) {
        const Bitmap icon = renderIcon(static_cast<Icon>(i), 48);
        int painted = 0, edge = 0;
        for (int y = 0; y < 48; ++y) {
            for (int x = 0; x < 48; ++x) {
                const bool on = icon.at(x, y).a > 128;
                painted += on ? 1 : 0;
                edge += on && (x == 0 || y == 0 || x == 47 || y == 47) ? 1 : 0;
            }
        }
        EXPECT_GT(painted, 60) << i;
        EXPECT_EQ(edge, 0) << i << " is cut at its edge";
    }
}

TEST(Signs, FillTheirShapesAsTheyMean) {
    auto share = [](SignShape shape) {
        const Bitmap sign = renderSign(shape, 100);
        int painted = 0;
        for (std::size_t i = 3; i < sign.pixels.size(); i += 4) painted += sign.pixels[i] > 128 ? 1 : 0;
        return painted / 10000.0;
    };
    EXPECT_NEAR(share(SignShape::circle), 0.785, 0.01);
    EXPECT_NEAR(share(SignShape::ring), 0.283, 0.01);
    EXPECT_NEAR(share(SignShape::triangle), 0.55, 0.06);
    EXPECT_NEAR(share(SignShape::octagon), 0.765, 0.01);
    EXPECT_NEAR(share(SignShape::square), 0.99, 0.01);
    EXPECT_NEAR(share(SignShape::diamond), 0.54, 0.03);
}

TEST(Png, ComesBackAsItWasWritten) {
    const test::TempDir dir;
    Bitmap bitmap(3, 2);
    bitmap.pixels = {0, 0, 255, 255, 0, 255, 0, 255, 255, 0, 0, 255, 255, 255, 255, 255, 0, 0, 0, 0, 10, 20, 30, 255};
    ASSERT_TRUE(writePng(bitmap, dir.path() / "a.png").ok());
    const auto read = readPng(dir.path() / "a.png");
    ASSERT_TRUE(read.ok());
    EXPECT_EQ(read.value().pixels, bitmap.pixels);
    EXPECT_EQ(read.value().at(0, 0), Colour::hex(0xFF0000));
}

TEST(Png, SaysWhatIsWrong) {
    const test::TempDir dir;
    const Status written = writePng(Bitmap(2, 2), dir.path() / "no folder" / "a.png");
    ASSERT_FALSE(written.ok());
    EXPECT_NE(written.error().sentence(Lang::en).find("a.png"), std::string::npos);
    write(dir.path() / "bad.png", "no picture");
    EXPECT_FALSE(readPng(dir.path() / "bad.png").ok());
    EXPECT_FALSE(readPng(dir.path() / "absent.png").ok());
}

TEST(FlagFolders, AreWholeWithEitherSetOfDrawings) {
    FlagFolders folders;
    folders.own = "/srv/event/flags";  // a few
    EXPECT_FALSE(folders.whole());
    EXPECT_TRUE(debianOnly().whole());
    folders.flagIcons = "/srv/flags/4x3";
    EXPECT_TRUE(folders.whole());
}

}  // namespace
}  // namespace turnout::paint
