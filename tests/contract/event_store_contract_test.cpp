// What every event store promises: one row of the design's verdict table after the other, and what it leaves in the log
// and in the numbers.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/domain/ticket_code.h"
#include "tests/support/event_builder.h"
#include "tests/support/raw_sqlite.h"

namespace turnout {
namespace {

using namespace test;
using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::Pair;

class EventStoreContract : public testing::Test {
  protected:
    // `count` guests, each with a ticket; door A and door B.
    void open(int count, const EventPlan& plan = aPlan()) { open(guests(count), plan); }
    void open(const std::vector<RosterRow>& rows, const EventPlan& plan = aPlan()) {
        store_.reset();
        event_ = std::make_unique<AnEvent>(rows, plan);
        store_ = std::make_unique<EventStore>(event_->open());
        a_ = must(store_->doorNamed("A", evening()));
        b_ = must(store_->doorNamed("B", evening()));
    }
    void TearDown() override {
        if (!store_) return;
        store_.reset();
        EXPECT_EQ(findings(event_->path()), "");  // whatever a test did: the derived rows are what the log says
    }
    const std::string& code(int guest) const { return event_->codes.at(static_cast<std::size_t>(guest - 1)); }
    Answer enter(const std::string& text, TimePoint when = evening()) {
        return must(store_->admit(aScan(a_, text, when)));
    }
    Answer enterB(const std::string& text, TimePoint when = evening()) {
        return must(store_->admit(aScan(b_, text, when)));
    }
    Answer leave(const std::string& text, TimePoint when = evening()) {
        return must(store_->admit(aScan(a_, text, when, Direction::exit)));
    }
    Totals totals() { return must(event_->read().totals()); }
    std::vector<LogRow> log() {
        std::vector<LogRow> rows;
        EventReader reader = event_->read();
        must(reader.log([&](const LogRow& row) { rows.push_back(row); }));
        return rows;
    }
    std::int64_t scansInFile() { return static_cast<std::int64_t>(log().size()); }

    std::unique_ptr<AnEvent> event_;
    std::unique_ptr<EventStore> store_;
    Door a_, b_;
};

std::string withOtherCheck(std::string code) {
    code.back() = code.back() == '0' ? '1' : '0';
    return code;
}

std::string someCodeOf(const std::string& tag) {
    return makeTicketCode(tag, {7, 1, 2, 3, 4, 5, 6, 7, 8, 9});
}

// --- the verdicts ---

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

TEST_F(EventStoreContract, DoesNotLetOutWhoIsNotInside) {
    open(1);
    EXPECT_EQ(leave(code(1)).verdict, Verdict::notInside);
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

// --- scans, retries, undo ---

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

// --- doors ---

TEST_F(EventStoreContract, FindsADoorByNameAndMakesAMissingOne) {
    open(1);
    EXPECT_EQ(must(store_->doorNamed("a", evening())).id, a_.id);
    const Door fresh = must(store_->doorNamed("Side door 侧门", evening()));
    EXPECT_EQ(fresh.name, "Side door 侧门");
    EXPECT_EQ(fresh.way, DoorWay::both);
    EXPECT_EQ(must(store_->doorNamed("side DOOR 侧门", evening())).id, fresh.id);
    EXPECT_EQ(must(store_->admit(aScan(fresh, code(1)))).verdict, Verdict::admitted);
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

// --- numbers ---

TEST_F(EventStoreContract, CountsPeopleCountriesGroupsAndDoors) {
    open(7);  // PK TH LA KR NG EG FR; u1 u2 u3 in turn
    enter(code(4));
    enter(code(1));
    enterB(code(2));
    enterB(code(2));
    enter("https://example.org");
    const Totals all = totals();
    EXPECT_EQ(all.guests, (Numbers{7, 3}));
    EXPECT_EQ(all.inside, 3);
    EXPECT_FALSE(all.exitsScanned);
    EXPECT_EQ(all.countries, (Numbers{7, 3}));
    ASSERT_EQ(all.groups.size(), 2u);
    EXPECT_EQ(all.groups[0].id, "big");
    EXPECT_EQ(all.groups[0].countries, (Numbers{3, 2}));
    EXPECT_EQ(all.groups[1].countries, (Numbers{1, 1}));
    ASSERT_EQ(all.byCountry.size(), 7u);
    EXPECT_EQ(all.byCountry[0].code.str(), "EG");  // in the order of codes
    std::vector<std::pair<std::string, std::int64_t>> order;
    for (const CountryNumbers& numbers : all.byCountry)
        if (numbers.firstSeq) order.emplace_back(numbers.code.str(), numbers.firstSeq);
    EXPECT_THAT(order, ElementsAre(Pair("KR", 1), Pair("PK", 2), Pair("TH", 3)));
    ASSERT_EQ(all.byAffiliation.size(), 3u);
    EXPECT_EQ(all.byAffiliation[0].guests, (Numbers{3, 2}));
    EXPECT_EQ(all.byAffiliation[1].guests, (Numbers{2, 1}));
    ASSERT_EQ(all.byDoor.size(), 2u);
    EXPECT_EQ(all.byDoor[0].admitted, 2);
    EXPECT_EQ(all.byDoor[0].refused, 1);
    EXPECT_EQ(all.byDoor[1].admitted, 1);
    EXPECT_EQ(all.byDoor[1].refused, 1);
    EXPECT_THAT(all.refusals, testing::UnorderedElementsAre(Pair(Verdict::notATicket, 1), Pair(Verdict::alreadyIn, 1)));
}

TEST_F(EventStoreContract, UncountedPeoplePassTheDoorsAndStandInNoNumber) {
    auto rows = guests(3);
    rows[1].category = "usher";
    rows[2].category = "performer";
    open(rows);
    for (int n = 1; n <= 3; ++n) EXPECT_EQ(enter(code(n)).verdict, Verdict::admitted);
    EXPECT_EQ(totals().guests, (Numbers{1, 1}));
    EXPECT_EQ(totals().inside, 1);
    EXPECT_EQ(totals().countries, (Numbers{1, 1}));
}

TEST_F(EventStoreContract, AGuestWithoutACountryIsAGuestOfNoCountry) {
    auto rows = guests(2);
    rows[1].country = CountryCode();  // ZZ
    open(rows);
    enter(code(1));
    enter(code(2));
    EXPECT_EQ(totals().guests, (Numbers{2, 2}));
    EXPECT_EQ(totals().countries, (Numbers{1, 1}));
}

TEST_F(EventStoreContract, HongKongMacaoAndTaiwanCountAsChina) {
    auto rows = guests(4);
    const char* codes[] = {"HK", "MO", "TW", "CN"};
    for (std::size_t i = 0; i < 4; ++i) rows[i].country = country(codes[i]);
    open(rows);
    for (int n = 1; n <= 4; ++n) enter(code(n));
    const Totals all = totals();
    EXPECT_EQ(all.guests, (Numbers{4, 4}));
    EXPECT_EQ(all.countries, (Numbers{1, 1}));
    ASSERT_EQ(all.byCountry.size(), 1u);
    EXPECT_EQ(all.byCountry[0].code.str(), "CN");
}

TEST_F(EventStoreContract, TellsADoorItsOwnNumbers) {
    open(5);
    enter(code(1), evening());
    enter(code(2), evening() + 7min);
    enterB(code(3), evening() + 8min);
    enter(code(3), evening() + 9min);
    const DoorStatus status = must(event_->read().doorStatus(a_.id, evening() + 10min));
    EXPECT_EQ(status.guests, (Numbers{5, 3}));
    EXPECT_EQ(status.inside, 3);
    EXPECT_EQ(status.admittedHere, 2);
    EXPECT_EQ(status.lastFiveMinutesHere, 1);
    EXPECT_THAT(status.refusedHere, ElementsAre(Pair(Verdict::alreadyIn, 1)));
}

TEST_F(EventStoreContract, NamesOnTheScreenNeedConsentAndTheOrganisersTick) {
    auto rows = guests(16);  // 7 countries in turn: guests 1, 8, 15 are from PK, 2, 9, 16 from TH, 7 and 14 from FR
    rows[0].onScreen = rows[1].onScreen = true;
    rows[1].screenName = "Second G.";
    open(rows);
    store_.reset();
    RawSqlite(event_->path()).exec("update attendee set name_checked = (outside_id = 'id-2' or outside_id = 'id-8')");
    store_ = std::make_unique<EventStore>(event_->open());
    enter(code(1));  // consent, not looked at
    enter(code(8));  // looked at, no consent
    enter(code(2));  // both
    const HallNumbers hall = must(event_->read().hall(10));
    ASSERT_EQ(hall.newest.size(), 3u);
    EXPECT_EQ(hall.newest[0].name, "Second G.");  // the newest first
    EXPECT_EQ(hall.newest[0].country.str(), "TH");
    EXPECT_EQ(hall.newest[1].name, "");
    EXPECT_EQ(hall.newest[2].name, "");
    EXPECT_EQ(hall.newest[2].country.str(), "PK");
    EXPECT_GT(hall.newest[0].scanRow, hall.newest[1].scanRow);
}

TEST_F(EventStoreContract, ACountrysOnlyGuestIsNeverNamedNorAnyoneWhereTheEventSaysNo) {
    auto rows = guests(9);
    for (RosterRow& row : rows) row.onScreen = true;
    open(rows);  // guest 5 is the only one from NG
    store_.reset();
    RawSqlite(event_->path()).exec("update attendee set name_checked = 1");
    store_ = std::make_unique<EventStore>(event_->open());
    enter(code(5));
    enter(code(1));
    HallNumbers hall = must(event_->read().hall(10));
    ASSERT_EQ(hall.newest.size(), 2u);
    EXPECT_EQ(hall.newest[0].name, "Guest 1");
    EXPECT_EQ(hall.newest[1].name, "");

    EventPlan plan = aPlan();
    plan.namesOnScreen = false;
    open(rows, plan);
    store_.reset();
    RawSqlite(event_->path()).exec("update attendee set name_checked = 1");
    store_ = std::make_unique<EventStore>(event_->open());
    enter(code(1));
    EXPECT_EQ(must(event_->read().hall(10)).newest.at(0).name, "");
}

TEST_F(EventStoreContract, TellsReadersThatSomethingWasWritten) {
    open(2);
    EventReader reader = event_->read();
    const SteadyTime now = std::chrono::steady_clock::now();
    const std::int64_t before = must(reader.version(now));
    EXPECT_EQ(must(reader.version(now)), before);
    enter(code(1));
    EXPECT_NE(must(reader.version(now)), before);
    EXPECT_EQ(must(reader.totals()).guests.arrived, 1);
}

// --- the list ---

TEST_F(EventStoreContract, BringsAListInAgainAndChangesOnlyWhatDiffers) {
    open(3);
    auto rows = guests(4);
    rows[1].seat = "Z9";
    rows.erase(rows.begin() + 2);
    const MergeOutcome outcome = must(store_->merge(rows, {}, evening()));
    EXPECT_TRUE(outcome.written);
    EXPECT_EQ(outcome.added, 1);
    EXPECT_EQ(outcome.changed, 1);
    EXPECT_EQ(outcome.unchanged, 1);
    EXPECT_EQ(outcome.gone, 1);
    EXPECT_EQ(enter(code(2)).guest->seat, "Z9");
    EXPECT_EQ(enter(code(3)).verdict, Verdict::admitted);  // gone from the list: nothing is done to them
}

TEST_F(EventStoreContract, ADryRunWritesNothing) {
    open(1);
    MergeOptions dry;
    dry.dryRun = true;
    const MergeOutcome outcome = must(store_->merge(guests(3), dry, evening()));
    EXPECT_EQ(outcome.added, 2);
    EXPECT_FALSE(outcome.written);
    EXPECT_EQ(totals().guests.registered, 1);
}

TEST_F(EventStoreContract, RecognisesAGuestByTicketThenIdThenMailThenName) {
    auto rows = guests(4);
    rows[0].ticketCode = "FOREIGN-1";
    rows[2].outsideId.clear();
    rows[2].email = "three@example.org";
    rows[3].outsideId.clear();
    open(rows);

    RosterRow byTicket = aGuest(1), byId = aGuest(2), byMail = aGuest(3), byName = aGuest(4);
    byTicket.ticketCode = "FOREIGN-1";
    byTicket.name = "Renamed One";
    byId.name = "Renamed Two";
    byMail.outsideId.clear();
    byMail.email = "three@example.org";
    byMail.name = "Renamed Three";
    byName.outsideId.clear();
    byName.seat = "moved";
    const MergeOutcome outcome = must(store_->merge({byTicket, byId, byMail, byName}, {}, evening()));
    EXPECT_EQ(outcome.added, 0);
    EXPECT_EQ(outcome.changed, 4);
    EXPECT_EQ(outcome.gone, 0);
    EXPECT_EQ(totals().guests.registered, 4);
    EXPECT_EQ(enter("FOREIGN-1").guest->name, "Renamed One");
}

TEST_F(EventStoreContract, ADoubtfulRowIsAProblemAndNotAGuess) {
    auto rows = guests(2);
    for (RosterRow& row : rows) row.outsideId.clear();
    rows[1] = rows[0];
    rows[1].email = "second@example.org";
    rows[0].email = "first@example.org";
    rows[1].line = 3;
    open(rows);  // two people of one name, country and university, told apart by their mail
    RosterRow doubtful = rows[0];
    doubtful.email.clear();
    doubtful.line = 7;
    const MergeOutcome outcome = must(store_->merge({doubtful}, {}, evening()));
    ASSERT_FALSE(outcome.problems.empty());
    EXPECT_EQ(outcome.problems[0].line, 7);
    EXPECT_FALSE(outcome.problems[0].warning);
    EXPECT_FALSE(outcome.written);
    EXPECT_EQ(totals().guests.registered, 2);

    MergeOptions skip;
    skip.skipBad = true;
    const MergeOutcome rest = must(store_->merge({doubtful, aGuest(9)}, skip, evening()));
    EXPECT_TRUE(rest.written);
    EXPECT_EQ(rest.added, 1);
    EXPECT_EQ(totals().guests.registered, 3);
}

TEST_F(EventStoreContract, ALateGuestCountsAndGetsATicket) {
    open(2);
    enter(code(1));
    must(store_->merge({aGuest(30)}, {}, evening()));
    EXPECT_EQ(totals().guests, (Numbers{3, 1}));
    std::string fresh;
    int isNew = 0;
    for (const TicketRow& row : must(store_->issueTickets(evening()))) {
        isNew += row.isNew;
        if (row.isNew) fresh = row.code;
    }
    EXPECT_EQ(isNew, 1);
    EXPECT_EQ(parseTicketCode(fresh).shape, CodeShape::ours);
    EXPECT_EQ(parseTicketCode(fresh).tag(), store_->eventTag());
    EXPECT_EQ(enter(fresh).verdict, Verdict::admitted);
}

TEST_F(EventStoreContract, AGuestWhoMovesToAnotherCountryTakesTheNumbersAlong) {
    open(2);
    enter(code(1));
    RosterRow moved = aGuest(1);
    moved.country = country("BR");
    moved.affiliation = "u3";
    must(store_->merge({moved}, {}, evening()));
    const Totals all = totals();
    EXPECT_EQ(all.countries, (Numbers{2, 1}));
    EXPECT_EQ(all.byCountry.at(0).code.str(), "BR");
    EXPECT_EQ(all.byCountry.at(0).guests, (Numbers{1, 1}));
}

TEST_F(EventStoreContract, OnlyADemoHasSeededTickets) {
    EventPlan plan = aPlan();
    plan.demo = true;
    open(0, plan);
    EXPECT_EQ(store_->eventTag(), "DEM0");  // DEMO, as the alphabet writes it
    EXPECT_TRUE(store_->isDemo());
    must(store_->merge(guests(3), {}, evening()));
    const auto first = must(store_->issueTickets(evening(), 42));
    const std::string firstCode = first.at(0).code;
    open(0, plan);
    must(store_->merge(guests(3), {}, evening()));
    EXPECT_EQ(must(store_->issueTickets(evening(), 42)).at(0).code, firstCode);
    open(1);
    EXPECT_FALSE(store_->isDemo());
    EXPECT_NE(store_->eventTag(), "DEM0");
}

// --- copies ---

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
