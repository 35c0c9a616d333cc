#include "display/views/operator_view.h"

#include <gtest/gtest.h>

#include "common/paint/fonts.h"
#include "display/views/scene_views.h"
#include "tests/display/views/boxes.h"
#include "tests/display/views/scenes.h"
#include "tests/support/event_builder.h"

namespace turnout::display {
namespace {

struct Drawn {
    std::vector<ui::Written> all;
    std::vector<std::string> faults;  // of texts and their cards
    std::size_t onBoxes = 0;
    std::vector<Control> pressed;
    std::vector<Names> said;
    OperatorDesk desk;
};

OperatorScreen busy(std::size_t countries = 56, std::size_t arrived = 54, bool longest = false) {
    HallPresenter hall = test::hallWith(countries, arrived, longest);
    DoorRates rates;
    const SteadyTime now = SteadyTime{} + 1002s;
    Totals totals;
    totals.byDoor = {{"East 1", 0, 0}, {"West, by the library", 0, 0}, {"Performers", 0, 0}};
    rates.take(totals, now - 5min);
    totals.byDoor[0].admitted = totals.byDoor[1].admitted = 12;
    rates.take(totals, now - 3min);
    totals.byDoor[0].admitted = 40;
    rates.take(totals, now);
    OperatorScreen screen =
        operatorScreen({hall, rates, now, test::at("2023-11-17T19:24:07+08:00"), "HDMI-1, 1920 x 1080", 21});
    screen.waiting = Moment{Moment::Kind::country, test::country("VC"), 54, 56, true, {}};
    screen.moreWaiting = 3;
    return screen;
}

Drawn draw(const OperatorScreen& screen, ui::Size size, Lang lang, std::optional<ui::Point> click = {},
           OperatorDesk desk = {}) {
    Drawn drawn;
    drawn.desk = std::move(desk);
    auto canvas = ui::Canvas::headless(size);
    test::Boxes boxes(*canvas, [&](const ui::Written& written) { drawn.all.push_back(written); });
    ui::Pointer pointer;
    if (click) pointer.clicks.push_back({*click, *click});
    canvas->begin(size, pointer);
    drawOperator(*canvas, screen, {},
                 {[&](Control control) { drawn.pressed.push_back(control); }, [](Language) {},
                  [&](const Names& names) { drawn.said.push_back(names); }, [](Lang) {}, [] {}},
                 drawn.desk, lang);
    canvas->end();
    drawn.faults = boxes.faults();
    drawn.onBoxes = boxes.onBoxes();
    return drawn;
}

constexpr ui::Size kWindows[] = {{1280, 800}, {1280, 720}, {1920, 1080}, {1024, 640},
                                 {800, 600},  {1024, 768}, {1280, 600},  {900, 1400}};

// Evenings of every size, the longest names, and everything at once that can be said of doors and of the hall.
std::vector<OperatorScreen> evenings() {
    std::vector<OperatorScreen> all{busy(0, 0), busy(1, 1), busy(7, 7), busy(), busy(200, 190), busy(200, 190, true)};
    OperatorScreen worst = busy(200, 190, true);
    worst.dataAge = 3599;
    worst.picture = {2400, true};
    worst.guests = {98765, 100000};
    worst.lastMinute = 1234;
    worst.waits = Waits::act;
    worst.delay = 95;
    worst.byHand = worst.testCard = worst.clean = worst.keyColour = true;
    worst.now = worst.waiting;
    worst.output = "A projector whose maker has a very long name, 3840 x 2160 at 59.94 Hz";
    for (int i = 0; i < 12; ++i) {
        DoorRow door{
            "The door at the end of the long corridor, by the library", {1, 2, 3, 4, 5, 6, 7, 1288}, 7140, true};
        worst.doors.push_back(door);
    }
    worst.health = healthOf({"the-gala-of-the-many-nations-2023.turnout",
                             makeError(Fault::notOurs, "store.not_found"),
                             3599,
                             {2400, true},
                             {},
                             worst.doors});
    worst.message = Names{"Please stay in your seats until the group photograph has been taken", "请留在座位上"};
    worst.messages.assign(9, *worst.message);
    all.push_back(worst);
    worst.message.reset();
    worst.showMode = worst.blackout = true;
    worst.act.reset();
    all.push_back(worst);
    return all;
}

TEST(OperatorView, EveryTextKeepsToItsCard) {
    for (const OperatorScreen& screen : evenings())
        for (const Lang lang : {Lang::en, Lang::zh})
            for (const ui::Size size : kWindows)
                for (const char* typed :
                     {"-", "", "A message that somebody types and does not know when to stop typing it"}) {
                    const bool open = *typed != '-';
                    const Drawn drawn = draw(screen, size, lang, {}, {open, open ? typed : ""});
                    EXPECT_GT(drawn.onBoxes, open ? 5U : 40U);
                    for (const std::string& fault : drawn.faults)
                        ADD_FAILURE() << size.w << " x " << size.h << (open ? ", messages: " : ": ") << fault;
                }
}

TEST(OperatorView, EveryTextIsInTheWindowAndNoneStandsUponAnother) {
    OperatorScreen before = busy(), off = busy(), ill = busy();
    before.act.reset();
    before.showMode = before.blackout = true;
    off.waits = Waits::off;
    off.showMode = true, off.showStrip = false, off.dark = true;
    off.byHand = true;
    off.testCard = off.clean = off.keyColour = true;
    ill.health = healthOf(
        {"the-gala-of-the-many-nations-2023.turnout", makeError(Fault::notOurs, "x"), 48, {20, false}, {}, ill.doors});
    ill.waits = Waits::act;
    ill.lastMinute = -3;
    for (const OperatorScreen& screen : {busy(), before, off, ill})
        for (const Lang lang : {Lang::en, Lang::zh})
            for (const ui::Size size : kWindows) {
                const Drawn drawn = draw(screen, size, lang);
                EXPECT_GT(drawn.all.size(), 50U);
                for (std::size_t i = 0; i < drawn.all.size(); ++i) {
                    const ui::Rect& a = drawn.all[i].ink;
                    EXPECT_TRUE((ui::Rect{0, 0, size.w, size.h}.contains(a))) << drawn.all[i].text;
                    EXPECT_EQ(drawn.all[i].missingGlyphs, 0) << drawn.all[i].text;
                    for (std::size_t j = i + 1; j < drawn.all.size(); ++j) {
                        const ui::Rect& b = drawn.all[j].ink;
                        const float across = std::min(a.right(), b.right()) - std::max(a.x, b.x);
                        const float down = std::min(a.bottom(), b.bottom()) - std::max(a.y, b.y);
                        EXPECT_FALSE(across > 2 && down > 2) << drawn.all[i].text << " and " << drawn.all[j].text;
                    }
                }
            }
}

bool says(const Drawn& drawn, const std::string& part) {
    return std::any_of(drawn.all.begin(), drawn.all.end(),
                       [&](const ui::Written& each) { return each.text.find(part) != std::string::npos; });
}

TEST(OperatorView, AllCountriesWaitInWordsOfEitherLanguage) {
    OperatorScreen screen = busy();
    screen.waiting = Moment{Moment::Kind::allCountries, {}, 56, 56, true, {}};
    EXPECT_TRUE(says(draw(screen, {1280, 800}, Lang::en), "All 56 countries are here"));
    EXPECT_TRUE(says(draw(screen, {1280, 800}, Lang::zh), "56 个国家全部到齐"));
}

TEST(OperatorView, OneCountryIsOne) {
    EXPECT_TRUE(says(draw(busy(1, 1), {1280, 800}, Lang::en), "of 1 country"));
    EXPECT_TRUE(says(draw(busy(7, 1), {1280, 800}, Lang::en), "of 7 countries"));
}

TEST(OperatorView, TheWordsOfItsButtonsAreWholeInEveryWindow) {
    OperatorScreen screen = busy(), last = busy();
    screen.byHand = last.byHand = true;
    screen.delay = 10;
    last.coming.clear();
    for (const Lang lang : {Lang::en, Lang::zh}) {
        const std::string hand = say("display.operator.by_hand", lang), next = say("display.operator.next_act", lang),
                          end = say("display.operator.to_end", lang), moments = say("display.operator.moments", lang);
        for (const ui::Size size : {ui::Size{1280, 800}, {900, 820}, {800, 600}}) {
            std::size_t found = 0;
            for (const OperatorScreen* each : {&screen, &last})
                for (const ui::Written& written : draw(*each, size, lang).all) {
                    EXPECT_FALSE(written.cut && written.text == moments) << written.text << " at " << size.w;
                    if (written.text != hand && written.text != next && written.text != end) continue;
                    EXPECT_FALSE(written.cut) << written.text << " at " << size.w;
                    ++found;
                }
            EXPECT_GE(found, size.w < 1100 ? 2U : 4U) << "only what the switch tells is left out";
        }
    }
}

TEST(OperatorView, AClickIsTheSameAsTheKey) {
    const ui::Size size{1280, 800};
    EXPECT_EQ(draw(busy(), size, Lang::en, ui::Point{100, 668}).pressed, std::vector{Control::showMode});
    EXPECT_EQ(draw(busy(), size, Lang::en, ui::Point{300, 668}).pressed, std::vector{Control::blackout});
    EXPECT_EQ(draw(busy(), size, Lang::en, ui::Point{960, 360}).pressed, std::vector{Control::nextAct});
    EXPECT_EQ(draw(busy(), size, Lang::en, ui::Point{730, 266}).pressed, std::vector{Control::nextScene});
    EXPECT_EQ(draw(busy(), size, Lang::en, ui::Point{360, 550}).pressed, std::vector{Control::journey});
}

TEST(OperatorView, APreparedMessageIsTwoClicksAwayAndNothingUnderThePanelIsPressed) {
    const ui::Size size{1280, 800};
    const Drawn opened = draw(busy(), size, Lang::en, ui::Point{500, 668});
    EXPECT_TRUE(opened.desk.messages);
    const Drawn chosen = draw(busy(), size, Lang::en, ui::Point{640, 330}, opened.desk);
    EXPECT_TRUE(says(chosen, "Please take your seats / 请各位来宾就座")) << "in the order of what is typed";
    EXPECT_TRUE(chosen.pressed.empty());
    ASSERT_EQ(chosen.said.size(), 1U);
    EXPECT_FALSE(chosen.said[0].zh.empty());
    EXPECT_FALSE(chosen.desk.messages);
}

TEST(OperatorView, MomentsThatAreOffAreNotPromised) {
    OperatorScreen screen = busy();
    EXPECT_TRUE(says(draw(screen, {1280, 800}, Lang::en), "54th country"));
    screen.waits = Waits::off;
    for (const ui::Size size : {ui::Size{1280, 800}, ui::Size{800, 600}}) {
        const Drawn drawn = draw(screen, size, Lang::en);
        EXPECT_TRUE(says(drawn, "off; 4 are not told"));
        EXPECT_FALSE(says(drawn, "54th country"));
        EXPECT_FALSE(says(drawn, "Skip"));
    }
    screen.waiting.reset();
    EXPECT_FALSE(says(draw(screen, {1280, 800}, Lang::en), "not told"));
}

TEST(OperatorView, ShowModeSaysWhatItDoesAndWhatItHasDone) {
    OperatorScreen screen = busy();
    const auto told = [&](bool on, bool strip) {
        screen.showMode = on;
        screen.showStrip = strip;
        return draw(screen, {1280, 800}, Lang::en);
    };
    EXPECT_TRUE(says(told(false, true), "Black, with one quiet line"));
    EXPECT_TRUE(says(told(false, false), "All black"));
    EXPECT_TRUE(says(told(true, true), "On: one quiet line is left"));
    EXPECT_TRUE(says(told(true, false), "On: the hall is all black"));
}

TEST(OperatorView, AFileThatCannotBeReadIsSaidWithWhatToDo) {
    OperatorScreen screen = busy();
    screen.health = healthOf({"gala.turnout", makeError(Fault::corrupt, "x"), 7, {20, false}, {}, screen.doors});
    for (const ui::Size size : {ui::Size{1280, 800}, ui::Size{1280, 720}, ui::Size{800, 600}}) {
        const Drawn drawn = draw(screen, size, Lang::en);
        EXPECT_TRUE(says(drawn, "the event file cannot be read"));
        EXPECT_TRUE(says(drawn, "gala.turnout is damaged"));
        EXPECT_FALSE(says(drawn, "all is well"));
    }
}

// The middle of a text, as a finger finds it.
ui::Point placeOf(const Drawn& drawn, const std::string& text) {
    for (const ui::Written& each : drawn.all)
        if (each.text == text) return each.ink.centre();
    ADD_FAILURE() << text << " is not there";
    return {};
}

TEST(OperatorView, WhatHasAKeyCanBePressedWithAFingerToo) {
    OperatorScreen screen = busy();
    screen.byHand = true;
    for (const ui::Size size : {ui::Size{1280, 720}, ui::Size{1920, 1080}})
        for (const Lang lang : {Lang::en, Lang::zh}) {
            const Drawn drawn = draw(screen, size, lang);
            for (const auto& [key, control] :
                 std::vector<std::pair<const char*, Control>>{{"display.operator.test_card", Control::testCard},
                                                              {"display.operator.clean", Control::clean},
                                                              {"display.operator.key_colour", Control::keyColour},
                                                              {"display.operator.to_clock", Control::actsByClock}})
                EXPECT_EQ(draw(screen, size, lang, placeOf(drawn, say(key, lang))).pressed, std::vector{control})
                    << key;
            EXPECT_EQ(draw(screen, size, lang, placeOf(drawn, "−")).pressed, std::vector{Control::faster});
        }
}

TEST(OperatorView, FiveMinutesLaterAreSeenAndCanBeTakenBack) {
    const std::string back = "−5 min";
    for (const ui::Size size : kWindows) {
        OperatorScreen screen = busy();
        const Drawn planned = draw(screen, size, Lang::en);
        EXPECT_TRUE(draw(screen, size, Lang::en, placeOf(planned, back)).pressed.empty()) << "there is nothing to take";
        screen.delay = 15;
        const Drawn drawn = draw(screen, size, Lang::en);
        EXPECT_TRUE(says(drawn, "+15 min"));
        EXPECT_EQ(draw(screen, size, Lang::en, placeOf(drawn, back)).pressed, std::vector{Control::earlier});
    }
}

TEST(OperatorView, ARowOfTheKeysListIsAsGoodAsItsKeyInTheOperatorsWindow) {
    const ui::Size size{1280, 720};
    auto canvas = ui::Canvas::headless(size);
    const auto press = [&](std::optional<ui::Point> click, bool operators, Drawn& drawn) {
        ui::Pointer pointer;
        if (click) pointer.clicks.push_back({*click, *click});
        canvas->onWritten([&](const ui::Written& written) { drawn.all.push_back(written); });
        canvas->begin(size, pointer);
        const auto pressed = drawKeys(stageOn(*canvas, {}), operators);
        canvas->end();
        return pressed;
    };
    Drawn drawn, again;
    EXPECT_EQ(press({}, true, drawn), std::nullopt);
    EXPECT_TRUE(says(drawn, "Choose a message")) << "M opens a list here";
    const ui::Point row = placeOf(drawn, "T");
    EXPECT_EQ(press(row, true, again), Control::testCard);
    EXPECT_EQ(press(row, false, again), std::nullopt) << "nothing is pressed in the hall";
}

TEST(OperatorView, TheMessagesAreNumberedAndTheChosenOneIsSentByAClick) {
    const ui::Size size{1280, 800};
    OperatorDesk desk;
    openMessages(desk);
    desk.typed = std::string(300, 'w') + "end";
    desk.tooLong = true;
    const Drawn drawn = draw(busy(), size, Lang::en, {}, desk);
    EXPECT_TRUE(says(drawn, "1–9")) << "how they are chosen";
    EXPECT_TRUE(says(drawn, "wwend")) << "what is being typed is seen";
    EXPECT_TRUE(says(drawn, "Shorten it"));
    const Drawn sent = draw(busy(), size, Lang::en, placeOf(drawn, "Show"), desk);
    ASSERT_EQ(sent.said.size(), 1U);
    EXPECT_EQ(sent.desk, OperatorDesk{});
}

TEST(OperatorView, ASceneThatStaysPromisesNoChange) {
    OperatorScreen screen = busy();
    screen.on = screen.upcoming = Scene::thankYou;
    for (const ui::Size size : {ui::Size{1280, 800}, ui::Size{800, 600}}) {
        const Drawn drawn = draw(screen, size, Lang::en);
        EXPECT_FALSE(says(drawn, "changes in"));
        EXPECT_FALSE(says(drawn, "Next: Thank you"));
        EXPECT_TRUE(says(drawn, "Stays: no other scene"));
        EXPECT_TRUE(draw(screen, size, Lang::en, placeOf(drawn, "Show it now")).pressed.empty());
    }
}

TEST(OperatorView, TheLastActIsEndedAndAfterThatThereIsNoNext) {
    OperatorScreen screen = busy();
    screen.coming.clear();
    ASSERT_TRUE(screen.act);
    const ui::Size size{1280, 800};
    EXPECT_TRUE(says(draw(screen, size, Lang::en), "End the programme"));
    screen.act.reset();
    screen.over = true;
    for (const Lang lang : {Lang::en, Lang::zh}) {
        const Drawn drawn = draw(screen, size, lang);
        EXPECT_TRUE(draw(screen, size, lang, placeOf(drawn, say("display.operator.next_act", lang))).pressed.empty());
        EXPECT_EQ(draw(screen, size, lang, placeOf(drawn, say("display.operator.back", lang))).pressed,
                  std::vector{Control::actBack});
    }
}

TEST(OperatorView, ANarrowWindowHasThePaceOfTheRotationToo) {
    const OperatorScreen screen = busy();
    for (const ui::Size size : {ui::Size{800, 600}, ui::Size{1024, 640}, ui::Size{900, 1400}})
        for (const Lang lang : {Lang::en, Lang::zh}) {
            const Drawn drawn = draw(screen, size, lang);
            EXPECT_EQ(draw(screen, size, lang, placeOf(drawn, "−")).pressed, std::vector{Control::faster});
            EXPECT_EQ(draw(screen, size, lang, placeOf(drawn, "+")).pressed, std::vector{Control::slower});
            EXPECT_TRUE(says(drawn, std::to_string(screen.stays)));
        }
}

TEST(OperatorView, AMonitorThatIsNotConnectedIsNamedAboveAndInTheHealth) {
    OperatorScreen screen = busy();
    screen.output.clear();
    screen.awaited = "2";
    HealthSource source{"gala.turnout", {}, 0, {20, false}, {}, screen.doors};
    source.awaited = screen.awaited;
    screen.health = healthOf(source);
    for (const ui::Size size : {ui::Size{1280, 800}, ui::Size{800, 600}}) {
        const Drawn drawn = draw(screen, size, Lang::en);
        EXPECT_TRUE(says(drawn, size.w > 1000 ? "Screen 2 is not connected; filled" : "Screen 2 not connected"));
        EXPECT_TRUE(says(drawn, "screen 2 is not connected"));
        EXPECT_FALSE(says(drawn, "F11"));
    }
}

TEST(OperatorView, KeepsOurFontsWhateverTheEventsAre) {
    const OperatorScreen screen = busy();
    const Drawn ours = draw(screen, {1280, 800}, Lang::en);
    paint::setEventFonts({"Noto Sans Mono", "Noto Sans Mono"});
    const Drawn own = draw(screen, {1280, 800}, Lang::en);
    paint::setEventFonts({});
    ASSERT_EQ(own.all.size(), ours.all.size());
    for (std::size_t i = 0; i < ours.all.size(); ++i) EXPECT_EQ(own.all[i].ink, ours.all[i].ink) << ours.all[i].text;
}

TEST(OperatorView, WhatIsWaitedForIsToldWholly) {
    const std::vector<Text> told =
        awaitedTexts("the-gala-of-the-many-nations-2023.turnout", makeError(Fault::diskError, "store.x"), "HDMI-A-1-2");
    for (const ui::Size size : kWindows)
        for (const Lang lang : {Lang::en, Lang::zh}) {
            auto canvas = ui::Canvas::headless(size);
            std::vector<ui::Written> all;
            canvas->onWritten([&](const ui::Written& written) { all.push_back(written); });
            canvas->begin(size, {});
            drawOperatorAwaiting(*canvas, told, lang);
            canvas->end();
            ASSERT_EQ(all.size(), told.size());
            for (std::size_t i = 0; i < all.size(); ++i) {
                EXPECT_FALSE(all[i].cut) << all[i].text;
                EXPECT_TRUE((ui::Rect{0, 0, size.w, size.h}.contains(all[i].ink))) << all[i].text;
                EXPECT_TRUE(i == 0 || all[i].ink.y >= all[i - 1].ink.bottom()) << all[i].text;
            }
        }
}

}  // namespace
}  // namespace turnout::display
