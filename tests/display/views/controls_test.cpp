#include "display/views/controls.h"

#include <gtest/gtest.h>

namespace turnout::display {
namespace {

ui::Event keyed(ui::Key key, ui::Modifiers modifiers = {}) {
    ui::Event event;
    event.key = key;
    event.modifiers = modifiers;
    return event;
}

TEST(Controls, EscTakesTheMessageOrTheListAwayAndNeverLeavesFullScreen) {
    HallScreen screen;
    EXPECT_EQ(outputWishOf(keyed(ui::Key::escape)), OutputWish::none);
    EXPECT_EQ(controlOf(keyed(ui::Key::escape), screen), Control::noMessage);  // without one it changes nothing
    screen.message = Names{"Seats", "就座"};
    EXPECT_EQ(controlOf(keyed(ui::Key::escape), screen), Control::noMessage);
    screen.keys = true;
    EXPECT_EQ(controlOf(keyed(ui::Key::escape), screen), Control::keys);
}

TEST(Controls, PlusIsFiveMinutesLaterAndMinusTakesThemBack) {
    const auto typed = [](char32_t character) {
        ui::Event event;
        event.kind = ui::EventKind::character;
        event.character = character;
        return controlOf(event, {});
    };
    for (const char32_t plus : {U'+', U'＋'}) EXPECT_EQ(typed(plus), Control::later);
    for (const char32_t minus : {U'-', U'－', U'−'}) EXPECT_EQ(typed(minus), Control::earlier);
}

TEST(Controls, OnlyF11FillsTheScreenOrLeavesItAndAltF4Closes) {
    EXPECT_EQ(outputWishOf(keyed(ui::Key::f11)), OutputWish::fill);
    EXPECT_EQ(outputWishOf(keyed(ui::Key::f11, {.shift = true})), OutputWish::nextMonitor);
    EXPECT_EQ(outputWishOf(keyed(ui::Key::f4, {.alt = true})), OutputWish::close);
    for (const ui::Key key : {ui::Key::f4, ui::Key::q, ui::Key::enter, ui::Key::space})
        EXPECT_EQ(outputWishOf(keyed(key)), OutputWish::none);
}

}  // namespace
}  // namespace turnout::display
