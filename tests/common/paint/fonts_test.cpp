#include "common/paint/fonts.h"

#include <gtest/gtest.h>

#include "common/paint/text.h"
#include "tests/support/process.h"
#include "tests/support/temp_dir.h"

namespace turnout::paint {
namespace {

std::string fileOf(const std::string& family) {
    return test::run({"fc-match", "-f", "%{file}", family}).out;
}

class Fonts : public testing::Test {
  protected:
    ~Fonts() override { setEventFonts({}); }
    static float width(Face face) { return measure("Turnout 512", {face, 40}).width; }
};

TEST_F(Fonts, AnEventsFamilyIsUsedForWordsAndTitlesAndOursForCodes) {
    const float words = width(Face::display), titles = width(Face::ceremony), codes = width(Face::mono);
    setEventFonts({"Noto Serif", "Noto Sans Mono"});
    EXPECT_NE(width(Face::display), words);
    EXPECT_NE(width(Face::ceremony), titles);
    EXPECT_EQ(width(Face::mono), codes);
    EXPECT_EQ(measure("感知中国", {Face::text, 40}).missingGlyphs, 0) << "what it lacks comes from ours";
    setEventFonts({});
    EXPECT_EQ(width(Face::display), words);
}

TEST_F(Fonts, AFamilyThatIsNotInstalledChangesNothing) {
    const float words = width(Face::display);
    setEventFonts({"No Such Family, at All", ""});
    EXPECT_EQ(width(Face::display), words);
}

TEST_F(Fonts, AFontFileTellsItsFamilyAndAnythingElseNone) {
    const test::TempDir folder;
    std::filesystem::copy_file(fileOf("Noto Serif"), folder / "own.ttf");
    EXPECT_EQ(familyOfFile(folder / "own.ttf"), "Noto Serif");
    test::writeFile(folder / "no.ttf", "this is no font");
    EXPECT_EQ(familyOfFile(folder / "no.ttf"), std::nullopt);
    EXPECT_EQ(familyOfFile(folder / "missing.ttf"), std::nullopt);
    EXPECT_EQ(familyOfFile(folder.path()), std::nullopt);
}

TEST_F(Fonts, AWindowThatIsNotTheEventsKeepsOurs) {
    const float words = width(Face::text), titles = width(Face::ceremony);
    setEventFonts({"Noto Serif", "Noto Sans Mono"});
    {
        const OurFonts ours;
        EXPECT_EQ(width(Face::text), words);
        EXPECT_EQ(width(Face::ceremony), titles);
    }
    EXPECT_NE(width(Face::text), words) << "the hall's own again";
}

}  // namespace
}  // namespace turnout::paint
