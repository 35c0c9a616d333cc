#include "common/domain/ticket_code.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace turnout {
namespace {

constexpr std::string_view kDesignExample = "ABCD0123456789ABCDEV";

TEST(TicketCode, GivesTheCheckCharactersOfTheDesign) {
    EXPECT_EQ(checkCharacter("ABCD0123456789ABCDE"), 'V');
    EXPECT_EQ(checkCharacter("K7QX9V3M2RTB5WHN8DJ"), '3');
}

TEST(TicketCode, ReadsWhatPeopleTypeBack) {
    for (const char* typed : {"ABCD0123456789ABCDEV", "abcd0123456789abcdev", "ABCD0 12345 6789A BCDEV",
                              "ABCDO-I2345-6789A-BCDEV", "abcdol23456789abcdev", " ABCD0123456789ABCDEV\r\n"}) {
        const ParsedCode parsed = parseTicketCode(typed);
        EXPECT_EQ(parsed.shape, CodeShape::ours) << typed;
        EXPECT_EQ(parsed.code, kDesignExample) << typed;
        EXPECT_EQ(parsed.tag(), "ABCD") << typed;
    }
}

TEST(TicketCode, ReadsPastWhatNobodySeesAtItsEnds) {
    const std::string code = "ABCD0123456789ABCDEV";
    for (const char* unseen : {"\uFEFF", "\u200B", "\u200E", "\u202E", "\u2060", "\u2066", "\uFEFF\u200F"})
        for (const std::string& text : {unseen + code, code + unseen, unseen + code + unseen + "\r\n"}) {
            EXPECT_EQ(parseTicketCode(text).shape, CodeShape::ours);
            EXPECT_EQ(parseTicketCode(text).code, code);
        }
    EXPECT_EQ(parseTicketCode("ABCD0\u202E123456789ABCDEV").shape, CodeShape::foreign) << "inside it is another text";
    EXPECT_EQ(parseTicketCode("\u2014" + code).shape, CodeShape::foreign) << "a dash is seen";
    EXPECT_EQ(parseTicketCode("\uFEFF").shape, CodeShape::foreign);
    EXPECT_EQ(parseTicketCode("\xE2\x80").shape, CodeShape::foreign);
}

TEST(TicketCode, FindsEveryWrongCharacter) {
    const std::string alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    for (std::size_t at = 0; at < kTicketCodeLength; ++at)
        for (const char wrong : alphabet) {
            std::string code(kDesignExample);
            if (code[at] == wrong) continue;
            code[at] = wrong;
            EXPECT_EQ(parseTicketCode(code).shape, CodeShape::mistyped) << code;
        }
}

// Luhn cannot see one pair of neighbours that change places: the first and the last character of the alphabet.
TEST(TicketCode, FindsNeighboursThatChangedPlaces) {
    std::mt19937 chance(7);
    for (int i = 0; i < 500; ++i) {
        std::array<std::uint8_t, 10> random{};
        for (auto& byte : random) byte = static_cast<std::uint8_t>(chance());
        std::string code = makeTicketCode("DEM0", random);
        const std::size_t at = chance() % (kTicketCodeLength - 1);
        const char a = code[at], b = code[at + 1];
        if (a == b || (a == '0' && b == 'Z') || (a == 'Z' && b == '0')) continue;
        std::swap(code[at], code[at + 1]);
        EXPECT_EQ(parseTicketCode(code).shape, CodeShape::mistyped) << code;
    }
}

TEST(TicketCode, MakesCodesThatItReadsAsItsOwn) {
    std::mt19937 chance(1);
    for (int i = 0; i < 1000; ++i) {
        std::array<std::uint8_t, 10> random{};
        for (auto& byte : random) byte = static_cast<std::uint8_t>(chance());
        const std::string code = makeTicketCode("K7QX", random);
        EXPECT_EQ(code.size(), kTicketCodeLength);
        EXPECT_EQ(parseTicketCode(code).shape, CodeShape::ours);
        EXPECT_EQ(parseTicketCode(groupedCode(code)).code, code);
    }
}

TEST(TicketCode, LeavesEverythingElseToOthers) {
    const std::string nuls(20, '\0');
    const std::string endless(1'000'000, 'A');
    for (const std::string& bytes :
         {std::string(), std::string("ABCD0123456789ABCDE"), std::string("ABCD0123456789ABCDEVV"),
          std::string("https://example.org/x"), std::string("ABCD0123456789ABCDEU"),
          std::string("ABCD０123456789ABCDEV"), std::string("\xFF\xFE\x00\x01", 4), nuls, endless,
          std::string("ABCD\n0123456789ABCDEV")}) {
        const ParsedCode parsed = parseTicketCode(bytes);
        EXPECT_EQ(parsed.shape, CodeShape::foreign) << bytes.substr(0, 40);
        EXPECT_TRUE(parsed.code.empty());
    }
}

TEST(TicketCode, IsTotalOverAnyBytes) {
    std::mt19937 chance(42);
    for (int i = 0; i < 20'000; ++i) {
        std::string bytes(chance() % 80, '\0');
        for (char& c : bytes) c = static_cast<char>(chance());
        const ParsedCode parsed = parseTicketCode(bytes);
        EXPECT_EQ(parsed.code.empty(), parsed.shape == CodeShape::foreign);
        EXPECT_LE(withoutEnding(bytes).size(), bytes.size());
        EXPECT_EQ(groupedCode(bytes).empty(), bytes.empty());
    }
}

TEST(TicketCode, IsPrintedInGroupsOfFive) {
    EXPECT_EQ(groupedCode(kDesignExample), "ABCD0 12345 6789A BCDEV");
    EXPECT_EQ(groupedCode("pretix secret 17"), "pretix secret 17");
}

TEST(TicketCode, IsKnownByWhatSomebodyTypedOfIt) {
    EXPECT_TRUE(beginsWithTyped("Q2X10", "q2x"));
    EXPECT_TRUE(beginsWithTyped("Q2X10", "q2-x lO")) << "I, L and O are read as digits";
    EXPECT_FALSE(beginsWithTyped("Q2X10", "2x10"));
    EXPECT_FALSE(beginsWithTyped("Q2X10", "q2x103")) << "longer than the code";
    EXPECT_FALSE(beginsWithTyped("Q2X10", "q\xC3\xBC"));
    EXPECT_FALSE(beginsWithTyped("pretix secret", "pr!")) << "what no ticket of ours holds";
    EXPECT_FALSE(beginsWithTyped("Q2X10", " - "));
}

TEST(TicketCode, LosesOneEndingOfTheReaderAndNoMore) {
    EXPECT_EQ(withoutEnding("a\r\n"), "a");
    EXPECT_EQ(withoutEnding("a\r"), "a");
    EXPECT_EQ(withoutEnding("a\n"), "a");
    EXPECT_EQ(withoutEnding("a\t"), "a");
    EXPECT_EQ(withoutEnding("a\n\n"), "a\n");
    EXPECT_EQ(withoutEnding(" a "), " a ");
    EXPECT_EQ(withoutEnding(""), "");
}

}  // namespace
}  // namespace turnout
