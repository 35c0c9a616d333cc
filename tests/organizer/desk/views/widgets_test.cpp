#include "organizer/desk/views/widgets.h"

#include <gtest/gtest.h>

#include <array>

namespace turnout::desk {
namespace {

struct Paper : testing::Test {
    std::unique_ptr<ui::Canvas> canvas = ui::Canvas::headless({1440, 900});
    Memory memory;
    std::string clip;
    Clipboard clipboard{[this] { return clip; }, [this](const std::string& text) { clip = text; }};
    ui::Pointer pointer;
    std::vector<ui::Event> events;

    template <class Draw>
    auto frame(Draw draw) {
        canvas->begin({1440, 900}, pointer);
        auto result = [&] {
            Widgets ui(*canvas, memory, Look::light(), Lang::en, 1, std::move(events), clipboard);
            return draw(ui);
        }();
        canvas->end();
        events.clear();
        pointer.clicks.clear();
        return result;
    }
    void press(ui::Key key, ui::Modifiers modifiers = {}) {
        ui::Event event;
        event.key = key;
        event.modifiers = modifiers;
        events.push_back(event);
    }
    void write(std::u32string_view text) {
        for (const char32_t c : text) {
            ui::Event event;
            event.kind = ui::EventKind::character;
            event.character = c;
            events.push_back(event);
        }
    }
    void click(float x, float y) { pointer.clicks.push_back({{x, y}, {x, y}}); }
    void wheel(float x, float y, float amount) {
        ui::Event event;
        event.kind = ui::EventKind::scroll;
        event.at = {x, y};
        event.amount = amount;
        events.push_back(event);
    }
    std::string typedInto(std::string value) {
        const FieldActs acts = frame([&](Widgets& ui) { return ui.field("name", {10, 10, 300, 36}, value); });
        return acts.changed.value_or(value);
    }
};

TEST_F(Paper, ChineseFromAnInputMethodAndFromTheClipboardGoesIntoAField) {
    memory.focus = "name";
    memory.caret = std::string::npos;
    write(U"阮氏明");
    std::string value = typedInto("");
    EXPECT_EQ(value, "阮氏明");
    clip = "李明\n";
    press(ui::Key::v, {.control = true});
    value = typedInto(value);
    EXPECT_EQ(value, "阮氏明李明");
    press(ui::Key::backspace);
    press(ui::Key::left);
    press(ui::Key::left);
    write(U"𠮷");
    value = typedInto(value);
    EXPECT_EQ(value, "阮氏𠮷明李");
    press(ui::Key::a, {.control = true});
    press(ui::Key::c, {.control = true});
    value = typedInto(value);
    EXPECT_EQ(clip, "阮氏𠮷明李");
    press(ui::Key::x, {.control = true});
    value = typedInto(value);
    EXPECT_EQ(value, "");
    press(ui::Key::v, {.control = true});
    value = typedInto(value);
    EXPECT_EQ(value, "阮氏𠮷明李");
    press(ui::Key::z, {.control = true});
    EXPECT_EQ(typedInto(value), "") << "what stood there when the keyboard came";
}

TEST_F(Paper, SelectionWithShiftIsReplacedByWhatIsTyped) {
    memory.focus = "name";
    memory.caret = memory.anchor = 11;
    press(ui::Key::left, {.shift = true, .control = true});
    write(U"Minh");
    EXPECT_EQ(typedInto("Nguyen Thi "), "Nguyen Minh");
}

TEST_F(Paper, AClickPutsTheCaretWhereItWas) {
    pointer.heldSince = ui::Point{23, 28};
    pointer.at = {23, 28};
    typedInto("Guest");
    EXPECT_EQ(memory.focus, "name");
    EXPECT_EQ(memory.caret, 0U);
    pointer.heldSince.reset();
    write(U"A ");
    EXPECT_EQ(typedInto("Guest"), "A Guest");
}

TEST_F(Paper, TabGoesThroughTheControlsAndEnterPressesThem) {
    std::string pressed;
    const auto draw = [&](Widgets& ui) {
        pressed.clear();
        if (ui.button("one", {10, 10, 100, 36}, "One")) pressed = "one";
        ui.button("off", {120, 10, 100, 36}, "Off", {.enabled = false});
        if (ui.button("two", {230, 10, 100, 36}, "Two")) pressed = "two";
        if (ui.tick("tick", {10, 60, 100, 30}, false, "Tick")) pressed = "tick";
        return 0;
    };
    frame(draw);
    press(ui::Key::tab);
    frame(draw);
    EXPECT_EQ(memory.focus, "one");
    press(ui::Key::tab);
    press(ui::Key::enter);
    frame(draw);
    EXPECT_EQ(pressed, "two");
    press(ui::Key::tab);
    press(ui::Key::space);
    frame(draw);
    EXPECT_EQ(pressed, "tick");
    press(ui::Key::tab, {.shift = true});
    frame(draw);
    EXPECT_EQ(memory.focus, "two");
}

TEST_F(Paper, AListThatFoldsOutIsChosenFromByMouseByArrowsAndByLetters) {
    const std::array<std::string, 4> options{"Laos", "Lebanon", "Liberia", "Madagascar"};
    const auto draw = [&](Widgets& ui) { return ui.choice("country", {10, 10, 200, 36}, options, 0); };
    click(50, 28);
    EXPECT_EQ(frame(draw), std::nullopt);
    ASSERT_TRUE(memory.popup.has_value());
    click(50, 50 + 4 + 34 * 2 + 10);
    EXPECT_EQ(frame(draw), 2U);
    EXPECT_FALSE(memory.popup.has_value());
    click(50, 28);
    frame(draw);
    press(ui::Key::down);
    press(ui::Key::enter);
    EXPECT_EQ(frame(draw), 1U);
    click(50, 28);
    frame(draw);
    write(U"mad");
    press(ui::Key::enter);
    EXPECT_EQ(frame(draw), 3U);
    click(50, 28);
    frame(draw);
    click(900, 700);
    EXPECT_EQ(frame(draw), std::nullopt);
    EXPECT_FALSE(memory.popup.has_value());
}

TEST_F(Paper, WhatLiesUnderAFoldedOutListIsNotPressed) {
    const std::array<std::string, 3> options{"a", "b", "c"};
    bool pressed = false;
    const auto draw = [&](Widgets& ui) {
        const auto chosen = ui.choice("list", {10, 10, 200, 36}, options, 0);
        if (ui.button("under", {10, 54, 200, 36}, "Under")) pressed = true;
        return chosen;
    };
    click(50, 28);
    frame(draw);
    click(50, 70);
    EXPECT_EQ(frame(draw), 0U);
    EXPECT_FALSE(pressed);
}

TEST_F(Paper, AMutedPageHearsNothing) {
    click(50, 28);
    press(ui::Key::enter);
    memory.focus = "one";
    EXPECT_FALSE(frame([](Widgets& ui) {
        ui.mute(true);
        return ui.button("one", {10, 10, 100, 36}, "One");
    }));
}

TEST_F(Paper, ATableOfAHundredThousandRowsDrawsOnlyWhatIsSeen) {
    std::size_t drawn = 0, last = 0;
    std::optional<std::size_t> selected;
    const std::array columns{Column{"Name", 0, Align::left, true}, Column{"Time", 90}};
    const auto draw = [&](Widgets& ui) {
        drawn = 0;
        return ui.table("log", {0, 0, 800, 436}, columns, {.rows = 100'000, .selected = selected, .rowHeight = 40},
                        [&](std::size_t row, std::span<const Rect>) { ++drawn, last = row; });
    };
    frame(draw);
    EXPECT_EQ(drawn, 10U);
    EXPECT_EQ(last, 9U);
    wheel(100, 200, -2);
    frame(draw);
    EXPECT_EQ(last, 15U);
    click(100, 36 + 5);
    const TableActs clicked = frame(draw);
    EXPECT_EQ(clicked.selected, 6U);
    selected = clicked.selected;
    press(ui::Key::end);
    const TableActs end = frame(draw);
    EXPECT_EQ(end.selected, 99'999U);
    EXPECT_EQ(last, 99'999U);
    selected = end.selected;
    press(ui::Key::pageUp);
    selected = frame(draw).selected;
    EXPECT_EQ(selected, 99'989U);
    press(ui::Key::enter);
    EXPECT_TRUE(frame(draw).entered);
    click(100, 10);
    EXPECT_EQ(frame(draw).sort, 0U);
}

TEST_F(Paper, APlaceHigherThanItsBoxIsScrolledAndItsHiddenControlsAreNotPressed) {
    bool pressed = false;
    const auto draw = [&](Widgets& ui) {
        const float offset = ui.beginScroll("form", {0, 0, 400, 200}, 600);
        if (ui.button("low", {10, 300 - offset, 100, 36}, "Low")) pressed = true;
        ui.endScroll();
        return offset;
    };
    EXPECT_EQ(frame(draw), 0);
    click(50, 310);
    frame(draw);
    EXPECT_FALSE(pressed);
    wheel(50, 50, -4);
    frame(draw);
    EXPECT_TRUE(memory.again);
    EXPECT_EQ(frame(draw), 240);
    click(50, 70);
    frame(draw);
    EXPECT_TRUE(pressed);
}

}  // namespace
}  // namespace turnout::desk
