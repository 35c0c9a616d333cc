// The rows of the verdict table, one after the other, as a store answers them.
#include "tests/contract/contract_fixture.h"

namespace turnout {
namespace {

TEST_F(EventStoreContract, AdmitsAGuestAndTellsTheDoorWhoItIs) {
    open(3);
    const Answer answer = enter(code(2));
    EXPECT_EQ(answer.verdict, Verdict::admitted);
    EXPECT_EQ(answer.code, code(2));
    ASSERT_TRUE(answer.guest);
    EXPECT_EQ(answer.guest->name, "Guest 2");
    EXPECT_EQ(answer.guest->country.str(), "TH");
    EXPECT_EQ(answer.guest->affiliation.en, "Second University");
    EXPECT_EQ(answer.guest->seat, "S2");
    EXPECT_EQ(answer.guest->category.en, "Student");
    EXPECT_EQ(answer.door.name, "A");
    EXPECT_EQ(answer.at, evening());
    EXPECT_EQ(answer.seq, 1);
    EXPECT_EQ(answer.admittedHere, 1);
}

TEST_F(EventStoreContract, ReadsAPrintedCodeHoweverItIsTyped) {
    open(3);
    std::string typed;
    for (std::size_t i = 0; i < code(1).size(); ++i) {
        const char c = code(1)[i];
        if (i && i % 5 == 0) typed += i == 10 ? '-' : ' ';
        typed += c == '0' ? 'o' : c == '1' ? 'l' : static_cast<char>(std::tolower(c));
    }
    const Answer answer = enter(typed);
    EXPECT_EQ(answer.verdict, Verdict::admitted);
    EXPECT_EQ(answer.code, code(1));
}

TEST_F(EventStoreContract, RefusesTheSecondEntryAndTellsTheFirst) {
    open(2);
    enter(code(1), evening());
    const Answer again = enterB(code(1), evening() + 5min);
    EXPECT_EQ(again.verdict, Verdict::alreadyIn);
    ASSERT_TRUE(again.first);
    EXPECT_EQ(again.first->doorName, "A");
    EXPECT_EQ(again.first->at, evening());
    EXPECT_FALSE(again.calm);
    EXPECT_EQ(again.guest->name, "Guest 1");
    EXPECT_EQ(totals().guests.arrived, 1);
}

TEST_F(EventStoreContract, StaysCalmWhenTheSameDoorSeesTheGuestAgainAtOnce) {
    open(2);
    enter(code(1), evening());
    EXPECT_TRUE(enter(code(1), evening() + 9s).calm);
    EXPECT_FALSE(enterB(code(1), evening() + 9s).calm);
    EXPECT_FALSE(enter(code(1), evening() + 11s).calm);
}

TEST_F(EventStoreContract, RefusesWhatIsNoTicketAndKeepsLittleOfIt) {
    open(1);
    const std::string address = "https://example.org/" + std::string(400, 'x');
    const Answer answer = enter(address);
    EXPECT_EQ(answer.verdict, Verdict::notATicket);
    EXPECT_FALSE(answer.guest);
    EXPECT_LE(answer.code.size(), 200u);
    EXPECT_EQ(enter(std::string("\0\x01\xff\xfe", 4)).verdict, Verdict::notATicket);
    EXPECT_EQ(enter("").verdict, Verdict::notATicket);
    store_.reset();
    RawSqlite raw(event_->path());
    EXPECT_LE(raw.number("select max(length(raw)) from scan_private"), 64);
    EXPECT_EQ(raw.number("select count(*) from scan where verdict = 'not_a_ticket'"), 3);
}

TEST_F(EventStoreContract, TellsAMistypedCodeFromAnUnknownOne) {
    open(2);
    EXPECT_EQ(enter(withOtherCheck(code(1))).verdict, Verdict::mistyped);
    const Answer unknown = enter(someCodeOf(store_->eventTag()));
    EXPECT_EQ(unknown.verdict, Verdict::unknown);
    EXPECT_FALSE(unknown.listEmpty);
    EXPECT_EQ(unknown.listSize, 2);
}

TEST_F(EventStoreContract, SaysSoWhenNobodyIsOnTheList) {
    open(0);
    const Answer answer = enter(someCodeOf(store_->eventTag()));
    EXPECT_EQ(answer.verdict, Verdict::unknown);
    EXPECT_TRUE(answer.listEmpty);
}

TEST_F(EventStoreContract, AListWithoutTicketsIsNotAnEmptyOne) {
    open(2);
    store_.reset();
    RawSqlite(event_->path()).exec("delete from ticket");  // as in a copy made before they were issued
    store_ = std::make_unique<EventStore>(event_->open());
    const Answer answer = enter(someCodeOf(store_->eventTag()));
    EXPECT_EQ(answer.verdict, Verdict::unknown);
    EXPECT_FALSE(answer.listEmpty);
    EXPECT_EQ(answer.listSize, 0);
}

TEST_F(EventStoreContract, TheTicketsOnTheListAreThoseOfUncountedGuestsToo) {
    auto rows = guests(3);
    rows[2].category = "usher";
    open(rows);
    EXPECT_EQ(totals().guests.registered, 2);
    EXPECT_EQ(enter(someCodeOf(store_->eventTag())).listSize, 3);
}

TEST_F(EventStoreContract, KnowsATicketOfAnotherEvent) {
    open(1);
    const std::string tag = store_->eventTag() == "AB12" ? "AB13" : "AB12";
    const Answer answer = enter(someCodeOf(tag));
    EXPECT_EQ(answer.verdict, Verdict::otherEvent);
    EXPECT_EQ(answer.otherTag, tag);
}

TEST_F(EventStoreContract, LetsGuestsOutAndInAgain) {
    open(1);
    enter(code(1), evening());
    const Answer out = leave(code(1), evening() + 1h);
    EXPECT_EQ(out.verdict, Verdict::exited);
    ASSERT_TRUE(out.first);
    EXPECT_EQ(out.first->at, evening());
    EXPECT_EQ(leave(code(1), evening() + 61min).verdict, Verdict::notInside);
    EXPECT_EQ(enter(code(1), evening() + 62min).verdict, Verdict::admitted);
    EXPECT_EQ(totals().guests.arrived, 1);  // one person, however often
    EXPECT_EQ(totals().inside, 1);
    EXPECT_TRUE(totals().exitsScanned);
}

TEST_F(EventStoreContract, AnExitScannedTwiceIsToldWhereTheGuestLeft) {
    open(1);
    enter(code(1), evening());
    leave(code(1), evening() + 1h);
    const Answer twice = leave(code(1), evening() + 1h + 9s);
    EXPECT_EQ(twice.verdict, Verdict::notInside);
    ASSERT_TRUE(twice.left);
    EXPECT_EQ(twice.left->at, evening() + 1h);
    EXPECT_EQ(twice.left->doorName, "A");
    EXPECT_TRUE(twice.calm);
    const Answer late = leave(code(1), evening() + 1h + 11s);
    EXPECT_FALSE(late.calm);
    EXPECT_TRUE(late.left);
    enter(code(1), evening() + 2h);
    leave(code(1), evening() + 3h);
    EXPECT_EQ(leave(code(1), evening() + 4h).left->at, evening() + 3h);
}

TEST_F(EventStoreContract, InARehearsalTooAnExitScannedTwiceIsToldWhereTheGuestLeft) {
    open(1);
    must(store_->rehearse(true));
    enter(code(1), evening());
    leave(code(1), evening() + 1min);
    const Answer twice = leave(code(1), evening() + 1min + 5s);
    ASSERT_TRUE(twice.left);
    EXPECT_TRUE(twice.calm);
    must(store_->rehearse(false));
    must(store_->rehearse(true));
    EXPECT_FALSE(leave(code(1), evening() + 2min).left) << "that was another rehearsal";
}

TEST_F(EventStoreContract, DoesNotLetOutWhoIsNotInside) {
    open(1);
    EXPECT_EQ(leave(code(1)).verdict, Verdict::notInside);
    EXPECT_FALSE(leave(code(1)).left);
    EXPECT_FALSE(leave(code(1)).calm);
    EXPECT_EQ(totals().guests.arrived, 0);
}

TEST_F(EventStoreContract, RefusesAReturnWhereTheEventAllowsNone) {
    EventPlan plan = aPlan();
    plan.reEntry = false;
    open(2, plan);
    enter(code(1));
    leave(code(1));
    EXPECT_EQ(enter(code(1)).verdict, Verdict::noReEntry);
    EXPECT_EQ(enter(code(2)).verdict, Verdict::admitted);
}

TEST_F(EventStoreContract, RefusesARevokedTicketButLetsItsGuestLeave) {
    open(2);
    must(store_->revoke(code(1), "lost", evening()));
    const Answer refused = enter(code(1), evening() + 1min);
    EXPECT_EQ(refused.verdict, Verdict::revoked);
    EXPECT_EQ(refused.revokedReason, "lost");
    EXPECT_EQ(refused.revokedAt, evening());
    ASSERT_TRUE(refused.guest);

    enter(code(2));
    must(store_->revoke(code(2), "misbehaved", evening()));
    EXPECT_EQ(leave(code(2)).verdict, Verdict::exited);
}

TEST_F(EventStoreContract, KnowsTheGuestByTheNewTicketToo) {
    open(1);
    enter(code(1));
    const TicketRow fresh = must(store_->reissue(code(1), "torn", evening() + 1min));
    EXPECT_NE(fresh.code, code(1));
    EXPECT_EQ(enter(fresh.code, evening() + 2min).verdict,
              Verdict::alreadyIn);  // state is the guest's, not the ticket's
    const Answer old = enter(code(1), evening() + 3min);
    EXPECT_EQ(old.verdict, Verdict::revoked);
    EXPECT_EQ(old.newerCodeEnding, fresh.code.substr(16));
}

TEST_F(EventStoreContract, RevokesOnceAndOnlyWhatIsThere) {
    open(1);
    must(store_->revoke(code(1), "lost", evening()));
    EXPECT_FALSE(store_->revoke(code(1), "again", evening()).ok());
    const auto missing = store_->revoke(someCodeOf(store_->eventTag()), "why", evening());
    ASSERT_FALSE(missing.ok());
    EXPECT_EQ(missing.error().fault, Fault::notFound);
}

TEST_F(EventStoreContract, KeepsToTheOpeningTimes) {
    EventPlan plan = aPlan();
    plan.doorsOpen = at("2023-11-17T18:00:00+08:00");
    plan.doorsClose = at("2023-11-17T20:00:00+08:00");
    open(3, plan);
    const Answer early = enter(code(1), *plan.doorsOpen - 1ms);
    EXPECT_EQ(early.verdict, Verdict::notOpen);
    EXPECT_EQ(early.opens, plan.doorsOpen);
    EXPECT_EQ(early.closes, plan.doorsClose);
    EXPECT_EQ(enter(code(1), *plan.doorsOpen).verdict, Verdict::admitted);
    EXPECT_EQ(enter(code(2), *plan.doorsClose - 1ms).verdict, Verdict::admitted);
    EXPECT_EQ(enter(code(3), *plan.doorsClose).verdict, Verdict::notOpen);
    EXPECT_EQ(leave(code(2), *plan.doorsClose + 1h).verdict, Verdict::exited);

    Scan doubtful = aScan(a_, code(3), at("1970-01-01T00:00:10Z"));
    doubtful.clockPlausible = false;
    EXPECT_EQ(must(store_->admit(doubtful)).verdict, Verdict::admitted);
}

TEST_F(EventStoreContract, ADoorsOwnTimesGoBeforeTheEvents) {
    EventPlan plan = aPlan();
    plan.doorsOpen = at("2023-11-17T18:00:00+08:00");
    plan.doors[1].opens = at("2023-11-17T18:45:00+08:00");
    open(1, plan);
    EXPECT_EQ(enterB(code(1), at("2023-11-17T18:30:00+08:00")).verdict, Verdict::notOpen);
    EXPECT_EQ(enter(code(1), at("2023-11-17T18:30:00+08:00")).verdict, Verdict::admitted);
}

TEST_F(EventStoreContract, SendsACategoryToTheDoorThatAdmitsIt) {
    EventPlan plan = aPlan();
    plan.doors[0].admits = {"student"};
    plan.doors[1].admits = {"performer", "usher"};
    auto rows = guests(2);
    rows[1].category = "performer";
    open(rows, plan);
    EXPECT_EQ(enter(code(1)).verdict, Verdict::admitted);
    const Answer wrong = enter(code(2));
    EXPECT_EQ(wrong.verdict, Verdict::wrongDoor);
    EXPECT_EQ(wrong.admittingDoors, "B");
    EXPECT_TRUE(wrong.guest->attention);
    EXPECT_EQ(enterB(code(2)).verdict, Verdict::admitted);
    EXPECT_EQ(leave(code(2)).verdict, Verdict::exited);  // anybody may leave by any door
}

TEST_F(EventStoreContract, SendsACategoryToADoorThatIsOpenIfThereIsOne) {
    EventPlan plan = aPlan();
    plan.doors = {{"A", DoorWay::both, {"student"}, {}, {}},
                  {"B", DoorWay::both, {"performer"}, {}, {}},
                  {"Late", DoorWay::both, {"performer"}, evening() + 1h, {}}};
    auto rows = guests(3);
    for (auto& row : rows) row.category = "performer";
    open(rows, plan);
    EXPECT_EQ(enter(code(1)).admittingDoors, "B");
    EXPECT_EQ(enter(code(2), evening() + 2h).admittingDoors, "B, Late");
    must(store_->closeDoor(b_.id, true, evening()));
    EXPECT_EQ(enter(code(3)).admittingDoors, "B, Late") << "none is open: which are meant";
}

TEST_F(EventStoreContract, StopsAtTheHallsCapacityAndCountsOnlyWhoIsCounted) {
    EventPlan plan = aPlan();
    plan.capacity = 2;
    auto rows = guests(5);
    rows[0].category = "usher";
    rows[4].category = "usher";
    open(rows, plan);
    EXPECT_EQ(enter(code(1)).verdict, Verdict::admitted);
    EXPECT_EQ(enter(code(2)).verdict, Verdict::admitted);
    EXPECT_EQ(enter(code(3)).verdict, Verdict::admitted);
    EXPECT_EQ(enter(code(4)).verdict, Verdict::full);
    EXPECT_EQ(enter(code(5)).verdict, Verdict::admitted);  // an usher takes no place
    EXPECT_EQ(leave(code(2)).verdict, Verdict::exited);
    EXPECT_EQ(enter(code(4)).verdict, Verdict::admitted);
}

TEST_F(EventStoreContract, AVolunteerOverridesAnAmberAnswerWithAReason) {
    EventPlan plan = aPlan();
    plan.doorsClose = at("2023-11-17T18:00:00+08:00");
    open(2, plan);
    const Answer late = enter(code(1));
    ASSERT_EQ(late.verdict, Verdict::notOpen);
    Scan after = aScan(a_, code(1));
    after.overrides = late.scan;
    after.reason = "bus was late";
    EXPECT_EQ(must(store_->admit(after)).verdict, Verdict::admitted);
    const auto rows = log();
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(rows[1].overrides, late.scan.value);
    EXPECT_EQ(totals().guests.arrived, 1);
    EXPECT_EQ(enter(code(1), evening() + 1min).verdict, Verdict::alreadyIn);
}

TEST_F(EventStoreContract, WithoutAPinThereIsNoSupervisorWhoOverrides) {
    EventPlan plan = aPlan();
    plan.doorsClose = at("2023-11-17T18:00:00+08:00");
    plan.overrides = OverrideRule::supervisor;
    open(1, plan);
    const auto overrule = [&] {
        Scan after = aScan(a_, code(1));
        after.overrides = enter(code(1)).scan;
        after.reason = "bus was late";
        return must(store_->admit(after)).verdict;
    };
    EXPECT_EQ(overrule(), Verdict::notOpen);
    must(store_->setSetting("pin", "a hash"));
    EXPECT_EQ(overrule(), Verdict::admitted);
}

TEST_F(EventStoreContract, NobodyOverridesARedAnswerOrASecondEntry) {
    open(2);
    must(store_->revoke(code(1), "lost", evening()));
    enter(code(2));
    for (const Answer& refused : {enter(code(1)), enter(code(2))}) {
        Scan after = aScan(a_, refused.code);
        after.overrides = refused.scan;
        after.reason = "let them";
        const auto answer = store_->admit(after);
        EXPECT_TRUE(!answer.ok() || answer->verdict != Verdict::admitted);
    }
    EXPECT_EQ(totals().guests.arrived, 1);
}

TEST_F(EventStoreContract, MatchesAForeignTicketByItsExactBytes) {
    auto rows = guests(3);
    rows[0].ticketCode = "uwbjhx9pq4kyeus6kpuy5xs4p2nl7wfn";
    rows[1].ticketCode = "2023-Student 00017";
    open(rows);
    EXPECT_EQ(enter("uwbjhx9pq4kyeus6kpuy5xs4p2nl7wfn\r\n").guest->name, "Guest 1");
    EXPECT_EQ(enter("2023-Student 00017\t").verdict, Verdict::admitted);
    EXPECT_EQ(enter("2023-student 00017").verdict, Verdict::notATicket);
    EXPECT_EQ(enter(" 2023-Student 00017").verdict, Verdict::notATicket);
    EXPECT_EQ(enter("2023-Student 00017\n\n").verdict, Verdict::notATicket);
}

}  // namespace
}  // namespace turnout
