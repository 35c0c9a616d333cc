#include <functional>
#include <set>

#include "display/app/operator_screen.h"
#include "tests/display/app/hall_presenter_fixture.h"

namespace turnout::display {
namespace {

TEST_F(HallPresenterTest, ScenesComeInTheTurnThatTheOrganiserSet) {
    tell();
    EXPECT_EQ(screen().which, Scene::count);
    run(20s + 600ms);
    EXPECT_EQ(screen().which, Scene::programme);
    EXPECT_FALSE(screen().leaving);
    run(10s);
    EXPECT_EQ(screen().which, Scene::count);
    press(Control::rotation);
    run(60s);
    EXPECT_EQ(screen().which, Scene::count);
}

TEST_F(HallPresenterTest, UniversitiesWithoutGuestsArePassedOver) {
    EventPlan plan = display::plan();
    plan.display = {{"rotation", "count 20, universities 10"}};
    presenter.replan(plan);
    HallNumbers hall = numbers();
    hall.totals.byAffiliation = {{"a", {"One", "一"}, {12, 3}}, {"b", {"Two", "二"}, {0, 0}}};
    presenter.take(hall, now, wall);
    run(25s);
    EXPECT_EQ(screen().which, Scene::count);
    hall.totals.byAffiliation.back().guests = {5, 0};
    presenter.take(hall, now, wall);
    run(20s);
    EXPECT_EQ(screen().which, Scene::universities);
}

// On every page of the universities: in which languages names with room for one were seen.
std::map<std::size_t, std::set<bool>> pagesSeen(const std::function<const HallScreen&()>& next, int steps) {
    std::map<std::size_t, std::set<bool>> seen;
    for (int i = 0; i < steps; ++i)
        if (const auto* pages = std::get_if<UniversitiesScreen>(&next().scene))
            seen[pages->page].insert(pages->otherLanguage);
    return seen;
}

TEST_F(HallPresenterTest, EveryPageOfTheUniversitiesIsReadInBothLanguages) {
    EventPlan plan = display::plan();
    plan.display = {{"rotation", "count 20, universities 10"}};
    presenter.replan(plan);
    HallNumbers hall = numbers();
    for (int i = 0; i < 19; ++i)
        hall.totals.byAffiliation.push_back({std::to_string(i), {"University", "大学"}, {12, 3}});
    presenter.take(hall, now, wall);
    const auto step = [this]() -> const HallScreen& {
        run(1s);
        return screen();
    };
    EXPECT_THAT(pagesSeen(step, 46), testing::SizeIs(3)) << "however short the organiser's time for the scene";
    const std::set<bool> both{false, true};
    EXPECT_THAT(pagesSeen(step, 100), testing::Each(testing::Pair(testing::_, both)));
    press(Control::universities);
    press(Control::rotation);
    EXPECT_THAT(pagesSeen(step, 60), testing::Each(testing::Pair(testing::_, both))) << "also where it stays";
}

TEST_F(HallPresenterTest, AnArcGrowsWhenItsCountryComesAndAfterItsMoment) {
    const auto arc = [&] { return std::get<JourneyScreen>(screen().scene).arcMs; };
    arrive("LA", 3);
    tell();
    press(Control::journey);
    press(Control::rotation);
    run(2s);
    EXPECT_EQ(arc(), kArcMs);
    press(Control::moments);
    arrive("NP", 3);
    tell();
    run(300ms);
    EXPECT_GT(arc(), 0);
    EXPECT_LT(arc(), kArcMs);
    EXPECT_TRUE(screen().moving());
    run(1s);
    EXPECT_EQ(arc(), kArcMs);
    press(Control::moments);
    arrive("PK", 3);
    tell();
    while (!screen().moment || screen().momentInMs < kMomentIn) run(50ms);
    EXPECT_EQ(arc(), 0);
    EXPECT_FALSE(screen().moving()) << "nobody sees what the moment covers";
    while (screen().moment && screen().momentOutMs == 0) run(50ms);
    run(300ms);
    EXPECT_GT(arc(), 0);
    run(1s);
    EXPECT_EQ(arc(), kArcMs);
}

TEST_F(HallPresenterTest, BeforeTheStartAndAfterTheEndOtherScenesComeInTurn) {
    wall = at("2023-11-17T18:40:00+08:00");
    tell();
    EXPECT_EQ(screen().which, Scene::doorsOpen);
    EXPECT_EQ(std::get<DoorsScreen>(screen().scene).countdown, "20:00");
    wall = at("2023-11-17T21:30:00+08:00");
    run(31s);
    EXPECT_EQ(screen().which, Scene::thankYou);
}

TEST_F(HallPresenterTest, ASceneFadesIntoTheNextInHalfASecond) {
    tell();
    press(Control::thankYou);
    EXPECT_TRUE(screen().leaving);
    EXPECT_TRUE(screen().moving());
    run(250ms);
    EXPECT_EQ(screen().fadeMs, 250);
    run(300ms);
    EXPECT_FALSE(screen().leaving);
    EXPECT_FALSE(screen().moving());
}

TEST_F(HallPresenterTest, AMessageCoversEverySceneAlsoInShowModeAndInABlackout) {
    tell();
    press(Control::showMode);
    press(Control::message);
    ASSERT_TRUE(screen().message);
    EXPECT_FALSE(screen().dark());
    for (std::size_t i = 0; i < presenter.messages().size(); ++i) press(Control::message);
    EXPECT_FALSE(screen().message);  // after the last there is none
    presenter.say({"Please leave calmly by the west door", "请从西门有序离场"});
    EXPECT_EQ(screen().message->zh, "请从西门有序离场");
    press(Control::blackout);
    EXPECT_TRUE(screen().dark()) << "dark at once, whatever is shown";
    presenter.say({"Please leave calmly by the west door", {}});
    EXPECT_FALSE(screen().dark());
    press(Control::noMessage);
    EXPECT_TRUE(screen().dark()) << "the blackout is still on";
    press(Control::blackout);
    EXPECT_FALSE(screen().blackout);
}

TEST_F(HallPresenterTest, ALateStartMovesTheCountdownAndTheScenesBeforeIt) {
    wall = at("2023-11-17T18:58:00+08:00");
    tell();
    press(Control::later);
    EXPECT_EQ(std::get<DoorsScreen>(screen().scene).countdown, "7:00");
    EXPECT_TRUE(std::get<DoorsScreen>(screen().scene).starts.ends_with("19:05"));
    wall = at("2023-11-17T19:04:00+08:00");
    run(31s);
    EXPECT_NE(screen().which, Scene::programme) << "not begun yet";
    wall = at("2023-11-17T19:05:30+08:00");
    run(40s);
    EXPECT_EQ(screen().which, Scene::programme);
}

TEST_F(HallPresenterTest, ASceneThatTheTimetableDoesNotHaveStaysUntilTheOperatorLetsItGo) {
    tell();
    press(Control::thankYou);
    EXPECT_FALSE(presenter.rotates());
    run(120s);
    EXPECT_EQ(screen().which, Scene::thankYou) << "the group photograph takes its time";
    press(Control::rotation);
    EXPECT_TRUE(presenter.rotates());
    run(19s);
    EXPECT_NE(screen().which, Scene::thankYou);
}

TEST_F(HallPresenterTest, AfterTheLastActByHandTheEveningIsOver) {
    tell();
    for (int i = 0; i < 3; ++i) press(Control::nextAct);
    run(21s);
    EXPECT_EQ(screen().which, Scene::thankYou);
    press(Control::actBack);
    EXPECT_EQ(presenter.numbers().programme().current(wall), 2U);
    EXPECT_FALSE(presenter.numbers().programme().over(wall));
}

TEST_F(HallPresenterTest, NextAfterTheEndLeavesTheTimeOfTheLastAct) {
    wall = at("2023-11-17T21:01:12+08:00");
    tell();
    press(Control::nextAct);
    EXPECT_FALSE(presenter.actBegan()) << "nothing began";
    press(Control::later);
    ASSERT_FALSE(presenter.numbers().programme().over(wall)) << "five minutes more, and the last act is on";
    EXPECT_EQ(operatorScreen({presenter, DoorRates{}, now, wall, {}, {12, false}}).elapsed, "91:12");
}

TEST_F(HallPresenterTest, OneActOfTheOrganisersHasItsScene) {
    EventPlan one = plan();
    one.acts = {{{}, {"Concert", {}}, {}, one.starts}};
    presenter = HallPresenter(one, false);
    tell();
    run(20s + 600ms);
    EXPECT_EQ(screen().which, Scene::programme);
}

TEST_F(HallPresenterTest, WhatTheOrganiserChangesIsShownAndWhatTheOperatorDidStays) {
    tell();
    press(Control::nextAct);
    press(Control::showMode);
    EventPlan changed = plan();
    changed.name = {"A new name", "新名"};
    changed.acts.insert(changed.acts.begin(), {{}, {"Zeroth", "零"}, {}, at("2023-11-17T19:02:00+08:00")});
    changed.acts.back().performers = "Wang";
    changed.display.emplace_back("language", "zh");
    presenter.replan(changed);
    run(50ms);
    EXPECT_TRUE(screen().showMode);
    ASSERT_TRUE(screen().strip);
    EXPECT_EQ(screen().strip->act.en, "Second") << "the act that the operator had reached, by its name";
    EXPECT_EQ(screen().strip->performers, "Wang");
    EXPECT_EQ(std::get<CountScreen>(screen().scene).title.zh, "新名");
    EXPECT_EQ(screen().tongues, Tongues::chinese);
}

TEST_F(HallPresenterTest, AStripWhoseCountIsOldSaysSo) {
    arrive("LA", 40);
    tell();
    press(Control::showMode);
    run(50ms);
    EXPECT_EQ(screen().strip->asOf, "");
    now += 40s;
    wall += 40s;
    presenter.tick(now, wall);
    EXPECT_EQ(screen().strip->asOf, "19:10");
    tell();
    EXPECT_EQ(screen().strip->asOf, "");
}

TEST_F(HallPresenterTest, TheOperatorMovesTheProgrammeByHandAndLater) {
    tell();
    press(Control::programme);
    run(1s);
    EXPECT_EQ(std::get<ProgrammeScreen>(screen().scene).now->title.en, "First");
    press(Control::later);
    EXPECT_EQ(std::get<ProgrammeScreen>(screen().scene).next->time, "19:35");
    press(Control::nextAct);
    EXPECT_EQ(std::get<ProgrammeScreen>(screen().scene).now->title.en, "Second");
    press(Control::actBack);
    EXPECT_EQ(std::get<ProgrammeScreen>(screen().scene).now->title.en, "First");
}

TEST_F(HallPresenterTest, BehindTheNextActTwoMoreAreTold) {
    EventPlan six = plan();
    six.acts.clear();
    for (int i = 0; i < 6; ++i)
        six.acts.push_back({{}, {std::to_string(i), {}}, {}, at("2023-11-17T19:05:00+08:00") + i * 10min});
    presenter = HallPresenter(six, false);
    const auto titles = [&](const char* time) {
        const auto told = std::get<ProgrammeScreen>(presenter.sceneScreen(Scene::programme, now, at(time)));
        std::string all = (told.now ? told.now->title.en : "-") + " " + told.next->title.en;
        for (const ActLines& act : told.later) all += " " + act.title.en;
        return all;
    };
    EXPECT_EQ(titles("2023-11-17T18:30:00+08:00"), "- Opening 0 1 2") << "our own opening stands large, 0 is the next";
    EXPECT_EQ(titles("2023-11-17T19:06:00+08:00"), "0 1 2 3");
}

TEST_F(HallPresenterTest, LanguagesComeBothInTurnOrAlone) {
    tell();
    EXPECT_EQ(screen().tongues, Tongues::both);
    press(Control::language);
    const Tongues before = screen().tongues;
    EXPECT_NE(before, Tongues::both);
    run(kTurn);
    EXPECT_NE(screen().tongues, before);
    press(Control::language);
    EXPECT_EQ(screen().tongues, Tongues::english);
    press(Control::language);
    EXPECT_EQ(screen().tongues, Tongues::chinese);
    press(Control::language);
    EXPECT_EQ(screen().tongues, Tongues::both);
}

TEST_F(HallPresenterTest, NothingMovesWhenNothingHappens) {
    arrive("LA", 5);
    tell();
    press(Control::rotation);
    run(2s);
    const HallScreen before = screen();
    run(3s);
    EXPECT_FALSE(screen().moving());
    EXPECT_EQ(screen(), before);
}

TEST_F(HallPresenterTest, TheCountNeverGoesDownInAVisibleWay) {
    arrive("LA", 50);
    tell();
    arrive("LA", 30);
    tell();
    std::int64_t last = 0;
    for (int i = 0; i < 30; ++i) {
        run(50ms);
        EXPECT_GE(presenter.numbers().screen().count, last);
        last = presenter.numbers().screen().count;
    }
    arrive("LA", -4);
    tell();
    EXPECT_EQ(presenter.numbers().screen().count, 76);  // at once, not counted down
    EXPECT_FALSE(presenter.numbers().screen().moving());
}

TEST(HallSettings, UnderstandsTheTimetableAndRefusesWordsThatAreNoScene) {
    const auto read = HallSettings::rotation("count 24, journey , thank-you 5");
    ASSERT_TRUE(read);
    EXPECT_EQ(*read, (std::vector<SceneTime>{{Scene::count, 24s}, {Scene::journey, 18s}, {Scene::thankYou, 5s}}));
    EXPECT_FALSE(HallSettings::rotation("fireworks 20"));
    EXPECT_FALSE(HallSettings::rotation("count soon"));
    EXPECT_FALSE(HallSettings::rotation("count 1"));
    EXPECT_FALSE(HallSettings::rotation(" , "));
}

TEST(HallSettings, AHallThatWasToldGivesItsSmallestType) {
    EventPlan plan = test::aPlan();
    EXPECT_EQ(smallestType(HallSettings::of(plan)), 0);
    plan.display = {{"screen_height_m", "3.4"}, {"farthest_seat_m", "30"}};
    EXPECT_NEAR(smallestType(HallSettings::of(plan)), 47.6, 0.1);
}

TEST(HallSettings, WithoutTheMapTheJourneyDoesNotComeByItself) {
    EventPlan plan = test::aPlan();
    plan.display = {{"map", "false"}};
    for (const SceneTime& time : HallSettings::of(plan).during) EXPECT_NE(time.scene, Scene::journey);
}

TEST_F(HallPresenterTest, TheOperatorLetsEverySceneStayLongerOrShorterWithinReason) {
    arrive("LA");
    tell();
    ASSERT_EQ(presenter.scene(), Scene::count);
    EXPECT_EQ(presenter.stays(), 20s);
    press(Control::slower);
    EXPECT_EQ(presenter.stays(), 22s);
    run(21s);
    EXPECT_EQ(presenter.scene(), Scene::count);
    run(2s);
    EXPECT_EQ(presenter.scene(), Scene::programme);
    EXPECT_EQ(presenter.stays(), 12s);
    for (int i = 0; i < 40; ++i) press(Control::faster);
    EXPECT_EQ(presenter.stays(), 4s);
    press(Control::slower);
    EXPECT_GT(presenter.stays(), 4s) << "presses at the end are not counted on";
}

}  // namespace
}  // namespace turnout::display
