// What the operator set by hand outlives a crash of the hall's program.
#include "display/app/by_hand.h"

#include <gtest/gtest.h>

#include "display/app/hall_presenter.h"
#include "tests/support/event_builder.h"
#include "tests/support/temp_dir.h"

namespace turnout::display {
namespace {

using test::at;

EventPlan plan() {
    EventPlan plan = test::aPlan();
    plan.ends = at("2023-11-17T21:00:00+08:00");
    plan.acts = {{{}, {"First", "一"}, "Li", at("2023-11-17T19:05:00+08:00")},
                 {{}, {"Second", "二"}, {}, at("2023-11-17T19:30:00+08:00")},
                 {{}, {"Third", "三"}, {}, at("2023-11-17T20:00:00+08:00")}};
    return plan;
}

const TimePoint kWall = at("2023-11-17T19:10:00+08:00");
const SteadyTime kNow = SteadyTime{} + std::chrono::hours(1);

class ByHandTest : public testing::Test {
  protected:
    // An evening on which everything was touched.
    static HallPresenter touched() {
        HallPresenter hall(plan(), false);
        hall.take({}, kNow, kWall);
        for (const Control control : {Control::later, Control::nextAct, Control::later, Control::showMode,
                                      Control::language, Control::rotation, Control::moments, Control::slower})
            hall.control(control, kNow, kWall);
        hall.say({"Please sit down", "请就座"});
        return hall;
    }
    test::TempDir dir_;
    const std::filesystem::path file_ = std::filesystem::path(dir_ / "state") / "hall.json";
};

TEST_F(ByHandTest, TheActTheDelaysAndShowModeAreThereAfterARestart) {
    const HallPresenter before = touched();
    ASSERT_TRUE(keep(before.byHand(), plan(), kWall, file_).ok());

    HallPresenter after(plan(), false);
    const auto state = kept(plan(), kWall + 90s, file_);
    ASSERT_TRUE(state);
    after.recall(*state);
    after.take({}, kNow, kWall + 90s);
    EXPECT_EQ(after.byHand(), before.byHand());
    EXPECT_TRUE(after.screen().showMode);
    const Programme &was = before.numbers().programme(), &is = after.numbers().programme();
    EXPECT_EQ(is.current(kWall), was.current(kWall));
    EXPECT_EQ(is.current(kWall), 2U) << "the second act, after the opening and the first";
    for (std::size_t i = 0; i < is.items().size(); ++i) EXPECT_EQ(is.items()[i].starts, was.items()[i].starts);
    EXPECT_EQ(is.items()[3].starts, at("2023-11-17T20:10:00+08:00"));
    EXPECT_FALSE(is.over(at("2023-11-17T21:09:00+08:00")));
}

TEST_F(ByHandTest, ASceneThatStandsStillIsThereAfterARestart) {
    const auto restarted = [&](std::initializer_list<Control> pressed) {
        HallPresenter before(plan(), false), after(plan(), false);
        before.take({}, kNow, kWall);
        for (const Control control : pressed) before.control(control, kNow, kWall);
        EXPECT_TRUE(keep(before.byHand(), plan(), kWall, file_).ok());
        after.recall(*kept(plan(), kWall + 90s, file_));
        after.take({}, kNow, kWall + 90s);
        after.tick(kNow + std::chrono::minutes(3), kWall + std::chrono::minutes(3));
        EXPECT_EQ(after.rotates(), before.rotates());
        return after;
    };
    EXPECT_EQ(restarted({Control::rotation, Control::doorsOpen}).scene(), Scene::doorsOpen);
    HallPresenter photograph = restarted({Control::thankYou});
    EXPECT_EQ(photograph.scene(), Scene::thankYou) << "held: the timetable does not have it";
    photograph.control(Control::rotation, kNow + std::chrono::minutes(3), kWall + std::chrono::minutes(3));
    EXPECT_TRUE(photograph.rotates()) << "let go as before";
    EXPECT_FALSE(restarted({}).byHand().still) << "scenes go on by themselves";
}

TEST_F(ByHandTest, AnOlderFileSaysNothingOfAScene) {
    ASSERT_TRUE(keep(touched().byHand(), plan(), kWall, file_).ok());
    std::string older = test::readFile(file_);
    const std::string still = "  \"still\": \"" + std::string(nameOf(touched().scene())) + "\",\n";
    ASSERT_NE(older.find(still), std::string::npos);
    test::writeFile(file_, older.erase(older.find(still), still.size()));
    const auto state = kept(plan(), kWall, file_);
    ASSERT_TRUE(state);
    EXPECT_FALSE(state->still);
    EXPECT_FALSE(state->rotates);
}

TEST_F(ByHandTest, OfAnotherEveningOrTheDayBeforeNothingIsTaken) {
    ASSERT_TRUE(keep(touched().byHand(), plan(), kWall, file_).ok());
    EventPlan later = plan(), shorter = plan();
    later.starts += std::chrono::hours(24);
    shorter.acts.pop_back();
    EXPECT_FALSE(kept(later, kWall, file_));
    const auto ofShorter = kept(shorter, kWall, file_);
    ASSERT_TRUE(ofShorter);
    EXPECT_FALSE(ofShorter->programme.act) << "its acts are others";
    EXPECT_TRUE(ofShorter->showMode) << "the hall stays dark all the same";
    EXPECT_FALSE(kept(plan(), kWall + std::chrono::hours(13), file_));
    EXPECT_FALSE(kept(plan(), kWall - 1s, file_));
    EXPECT_TRUE(kept(plan(), kWall + std::chrono::hours(1), file_));
    EXPECT_FALSE(kept(plan(), kWall, dir_ / "absent.json"));
}

TEST_F(ByHandTest, WhatSomebodyWroteIntoTheFileDoesNoHarm) {
    ASSERT_TRUE(keep(touched().byHand(), plan(), kWall, file_).ok());
    const std::string good = test::readFile(file_);
    for (std::size_t length = 0; length < good.size() - 2; length += 7) {
        test::writeFile(file_, good.substr(0, length));
        EXPECT_FALSE(kept(plan(), kWall, file_)) << length;
    }
    ByHand wild;
    wild.programme = {99U, {std::chrono::minutes(1)}, {}, {}};
    HallPresenter hall(plan(), false);
    hall.recall(wild);
    hall.take({}, kNow, kWall);
    EXPECT_FALSE(hall.numbers().programme().byHand());
}

TEST_F(ByHandTest, APlaceThatCannotBeWrittenIsSaid) {
    test::writeFile(dir_ / "state", "a file");
    const Status done = keep({}, plan(), kWall, file_);
    ASSERT_FALSE(done.ok());
    EXPECT_NE(done.error().sentence(Lang::en).find("hall.json"), std::string::npos);
}

TEST_F(ByHandTest, EachEventFileHasAPlaceOfItsOwnInTheUsersState) {
    setenv("XDG_STATE_HOME", dir_.path().c_str(), 1);
    const std::filesystem::path one = byHandFile("one.turnout", 0), two = byHandFile("two.turnout", 0);
    const std::filesystem::path lobby = byHandFile("one.turnout", 1);
    unsetenv("XDG_STATE_HOME");
    EXPECT_NE(one, two);
    EXPECT_NE(one, lobby);
    EXPECT_EQ(one.parent_path(), dir_.path() / "turnout");
    EXPECT_EQ(byHandFile("./one.turnout", 0).filename(), one.filename());
}

}  // namespace
}  // namespace turnout::display
