// verify() finds every forced change of the file, however it was made.
#include <gtest/gtest.h>

#include <filesystem>

#include "tests/support/event_builder.h"
#include "tests/support/raw_sqlite.h"

namespace turnout {
namespace {

using namespace test;

// An evening with admissions, refusals, an exit and an undo.
std::unique_ptr<AnEvent> anEvening() {
    auto event = std::make_unique<AnEvent>(8);
    EventStore store = event->open();
    const Door a = must(store.doorNamed("A", evening())), b = must(store.doorNamed("B", evening()));
    for (int n = 0; n < 5; ++n) must(store.admit(aScan(n % 2 ? a : b, event->codes[static_cast<std::size_t>(n)])));
    must(store.admit(aScan(a, event->codes[0])));
    must(store.admit(aScan(a, "https://example.org")));
    must(store.admit(aScan(a, event->codes[1], evening(), Direction::exit)));
    must(store.undoLast(b.id, "mistake", "V", evening()));
    return event;
}

struct Damage {
    const char* name;
    const char* sql;
};

class ForcedChange : public testing::TestWithParam<Damage> {};

TEST_P(ForcedChange, IsFound) {
    const auto event = anEvening();
    ASSERT_EQ(findings(event->path()), "");
    forceChange(event->path(), GetParam().sql);
    EXPECT_NE(findings(event->path()), "");
}

INSTANTIATE_TEST_SUITE_P(
    Verify, ForcedChange,
    testing::Values(
        Damage{"RowUpdated", "update scan set verdict = 'already_in' where id = 3"},
        Damage{"TimeUpdated", "update scan set at = at + 1 where id = 3"},
        Damage{"DoorUpdated", "update scan set door = 3 - door where id = 2"},
        Damage{"TicketUpdated", "update scan set ticket = (select ticket from scan where id = 5) where id = 4"},
        Damage{"RowDeleted", "delete from scan where id = 7"},
        Damage{"FirstRowDeleted",
               "delete from scan_private where scan = 1; delete from stay where scan_in = 1; delete from scan where id "
               "= 1"},
        Damage{"LastRowDeleted",
               "delete from scan_private where scan = (select max(id) from scan); update stay set undone = null; "
               "delete from scan where id = (select max(id) from scan)"},
        Damage{"LastRowAndHeadSetBack",
               "update stay set undone = null; delete from scan_private where scan = 9; delete from scan where id = 9; "
               "update chain_head set seq = 8, hash = (select hash from scan where id = 8)"},
        Damage{
            "RowReplaced",
            "insert or replace into scan select id, scan_id, machine, seq, at + 1000, door, direction, source, ticket, "
            "verdict, undoes, overrides, rehearsal, private_hash, hash from scan where id = 3"},
        Damage{"RowInserted",
               "insert into scan select 99, 'A' || scan_id, machine, 99, at, door, direction, source, ticket, verdict, "
               "undoes, "
               "overrides, rehearsal, private_hash, hash from scan where id = 3"},
        Damage{"RowsSwapped",
               "update scan set id = 100 where id = 2; update scan set id = 2 where id = 3; update scan set id = 3 "
               "where id = 100"},
        Damage{"HashChanged", "update scan set hash = zeroblob(32) where id = 4"},
        Damage{"HeadChanged", "update chain_head set hash = zeroblob(32)"},
        Damage{"RawTextChanged", "update scan_private set raw = x'00' where scan = 7"},
        Damage{"VolunteerChanged", "update scan_private set volunteer = 'somebody else' where scan = 9"},
        Damage{"TallyBumped", "update tally set arrived = arrived + 1 where subject = 'all'"},
        Damage{"RegisteredBumped",
               "update tally set registered = registered + 1 where subject = 'country' and key = 'PK'"},
        Damage{"CountryTallyBumped", "update tally set arrived = arrived + 1 where subject = 'country' and key = 'TH'"},
        Damage{"DoorTallyBumped", "update tally_verdict set scans = scans + 1 where verdict = 'admitted' and door = 1"},
        Damage{"TallyRowDeleted", "delete from tally where subject = 'country' and key = 'LA'"},
        Damage{"TallyRowInvented",
               "insert into tally select subject, 'AQ', registered, arrived, inside, walk_ins, first_scan from tally "
               "where subject = 'country' and key = 'LA'"},
        Damage{"FirstScanMoved", "update tally set first_scan = 5 where subject = 'country' and key = 'PK'"},
        Damage{"StayInvented", "insert into stay(attendee, scan_in) values (8, 7)"},
        Damage{"StayClosed", "update stay set scan_out = 8 where scan_in = 3"},
        Damage{"StayDeleted", "delete from stay where scan_in = 3"}, Damage{"IndexDropped", "drop index one_open"}),
    [](const auto& test) { return std::string(test.param.name); });

class DroppedTrigger : public testing::TestWithParam<const char*> {};

TEST_P(DroppedTrigger, IsFound) {
    const auto event = anEvening();
    RawSqlite(event->path()).exec(std::string("drop trigger ") + GetParam());
    EXPECT_NE(findings(event->path()), "");
}

INSTANTIATE_TEST_SUITE_P(Verify, DroppedTrigger,
                         testing::Values("scan_is_never_updated", "scan_is_never_deleted", "scan_is_never_replaced"));

TEST(Verify, FindsATriggerThatNoLongerDoesAnything) {
    const auto event = anEvening();
    RawSqlite(event->path())
        .exec(
            "drop trigger scan_is_never_updated; "
            "create trigger scan_is_never_updated before update on scan begin select 1; end");
    EXPECT_NE(findings(event->path()), "");
}

TEST(Verify, FindsADamagedPage) {
    const auto event = anEvening();
    std::string bytes = readFile(event->path());
    const auto root = RawSqlite(event->path()).number("select rootpage from sqlite_schema where name = 'scan'");
    for (std::size_t i = 0; i < 64; ++i) bytes[static_cast<std::size_t>(root - 1) * 4096 + 4000 + i] ^= 0x55;
    writeFile(event->path(), bytes);
    auto reader = EventReader::open(event->path());
    if (!reader.ok()) return;  // refused at the door is as good
    const auto found = reader->verify();
    EXPECT_TRUE(!found.ok() || !found->empty());
}

TEST(Verify, IsContentWithACopyAndWithAnEveningOfTwoMachines) {
    const auto event = anEvening();
    EventStore store = event->open();
    const auto target = event->dir() / "copy.turnout";
    must(store.copyTo(target, evening()));
    {
        EventStore copy = must(EventStore::open(target));
        must(copy.admit(aScan(must(copy.doorNamed("A", evening())), event->codes[6])));
    }
    EXPECT_EQ(findings(target), "");
    forceChange(target,
                "update scan set verdict = 'unknown' where id = 2");  // in the part that came from the first machine
    EXPECT_NE(findings(target), "");
}

}  // namespace
}  // namespace turnout
