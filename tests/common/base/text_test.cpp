#include "common/base/text.h"

#include <gtest/gtest.h>

#include <string>

namespace turnout {
namespace {

TEST(Say, PutsArgumentsIntoTheSentence) {
    const Text text{"roster.toml_zone", {{"file", "event.toml"}, {"line", "7"}, {"found", "{file}"}}};
    const std::string en = say(text, Lang::en);
    EXPECT_NE(en.find("event.toml, line 7"), std::string::npos) << en;
    EXPECT_NE(en.find("“{file}”"), std::string::npos) << "an argument is not a pattern: " << en;
    EXPECT_NE(say(text, Lang::zh).find("event.toml 第 7 行"), std::string::npos);
}

TEST(Say, SetsALatinNameApartFromTheChineseAroundIt) {
    const auto detail = [](std::string doors) {
        return say(Text{"verdict.wrong_door.detail_plain", {{"doors", std::move(doors)}}}, Lang::zh);
    };
    EXPECT_EQ(detail("Door B"), "请从 Door B 入场");
    EXPECT_EQ(detail("B1"), "请从 B1 入场");
    EXPECT_EQ(detail("北门"), "请从北门入场");
    EXPECT_EQ(say(Text{"verdict.day", {{"day", "15"}, {"month", "11月"}}}, Lang::zh), "11月15日");
}

TEST(Say, CountsOneAndMany) {
    const auto gone = [](const char* n, Lang lang) { return say(Text{"cli.import_gone", {{"gone", n}}}, lang); };
    EXPECT_EQ(gone("1", Lang::en), "1 guest of the event is not on this list; nothing was done to that guest.");
    EXPECT_EQ(gone("0", Lang::en), "0 guests of the event are not on this list; nothing was done to them.");
    EXPECT_EQ(gone("21", Lang::en), "21 guests of the event are not on this list; nothing was done to them.");
    EXPECT_NE(gone("1", Lang::zh).find("有 1 位来宾"), std::string::npos);
}

TEST(Say, ShowsASlipInsteadOfStopping) {
    EXPECT_EQ(say("no.such_key", Lang::en), "no.such_key");
    EXPECT_EQ(say("", Lang::zh), "");
    EXPECT_NE(say("roster.no_rows", Lang::en).find("{file}"), std::string::npos) << "an argument that is missing";
}

TEST(CleanForScreen, TakesAwayWhatAttacksAScreen) {
    EXPECT_EQ(cleanForScreen("a\x1b[31mb\x07\x7f"), "a[31mb");
    EXPECT_EQ(cleanForScreen("Ali\u202Efdp.exe\u202C"), "Alifdp.exe");
    EXPECT_EQ(cleanForScreen("\u2066x\u2069\u200B\u2060\uFEFFy\u200E\u200F\u061C"), "xy");
    EXPECT_EQ(cleanForScreen("soft\u00ADhyphen"), "softhyphen");
    EXPECT_EQ(cleanForScreen(std::string_view("a\0b", 3)), "ab");
    EXPECT_EQ(cleanForScreen("tag\U000E0041"), "tag");
}

TEST(CleanForScreen, MakesWhiteSpaceOneSpaceAndTrims) {
    EXPECT_EQ(cleanForScreen("  A \t\r\n B\u3000C\u00A0D\u2028E  "), "A B C D E");
    EXPECT_EQ(cleanForScreen(" \n "), "");
}

TEST(CleanForScreen, KeepsNamesOfEveryScript) {
    for (const char* name : {"Côte d’Ivoire", "刘广宇", "สมชาย ใจดี", "ສົມພອນ", "အောင်", "محمد علي", "علی‌رضا",
                             "ශ්‍රී", "Нурлан", "👩‍⚕️", "𠮷野"})
        EXPECT_EQ(cleanForScreen(name), name);
}

TEST(CleanForScreen, ShowsBrokenBytesAsReplacement) {
    EXPECT_EQ(cleanForScreen("a\xFFz"), "a\uFFFDz");
    EXPECT_EQ(cleanForScreen("\xED\xA0\x80").find('\xED'), std::string::npos) << "half a surrogate pair";
    EXPECT_EQ(cleanForScreen("a\xE4\xBD"), "a\uFFFD");
}

TEST(Shorten, CutsBetweenCharacters) {
    EXPECT_EQ(shorten("重庆医科大学", 2), "重庆…");
    EXPECT_EQ(shorten("重庆", 2), "重庆");
    EXPECT_EQ(shorten("", 0), "");
    EXPECT_EQ(shorten("abc", 0), "…");
}

TEST(Text, TellsUtf8FromOtherBytes) {
    EXPECT_TRUE(isUtf8(""));
    EXPECT_TRUE(isUtf8("plain \t and 重庆 and \xF0\x9F\x8E\xAB"));
    EXPECT_FALSE(isUtf8("M\xFCller"));     // Latin-1
    EXPECT_FALSE(isUtf8("\xE9\x87"));      // cut off
    EXPECT_FALSE(isUtf8("\xC0\xAF"));      // longer than it need be
    EXPECT_FALSE(isUtf8("\xED\xA0\x80"));  // half of a surrogate pair
}

}  // namespace
}  // namespace turnout
