#include "kiosk/app/typing.h"

#include <gtest/gtest.h>

#include "common/base/utf8.h"

namespace turnout::kiosk {
namespace {

using namespace std::chrono_literals;

std::optional<std::string> typed(Typing& typing, const std::string& text, Millis perKey, SteadyTime& now) {
    for (const char c : text) typing.onCharacter(static_cast<char32_t>(c), now += perKey);
    return typing.onEnd(now += perKey);
}

TEST(Typing, AScannersBurstIsACodeAndAPersonsKeysAreNot) {
    Typing typing;
    SteadyTime now{std::chrono::hours(1)};
    EXPECT_EQ(typed(typing, "ABCD0123456789ABCDEV", 2ms, now), "ABCD0123456789ABCDEV");
    EXPECT_EQ(typed(typing, "ABCD0123456789ABCDEV", 120ms, now), std::nullopt);
    EXPECT_EQ(typed(typing, "AB", 1ms, now), std::nullopt);
}

TEST(Typing, StrayKeysAreForgotten) {
    Typing typing;
    SteadyTime now{std::chrono::hours(1)};
    typing.onCharacter(U'x', now);
    now += 301ms;
    EXPECT_EQ(typed(typing, "ABCD0123456789ABCDEV", 1ms, now), "ABCD0123456789ABCDEV");
}

TEST(Typing, ACodeThatABusyMachineCutsInTwoIsPutTogether) {
    const std::string code = "ABCD0123456789ABCDEV";
    for (const bool looked : {false, true})  // whether the silence was seen meanwhile
        for (const std::size_t cut : {1U, 9U}) {
            Typing typing;
            SteadyTime now{std::chrono::hours(1)};
            for (const char c : code.substr(0, cut)) typing.onCharacter(static_cast<char32_t>(c), now += 1ms);
            now += 900ms;
            if (looked) {
                EXPECT_EQ(typing.onSilence(now).value_or(""), cut == 9U ? code.substr(0, cut) : "");
            }
            const auto rest = typed(typing, code.substr(cut), 1ms, now);
            EXPECT_EQ(rest, looked && cut == 9U ? code.substr(cut) : code) << "what was answered is not asked again";
        }
    Typing typing;
    SteadyTime now{std::chrono::hours(1)};
    typing.onCharacter(U'A', now);
    now += 2100ms;
    EXPECT_EQ(typed(typing, code.substr(1), 1ms, now), code.substr(1)) << "that was somebody's key";
}

TEST(Typing, AScannerThatTypesNoEndingIsEndedBySilence) {
    Typing typing;
    SteadyTime now{std::chrono::hours(1)};
    EXPECT_EQ(typing.silentAt(), std::nullopt);
    for (const char c : std::string("ABCD0123456789ABCDEV")) typing.onCharacter(static_cast<char32_t>(c), now += 3ms);
    EXPECT_EQ(typing.silentAt(), now + kStrayAfter);
    EXPECT_EQ(typing.onSilence(now + 299ms), std::nullopt);
    EXPECT_EQ(typing.onSilence(now + 300ms), "ABCD0123456789ABCDEV");
    EXPECT_EQ(typing.onSilence(now + 600ms), std::nullopt);
    EXPECT_EQ(typing.onEnd(now + 601ms), std::nullopt);
}

TEST(Typing, SilenceMakesNoCodeOfStrayKeysOrOfAPerson) {
    Typing typing;
    SteadyTime now{std::chrono::hours(1)};
    for (const char c : std::string("asdfjk")) typing.onCharacter(static_cast<char32_t>(c), now += 1ms);  // an elbow
    EXPECT_EQ(typing.onSilence(now + 1s), std::nullopt);
    for (const char c : std::string("ABCD0123456789ABCDEV")) typing.onCharacter(static_cast<char32_t>(c), now += 110ms);
    EXPECT_EQ(typing.onSilence(now + 1s), std::nullopt);
}

TEST(Typing, AKeyThatIsHeldDownIsNoScanner) {
    Typing typing;
    SteadyTime now{std::chrono::hours(1)};
    for (int i = 0; i < 40; ++i) typing.onCharacter(U'a', now += 33ms, i > 0);
    EXPECT_EQ(typing.onSilence(now + 1s), std::nullopt);
    typing.onCharacter(U'b', now += 2s);
    for (int i = 0; i < 40; ++i) typing.onCharacter(U'a', now += 33ms, i > 0);
    EXPECT_EQ(typing.onEnd(now + 1ms), std::nullopt);
    for (int i = 0; i < 40; ++i) typing.onCharacter(U'a', now += 33ms);  // a keyboard that does not say so
    EXPECT_EQ(typing.onSilence(now + 1s), std::nullopt);
    EXPECT_EQ(typed(typing, "ABCD0123456789ABCDEV", 1ms, now), "ABCD0123456789ABCDEV");
}

TEST(Typing, ACodeOfOneCharacterIsAnsweredLikeAnyOther) {
    Typing typing;
    SteadyTime now{std::chrono::hours(1)};
    const std::string code(60, 'A');
    EXPECT_EQ(typed(typing, code, 2ms, now), code);
}

TEST(Typing, WhatNoTicketMayHoldMakesTheTextAnotherOneAndIsNotLeftOut) {
    Typing typing;
    SteadyTime now{std::chrono::hours(1)};
    for (const char32_t c : std::u32string_view(U"ABCD0\u200B12345\u202E 学\u0001")) typing.onCharacter(c, now += 1ms);
    const auto text = typing.onEnd(now += 1ms);
    EXPECT_EQ(text, "ABCD0\uFFFD12345\uFFFD 学\uFFFD");
    EXPECT_EQ(charactersIn(*text), 15U);
}

// Somebody who types, and a scanner whose first key comes `after` the person's last one.
std::optional<std::string> scannedWhileTyping(const std::string& person, const std::string& code, Millis after,
                                              Millis perKey = 200ms, Millis scanner = 1ms) {
    Typing typing;
    SteadyTime now{std::chrono::hours(1)};
    for (const char c : person) typing.onCharacter(static_cast<char32_t>(c), now += perKey);
    now += after - scanner;
    return typed(typing, code, scanner, now);
}

TEST(Typing, AScanWhileSomebodyTypesBeginsAfterThePersonsLastKey) {
    for (const Millis after : {200ms, 120ms, 60ms, 20ms, 1ms})
        EXPECT_EQ(scannedWhileTyping("li m", "ABCD0123456789ABCDEV", after), "ABCD0123456789ABCDEV") << after.count();
    EXPECT_EQ(scannedWhileTyping("l", "ABCD0123456789ABCDEV", 200ms), "ABCD0123456789ABCDEV");
    EXPECT_EQ(scannedWhileTyping("liming", "ABCD0123456789ABCDEV", 90ms, 90ms), "ABCD0123456789ABCDEV");
    EXPECT_EQ(scannedWhileTyping("li m", "STU-2023/118", 200ms), "STU-2023/118");  // of another system
    EXPECT_EQ(scannedWhileTyping("li m", "1042", 200ms), "1042");
}

TEST(Typing, AScannerThatPausesIsReadWhole) {
    for (const std::string code : {"ABCD0123456789ABCDEV", "STU-2023/118-0042"})
        for (const std::size_t at : {1U, 2U, 5U, 12U, 14U}) {  // slow to begin, or the machine was busy
            Typing typing;
            SteadyTime now{std::chrono::hours(1)};
            for (std::size_t i = 0; i < code.size(); ++i)
                typing.onCharacter(static_cast<char32_t>(code[i]), now += i == at ? 120ms : 4ms);
            EXPECT_EQ(typing.onEnd(now += 4ms), code) << "before character " << at;
        }
}

TEST(Typing, AnUnevenScannerIsReadWhole) {
    Typing typing;
    SteadyTime now{std::chrono::hours(1)};
    const std::string code = "STU-2023/118-0042";
    for (std::size_t i = 0; i < code.size(); ++i)
        typing.onCharacter(static_cast<char32_t>(code[i]), now += i % 2 == 0 ? 20ms : 65ms);
    EXPECT_EQ(typing.onEnd(now += 20ms), code);
}

TEST(Typing, AHandThatRollsOverAFewKeysIsNoScanner) {
    Typing typing;
    SteadyTime now{std::chrono::hours(1)};
    for (const char c : std::string("li")) typing.onCharacter(static_cast<char32_t>(c), now += 180ms);
    now += 140ms;
    EXPECT_EQ(typed(typing, "ming", 35ms, now), std::nullopt);
}

TEST(Typing, AKeyThatWasHeldBeforeAScanIsThePersons) {
    Typing typing;
    SteadyTime now{std::chrono::hours(1)};
    for (int i = 0; i < 5; ++i) typing.onCharacter(U'a', now += 33ms, i > 0);
    now += 150ms;
    EXPECT_EQ(typed(typing, "ABCD0123456789ABCDEV", 1ms, now), "ABCD0123456789ABCDEV");
}

}  // namespace
}  // namespace turnout::kiosk
