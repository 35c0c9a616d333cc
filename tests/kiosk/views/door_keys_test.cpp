// The keyboard alone: whatever a finger reaches on any screen, keys reach that no scanner types.
#include "kiosk/views/door_keys.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/kiosk/views/door_samples.h"
#include "tests/kiosk/views/presses.h"

namespace turnout::kiosk {
namespace {

using test::Sample;
using ui::Key;

constexpr ui::Size kSize{1280, 720};

bool has(const std::vector<DoorPress>& presses, const DoorPress& press) {
    return std::find(presses.begin(), presses.end(), press) != presses.end();
}

// A keyboard before a screen that stays as it is.
class Keyboard {
  public:
    explicit Keyboard(ui::Canvas& canvas) : canvas_(canvas) {}

    std::optional<DoorPress> draw(const DoorScreen& screen) {
        canvas_.begin(kSize, {});
        const auto pressed = drawDoor(canvas_, screen, {}, &ring);
        canvas_.end();
        return pressed;
    }
    std::optional<DoorPress> press(Key key, const DoorScreen& screen, bool repeat = false) {
        ui::Event event;
        event.key = key;
        event.repeat = repeat;
        if (ring.onKey(event, placeOf(screen), arrowsAreFree(screen))) return draw(screen);
        return pressOf(key, screen);
    }

    FocusRing ring;

  private:
    ui::Canvas& canvas_;
};

// Everything a scanner may type ends in characters, Enter or Tab.
std::vector<Key> keysOfNoScanner() {
    return {Key::escape, Key::insert, Key::remove, Key::pageUp, Key::pageDown, Key::left, Key::right,
            Key::up,     Key::down,   Key::f1,     Key::f2,     Key::f3,       Key::f4,   Key::f5,
            Key::f6,     Key::f7,     Key::f8,     Key::f9,     Key::f10};
}

std::vector<DoorPress> reachedByKeys(const DoorScreen& screen, ui::Canvas& canvas, std::size_t places) {
    std::vector<DoorPress> reached;
    for (const Key key : keysOfNoScanner()) {
        Keyboard fresh(canvas);
        fresh.draw(screen);
        if (const auto press = fresh.press(key, screen)) reached.push_back(*press);
    }
    Keyboard keyboard(canvas);
    keyboard.draw(screen);
    for (std::size_t i = 0; i < places; ++i) {
        keyboard.press(Key::end, screen);
        if (const auto press = keyboard.press(Key::enter, screen)) reached.push_back(*press);
    }
    return reached;
}

TEST(DoorKeys, WhateverAFingerReachesKeysReachOnEveryScreen) {
    const auto canvas = ui::Canvas::headless(kSize);
    std::vector<bool> everywhere(kDoorActions, false);
    for (const Sample& sample : test::everyScreen(Lang::en)) {
        const auto touched = test::pressesOn(sample.screen, *canvas, kSize);
        const auto reached = reachedByKeys(sample.screen, *canvas, touched.size() + 1);
        for (const DoorPress& press : touched)
            EXPECT_TRUE(has(reached, press) || press.action == DoorAction::dismiss)
                << sample.name << ": " << static_cast<int>(press.action) << ", " << press.value;
        for (const DoorPress& press : reached) everywhere[static_cast<std::size_t>(press.action)] = true;
    }
    for (std::size_t i = 0; i < everywhere.size(); ++i) EXPECT_TRUE(everywhere[i]) << "DoorAction number " << i;
}

TEST(DoorKeys, WhatAScannerTypesPressesNothing) {
    const auto canvas = ui::Canvas::headless(kSize);
    for (const Sample& sample : test::everyScreen(Lang::en)) {
        Keyboard keyboard(*canvas);
        keyboard.draw(sample.screen);
        keyboard.press(Key::end, sample.screen);
        keyboard.ring.hide();  // by the first character
        for (const Key key : {Key::enter, Key::tab, Key::space, Key::a, Key::z, Key::other, Key::backspace})
            EXPECT_EQ(keyboard.press(key, sample.screen), std::nullopt) << sample.name;
    }
}

const DoorScreen& named(const std::vector<Sample>& all, const std::string& name) {
    return std::find_if(all.begin(), all.end(), [&](const Sample& s) { return s.name == name; })->screen;
}

TEST(FocusRing, GoesToTheNearestThatWayAndPressesOnceHoweverLongTheKeyIsHeld) {
    const auto canvas = ui::Canvas::headless(kSize);
    const auto all = test::everyScreen(Lang::en);
    const DoorScreen& undo = named(all, "39-undo");
    Keyboard keyboard(*canvas);
    keyboard.draw(undo);
    EXPECT_FALSE(keyboard.ring.shown());
    keyboard.press(Key::down, undo);  // is there: the first reason, and not the way back
    keyboard.press(Key::right, undo);
    keyboard.press(Key::down, undo);
    EXPECT_EQ(keyboard.press(Key::enter, undo), DoorPress(DoorAction::reason4));
    EXPECT_EQ(keyboard.press(Key::enter, undo, true), std::nullopt);
}

TEST(FocusRing, LeavesF9ToTheButtonThatCarriesIt) {
    const auto canvas = ui::Canvas::headless(kSize);
    const auto all = test::everyScreen(Lang::en);
    const DoorScreen& form = named(all, "48-walk-in-ready");
    Keyboard keyboard(*canvas);
    keyboard.draw(form);
    keyboard.press(Key::end, form);  // around the way back
    ASSERT_TRUE(keyboard.ring.shown());
    EXPECT_EQ(keyboard.press(Key::f9, form), DoorPress(DoorAction::yes));
    EXPECT_EQ(keyboard.press(Key::enter, form), DoorPress(DoorAction::back));
}

TEST(FocusRing, GoesWithAnotherScreenWithTypingAndWithAFinger) {
    const auto canvas = ui::Canvas::headless(kSize);
    const auto all = test::everyScreen(Lang::en);
    const DoorScreen &idle = named(all, "30-idle"), &card = named(all, "03-already_in");
    Keyboard keyboard(*canvas);
    keyboard.draw(idle);
    keyboard.press(Key::right, idle);
    EXPECT_TRUE(keyboard.ring.shown());
    ui::Event enter;
    enter.key = Key::enter;
    EXPECT_FALSE(keyboard.ring.onKey(enter, placeOf(card), true)) << "a card has come and is not drawn yet";
    keyboard.draw(card);
    EXPECT_FALSE(keyboard.ring.shown());
    keyboard.press(Key::left, card);
    keyboard.ring.hide();
    EXPECT_TRUE(keyboard.ring.changed());
    keyboard.draw(card);
    EXPECT_FALSE(keyboard.ring.shown());
}

TEST(FocusRing, LeavesThePageItsOwnArrowsUntilItIsAskedFor) {
    const auto canvas = ui::Canvas::headless(kSize);
    const auto all = test::everyScreen(Lang::en);
    const DoorScreen& group = named(all, "4B-group-ticked");
    Keyboard keyboard(*canvas);
    keyboard.draw(group);
    EXPECT_EQ(keyboard.press(Key::down, group), DoorPress(DoorAction::down));
    keyboard.press(Key::home, group);
    EXPECT_TRUE(keyboard.ring.shown());
    EXPECT_EQ(keyboard.press(Key::up, group), std::nullopt);
}

TEST(FocusRing, GoesOverTheSettingsWithoutChangingOne) {
    const auto canvas = ui::Canvas::headless(kSize);
    const auto all = test::everyScreen(Lang::en);
    const DoorScreen& settings = named(all, "94-settings");
    Keyboard keyboard(*canvas);
    keyboard.draw(settings);
    for (const Key key : {Key::down, Key::right, Key::right, Key::down, Key::right, Key::left, Key::left, Key::up})
        EXPECT_EQ(keyboard.press(key, settings), std::nullopt);
    keyboard.press(Key::home, settings);
    Keyboard other(*canvas);
    other.draw(settings);
    other.press(Key::right, settings);  // there
    other.press(Key::down, settings);
    for (int i = 0; i < 2; ++i) other.press(Key::right, settings);  // over its two buttons, into the other column
    const auto pressed = other.press(Key::enter, settings);
    ASSERT_TRUE(pressed);
    EXPECT_GE(pressed->value, settings.settings->rows.size() / 2);
}

}  // namespace
}  // namespace turnout::kiosk
