#include "common/base/file_names.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

namespace turnout {
namespace {

TEST(FileNames, StandByNumberAndWithoutRegardToGreatLetters) {
    std::vector<std::string> names{"list 10.csv", "Zoo", "list 2.csv", "嘉宾", "LIST 1.csv", "list", "9", "010"};
    std::sort(names.begin(), names.end(), namedBefore);
    EXPECT_EQ(names,
              (std::vector<std::string>{"9", "010", "list", "LIST 1.csv", "list 2.csv", "list 10.csv", "Zoo", "嘉宾"}));
}

TEST(FileNames, ThatDifferInLeadingZerosOrGreatLettersStandBeforeNeither) {
    for (const auto& [a, b] : {std::pair{"list 02", "list 2"}, std::pair{"A", "a"}, std::pair{"0", "000"}}) {
        EXPECT_FALSE(namedBefore(a, b));
        EXPECT_FALSE(namedBefore(b, a));
    }
}

TEST(FileNames, AnEndOfTheNameOrOfANumberStandsFirst) {
    EXPECT_TRUE(namedBefore("", "a"));
    EXPECT_TRUE(namedBefore("list", "list 1"));
    EXPECT_TRUE(namedBefore("1", "1a"));
    EXPECT_FALSE(namedBefore("1a", "1"));
}

}  // namespace
}  // namespace turnout
