#include "display/views/operator_desk.h"

#include <gtest/gtest.h>

#include "common/base/utf8.h"
#include "display/views/scene_views.h"

namespace turnout::display {
namespace {

using namespace std::chrono_literals;

ui::Event keyed(ui::Key key, bool control = false) {
    ui::Event event;
    event.key = key;
    event.modifiers.control = control;
    return event;
}

ui::Event lettered(char32_t character) {
    ui::Event event;
    event.kind = ui::EventKind::character;
    event.character = character;
    return event;
}

class OperatorDeskTest : public testing::Test {
  protected:
    OperatorDeskTest() {
        openMessages(desk);
        desk.opening = true;  // by a key
    }

    std::optional<Names> give(const ui::Event& event) {
        return typeInto(desk, event, messages, [this] { return clipboard; });
    }
    void type(std::u32string_view words) {
        for (const char32_t character : words) {
            EXPECT_FALSE(give(keyed(ui::Key::other)));
            EXPECT_FALSE(give(lettered(character)));
        }
    }

    OperatorDesk desk;
    std::vector<Names> messages{{"Seats", "就座"}, {"Soon", "即将"}, {"Phones", "静音"}};
    std::string clipboard;
};

TEST_F(OperatorDeskTest, TheKeyThatOpensItTypesNothing) {
    EXPECT_FALSE(give(lettered(U'm')));
    EXPECT_EQ(desk.typed, "");
    type(U"m");
    EXPECT_EQ(desk.typed, "m");
}

TEST_F(OperatorDeskTest, AKeyThatOpensItWithoutACharacterSwallowsNoOther) {
    type(U"A");
    EXPECT_EQ(desk.typed, "A");
}

TEST_F(OperatorDeskTest, OpenedByAClickTheFirstCharacterIsTyped) {
    openMessages(desk);
    EXPECT_FALSE(give(lettered(U'm')));
    EXPECT_EQ(desk.typed, "m");
}

TEST_F(OperatorDeskTest, WhatWasSentIsGoneAtTheNextOpening) {
    type(U"Sit down");
    EXPECT_EQ(give(keyed(ui::Key::enter)), (Names{"Sit down", ""}));
    EXPECT_EQ(desk, OperatorDesk{});
    openMessages(desk);
    EXPECT_FALSE(give(keyed(ui::Key::enter)));
    EXPECT_TRUE(desk.messages);
}

TEST_F(OperatorDeskTest, EscClosesItAndForgetsTheDraft) {
    type(U"Sit");
    EXPECT_FALSE(give(keyed(ui::Key::escape)));
    EXPECT_EQ(desk, OperatorDesk{});
}

TEST_F(OperatorDeskTest, MarkedWithCtrlAAllOfItIsReplaced) {
    for (const ui::Key key : {ui::Key::backspace, ui::Key::remove}) {
        type(U"The bus leaves");
        EXPECT_FALSE(give(keyed(ui::Key::a, true)));
        EXPECT_FALSE(give(keyed(key)));
        EXPECT_EQ(desk.typed, "");
    }
    type(U"The bus");
    EXPECT_FALSE(give(keyed(ui::Key::a, true)));
    EXPECT_FALSE(give(keyed(ui::Key::a)));
    EXPECT_FALSE(give(lettered(U'a')));
    type(U"t nine");
    EXPECT_EQ(desk.typed, "at nine");
    EXPECT_FALSE(give(keyed(ui::Key::backspace)));
    EXPECT_EQ(desk.typed, "at nin");
}

TEST_F(OperatorDeskTest, ADigitAloneChoosesThatMessageAndEnterSendsIt) {
    type(U"2");
    EXPECT_EQ(desk.chosen, 1U);
    EXPECT_TRUE(desk.messages) << "nothing is sent by a digit";
    EXPECT_EQ(give(keyed(ui::Key::enter)), messages[1]);
    EXPECT_FALSE(desk.messages);
}

TEST_F(OperatorDeskTest, ATextMayBeginWithADigit) {
    for (const std::u32string_view words : {U"10 min break", U"19:30 Doors close", U"2 条通知"}) {
        openMessages(desk);
        type(words);
        EXPECT_FALSE(desk.chosen);
        std::string sent;
        for (const char32_t character : words) sent += utf8Of(character);
        EXPECT_EQ(give(keyed(ui::Key::enter)), messageOf(sent));
    }
}

TEST_F(OperatorDeskTest, ADigitWithoutARowIsText) {
    type(U"9");  // there is no ninth
    EXPECT_FALSE(desk.chosen);
    EXPECT_EQ(give(keyed(ui::Key::enter)), (Names{"9", ""}));
}

TEST_F(OperatorDeskTest, TakingATextBackToItsDigitChoosesTheRowAgain) {
    type(U"10");
    EXPECT_FALSE(give(keyed(ui::Key::backspace)));
    EXPECT_EQ(desk.chosen, 0U);
    EXPECT_FALSE(give(keyed(ui::Key::backspace)));
    EXPECT_FALSE(desk.chosen);
}

TEST_F(OperatorDeskTest, ArrowsChooseAndEnterSends) {
    EXPECT_FALSE(give(keyed(ui::Key::down)));
    EXPECT_EQ(desk.chosen, 0U);
    EXPECT_FALSE(give(keyed(ui::Key::up)));
    EXPECT_FALSE(desk.chosen) << "past the first row stands what is typed";
    EXPECT_FALSE(give(keyed(ui::Key::up)));
    EXPECT_EQ(give(keyed(ui::Key::enter)), messages[2]);
    EXPECT_EQ(desk, OperatorDesk{});
}

TEST_F(OperatorDeskTest, WritingTurnsFromTheRowsToTheWords) {
    EXPECT_FALSE(give(keyed(ui::Key::down)));
    type(U"A");
    EXPECT_EQ(give(keyed(ui::Key::enter)), (Names{"A", ""}));
}

TEST_F(OperatorDeskTest, CtrlVPastesOneLineWithoutWhatAttacksAScreen) {
    clipboard = "Please sit\ndown\u202E / 请就座";
    EXPECT_FALSE(give(keyed(ui::Key::v, true)));
    EXPECT_EQ(give(keyed(ui::Key::enter)), (Names{"Please sit down", "请就座"}));
}

TEST_F(OperatorDeskTest, AWholeBookOnTheClipboardIsCutAtOnce) {
    for (int i = 0; i < 1'000'000; ++i) clipboard += "请";
    EXPECT_FALSE(give(keyed(ui::Key::v, true)));
    EXPECT_EQ(charactersIn(desk.typed), kMostTyped);
}

TEST_F(OperatorDeskTest, LongWordsOfTwoLanguagesAreNotCutInTheMiddle) {
    for (int i = 0; i < 100; ++i) type(U"请");
    EXPECT_EQ(charactersIn(desk.typed), 100U) << "300 bytes, far more than the hall needs";
    for (int i = 0; i < 500; ++i) type(U"学");
    EXPECT_EQ(charactersIn(desk.typed), kMostTyped);
    EXPECT_TRUE(isUtf8(desk.typed));
    EXPECT_FALSE(give(keyed(ui::Key::backspace)));
    EXPECT_EQ(charactersIn(desk.typed), kMostTyped - 1);
}

class KeysAfterWordsTest : public testing::Test {
  protected:
    static ui::Event later(ui::Event event, Millis when) {
        event.when = SteadyTime{1h} + when;
        return event;
    }
    bool takes(const ui::Event& event, Millis when) { return after.takes(later(event, when)); }
    KeysAfterWords after;
};

TEST_F(KeysAfterWordsTest, GoNowhereUntilThereWasAPause) {
    EXPECT_FALSE(takes(keyed(ui::Key::b), 0ms)) << "no panel was open";
    after.closed(later(keyed(ui::Key::enter), 0ms));
    for (int letter = 1; letter <= 10; ++letter) {
        EXPECT_TRUE(takes(keyed(letter % 2 == 0 ? ui::Key::space : ui::Key::other), letter * 250ms));
        EXPECT_TRUE(takes(lettered(letter % 2 == 0 ? U' ' : U'a'), letter * 250ms));
    }
    ui::Event resized;
    resized.kind = ui::EventKind::resized;
    EXPECT_FALSE(takes(resized, 2600ms));
    EXPECT_FALSE(takes(keyed(ui::Key::b), 2500ms + kTypingPause)) << "a key by itself";
    EXPECT_FALSE(takes(keyed(ui::Key::b), 2550ms + kTypingPause)) << "and the next one at once";
}

TEST_F(KeysAfterWordsTest, EscTakesAWrongMessageAwayAtOnceAndWhatFollowsIsMeant) {
    after.closed(later(keyed(ui::Key::enter), 0ms));
    EXPECT_TRUE(takes(keyed(ui::Key::s), 100ms));
    EXPECT_FALSE(takes(keyed(ui::Key::escape), 200ms));
    EXPECT_FALSE(takes(keyed(ui::Key::b), 300ms));
    after.closed(later(keyed(ui::Key::escape), 1000ms));
    EXPECT_FALSE(takes(keyed(ui::Key::b), 1100ms)) << "nobody writes with Esc";
}

TEST_F(KeysAfterWordsTest, OneKeyPressedAgainAndAgainReachesTheHall) {
    after.closed(later(keyed(ui::Key::enter), 0ms));
    for (const Millis at : {200ms, 400ms, 600ms}) {
        EXPECT_TRUE(takes(keyed(ui::Key::b), at));
        EXPECT_TRUE(takes(lettered(U'b'), at));
    }
    EXPECT_FALSE(takes(keyed(ui::Key::b), 800ms));
}

TEST(MessageFits, SaysWhenTheHallWouldSeeItWithoutItsEnd) {
    const ui::Size hall{1920, 1080};
    EXPECT_TRUE(messageFits({"Please take your seats", "请各位来宾就座"}, hall, 0, 0));
    EXPECT_TRUE(
        messageFits({"The last bus to the station leaves from the south gate at half past nine", ""}, hall, 0, 0));
    std::string calm;
    for (int i = 0; i < 5; ++i) calm += "Please leave calmly by the doors on your left, row by row. ";
    EXPECT_TRUE(messageFits({calm, ""}, hall, 0, 0)) << "as many lines as there is room for";
    EXPECT_FALSE(messageFits({calm + calm + calm, ""}, hall, 0, 0));
    EXPECT_FALSE(messageFits(messageOf(std::string(400, 'W')), hall, 0, 0));
    std::string chinese;
    for (int i = 0; i < 200; ++i) chinese += "请";
    EXPECT_FALSE(messageFits(messageOf("Short / " + chinese), hall, 0, 0));
}

}  // namespace
}  // namespace turnout::display
