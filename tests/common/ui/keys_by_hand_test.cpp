#include "common/ui/keys_by_hand.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "common/base/key_pace.h"

namespace turnout::ui {
namespace {

using namespace std::chrono_literals;

constexpr SteadyTime kBegin{1h};

Event keyAt(Key key, SteadyTime when, bool repeat = false) {
    Event event;
    event.key = key;
    event.when = when;
    event.repeat = repeat;
    return event;
}

Event characterAt(char32_t character, SteadyTime when) {
    Event event;
    event.kind = EventKind::character;
    event.character = character;
    event.when = when;
    return event;
}

// As a keyboard tells it: every letter's key, then the letter; Enter at the end.
std::vector<Event> typedAt(std::string_view text, SteadyTime from, Millis perKey) {
    std::vector<Event> all;
    for (const char letter : text) {
        const bool named = letter >= 'a' && letter <= 'z';
        all.push_back(keyAt(named ? static_cast<Key>(static_cast<int>(Key::a) + (letter - 'a')) : Key::other, from));
        all.push_back(characterAt(static_cast<char32_t>(letter), from));
        from += perKey;
    }
    all.push_back(keyAt(Key::enter, from));
    return all;
}

std::size_t keysIn(const std::vector<Event>& events) {
    return static_cast<std::size_t>(
        std::count_if(events.begin(), events.end(), [](const Event& each) { return each.kind == EventKind::key; }));
}

TEST(KeysByHand, ASingleKeyActsWithinATenthOfASecond) {
    KeysByHand keys;
    EXPECT_FALSE(keys.due());
    EXPECT_TRUE(keys.take({keyAt(Key::b, kBegin), characterAt(U'b', kBegin)}, kBegin).empty());
    ASSERT_TRUE(keys.due());
    EXPECT_LT(*keys.due() - kBegin, 100ms);
    const std::vector<Event> certain = keys.take({}, *keys.due());
    ASSERT_EQ(certain.size(), 2U);
    EXPECT_EQ(certain[0].key, Key::b);
    EXPECT_EQ(certain[1].character, U'b');
    EXPECT_FALSE(keys.due());
}

TEST(KeysByHand, AScannersCodePressesNothingHoweverItIsCutIntoPieces) {
    const std::vector<Event> code = typedAt("7bk2sm01lt9coenp6r8b", kBegin, 1ms);
    for (const std::size_t piece : {1U, 2U, 3U, 7U, 100U}) {
        KeysByHand keys;
        std::size_t pressed = 0;
        for (std::size_t at = 0; at < code.size(); at += piece) {
            const std::size_t to = std::min(code.size(), at + piece);
            const std::vector<Event> some(code.begin() + static_cast<std::ptrdiff_t>(at),
                                          code.begin() + static_cast<std::ptrdiff_t>(to));
            pressed += keys.take(some, some.back().when).size();
        }
        pressed += keys.take({}, kBegin + 10s).size();
        EXPECT_EQ(pressed, 0U) << piece;
    }
}

TEST(KeysByHand, OfWhatIsWrittenIntoAFieldNothingIsLostWhenTheMachineWasBusy) {
    KeysByHand keys;
    std::string written;
    std::size_t enters = 0;
    const auto see = [&](const std::vector<Event>& some, SteadyTime now) {
        for (const Event& event : keys.take(some, now, true)) {
            if (event.kind == EventKind::character) written += static_cast<char>(event.character);
            enters += event.kind == EventKind::key && event.key == Key::enter ? 1 : 0;
        }
    };
    std::vector<Event> bunch = typedAt("dear gues", kBegin, 1ms);  // a second of a person's keys in one go
    see(bunch, bunch.back().when);
    SteadyTime now = bunch.back().when;
    EXPECT_EQ(enters, 0U) << "it may have been a scanner's";
    for (const char letter : std::string("ts")) {
        now += 90ms;
        see({keyAt(Key::s, now), characterAt(static_cast<char32_t>(letter), now)}, now);
        see({}, now + 80ms);
    }
    EXPECT_EQ(written, "dear guests");
    now += 400ms;
    see({keyAt(Key::enter, now)}, now);
    see({}, now + 80ms);
    EXPECT_EQ(enters, 1U);
}

TEST(KeysByHand, WhoPressesKeysSoonAfterAScanIsHeardAgainBeforeLong) {
    KeysByHand keys;
    const std::vector<Event> code = typedAt("7bk2sm01lt9coenp6r8b", kBegin, 1ms);
    SteadyTime now = code.back().when;
    EXPECT_TRUE(keys.take(code, now).empty());
    std::size_t pressed = 0;
    for (int i = 0; i < 6; ++i) {
        now += 100ms;
        pressed += keysIn(keys.take({keyAt(Key::b, now), characterAt(U'b', now)}, now));
        pressed += keysIn(keys.take({}, now + 80ms));
    }
    EXPECT_EQ(pressed, 4U) << "all but those within 300 ms of the scan";
}

TEST(KeysByHand, AShortCodeAndASlowScannerPressNothingEither) {
    KeysByHand keys;
    EXPECT_TRUE(keys.take(typedAt("12b", kBegin, 2ms), kBegin + 1s).empty());
    EXPECT_TRUE(keys.take(typedAt("sb4711", kBegin + 5s, 45ms), kBegin + 6s).empty());
}

TEST(KeysByHand, APersonWhoTypesLosesNothing) {
    KeysByHand keys;
    std::size_t pressed = 0;
    const std::vector<Event> words = typedAt("please sit down", kBegin, 90ms);
    for (const Event& event : words) pressed += keysIn(keys.take({event}, event.when));
    pressed += keysIn(keys.take({}, words.back().when + kHandAfter));
    EXPECT_EQ(pressed, 16U);
    // Two fingers at nearly the same time.
    std::vector<Event> two = typedAt("s", kBegin + 20s, 20ms);
    EXPECT_EQ(keysIn(keys.take(two, kBegin + 21s)), 2U);
}

TEST(KeysByHand, AKeyAfterAScanActsAgain) {
    KeysByHand keys;
    const std::vector<Event> code = typedAt("abcd0123456789abcdev", kBegin, 1ms);
    const SteadyTime end = code.back().when;
    EXPECT_TRUE(keys.take(code, end).empty());
    EXPECT_TRUE(keys.take({keyAt(Key::enter, end + 200ms)}, end + 280ms).empty());  // a second ending
    const SteadyTime later = end + 200ms + kStrayAfter;
    EXPECT_EQ(keysIn(keys.take({keyAt(Key::b, later)}, later + kHandAfter)), 1U);
}

TEST(KeysByHand, AHeldKeyRepeatsAtOnce) {
    KeysByHand keys;
    SteadyTime when = kBegin;
    (void)keys.take({keyAt(Key::backspace, when)}, when);
    (void)keys.take({}, when += 300ms);
    for (int i = 0; i < 20; ++i, when += 33ms)
        EXPECT_EQ(keysIn(keys.take({keyAt(Key::backspace, when, true)}, when)), 1U);
}

TEST(KeysByHand, WordsOfAnInputMethodAreAPersonsThoughTheyComeInOneGo) {
    KeysByHand keys;
    std::vector<Event> words;
    for (const char32_t character : std::u32string_view(U"请各位来宾就座"))
        words.push_back(characterAt(character, kBegin));
    EXPECT_EQ(keys.take(words, kBegin).size(), 7U);
    // Also right after the key that ended the composing.
    words.insert(words.begin(), keyAt(Key::space, kBegin));
    EXPECT_EQ(keys.take(words, kBegin + kHandAfter).size(), 8U);
}

TEST(KeysByHand, ThePointerWaitsForNobody) {
    KeysByHand keys;
    Event press;
    press.kind = EventKind::press;
    press.when = kBegin;
    const std::vector<Event> certain = keys.take({keyAt(Key::b, kBegin), press}, kBegin);
    ASSERT_EQ(certain.size(), 1U);
    EXPECT_EQ(certain[0].kind, EventKind::press);
}

}  // namespace
}  // namespace turnout::ui
