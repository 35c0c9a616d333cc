// What a scan leaves in the log, and how it is retried, undone, overridden and kept; the doors; the copies.
#include "tests/contract/contract_fixture.h"

namespace turnout {
namespace {

TEST_F(EventStoreContract, AnswersARetryWithTheStoredAnswerAndWritesNothing) {
    open(2);
    const Scan scan = aScan(a_, code(1));
    const Answer first = must(store_->admit(scan));
    Scan later = scan;
    later.at += 1h;
    const Answer again = must(store_->admit(later));
    EXPECT_EQ(again.verdict, Verdict::admitted);
    EXPECT_EQ(again.seq, first.seq);
    EXPECT_EQ(again.at, first.at);
    EXPECT_EQ(again.guest->name, "Guest 1");
    EXPECT_EQ(scansInFile(), 1);
}

TEST_F(EventStoreContract, TellsWhatBecameOfAScan) {
    open(1);
    const Scan scan = aScan(a_, code(1));
    EXPECT_FALSE(must(store_->answered(scan.id)));
    must(store_->admit(scan));
    const auto answer = must(store_->answered(scan.id));
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->verdict, Verdict::admitted);
    EXPECT_EQ(answer->scan, scan.id);
}

TEST_F(EventStoreContract, UndoesTheLastAdmissionOfThisDoor) {
    open(2);
    const Answer first = enter(code(1));
    enterB(code(2));
    const Answer undone = must(store_->undoLast(a_.id, "wrong person", "", evening() + 1min));
    EXPECT_EQ(undone.verdict, Verdict::undone);
    EXPECT_EQ(undone.undoneReason, "wrong person");
    EXPECT_EQ(undone.guest->name, "Guest 1");
    EXPECT_EQ(totals().guests.arrived, 1);
    const auto rows = log();
    ASSERT_EQ(rows.size(), 3u);  // a new row; the old one stays
    EXPECT_EQ(rows[0].verdict, Verdict::admitted);
    EXPECT_EQ(rows[2].verdict, Verdict::undone);
    EXPECT_EQ(rows[2].undoes, first.scan.value);
    EXPECT_EQ(enter(code(1), evening() + 2min).verdict, Verdict::admitted);
}

TEST_F(EventStoreContract, UndoesAnExitAndThenTheEntryBeforeIt) {
    open(1);
    enter(code(1));
    leave(code(1));
    must(store_->undoLast(a_.id, "came back at once", "", evening()));
    EXPECT_EQ(totals().inside, 1);
    EXPECT_EQ(enter(code(1)).verdict, Verdict::alreadyIn);
    must(store_->undoLast(a_.id, "and was never here", "", evening()));
    EXPECT_EQ(totals().inside, 0);
    EXPECT_EQ(totals().guests.arrived, 0);
}

TEST_F(EventStoreContract, HasNothingToUndoAtADoorWithoutAdmissions) {
    open(1);
    enterB(code(1));
    enter(someCodeOf(store_->eventTag()));
    const auto nothing = store_->undoLast(a_.id, "why", "", evening());
    ASSERT_FALSE(nothing.ok());
    EXPECT_EQ(nothing.error().fault, Fault::refusedByRules);
    EXPECT_EQ(scansInFile(), 2);
}

TEST_F(EventStoreContract, TakesBackOnlyTheScanThatWasMeantWhenTwoProgramsShareADoor) {
    open(2);
    const Answer mine = enter(code(1));
    EventStore other = event_->open();
    const Answer theirs = must(other.admit(aScan(a_, code(2))));
    const auto refused = store_->undoLast(a_.id, "wrong person", "", evening(), mine.scan);
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().fault, Fault::refusedByRules);
    EXPECT_EQ(refused.error().text.key, "store.undo_not_last");
    EXPECT_EQ(totals().guests.arrived, 2);
    EXPECT_EQ(scansInFile(), 2);
    EXPECT_EQ(must(other.undoLast(a_.id, "wrong person", "", evening(), theirs.scan)).guest->name, "Guest 2");
    EXPECT_EQ(must(store_->undoLast(a_.id, "wrong person", "", evening(), mine.scan)).guest->name, "Guest 1");
}

TEST_F(EventStoreContract, TakesBackAnEarlierAdmissionOfTheDoorWhoeverHasComeSince) {
    open(3);
    const Answer first = enter(code(1));
    const Answer second = enter(code(2));
    enter(code(3));
    const Answer undone = must(store_->undo(first.scan, a_.id, "wrong person", "", evening()));
    EXPECT_EQ(undone.verdict, Verdict::undone);
    EXPECT_EQ(undone.guest->name, "Guest 1");
    EXPECT_EQ(log().back().undoes, first.scan.value);
    EXPECT_EQ(totals().guests.arrived, 2);
    EXPECT_EQ(store_->undo(first.scan, a_.id, "again", "", evening()).error().text.key, "store.undo_done");
    EXPECT_EQ(store_->undo(second.scan, b_.id, "elsewhere", "", evening()).error().fault, Fault::refusedByRules);
    EXPECT_EQ(enter(code(1)).verdict, Verdict::admitted);
    EXPECT_EQ(must(store_->undo(second.scan, a_.id, "wrong person", "", evening())).guest->name, "Guest 2");
}

TEST_F(EventStoreContract, TakesNothingBackWhoseGuestHasGoneOn) {
    open(1);
    const Answer in = enter(code(1));
    const Answer out = leave(code(1));
    EXPECT_EQ(store_->undo(in.scan, a_.id, "wrong person", "", evening()).error().text.key, "store.undo_went_on");
    must(store_->undo(out.scan, a_.id, "did not leave", "", evening()));
    EXPECT_EQ(totals().inside, 1);
    must(store_->undo(in.scan, a_.id, "wrong person", "", evening()));
    EXPECT_EQ(totals().guests.arrived, 0);
}

TEST_F(EventStoreContract, TellsWhatOfADoorCanStillBeTakenBack) {
    open(5);
    enter(code(1), evening() - 5min);
    const Answer second = enter(code(2));
    enterB(code(3));
    const Answer fourth = enter(code(4));
    enter(code(4));  // already in
    enter(code(5));
    must(store_->undoLast(a_.id, "mistake", "", evening()));
    const auto left = must(store_->notUndone(a_.id, evening() - 2min));
    ASSERT_EQ(left.size(), 2U);
    EXPECT_EQ(left[0].scan, second.scan);
    EXPECT_EQ(left[1].scan, fourth.scan);
    EXPECT_EQ(left[1].guest->name, "Guest 4");
    must(store_->rehearse(true));
    EXPECT_TRUE(must(store_->notUndone(a_.id, evening() - 2min)).empty());
}

TEST_F(EventStoreContract, TellsWhatADoorAnsweredLastAsItWasAnswered) {
    open(5);
    EXPECT_TRUE(must(store_->newest(a_.id, 3)).empty());
    enter(code(1));
    enter(code(2));
    enterB(code(3));
    enter(code(2), evening() + 1min);
    must(store_->undo(must(store_->newest(a_.id, 3))[0].scan, a_.id, "mistake", "", evening() + 2min));
    const auto last = must(store_->newest(a_.id, 3));
    ASSERT_EQ(last.size(), 3U);
    EXPECT_EQ(last[0].guest->name, "Guest 2");
    EXPECT_EQ(last[0].verdict, Verdict::admitted);
    EXPECT_EQ(last[1].verdict, Verdict::alreadyIn);
    EXPECT_EQ(last[2].verdict, Verdict::undone);
    must(store_->rehearse(true));
    EXPECT_TRUE(must(store_->newest(a_.id, 3)).empty());
    enter(code(4));
    EXPECT_EQ(must(store_->newest(a_.id, 3)).size(), 1U);
}

TEST_F(EventStoreContract, AnUndoneCountryLeavesTheScreenAgain) {
    open(2);
    enter(code(1));
    EXPECT_EQ(totals().countries.arrived, 1);
    must(store_->undoLast(a_.id, "mistake", "", evening()));
    EXPECT_EQ(totals().countries.arrived, 0);
    EXPECT_EQ(totals().groups.at(0).countries.arrived, 0);
}

TEST_F(EventStoreContract, KeepsTheLogInTheOrderWrittenWhateverTheClockSays) {
    open(3);
    enter(code(1), evening());
    enter(code(2), evening() - 3h);
    enter(code(3), evening() + 48h);
    const auto rows = log();
    ASSERT_EQ(rows.size(), 3u);
    EXPECT_EQ(rows[0].name, "Guest 1");
    EXPECT_EQ(rows[1].name, "Guest 2");
    EXPECT_EQ(rows[2].name, "Guest 3");
    EXPECT_EQ(rows[1].at, evening() - 3h);
    EXPECT_EQ(rows[0].door, "A");
    EXPECT_EQ(rows[0].country, "PK");
    EXPECT_EQ(rows[0].code, code(1));
    EXPECT_EQ(rows[0].affiliation, "First University");
}

TEST_F(EventStoreContract, TheDatabaseItselfRefusesToChangeTheLog) {
    open(2);
    enter(code(1));
    enter(code(2));
    store_.reset();
    RawSqlite raw(event_->path());
    for (const char* change : {"update scan set verdict = 'unknown' where id = 1", "delete from scan where id = 1",
                               "insert or replace into scan select * from scan where id = 1",
                               "insert or replace into scan select 99, scan_id, machine, 99, at, door, direction, "
                               "source, ticket, verdict, undoes, "
                               "overrides, rehearsal, private_hash, hash from scan where id = 1",
                               "replace into scan select 99, 'x', machine, seq, at, door, direction, source, ticket, "
                               "verdict, undoes, overrides, "
                               "rehearsal, private_hash, hash from scan where id = 1"})
        EXPECT_THAT(raw.tryExec(change), testing::HasSubstr("append-only")) << change;
    EXPECT_EQ(raw.number("select count(*) from scan"), 2);
}

TEST_F(EventStoreContract, TheDatabaseItselfRefusesASecondOpenStay) {
    open(1);
    enter(code(1));
    store_.reset();
    RawSqlite raw(event_->path());
    EXPECT_THAT(raw.tryExec("insert into stay(attendee, scan_in) select attendee, 7 from stay"),
                testing::HasSubstr("UNIQUE"));
}

TEST_F(EventStoreContract, FindsADoorByNameAndMakesAMissingOne) {
    open(1);
    EXPECT_EQ(must(store_->doorNamed("a", evening())).id, a_.id);
    const Door fresh = must(store_->doorNamed("Side door 侧门", evening()));
    EXPECT_EQ(fresh.name, "Side door 侧门");
    EXPECT_EQ(fresh.way, DoorWay::both);
    EXPECT_EQ(must(store_->doorNamed("side DOOR 侧门", evening())).id, fresh.id);
    EXPECT_EQ(must(store_->admit(aScan(fresh, code(1)))).verdict, Verdict::admitted);
}

TEST_F(EventStoreContract, FindsADoorByWhatScreensCallItUnlessAnotherHasThatName) {
    open(1);
    for (const char* shown : {"Door A", "door a", "A 门", "A门"})
        EXPECT_EQ(must(store_->doorNamed(shown, evening())).id, a_.id) << shown;
    EXPECT_NE(must(store_->doorNamed("Door C", evening())).id, a_.id);
    must(store_->renameDoor(b_.id, "Door A"));
    EXPECT_EQ(must(store_->doorNamed("Door A", evening())).id, b_.id);
}

TEST_F(EventStoreContract, MakesNoDoorWhereTheEventIsStrict) {
    EventPlan plan = aPlan();
    plan.strictDoors = true;
    open(1, plan);
    const auto missing = store_->doorNamed("C", evening());
    ASSERT_FALSE(missing.ok());
    EXPECT_NE(missing.error().sentence(Lang::en).find("C"), std::string::npos);
    EXPECT_EQ(must(store_->doorNamed("b", evening())).id, b_.id);
}

TEST_F(EventStoreContract, ACopyIsADoorOfItsOwnWithoutContacts) {
    auto rows = guests(3);
    rows[0].email = "one@example.org";
    open(rows);
    enter(code(1));
    const std::string print = must(event_->read().fingerprint());
    const auto target = event_->dir() / "laptop.turnout";
    must(store_->copyTo(target, evening()));
    EXPECT_FALSE(std::filesystem::exists(target.string() + "-wal"));
    EXPECT_EQ(must(must(EventReader::open(target)).fingerprint()), print);
    EXPECT_EQ(findings(target), "");
    {
        RawSqlite here(event_->path(), true), there(target, true);
        EXPECT_EQ(here.number("select count(*) from contact where email <> ''"), 1);
        EXPECT_EQ(there.number("select count(*) from contact where email <> ''"), 0);
        EXPECT_NE(here.text("select uid from machine"), there.text("select uid from machine"));
    }
    EventStore laptop = must(EventStore::open(target));
    const Door door = must(laptop.doorNamed("A", evening()));
    EXPECT_EQ(must(laptop.admit(aScan(door, code(1)))).verdict, Verdict::alreadyIn);
    const Answer there = must(laptop.admit(aScan(door, code(2))));
    EXPECT_EQ(there.verdict, Verdict::admitted);
    EXPECT_EQ(there.seq, 2);  // a machine counts its own scans
    EXPECT_NE(must(must(EventReader::open(target)).fingerprint()), print);
    EXPECT_EQ(totals().guests.arrived, 1);
    EXPECT_EQ(findings(target), "");
}

TEST_F(EventStoreContract, ACopyReplacesNothing) {
    open(1);
    const auto target = event_->dir() / "there.turnout";
    writeFile(target, "precious");
    const auto refused = store_->copyTo(target, evening());
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().fault, Fault::inUse);
    EXPECT_EQ(readFile(target), "precious");
    EXPECT_FALSE(EventStore::create(target, aPlan(), evening()).ok());
    EXPECT_EQ(readFile(target), "precious");
}

TEST_F(EventStoreContract, KeepsTheEventAsItWasPlanned) {
    EventPlan plan = aPlan();
    plan.ends = at("2023-11-17T21:30:00+08:00");
    plan.capacity = 900;
    plan.reEntry = false;
    plan.theme = "dark";
    plan.doors[1].way = DoorWay::exit;
    plan.doors[1].admits = {"usher"};
    plan.acts = {{{"Part one", "上半场"}, {"Opening", "开场"}, "Somebody", at("2023-11-17T19:00:00+08:00")}};
    open(0, plan);
    const EventPlan back = must(store_->event());
    EXPECT_EQ(back.name, plan.name);
    EXPECT_EQ(back.venue, plan.venue);
    EXPECT_EQ(back.starts, plan.starts);
    EXPECT_EQ(back.ends, plan.ends);
    EXPECT_EQ(back.zone.name(), "Asia/Shanghai");
    EXPECT_EQ(back.capacity, plan.capacity);
    EXPECT_FALSE(back.reEntry);
    EXPECT_EQ(back.theme, "dark");
    ASSERT_EQ(back.doors.size(), 2u);
    EXPECT_EQ(back.doors[1].way, DoorWay::exit);
    EXPECT_THAT(back.doors[1].admits, ElementsAre("usher"));
    ASSERT_EQ(back.groups.size(), 2u);
    EXPECT_EQ(back.groups[0].members.size(), 3u);
    ASSERT_EQ(back.acts.size(), 1u);
    EXPECT_EQ(back.acts[0].name.zh, "开场");
    EXPECT_EQ(back.acts[0].starts, plan.acts[0].starts);
    ASSERT_EQ(back.affiliations.size(), 3u);
    EXPECT_EQ(back.affiliations[0].shortName.zh, "一大");
    ASSERT_EQ(back.categories.size(), 3u);
    EXPECT_TRUE(back.categories[2].attention);
}

}  // namespace
}  // namespace turnout
