// Taking back a whole list: the event is as it was, or nothing happens and a sentence says why.
#include "common/store/list_undo.h"

#include <gtest/gtest.h>

#include "common/store/planning.h"
#include "tests/support/event_builder.h"

namespace turnout::test {
namespace {

struct ListUndoTest : testing::Test {
    AnEvent event{3};
    ListMemory touched;

    std::vector<GuestRecord> list() const {
        std::vector<GuestRecord> all;
        must(event.read().records([&](const GuestRecord& guest) { all.push_back(guest); }));
        return all;
    }
    // Guest 2 is renamed and gets a ticket of another system, guest 3 does not come, 4 and 5 are new.
    void bringIn() {
        const auto before = must(rememberList(event.path()));
        std::vector<RosterRow> rows = guests(5);
        rows.erase(rows.begin());
        rows[0].name = "Another Name";
        rows[0].email = "two@example.org";
        rows[0].ticketCode = "FOREIGN-2";
        rows[1].cancelled = true;
        rows[3].affiliation = "A school nobody knew";
        for (std::size_t i = 0; i < rows.size(); ++i) rows[i].line = static_cast<std::int64_t>(i) + 2;
        EventStore store = event.open();
        const MergeOutcome outcome = must(store.merge(rows, {}, evening()));
        ASSERT_EQ(outcome.added, 2);
        ASSERT_EQ(outcome.changed, 1);
        ASSERT_EQ(outcome.cancelled, 1);
        touched = must(touchedBy(event.path(), before));
    }
    std::string refusal() const {
        const auto done = takeListBack(event.path(), touched, evening());
        return done.ok() ? "" : done.error().text.key;
    }
};

TEST_F(ListUndoTest, PutsEverythingBackAsItWas) {
    const auto guestsBefore = list();
    const Totals before = must(event.read().totals());
    const std::int64_t version = must(event.read().listVersion());
    bringIn();
    {
        EventStore store = event.open();
        must(store.issueTickets(evening()));
    }
    const auto done = must(takeListBack(event.path(), touched, evening()));
    EXPECT_EQ(done.removed, 2);
    EXPECT_EQ(done.restored, 2);
    EXPECT_EQ(list(), guestsBefore) << "the ticket that the list replaced is valid again too";
    const Totals after = must(event.read().totals());
    EXPECT_EQ(after.guests, before.guests);
    EXPECT_EQ(after.byAffiliation.size(), before.byAffiliation.size());
    EXPECT_NE(must(event.read().listVersion()), version) << "doors look again";
    EXPECT_EQ(findings(event.path()), "");
}

TEST_F(ListUndoTest, IsRefusedOnceOneOfThemWasScanned) {
    bringIn();
    EventStore store = event.open();
    must(store.admit(aScan(must(store.doorNamed("A", evening())), event.codes[0])));
    must(store.admit(aScan(must(store.doorNamed("A", evening())), "FOREIGN-2")));
    EXPECT_EQ(refusal(), "store.list_scanned");
    EXPECT_EQ(list().size(), 5U);
    EXPECT_EQ(findings(event.path()), "");
}

TEST_F(ListUndoTest, OthersMayBeScannedAndNamesLookedAt) {
    bringIn();
    {
        EventStore store = event.open();
        must(store.admit(aScan(must(store.doorNamed("A", evening())), event.codes[0])));
        must(store.checkNames({list()[3].id}, true, evening() + Millis{5}));
    }
    EXPECT_EQ(refusal(), "");
    EXPECT_EQ(list().size(), 3U);
    EXPECT_EQ(findings(event.path()), "");
}

TEST_F(ListUndoTest, IsRefusedOnceOneOfThemWasChangedOrADoorHasThem) {
    bringIn();
    GuestRecord guest = list()[3];
    guest.seat = "B-7";
    {
        EventStore store = event.open();
        must(store.changeGuest(guest, evening()));
    }
    EXPECT_EQ(refusal(), "store.list_changed");
    guest.seat = "";
    {
        EventStore store = event.open();
        must(store.changeGuest(guest, evening()));
    }
    const DoorRecord door = must(doorRecords(event.path())).front();
    must(noteCopy(event.path(), door.id, {"KINGSTON", "machine", evening()}));
    EXPECT_EQ(refusal(), "store.list_copied");
}

}  // namespace
}  // namespace turnout::test
