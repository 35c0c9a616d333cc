// People who show no ticket, what volunteers say about scans, and rehearsals.
#include "tests/contract/contract_fixture.h"

namespace turnout {
namespace {

class PeopleContract : public EventStoreContract {
  protected:
    Scan aPerson(AttendeeId guest, Source source = Source::search) {
        Scan scan = aScan(a_, "");
        scan.source = source;
        scan.guest = guest;
        return scan;
    }
    Scan aWalkIn(const std::string& name) {
        Scan scan = aScan(a_, "");
        scan.source = Source::walkIn;
        scan.walkIn = WalkIn{name, "", country("GN"), "First University", true};
        return scan;
    }
    EventPlan withWalkIns() {
        EventPlan plan = aPlan();
        plan.walkIns = true;
        return plan;
    }
    AttendeeId idOf(const std::string& name) {
        AttendeeId found;
        EventReader reader = event_->read();
        must(reader.guests([&](const Guest& guest) {
            if (guest.name == name) found = guest.id;
        }));
        return found;
    }
};

TEST_F(PeopleContract, AGuestFoundOnTheListIsAdmittedOnceByTheirOwnTicket) {
    open(2);
    const Answer answer = must(store_->admit(aPerson(idOf("Guest 2"))));
    EXPECT_EQ(answer.verdict, Verdict::admitted);
    EXPECT_EQ(answer.code, code(2));
    EXPECT_EQ(log().back().source, Source::search);
    EXPECT_EQ(enter(code(2)).verdict, Verdict::alreadyIn);
    EXPECT_EQ(totals().guests.arrived, 1);
}

TEST_F(PeopleContract, AGuestWhoNeverHadATicketGetsOneWithTheAdmission) {
    open(1);
    must(store_->merge({aGuest(5)}, {}, evening()));
    const Answer answer = must(store_->admit(aPerson(idOf("Guest 5"))));
    EXPECT_EQ(answer.verdict, Verdict::admitted);
    EXPECT_EQ(parseTicketCode(answer.code).shape, CodeShape::ours);
    EXPECT_EQ(enterB(answer.code).verdict, Verdict::alreadyIn);
}

TEST_F(PeopleContract, ARevokedTicketStaysRevokedForWhomeverIsFoundOnTheList) {
    open(1);
    must(store_->revoke(code(1), "sold", evening()));
    EXPECT_EQ(must(store_->admit(aPerson(idOf("Guest 1")))).verdict, Verdict::revoked);
}

TEST_F(PeopleContract, SomebodyWhoIsNotOnTheListIsAnErrorAndNoRow) {
    open(1);
    const auto answer = store_->admit(aPerson(AttendeeId{999}));
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().fault, Fault::notFound);
    EXPECT_FALSE(store_->latched());
    EXPECT_EQ(scansInFile(), 0);
}

TEST_F(PeopleContract, AWalkInIsRecordedAdmittedAndHasATicketInOneAct) {
    open(guests(2), withWalkIns());
    const Scan scan = aWalkIn("Fatoumata \u202EBinta\tDiallo");
    const Answer answer = must(store_->admit(scan));
    EXPECT_EQ(answer.verdict, Verdict::admitted);
    ASSERT_TRUE(answer.guest);
    EXPECT_EQ(answer.guest->name, "Fatoumata Binta Diallo");
    EXPECT_TRUE(answer.guest->walkIn);
    EXPECT_EQ(answer.guest->affiliation.en, "First University");
    EXPECT_EQ(answer.walkIns, 1);
    EXPECT_EQ(totals().guests, (Numbers{2, 1}));
    EXPECT_EQ(totals().walkIns, 1);
    EXPECT_EQ(must(store_->admit(scan)).code, answer.code) << "offered again, it is the same walk-in";
    EXPECT_EQ(totals().walkIns, 1);
    EXPECT_EQ(enterB(answer.code).verdict, Verdict::alreadyIn);
    EXPECT_EQ(must(event_->read().hall(3)).newest.at(0).name, "") << "nobody has looked at the name";
}

TEST_F(PeopleContract, AWalkInIsRefusedWhereTheEventTakesNoneAndNothingIsWritten) {
    open(1);
    const auto answer = store_->admit(aWalkIn("A B"));
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().fault, Fault::refusedByRules);
    EXPECT_FALSE(idOf("A B"));
    open(guests(1), withWalkIns());
    EXPECT_EQ(store_->admit(aWalkIn("\u200B ")).error().fault, Fault::badInput);
}

TEST_F(PeopleContract, AWalkInWhomTheRulesDoNotAdmitIsNowhereWrittenDown) {
    EventPlan plan = withWalkIns();
    plan.capacity = 1;
    open(guests(1), plan);
    enter(code(1));
    const auto rows = log().size();
    const Scan scan = aWalkIn("A B");
    for (int tries = 0; tries < 2; ++tries) {
        const auto answer = store_->admit(scan);
        ASSERT_FALSE(answer);
        EXPECT_EQ(answer.error().fault, Fault::refusedByRules);
        EXPECT_EQ(answer.error().text.key, "store.walk_in_full");
    }
    EXPECT_FALSE(idOf("A B"));
    EXPECT_EQ(log().size(), rows);
    EXPECT_EQ(totals().walkIns, 0);
    leave(code(1));
    EXPECT_EQ(must(store_->admit(scan)).verdict, Verdict::admitted) << "the same form, once there is a place";
    EXPECT_EQ(totals().walkIns, 1);
}

TEST_F(PeopleContract, TellsWhoIsInWhereAndSinceWhen) {
    open(3);
    enterB(code(2));
    enter(code(3));
    leave(code(3));
    EventReader reader = event_->read();
    const auto now = must(reader.guestsNow({idOf("Guest 1"), idOf("Guest 2"), idOf("Guest 3")}));
    EXPECT_EQ(now.at(0).presence, Presence::neverIn);
    EXPECT_EQ(now.at(0).ticketBeginning, code(1).substr(0, 5));
    EXPECT_EQ(now.at(0).ticketEnding, code(1).substr(15));
    EXPECT_EQ(now.at(1).presence, Presence::inside);
    ASSERT_TRUE(now.at(1).entry);
    EXPECT_EQ(now.at(1).entry->doorName, "B");
    EXPECT_EQ(now.at(2).presence, Presence::left);
    std::vector<std::string> inside;
    must(reader.inside([&](const Guest& guest, const Entry& entry) { inside.push_back(guest.name + entry.doorName); }));
    EXPECT_THAT(inside, ElementsAre("Guest 2B"));
}

TEST_F(PeopleContract, TheListHasAnotherVersionWhenSomebodyIsNew) {
    open(guests(1), withWalkIns());
    EventReader reader = event_->read();
    const auto before = must(reader.listVersion());
    enter(code(1));
    EXPECT_EQ(must(reader.listVersion()), before);
    must(store_->admit(aWalkIn("A B")));
    const auto after = must(reader.listVersion());
    EXPECT_NE(after, before);
    auto changed = aGuest(1);
    changed.seat = "Z9";
    must(store_->merge({changed}, {}, evening()));
    EXPECT_NE(must(reader.listVersion()), after);
}

TEST_F(PeopleContract, WhoAsksNotToBeShownIsNotNamedWhateverALaterListSays) {
    auto rows = guests(8);
    for (auto& row : rows) row.onScreen = true;
    open(rows);
    enter(code(1));
    EventReader reader = event_->read();
    EXPECT_EQ(must(reader.hall(1)).newest.at(0).name, "Guest 1");
    must(store_->hideFromScreen(idOf("Guest 1")));
    EXPECT_EQ(must(reader.hall(1)).newest.at(0).name, "");
    must(store_->merge(rows, {}, evening()));
    EXPECT_EQ(must(reader.hall(1)).newest.at(0).name, "");
}

TEST_F(PeopleContract, WhatAVolunteerSaysAboutAScanStandsBesideIt) {
    open(1);
    enter(code(1));
    const Answer second = enterB(code(1));
    must(store_->remark(second.scan, Remark::anotherPerson, "Li Na", evening()));
    EXPECT_EQ(store_->remark(newScanId(), Remark::samePerson, "", evening()).error().fault, Fault::notFound);
    RawSqlite raw(event_->path());
    EXPECT_EQ(raw.text("select kind || volunteer from remark"), "another_personLi Na");
}

TEST_F(PeopleContract, ARehearsalIsDecidedAgainstItsOwnStateAndStandsInNoNumber) {
    EventPlan plan = aPlan();
    plan.doorsOpen = evening() + 1h;
    open(guests(2), plan);
    must(store_->rehearse(true));
    const Answer first = enter(code(1));
    EXPECT_EQ(first.verdict, Verdict::admitted) << "in the afternoon, before the doors open";
    EXPECT_TRUE(first.rehearsal);
    const Answer again = enterB(code(1), evening() + 1min);
    EXPECT_EQ(again.verdict, Verdict::alreadyIn);
    ASSERT_TRUE(again.first);
    EXPECT_EQ(again.first->doorName, "A");
    EXPECT_EQ(leave(code(1)).verdict, Verdict::exited);
    EXPECT_EQ(must(store_->admit(aPerson(idOf("Guest 2")))).verdict, Verdict::admitted);
    EXPECT_EQ(must(store_->undoLast(a_.id, "tried", "", evening())).verdict, Verdict::undone);
    EXPECT_EQ(enter(code(2)).verdict, Verdict::admitted) << "taken back";
    EXPECT_EQ(totals().guests.arrived, 0);
    EXPECT_TRUE(totals().refusals.empty());
    EXPECT_TRUE(must(event_->read().doorStatus(a_.id, evening())).rehearsal);
    EXPECT_TRUE(log().empty());

    must(store_->rehearse(false));
    EXPECT_EQ(enter(code(1), evening() + 2h).verdict, Verdict::admitted) << "the evening knows nothing of it";
    EXPECT_EQ(totals().guests.arrived, 1);
    must(store_->rehearse(true));
    EXPECT_EQ(enter(code(1)).verdict, Verdict::admitted) << "another rehearsal begins anew";
    EXPECT_EQ(totals().guests.arrived, 1);
}

TEST_F(PeopleContract, ARehearsalTakesNoWalkIns) {
    open(guests(1), withWalkIns());
    must(store_->rehearse(true));
    EXPECT_EQ(store_->admit(aWalkIn("A B")).error().fault, Fault::refusedByRules);
}

TEST_F(PeopleContract, SettingsOfTheEventAreKept) {
    open(0);
    EXPECT_EQ(must(store_->setting("pin")), std::nullopt);
    must(store_->setSetting("pin", "a"));
    must(store_->setSetting("pin", "b"));
    EXPECT_EQ(must(store_->setting("pin")), "b");
}

TEST_F(PeopleContract, ADoorIsRenamedAndNoTwoHaveOneName) {
    open(0);
    EXPECT_TRUE(store_->renameDoor(a_.id, " Main entrance ").ok());
    EXPECT_EQ(must(event_->read().doorStatus(a_.id, evening())).door, "Main entrance");
    EXPECT_EQ(store_->renameDoor(a_.id, "b").error().fault, Fault::refusedByRules);
    EXPECT_EQ(store_->renameDoor(a_.id, " \xE2\x80\x8B ").error().fault, Fault::refusedByRules);
    EXPECT_TRUE(store_->renameDoor(a_.id, "Main entrance").ok());
}

TEST_F(PeopleContract, AFormerNameFindsTheDoorUntilAnotherDoorHasIt) {
    EventPlan plan = aPlan();
    plan.strictDoors = true;
    open(0, plan);
    must(store_->renameDoor(a_.id, "North 北门"));
    must(store_->renameDoor(a_.id, "North gate"));
    for (const char* name : {"A", "a", "North 北门", "North gate"})
        EXPECT_EQ(must(store_->doorNamed(name, evening())).id, a_.id) << name;
    EXPECT_EQ(must(store_->doorNamed("A", evening())).name, "North gate");
    must(store_->renameDoor(b_.id, "A"));
    EXPECT_EQ(must(store_->doorNamed("A", evening())).id, b_.id);
    must(store_->renameDoor(b_.id, "South"));  // the one who had it last
    EXPECT_EQ(must(store_->doorNamed("A", evening())).id, b_.id);
    EXPECT_FALSE(store_->doorNamed("C", evening()).ok());
    EXPECT_EQ(findings(event_->path()), "");
}

TEST_F(PeopleContract, AClosedDoorAdmitsNobodyUntilItIsOpenedAgain) {
    open(2);
    const auto later = [](int seconds) { return evening() + std::chrono::seconds(seconds); };
    EXPECT_TRUE(store_->closeDoor(a_.id, true, later(0)).ok());
    EXPECT_TRUE(must(event_->read().doorStatus(a_.id, later(0))).closed);
    const Answer closed = enter(code(1), later(1));
    EXPECT_EQ(closed.verdict, Verdict::notOpen);
    EXPECT_EQ(closed.admittingDoors, "B") << "the guest is sent to where it is open";
    EXPECT_EQ(enterB(code(2), later(1)).verdict, Verdict::admitted) << "the other door is open";
    EXPECT_TRUE(store_->closeDoor(a_.id, true, later(2)).ok()) << "closed already";
    EXPECT_TRUE(store_->closeDoor(a_.id, false, later(3)).ok());
    EXPECT_FALSE(must(event_->read().doorStatus(a_.id, later(3))).closed);
    EXPECT_EQ(enter(code(1), later(4)).verdict, Verdict::admitted);
}

TEST_F(PeopleContract, ADoorOpenedAgainHasTheClosingTimeItHadBefore) {
    EventPlan plan = aPlan();
    plan.doors[0].closes = evening() + std::chrono::hours(1);
    open(1, plan);
    EXPECT_TRUE(store_->closeDoor(a_.id, true, evening()).ok());
    EXPECT_TRUE(store_->closeDoor(a_.id, false, evening()).ok());
    EXPECT_EQ(enter(code(1), evening() + std::chrono::hours(2)).verdict, Verdict::notOpen);
    EXPECT_EQ(enter(code(1), evening() + std::chrono::minutes(50)).verdict, Verdict::admitted);
}

}  // namespace
}  // namespace turnout
