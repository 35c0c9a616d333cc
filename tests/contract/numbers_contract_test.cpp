// The numbers of the hall, the doors and the list that they are counted from.
#include "tests/contract/contract_fixture.h"

namespace turnout {
namespace {

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
    leave(code(1), evening() + 10min);
    const DoorStatus left = must(event_->read().doorStatus(a_.id, evening() + 11min));
    EXPECT_EQ(left.inside, 2);
    EXPECT_EQ(left.exitedHere, 1);
    EXPECT_EQ(left.exitsLastFiveMinutesHere, 1);
    EXPECT_EQ(left.admittedHere, 2);
}

TEST_F(EventStoreContract, TheRateOfADoorFallsWithAnUndo) {
    open(2);
    enter(code(1), evening());
    enter(code(2), evening() + 1min);
    const auto rate = [&] { return must(event_->read().doorStatus(a_.id, evening() + 2min)).lastFiveMinutesHere; };
    EXPECT_EQ(rate(), 2);
    must(store_->undoLast(a_.id, "wrong person", "", evening() + 2min));
    EXPECT_EQ(rate(), 1);
}

TEST_F(EventStoreContract, TheRateOfADoorHoldsNeitherARehearsalNorWhatIsStillToCome) {
    open(4);
    must(store_->rehearse(true));
    enter(code(1), evening());
    enter(code(2), evening());
    must(store_->rehearse(false));
    enter(code(1), evening() + 1min);
    enter(code(3), evening() + 3h);  // the clock was ahead, and was set back since
    EXPECT_EQ(must(event_->read().doorStatus(a_.id, evening() + 2min)).lastFiveMinutesHere, 1);
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

TEST_F(EventStoreContract, ACancelledGuestIsOffTheListUntilALaterListHasThemAgain) {
    open(2);
    const std::string ticket = code(1);
    auto rows = guests(2);
    rows[0].cancelled = true;
    const MergeOutcome gone = must(store_->merge(rows, {}, evening()));
    EXPECT_EQ(gone.cancelled, 1);
    EXPECT_EQ(gone.unchanged, 1);
    EXPECT_EQ(totals().guests.registered, 1);
    EXPECT_EQ(enter(ticket).verdict, Verdict::revoked);
    EXPECT_EQ(must(store_->merge(rows, {}, evening())).cancelled, 0);  // again: nothing changes
    rows[0].cancelled = false;
    const MergeOutcome back = must(store_->merge(rows, {}, evening()));
    EXPECT_EQ(back.changed, 1);
    EXPECT_EQ(back.changes.front().what, "cancelled");
    EXPECT_EQ(totals().guests.registered, 2);
    EXPECT_EQ(enter(ticket).verdict, Verdict::admitted);
}

TEST_F(EventStoreContract, ACancelledRowOfSomebodyUnknownBringsNobodyIn) {
    open(1);
    auto rows = guests(2);
    rows[1].cancelled = true;
    const MergeOutcome outcome = must(store_->merge(rows, {}, evening()));
    EXPECT_EQ(outcome.added, 0);
    EXPECT_EQ(totals().guests.registered, 1);
}

TEST_F(EventStoreContract, AListThatTellsOfErrorsWhileItIsReadIsNotWritten) {
    open(1);
    const auto rows = guests(3);
    bool good = false;
    const RowSource source{[&](const std::function<void(const RosterRow&)>& take) {
                               for (const RosterRow& row : rows) take(row);
                               return good;
                           },
                           rows.size()};
    const MergeOutcome bad = must(store_->mergeEach(source, {}, evening()));
    EXPECT_FALSE(bad.written);
    EXPECT_EQ(bad.added, 2);
    EXPECT_EQ(totals().guests.registered, 1);
    MergeOptions skip;
    skip.skipBad = true;
    EXPECT_TRUE(must(store_->mergeEach(source, skip, evening())).written);
    EXPECT_EQ(totals().guests.registered, 3);
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

}  // namespace
}  // namespace turnout
