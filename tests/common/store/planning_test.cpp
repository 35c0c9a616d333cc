// What the organiser changes after the event was made, beside doors that are open.
#include "common/store/planning.h"

#include <gtest/gtest.h>

#include "common/store/closing.h"
#include "tests/support/event_builder.h"

namespace turnout::test {
namespace {

DoorRecord doorOf(const AnEvent& event, const std::string& name) {
    for (const DoorRecord& door : must(doorRecords(event.path())))
        if (door.plan.name == name) return door;
    throw std::runtime_error("no door " + name);
}

TEST(PlanningTest, AddsAndChangesADoorWhileAnotherIsOpen) {
    const AnEvent event(2);
    EventStore open = event.open();
    const DoorPlan wish{"  Stage\tdoor ",
                        DoorWay::entry,
                        {"performer"},
                        at("2023-11-17T15:00:00+08:00"),
                        at("2023-11-17T22:00:00+08:00")};
    const DoorId made = must(addDoor(event.path(), wish));
    const DoorRecord door = doorOf(event, "Stage door");
    EXPECT_EQ(door.id, made);
    EXPECT_EQ(door.plan.way, DoorWay::entry);
    EXPECT_EQ(door.plan.admits, std::vector<std::string>{"performer"});
    EXPECT_EQ(door.plan.opens, wish.opens);
    DoorPlan changed = door.plan;
    changed.name = "Performers";
    changed.admits = {"usher", "performer"};
    changed.closes.reset();
    must(changeDoor(event.path(), made, changed));
    const DoorStatus now = must(event.read().doorStatus(made, evening()));
    EXPECT_EQ(now.opens, wish.opens) << "as the door tells it, while it is open";
    EXPECT_EQ(now.closes, aPlan().doorsClose) << "its own is gone: the event's";
    EXPECT_EQ(doorOf(event, "Performers").plan.admits, (std::vector<std::string>{"performer", "usher"}));
    EXPECT_EQ(must(open.admit(aScan(must(open.doorNamed("Performers", evening())), event.codes[0]))).verdict,
              Verdict::wrongDoor);
    EXPECT_EQ(findings(event.path()), "");
}

TEST(PlanningTest, RefusesATakenNameABlankOneAndTimesTheWrongWayRound) {
    const AnEvent event;
    EXPECT_EQ(addDoor(event.path(), {"a", DoorWay::both, {}, {}, {}}).error().text.key, "store.door_name_taken");
    EXPECT_EQ(addDoor(event.path(), {" ", DoorWay::both, {}, {}, {}}).error().text.key, "store.door_needs_name");
    EXPECT_EQ(addDoor(event.path(), {"C", DoorWay::both, {}, evening(), evening()}).error().text.key,
              "store.door_closes_first");
    EXPECT_EQ(changeDoor(event.path(), DoorId{99}, {"D", DoorWay::both, {}, {}, {}}).error().text.key,
              "store.no_such_door");
    EXPECT_EQ(must(doorRecords(event.path())).size(), 2U);
}

TEST(PlanningTest, ADoorWithoutScansIsDeletedAndOneWithScansLeavesThemBehind) {
    const AnEvent event(1);
    {
        EventStore store = event.open();
        must(store.admit(aScan(must(store.doorNamed("A", evening())), event.codes[0])));
    }
    EXPECT_TRUE(must(removeDoor(event.path(), doorOf(event, "B").id, evening())));
    EXPECT_FALSE(must(removeDoor(event.path(), doorOf(event, "A").id, evening())));
    const auto left = must(doorRecords(event.path()));
    ASSERT_EQ(left.size(), 1U);
    EXPECT_TRUE(left[0].removed && left[0].closed);
    EXPECT_EQ(left[0].scans, 1);
    EXPECT_EQ(left[0].scansHere, 1);
    EXPECT_EQ(left[0].admitted, 1);
    EXPECT_EQ(findings(event.path()), "");
    EXPECT_EQ(must(addDoor(event.path(), {"a", DoorWay::exit, {}, {}, {}})), left[0].id);  // its name brings it back
    EXPECT_FALSE(doorOf(event, "A").removed);
    EXPECT_FALSE(doorOf(event, "A").closed);
}

TEST(PlanningTest, AClosedDoorKeepsThePlannedTimeThatWasChangedMeanwhile) {
    const AnEvent event;
    EventStore store = event.open();
    const DoorRecord door = doorOf(event, "A");
    must(store.closeDoor(door.id, true, evening()));
    DoorPlan plan = doorOf(event, "A").plan;
    EXPECT_FALSE(plan.closes);
    plan.closes = at("2023-11-17T23:00:00+08:00");
    must(changeDoor(event.path(), door.id, plan));
    EXPECT_TRUE(doorOf(event, "A").closed);
    EXPECT_EQ(doorOf(event, "A").plan.closes, plan.closes);
    must(store.closeDoor(door.id, false, evening()));
    EXPECT_EQ(doorOf(event, "A").plan.closes, plan.closes);
}

TEST(PlanningTest, TellsHowOldTheListOfADoorsCopyIs) {
    const AnEvent event(3);
    const DoorId door = doorOf(event, "A").id;
    const DoorCopy copy{"KINGSTON 32", "MACHINE", evening()};
    must(noteCopy(event.path(), door, copy));
    EXPECT_EQ(doorOf(event, "A").copy, copy);
    EXPECT_EQ(doorOf(event, "A").newerGuests, 0);
    EventStore store = event.open();
    RosterRow late = aGuest(4);
    must(store.merge({late}, {}, evening() + std::chrono::minutes(5)));
    EXPECT_EQ(doorOf(event, "A").newerGuests, 1);
    EXPECT_FALSE(doorOf(event, "A").copyCameBack);
}

TEST(PlanningTest, ProgrammeGroupsRulesAndDisplayAreReadBackAsWritten) {
    const AnEvent event(1);
    const std::vector<Act> acts{
        {{"Part", "上半场"}, {"Lion\nDance", "舞狮"}, "Li Ming", at("2023-11-17T19:05:00+08:00")},
        {{}, {"", "合唱"}, "", {}}};
    must(changeProgramme(event.path(), acts));
    must(changeGroups(event.path(), {{"", {"South East", "东南亚"}, {country("TH"), country("LA")}},
                                     {"big", {"Big", "大"}, {country("PK")}}}));
    must(changeDisplay(event.path(), {{"gold", "#FFC83D"}, {"language", "zh"}}));
    must(changeDisplay(event.path(), {{"language", ""}}));
    EventReader reader = event.read();
    EventPlan plan = must(reader.event());
    ASSERT_EQ(plan.acts.size(), 2U);
    EXPECT_EQ(plan.acts[0].name.en, "Lion Dance");
    EXPECT_EQ(plan.acts[0].starts, acts[0].starts);
    EXPECT_EQ(plan.acts[1].name.zh, "合唱");
    ASSERT_EQ(plan.groups.size(), 2U);
    EXPECT_EQ(plan.groups[0].id, "south_east");
    EXPECT_EQ(plan.groups[0].members.size(), 2U);
    EXPECT_EQ(plan.display, (std::vector<std::pair<std::string, std::string>>{{"gold", "#FFC83D"}}));

    EventRules rules = rulesOf(plan);
    rules.capacity = 300;
    rules.walkIns = true;
    rules.overrides = OverrideRule::supervisor;
    must(changeRules(event.path(), rules));
    EXPECT_EQ(rulesOf(must(reader.event())), rules);
    rules.capacity = 0;
    EXPECT_EQ(changeRules(event.path(), rules).error().text.key, "store.event_no_places");
    EXPECT_EQ(changeProgramme(event.path(), {Act{}}).error().text.key, "store.act_needs_name");
    EXPECT_EQ(must(reader.event()).acts.size(), 2U);
    EXPECT_EQ(findings(event.path()), "");
}

TEST(PlanningTest, AClosedEventTakesNothingInAnyMore) {
    const AnEvent event(3);
    must(closeEvent(event.path(), evening()));
    EXPECT_EQ(addDoor(event.path(), {"C", DoorWay::both, {}, {}, {}}).error().text.key, "store.closed");
    EXPECT_EQ(changeProgramme(event.path(), {}).error().text.key, "store.closed");
}

}  // namespace
}  // namespace turnout::test
