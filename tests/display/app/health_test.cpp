// What the operator is told of the evening's health.
#include "display/app/health.h"

#include <gtest/gtest.h>

#include <fstream>
#include <set>

#include "common/base/utf8.h"
#include "display/app/store_watch.h"
#include "tests/support/event_builder.h"

namespace turnout::display {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

std::vector<DoorRow> doors(std::initializer_list<const char*> quiet) {
    std::vector<DoorRow> all{{"Main", {}, 3, false}};
    for (const char* name : quiet) all.push_back({name, {}, 130, true});
    return all;
}

std::string stateOf(const Health& health, Lang lang = Lang::en) {
    return say(health.state, lang);
}

TEST(Health, SaysAllIsWellOnlyWhileEverythingIs) {
    const std::vector<DoorRow> busy = doors({}), quiet = doors({"East"});
    EXPECT_TRUE(healthOf({"gala.turnout", {}, 0, {20, false}, {}, busy}).well());
    EXPECT_EQ(stateOf(healthOf({"gala.turnout", {}, 0, {20, false}, {}, busy})), "all is well");
    const ClockNews ahead{ClockNews::Step::ahead, 40};
    const Error gone = makeError(Fault::notFound, "store.not_found");
    for (const Health& health : {healthOf({"gala.turnout", {}, 12, {20, false}, {}, busy}),  // older than it should be
                                 healthOf({"gala.turnout", gone, 0, {20, false}, {}, busy}),
                                 healthOf({"gala.turnout", {}, 0, {400, true}, {}, busy}),
                                 healthOf({"gala.turnout", {}, 0, {20, false}, ahead, busy}),
                                 healthOf({"gala.turnout", {}, 0, {20, false}, {}, quiet})}) {
        EXPECT_FALSE(health.well());
        for (const Lang lang : {Lang::en, Lang::zh}) {
            EXPECT_NE(stateOf(health, lang), say("display.operator.state_well", lang));
            ASSERT_TRUE(health.meaning);
            EXPECT_NE(say(*health.meaning, lang), health.meaning->key);
        }
    }
}

TEST(Health, CountsAndNamesEveryQuietDoor) {
    const std::vector<DoorRow> one = doors({"East"}), three = doors({"East", "West", "VIP"});
    EXPECT_EQ(stateOf(healthOf({"f", {}, 0, {20, false}, {}, one})), "one door is quiet");
    EXPECT_EQ(say(*healthOf({"f", {}, 0, {20, false}, {}, one}).meaning, Lang::en),
              "East is quiet: ask there why. Its guests are counted when it is back.");
    const Health many = healthOf({"f", {}, 0, {20, false}, {}, three});
    EXPECT_EQ(stateOf(many), "3 doors are quiet");
    EXPECT_EQ(say(*many.meaning, Lang::en),
              "East, West, VIP are quiet: ask there why. Their guests are counted when they are back.");
    EXPECT_EQ(say(*healthOf({"f", {}, 0, {20, false}, {}, three, Lang::zh}).meaning, Lang::zh),
              "East、West、VIP 暂无动静：请到该处询问。恢复后其来宾会计入。");
}

// The file as the display meets it, and what the operator reads.
std::string toldWhen(const fs::path& file) {
    StoreWatch watch(file);
    const SteadyTime now{1h};
    const StoreNews first = watch.poll(now);
    const StoreNews meanwhile = watch.poll(now + 20ms);  // not asked again yet
    EXPECT_TRUE(first.trouble && meanwhile.trouble);
    if (!first.trouble || !meanwhile.trouble) return {};
    EXPECT_EQ(first.trouble->text, meanwhile.trouble->text) << "the reason stands until it is tried again";
    const std::vector<DoorRow> none;
    return say(*healthOf({file.filename().string(), meanwhile.trouble, 40, {}, {}, none}).meaning, Lang::en);
}

TEST(Health, TellsWhyTheEventFileCannotBeReadAndWhatToDo) {
    test::AnEvent event(3);
    const std::string name = event.path().filename().string();
    const auto write = [&](const std::string& text) { std::ofstream(event.path(), std::ios::binary) << text; };
    for (const auto& [text, told] : std::vector<std::pair<std::string, std::string>>{
             {std::string(8192, 'x'), "is not an event file: put the right file in its place."},
             {"", "is not an event file: put the right file in its place."}}) {
        write(text);
        const std::string sentence = toldWhen(event.path());
        EXPECT_NE(sentence.find(name + " " + told), std::string::npos) << sentence;
    }
    fs::remove(event.path());
    EXPECT_NE(toldWhen(event.path()).find(name + " is gone: put it back"), std::string::npos);
}

TEST(Health, EveryReasonHasItsOwnSentence) {
    std::set<std::string> all;
    const std::vector<DoorRow> none;
    for (const Fault fault : {Fault::notFound, Fault::notOurs, Fault::corrupt, Fault::newerSchema, Fault::inUse,
                              Fault::readOnly, Fault::diskError}) {
        const Health health = healthOf({"gala.turnout", makeError(fault, "store.x"), 3, {20, false}, {}, none});
        for (const Lang lang : {Lang::en, Lang::zh}) {
            const std::string sentence = say(*health.meaning, lang);
            EXPECT_NE(sentence.find("gala.turnout"), std::string::npos) << sentence;
            EXPECT_TRUE(all.insert(sentence).second) << sentence;
        }
    }
}

TEST(DoorClock, IsInStepWhileAdmissionsComeAtOnce) {
    const TimePoint wall = test::evening();
    DoorClock clock;
    HallNumbers numbers;
    const auto told = [&](std::int64_t row, Millis lag, bool opened = false) {
        numbers.newest = {Arrival{row, wall - lag, {}, {}}};
        clock.take(numbers, opened, wall);
        return clock.news().step;
    };
    using Step = ClockNews::Step;
    EXPECT_EQ(told(1, 2h, true), Step::unheard) << "what was there at the start";
    EXPECT_EQ(told(2, 20ms), Step::inStep);
    EXPECT_EQ(told(3, 2h), Step::inStep) << "one that was told late";
    EXPECT_EQ(told(4, 10ms), Step::inStep);
    EXPECT_EQ(told(5, -90s), Step::ahead);
    EXPECT_EQ(clock.news().seconds, 90);
    EXPECT_EQ(told(6, 5min), Step::inStep);
    EXPECT_EQ(told(7, 5min), Step::inStep);
    EXPECT_EQ(told(8, 5min), Step::behind);
    EXPECT_EQ(clock.news().seconds, 300);
    EXPECT_EQ(told(9, 1s), Step::inStep);
}

TEST(Health, AHallWithoutItsMonitorIsNotWellAndIsToldWhatHappensNext) {
    const std::vector<DoorRow> busy = doors({});
    HealthSource source{"gala.turnout", {}, 0, {20, false}, {}, busy};
    source.awaited = "2";
    const Health health = healthOf(source);
    EXPECT_FALSE(health.well());
    EXPECT_EQ(stateOf(health), "screen 2 is not connected");
    EXPECT_NE(say(*health.meaning, Lang::en).find("fills it at once"), std::string::npos);
    EXPECT_NE(say(*health.meaning, Lang::zh).find("屏幕 2"), std::string::npos);
}

TEST(Health, AnotherEventInTheFileIsNamed) {
    const std::vector<DoorRow> busy = doors({});
    HealthSource source{"gala.turnout", {}, 0, {20, false}, {}, busy};
    source.newEvent = Names{"Rehearsal", "彩排"};
    const Health health = healthOf(source);
    EXPECT_FALSE(health.well());
    EXPECT_EQ(say(*health.meaning, Lang::en),
              "If it is the wrong one, put the right file in its place: gala.turnout holds Rehearsal now.");
    source.lang = Lang::zh;
    EXPECT_EQ(say(*healthOf(source).meaning, Lang::zh), "如不正确，请换回正确的文件：gala.turnout 现在是“彩排”。");
}

TEST(Health, ALongNameOfAnotherEventLeavesRoomForTheAdvice) {
    const std::vector<DoorRow> busy = doors({});
    HealthSource source{"gala.turnout", {}, 0, {20, false}, {}, busy};
    source.newEvent = Names{std::string(300, 'W'), {}};
    const std::string told = say(*healthOf(source).meaning, Lang::en);
    EXPECT_LT(charactersIn(told), 150U) << told;
    EXPECT_TRUE(told.starts_with("If it is the wrong one, put the right file in its place"));
}

TEST(Health, WhatIsWaitedForIsToldWithWhatToDo) {
    const std::vector<Text> told = awaitedTexts("gala.turnout", makeError(Fault::notFound, "store.not_found"), "2");
    ASSERT_EQ(told.size(), 3U);
    EXPECT_EQ(say(told[0], Lang::en), "Waiting for gala.turnout");
    EXPECT_EQ(say(told[1], Lang::en),
              "gala.turnout is not there yet: put it in its place, or plug its disk in. The display begins by itself.");
    EXPECT_EQ(say(told[1], Lang::zh), "gala.turnout 尚未就位：请放到指定位置，或接上其磁盘，大屏会自动开始。");
    EXPECT_NE(say(told[2], Lang::en).find("screen 2"), std::string::npos);
    EXPECT_EQ(awaitedTexts("gala.turnout", {}, {}).size(), 1U);
}

}  // namespace
}  // namespace turnout::display
