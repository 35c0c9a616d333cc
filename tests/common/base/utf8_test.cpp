#include "common/base/utf8.h"

#include <gtest/gtest.h>

namespace turnout {
namespace {

TEST(Utf8Of, EveryLengthOfACharacterStaysWhole) {
    EXPECT_EQ(utf8Of(U'A') + utf8Of(U'é') + utf8Of(U'感') + utf8Of(U'𠮷'), "Aé感𠮷");
}

TEST(CharactersIn, CountsCodePoints) {
    EXPECT_EQ(charactersIn(""), 0U);
    EXPECT_EQ(charactersIn("Ama 李明 \U0001F600"), 8U);
}

TEST(DropLastCharacter, TakesTheWholeOfIt) {
    std::string text = "a李";
    dropLastCharacter(text);
    EXPECT_EQ(text, "a");
    dropLastCharacter(text);
    dropLastCharacter(text);
    EXPECT_EQ(text, "");
}

TEST(InSmallLetters, LeavesOtherScriptsAlone) {
    EXPECT_EQ(inSmallLetters("GALA.Turnout 嘉宾 É"), "gala.turnout 嘉宾 É");
}

}  // namespace
}  // namespace turnout
