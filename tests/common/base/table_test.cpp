#include "common/base/table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace turnout {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(TableTest, ARowIsALineAndEmptyCellsStay) {
    EXPECT_THAT(tableRows("# code, name\n\nLA\tLaos\nNP\t\tनेपाल\n\t\n"),
                ElementsAre(ElementsAre("LA", "Laos"), ElementsAre("NP", "", "नेपाल"), ElementsAre("", "")));
    EXPECT_THAT(tableRows("LA\tLaos"), ElementsAre(ElementsAre("LA", "Laos"))) << "without an end of its last line";
    EXPECT_THAT(tableRows(""), IsEmpty());
}

TEST(TableTest, ACellMayHoldSeveralValues) {
    EXPECT_THAT(several("Lao PDR|Laotian"), ElementsAre("Lao PDR", "Laotian"));
    EXPECT_THAT(several("Laos"), ElementsAre("Laos"));
    EXPECT_THAT(several(""), IsEmpty());
}

}  // namespace
}  // namespace turnout
