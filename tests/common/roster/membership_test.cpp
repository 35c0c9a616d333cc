#include "common/roster/membership.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace turnout {
namespace {

bool has(const std::vector<CountryCode>& members, const char* code) {
    return std::any_of(members.begin(), members.end(), [&](const CountryCode& member) { return member.str() == code; });
}

TEST(Membership, IsTakenOnTheEventsDate) {
    const auto table = *builtInMembership("belt_and_road");
    const auto evening = membersOn(table, "2023-11-17", "belt_and_road");
    ASSERT_TRUE(evening.ok());
    EXPECT_EQ(evening->size(), 152U);
    EXPECT_FALSE(has(*evening, "JO"));
    EXPECT_TRUE(has(*evening, "IT"));
    const auto later = membersOn(table, "2023-12-31", "belt_and_road");
    ASSERT_TRUE(later.ok());
    EXPECT_TRUE(has(*later, "JO"));
    EXPECT_FALSE(has(*later, "IT"));
}

TEST(Membership, NamesTheLineThatIsWrong) {
    const auto read = membersOn("LA\t\t\tx\nQQ\t\t\tx\n", "2023-11-17", "group.tsv");
    ASSERT_FALSE(read.ok());
    EXPECT_NE(read.error().sentence(Lang::en).find("group.tsv, line 2"), std::string::npos);
}

TEST(Membership, KnowsOnlyItsOwnTables) {
    EXPECT_FALSE(builtInMembership("countries"));
    EXPECT_FALSE(builtInMembership("../text/store"));
}

}  // namespace
}  // namespace turnout
