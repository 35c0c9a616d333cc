#include "common/base/word_ends.h"

#include <gtest/gtest.h>

#include <string>

namespace turnout {
namespace {

std::string broken(const std::string& text) {
    std::string shown = text;
    const std::vector<std::size_t> ends = wordEnds(text);
    for (auto at = ends.rbegin(); at != ends.rend(); ++at) shown.insert(*at, "|");
    return shown;
}

TEST(WordEnds, StandBetweenWordsOfBothLanguages) {
    EXPECT_EQ(broken("Belt and Road"), "Belt |and |Road");
    EXPECT_EQ(broken("最近的出口"), "最近|的|出口");
    EXPECT_EQ(broken("国际 students"), "国际 |students");
}

TEST(WordEnds, NeverPartAQuotationMarkFromItsWords) {
    for (const std::size_t at : wordEnds("共建“一带一路”国家")) {
        const std::string before = std::string("共建“一带一路”国家").substr(0, at);
        EXPECT_FALSE(before.ends_with("“")) << before;
        EXPECT_FALSE(std::string("共建“一带一路”国家").substr(at).starts_with("”")) << before;
    }
}

TEST(WordEnds, LeaveHyphenatedNamesAndLabelsWhole) {
    EXPECT_EQ(broken("Guinea-Bissau and Al-Hassan"), "Guinea-Bissau |and |Al-Hassan");
    EXPECT_EQ(broken("Send the guest to Door B."), "Send |the |guest |to |Door B.");
    EXPECT_EQ(broken("row 12, seat A3"), "row 12, |seat A3");
}

TEST(WordEnds, LeaveTheDotBetweenTwoPartsAtTheEndOfALine) {
    EXPECT_EQ(broken("Oman · Seat 7 · admitted"), "Oman · |Seat 7 · |admitted");
}

TEST(WordEnds, StandBetweenTheWordsOfANameInCapitalsAndInAListOfLabels) {
    EXPECT_EQ(broken("NGUYEN THI MY AN"), "NGUYEN |THI |MY |AN");
    EXPECT_EQ(broken("Seats A1 B2 C3"), "Seats A1 |B2 |C3");
}

TEST(WordEnds, AreNoneInOneWordOrNothing) {
    EXPECT_TRUE(wordEnds("").empty());
    EXPECT_TRUE(wordEnds("Ethiopia").empty());
}

}  // namespace
}  // namespace turnout
