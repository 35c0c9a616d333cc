// What a window hears while a person writes 李明 in pinyin (IBus over XIM, GLFW 3.3: keys come, characters at the end).
#include "common/ui/input_method.h"

#include <gtest/gtest.h>

#include "common/ui/window_events.h"

namespace turnout::ui {
namespace {

using namespace std::chrono_literals;

struct InputMethodTest : testing::Test {
    WindowEvents events;
    std::chrono::steady_clock::time_point now{};

    void key(Key key, Modifiers modifiers = {}, std::chrono::milliseconds later = 200ms) {
        Event event;
        event.kind = EventKind::key;
        event.key = key;
        event.modifiers = modifiers;
        event.when = now += later;
        events.add(event);
    }
    void character(char32_t character) {
        Event event;
        event.kind = EventKind::character;
        event.character = character;
        event.when = now;
        events.add(event);
    }
    void composes(int letters) {
        for (int i = 0; i < letters; ++i) key(Key::l);
        (void)events.take();
    }
    std::size_t heard() { return events.take().size(); }
};

TEST_F(InputMethodTest, KeysThatChooseAndCorrectWhatIsComposedAreNotTheWindows) {
    composes(6);
    for (const Key one : {Key::backspace, Key::down, Key::up, Key::pageDown, Key::space, Key::other, Key::left})
        key(one);
    EXPECT_EQ(heard(), 0U);
    character(U'李');
    character(U'明');
    EXPECT_EQ(heard(), 2U);
    key(Key::backspace);
    key(Key::enter);
    EXPECT_EQ(heard(), 2U) << "it is written: keys are the window's again";
}

TEST_F(InputMethodTest, WhatIsGivenUpIsOver) {
    composes(2);
    key(Key::escape);
    EXPECT_EQ(heard(), 0U);
    key(Key::escape);
    EXPECT_EQ(heard(), 1U);
    composes(2);
    key(Key::backspace);
    key(Key::backspace);
    EXPECT_EQ(heard(), 0U);
    key(Key::backspace);
    EXPECT_EQ(heard(), 1U);
}

TEST_F(InputMethodTest, WithoutOneEveryKeyIsTheWindows) {
    for (const Key one : {Key::n, Key::o, Key::y}) {
        key(one);
        character(U'a');
    }
    key(Key::enter);
    EXPECT_EQ(heard(), 7U);
}

TEST_F(InputMethodTest, AScannersEnterAndShortcutsAreNeverTaken) {
    composes(3);
    key(Key::enter, {}, 5ms);
    EXPECT_EQ(heard(), 1U) << "sooner after the letter than a person's";
    key(Key::backspace, {.control = true});
    EXPECT_EQ(heard(), 1U);
}

TEST_F(InputMethodTest, ALetterThatWasAShortcutOfTheDesktopHoldsNothingUp) {
    composes(1);
    key(Key::f9);
    EXPECT_EQ(heard(), 1U) << "what confirms at a door";
    key(Key::escape, {}, 11s);
    EXPECT_EQ(heard(), 1U);
}

TEST_F(InputMethodTest, AClickElsewhereEndsIt) {
    composes(3);
    Event press;
    press.kind = EventKind::press;
    press.when = now;
    events.add(press);
    key(Key::enter);
    EXPECT_EQ(heard(), 2U);
}

}  // namespace
}  // namespace turnout::ui
