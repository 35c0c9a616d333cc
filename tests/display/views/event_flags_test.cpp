#include "display/views/event_flags.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "display/views/legibility.h"
#include "tests/support/event_builder.h"

namespace turnout::display {
namespace {

using test::country;

const char* const kDrawing =
    R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><rect width="4" height="3"/></svg>)";

Totals ofLaosAndNepal() {
    Totals totals;
    totals.byCountry = {{country("LA"), {3, 1}, 1}, {country("NP"), {3, 0}, 0}, {country("ZZ"), {1, 0}, 0}};
    return totals;
}

TEST(EventFlags, NamesTheCountriesWithoutADrawing) {
    test::TempDir dir;
    test::writeFile(dir / "la.svg", kDrawing);
    paint::FlagFolders folders;
    folders.own = dir.path();
    EXPECT_THAT(withoutDrawing({folders, "2023-11-17"}, ofLaosAndNepal()), testing::ElementsAre(country("NP")));
}

TEST(EventFlags, TheOrganisersOwnDrawingsComeFirst) {
    EventPlan plan = test::aPlan();
    plan.display = {{"flags", "flags"}};
    test::TempDir dir;
    std::filesystem::create_directory(dir / "flags");
    for (const char* file : {"flags/la.svg", "flags/np.svg"}) test::writeFile(dir / file, kDrawing);
    const paint::Flags flags = flagsOf(plan, dir / "gala.turnout");
    EXPECT_EQ(flags.source(country("NP")), paint::FlagSource::ownFolder);
    EXPECT_FALSE(missingFlags(plan, dir / "gala.turnout"));
    EXPECT_THAT(withoutDrawing(flags, ofLaosAndNepal()), testing::IsEmpty());
}

TEST(EventFlags, AFolderThatIsNotThereIsSaid) {
    EventPlan plan = test::aPlan();
    test::TempDir dir;
    EXPECT_FALSE(missingFlags(plan, dir / "gala.turnout")) << "none is named";
    plan.display = {{"flags", "falgs"}};
    const auto missing = missingFlags(plan, dir / "gala.turnout");
    ASSERT_TRUE(missing);
    EXPECT_THAT(told({}, {*missing}, Lang::en), testing::HasSubstr("falgs"));
    EXPECT_THAT(told({}, {*missing}, Lang::en), testing::HasSubstr("no such folder"));
}

TEST(EventFlags, AFileThatNobodyWouldSeeIsNamed) {
    EventPlan plan = test::aPlan();
    plan.display = {{"flags", "flags"}};
    test::TempDir dir;
    EXPECT_THAT(oddFlags(plan, dir / "gala.turnout").notDrawn, testing::IsEmpty()) << "no folder";
    std::filesystem::create_directory(dir / "flags");
    for (const char* file : {"la.svg", "NP.svg", "china.svg", "hk.svg"})
        test::writeFile(dir / "flags" / file, kDrawing);
    test::writeFile(dir / "flags/np.svg", "<svg");
    test::writeFile(dir / "flags/th.png", "no picture");
    test::writeFile(dir / "flags/README.txt", "whose they are");
    const OddFlags odd = oddFlags(plan, dir / "gala.turnout");
    EXPECT_THAT(odd.noCountry, testing::ElementsAre("NP.svg", "china.svg", "hk.svg"));
    EXPECT_THAT(odd.notDrawn, testing::ElementsAre("np.svg", "th.png"));
}

}  // namespace
}  // namespace turnout::display
